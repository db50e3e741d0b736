"""The statute's caps on visits: which requests they count, and when they do not hold; departures."""

from __future__ import annotations

import pytest

from support.case_file import AMOUNTS, CASE, ENDING, TREATMENT, UPHELD, changed
from support.findings import codes_of, codes_past_form

VISITS = "    requested: {visits: 12}\n    prior: {visits: 18}\n"
FINDINGS = "functional-improvement-documented: yes}"
PART = "    original_request: Physical therapy, 30 visits\n    authorized: Physical therapy, 18 visits\n"


def is_over(treatment: str, *changes: str, visits: str = VISITS) -> bool:
    """Whether the cap is found exceeded by a request."""
    text = changed(TREATMENT + AMOUNTS, f"  - treatment: {treatment}\n{visits}", *changes)
    return "IMR509" in codes_past_form(text)


@pytest.mark.parametrize(
    "treatment",
    [
        '"Physical therapy, 12 visits"',
        "PT 2x6 for the low back",
        "Physiotherapy, 12 visits",
        '"Occupational therapy, 12 visits"',
        '"Hand therapy, 12 visits"',
        '"Chiropractic manipulation, 12 visits"',
        "Chiro x 12",
    ],
)
def test_over_the_cap(treatment: str) -> None:
    assert is_over(treatment)


@pytest.mark.parametrize(
    "visits",
    [
        "    requested: {visits: 25}\n",
        "    requested: {visits: 25}\n    prior: {visits: unknown}\n",
        f"    requested: {{visits: 12}}\n{PART}",
    ],
)
def test_other_ways_over_it(visits: str) -> None:
    assert is_over('"Physical therapy, remaining visits"', visits=visits)


@pytest.mark.parametrize(
    "treatment",
    [
        '"Massage therapy, 12 visits"',
        '"Acupuncture, 12 visits"',
        '"Aquatic therapy, 12 visits"',
        "Cognitive behavioral therapy",
        '"Physical and occupational therapy, 12 visits"',  # nobody can say how many of which
        '"Post-operative physical therapy, 12 visits"',
        '"Postsurgical occupational therapy, 12 visits"',
        '"Associated surgical service: physical therapy"',
    ],
)
def test_visits_that_no_cap_counts(treatment: str) -> None:
    assert not is_over(treatment)


@pytest.mark.parametrize(
    "visits",
    [
        "    requested: {visits: 12}\n    prior: {visits: 12}\n",
        "    requested: {visits: 24}\n",
        "    requested: {visits: unknown}\n    prior: {visits: 30}\n",
        f"{VISITS}    surgery_date: 2016-01-20\n",
        f"{VISITS}    diagnosis: post-op pain\n",
        f"{VISITS}    original_request: Post-op PT\n    authorized: 18 visits\n",
    ],
)
def test_within_it_or_after_surgery(visits: str) -> None:
    assert not is_over("Physical therapy", visits=visits)


@pytest.mark.parametrize(
    ("finding", "is_counted"),
    [
        ("cap-waived-in-writing: yes", False),
        ("cap-waived-in-writing: no", True),
        ("cap-not-waived: no", False),
        ("not-postsurgical: no", False),
        ("within-ps-period: yes", False),
    ],
)
def test_what_the_findings_say(finding: str, is_counted: bool) -> None:
    assert is_over("Physical therapy", FINDINGS, f"{FINDINGS[:-1]}, {finding}}}") is is_counted


def test_with_an_operation_in_the_case_it_may_belong_to_that() -> None:
    assert not is_over("Physical therapy", "Transport to the visits\n    depends_on: 1", "Knee arthroscopy")
    after = f"{VISITS}    surgery_date: 2015-06-20\n"
    over = FINDINGS, f"{FINDINGS[:-1]}, within-ps-period: no}}"
    assert is_over("Physical therapy", *over, visits=after)


def test_an_injury_before_the_statute() -> None:
    assert not is_over(
        "Physical therapy", "injury: 2015-03-02", "injury: 2003-12-31", "March 2, 2015", "2003"
    )
    assert is_over("Physical therapy", "injury: 2015-03-02", "injury: 2004-01-01", "March 2, 2015", "2004")


def test_what_the_rationale_says() -> None:
    assert not is_over("Massage therapy", ENDING, f"It is no physical therapy. {ENDING}")
    assert not is_over("Physical therapy", ENDING, f"This is post-surgical care. {ENDING}")
    assert is_over("Physical therapy", ENDING, f"It is associated with exercise. {ENDING}")


def test_a_departure_that_is_none() -> None:
    """The guideline supports the massage of the case."""
    departure = ENDING, f"{ENDING}\n    departure: Its limit is passed."
    assert "IMR514" in codes_past_form(changed(*departure))
    upheld = changed(
        *UPHELD, "decision: overturned\n    rationale: The visits go", "departure: Other care is left.\n    decision: upheld\n    rationale: The visits go",
        CASE[CASE.index("  - treatment: Transport") :], "",
    )  # fmt: skip
    assert not {"IMR505", "IMR514"} & set(codes_of(upheld))
    unknown = "adjunct-to-active-rehabilitation: yes", "adjunct-to-active-rehabilitation: unknown"
    assert "IMR514" not in codes_past_form(changed(*departure, *unknown))
