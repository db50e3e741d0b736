"""Amounts are read from a request's words only where they can be read in one way."""

from __future__ import annotations

from datetime import date

import pytest

from imr_cli.case.model import Guidelines, Item
from imr_cli.decision.amounts import amounts_of, months_between, read_amounts, single_count


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


NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "twenty-four": 24, "thirty": 30,
}  # fmt: skip


@pytest.mark.parametrize(("word", "number"), NUMBERS.items())
def test_numbers_in_words(word: str, number: int) -> None:
    assert read_amounts(f"{word.capitalize()} visits of physical therapy") == {"visits": number}
    assert read_amounts(f"Hinged brace, quantity: {word}") == {"units": number}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        *((f"Physical therapy, 12 {each}", {"visits": 12}) for each in ("visits", "visit", "sessions", "session", "treatments", "treatment", "appointments", "appointment")),
        *((f"12 {each} visits of physical therapy", {"visits": 12}) for each in ("additional", "more", "further", "total", "remaining", "outpatient", "supervised office based")),
        ("12 carefully planned outpatient based visits of physical therapy", {}),
        ("12-visit physical therapy program", {"visits": 12}),
        ("Physical therapy visits, 12", {"visits": 12}),
        ("Physical therapy visits: 12", {"visits": 12}),
        ("Physical therapy visits 12", {"visits": 12}),
        *((f"Physical therapy, {each} 12", {"visits": 12}) for each in ("times", "x", "qty", "qty:", "quantity", "quantity:")),
        ("Physical therapy; times 12", {"visits": 12}),
        ("Physical therapy x 12", {"visits": 12}),
        ("Physical therapy x12 visits", {"visits": 12}),
        ("Physical therapy, 12", {"visits": 12}),
        ("Physical therapy 2 x 6", {"sessions_per_week": 2, "weeks": 6, "visits": 12}),
        ("Physical therapy, 2 x 6 visits", {}),  # 12 visits, or twice 6 visits
        ("Eight (8) sessions of physical therapy", {"visits": 8}),
        ("Physical therapy, eight (8) visits", {"visits": 8}),
        ("Physical therapy, Twelve (12)", {"visits": 12}),
        ("Physical therapy, eight (6) visits", {}),
        *((f"Physical therapy {each}", {"sessions_per_week": 1, "weeks": 6, "visits": 6}) for each in ("1x/week x 6", "1 x week x6", "once a week x 6", "1 time weekly x 6", "once a week times 6", "1 per wk x 6", "1x/week x 6 weeks")),
        ("Physical therapy twice a week x 6 visits", {"sessions_per_week": 2, "visits": 6}),
        ("Physical therapy #12", {"visits": 12}),
        ("Physical therapy 2 times a week", {"sessions_per_week": 2}),
        *((f"Physical therapy 2 {each} week", {"sessions_per_week": 2}) for each in ("times per", "times each", "x a", "x per", "visits per", "sessions per", "treatments a", "time a", "per", "x/", "x")),
        ("Physical therapy 2 times per wk", {"sessions_per_week": 2}),
        ("Physical therapy 3 times weekly", {"sessions_per_week": 3}),
        ("Physical therapy once a week", {"sessions_per_week": 1}),
        ("Physical therapy twice per week", {"sessions_per_week": 2}),
        ("Physical therapy Twice each week", {"sessions_per_week": 2}),
        ("Physical therapy 3 x 4 of the knee", {"sessions_per_week": 3, "weeks": 4, "visits": 12}),
        ("Physical therapy 3 x 4 mg", {}),
        *((f"Bracing {each}", {"weeks": 6}) for each in ("for 6 weeks", "for six weeks", "x 6 weeks", "over 6 weeks", "times 6 weeks", "for 6 wks", "for 6 wk", "for 6weeks")),
        *((f"Cold unit, 6 week {each}", {"weeks": 6}) for each in ("rental", "trial", "course", "use")),
        ("Cold unit, 6-weeks rental", {"weeks": 6}),
        *((f"Cold unit, 7 day {each}", {"days": 7}) for each in ("rental", "trial", "use", "supply")),
        ("Cold unit, 7-day rental", {"days": 7}),
        ("Cold unit for 7 days", {"days": 7}),
        ("Cold unit x 7 days", {"days": 7}),
        ("TENS unit, one month rental", {"months": 1}),
        ("TENS unit, 2-month trial", {"months": 2}),
        ("Tramadol # 90", {"units": 90}),
        ("Brace qty 2", {"units": 2}),
        ("Brace, quantity of 2", {"units": 2}),
        *((f"Tramadol 50 mg, 60 {each}", {"units": 60}) for each in ("tablets", "tablet", "capsules", "capsule", "tabs", "caps")),
        ("Unknown physical therapy", {"visits": None}),
        ("Unspecified physical therapy", {"visits": None}),
        ("Unknown physical therapy, 6 visits", {"visits": 6}),
        ("Unknown physical therapy, 6 visits or 8 sessions", {}),
        ("Physical therapy split into 3 visits", {"visits": 3}),
        ("Physical therapy 2 times a week for 6 weeks, 12 visits", {"sessions_per_week": 2, "weeks": 6, "visits": 12}),
        # what comes before the last number is a range
        *((f"Physical therapy 2{each}3 times a week for 6 weeks", {"weeks": 6}) for each in ("-", " - ", "\u2013", " to ", " or ")),
        ("Physical therapy two or three times a week", {}),
        # a number of something else
        ("Botox injections, 3 treatments", {}),
        ("Cream 2 x per week", {}),
        ("Unknown cream", {}),
        ("Brace for 6 years", {}),
        ("Brace, model 12", {}),
        ("Brace, 6 weeks old", {}),
        ("Brace of 30 days ago", {}),
        *((f"{each}, 6 treatments", {"visits": 6}) for each in ("Therapies", "PT", "OT", "P.T.", "O.T.", "Chiropractic", "Acupuncture", "Massage", "Rehabilitation", "Manipulation", "Work conditioning", "Work hardening", "Aquatic program", "Biofeedback", "Counseling")),
        ("Optical, 6 treatments", {}),
    ],
)  # fmt: skip
def test_what_a_request_says(text: str, amounts: dict[str, float | None]) -> None:
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


@pytest.mark.parametrize(
    ("treatment", "authorized", "prior"),
    [
        ("Physical therapy, 6 visits", "Physical therapy, 4 visits", {"visits": 4}),
        ("Injections, 6 visits of therapy", "Therapy, 4 visits for 2 weeks", {"visits": 4}),
        ("Physical therapy, 10 visits", "Physical therapy, 4 visits", {}),  # all of it is still in dispute
        ("Physical therapy, 6 visits", None, {}),
    ],
)
def test_what_was_authorized_went_before(
    treatment: str, authorized: str | None, prior: dict[str, float]
) -> None:
    asked = None if authorized is None else "Physical therapy, 10 visits"
    item = Item(treatment, Guidelines(), original_request=asked, authorized=authorized)
    amounts = amounts_of(item, date(2016, 6, 6))
    assert (amounts.prior, amounts.authorized) == (prior, frozenset(prior))
    assert amounts.goes_on is bool(prior)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Physical therapy, 6 of the 12 visits", {"visits": 6}),
        ("Physical therapy, six of twelve requested sessions", {"visits": 6}),
        ("Physical therapy, 6 of those 12 visits", {"visits": 6}),
        ("Physical therapy of 12 visits", {"visits": 12}),
    ],
)
def test_some_of_all(text: str, amounts: dict[str, float]) -> None:
    assert read_amounts(text) == amounts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *((f"Block, 2 {each}", ("levels", 2)) for each in ("levels", "level", "more levels", "additional levels", "further levels")),
        *((f"Rental, 30 {each}days", ("days", 30)) for each in ("", "consecutive ", "calendar ", "initial ", "remaining ")),
        ("Three (3) trigger point injections", ("injections", 3)),
        ("2-level block", ("levels", 2)),
        ("2-level facet injection", ("levels", 2)),
        *((f"Rental, {each} 30 days", None) for each in ("every", "within", "in", "after", "past", "last", "20 to", "20 or", "20-", "more than", "out of")),
        *((f"3 {each} injection", None) for each in ("mg", "mcg", "ml", "cc", "units", "times an", "x per")),
        ("2 or 3 injections", None),
        ("2-3 injections", None),
        ("3 days a week", None),
        ("3 days per week", None),
        ("L4-5 injection", None),
        ("10/325 injection", None),
        ("1.5 levels", None),
        ("3 levels, 2 injections", None),
        ("3 day-care places", None),
    ],
)  # fmt: skip
def test_single_count(text: str, count: tuple[str, float] | None) -> None:
    assert single_count(text) == count
