"""Amounts are read from a request's words only where they can be read in one way."""

from __future__ import annotations

from datetime import date

import pytest

from imr_cli.amounts import months_between
from imr_cli.request_amounts import read_amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "Physical therapy 2 times a week for 6 weeks (12 sessions)",
            {"sessions_per_week": 2, "weeks": 6, "visits": 12},
        ),
        ("Physical therapy 2x6", {"sessions_per_week": 2, "weeks": 6, "visits": 12}),
        ("PT 3 x week x 4 weeks", {"sessions_per_week": 3, "weeks": 4, "visits": 12}),
        ("Physical therapy, times 12", {"visits": 12}),
        ("Physical Therapy sessions, 12", {"visits": 12}),
        ("Three sessions of physical therapy of the right knee", {"visits": 3}),
        (
            "Additional physical therapy twice a week for four weeks",
            {"sessions_per_week": 2, "weeks": 4, "visits": 8},
        ),
        ("Acupuncture treatments, 6 sessions", {"visits": 6}),
        ("8 chiropractic treatments", {"visits": 8}),
        ("Ultram (tramadol) 50mg #90", {"units": 90}),
        ("Hinged brace QTY: 2", {"units": 2}),
        ("TENS unit 30 day trial", {"days": 30}),
        ("Cold therapy for one week", {"weeks": 1}),
        ("Cryotherapy unit, seven day use", {"days": 7}),
        ("Unknown massage therapy visits", {"visits": None}),
        ("Acupuncture treatments (unspecified quantity)", {"visits": None}),
    ],
)
def test_read(text: str, amounts: dict[str, float | None]) -> None:
    assert read_amounts(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "Acupuncture 2 times per week for 6 weeks (8 sessions)",  # contradicts itself
        "Physical therapy 2-3 times a week for 6-8 weeks",  # ranges
        "MRI 3T of the lumbar spine",
        "Percocet 5/325mg",
        "L4-5 and L5-S1 epidural steroid injection",
        "Flurbiprofen 20%, Baclofen 5% cream",
        "Lidocaine 1% 5cc injection",
        "Sit-stand workstation",
        "",
    ],
)
def test_not_read(text: str) -> None:
    assert read_amounts(text) == {}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("PT/OT two to three times a week for six to eight weeks (24 sessions)", {"visits": 24}),
        ("Aquatic therapy 1-2 times per week for 6 weeks", {"weeks": 6}),
    ],
)
def test_of_a_range_nothing_is_read_but_the_rest_is(text: str, amounts: dict[str, float]) -> None:
    assert read_amounts(text) == amounts


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2016, 1, 15), date(2016, 1, 15), 0),
        (date(2016, 1, 15), date(2016, 1, 16), 1),
        (date(2016, 1, 15), date(2016, 7, 15), 6),
        (date(2016, 1, 15), date(2016, 7, 16), 7),
        (date(2016, 8, 31), date(2017, 2, 28), 6),
        (date(2016, 7, 16), date(2016, 1, 15), 0),
    ],
)
def test_months_are_counted_from_surgery_with_a_begun_month_whole(
    first: date, last: date, months: int
) -> None:
    assert months_between(first, last) == months
