"""An edition that changed between the denial and the decision."""

from __future__ import annotations

from support.case_file import changed
from support.findings import codes_past_form

EDITION = "chronic-pain-2009", "chronic-pain-2017"
DAYS = (
    "CM16", "CM17", "injury: 2015-03-02", "injury: 2016-03-02", "on March 2, 2015", "on March 2, 2016",
    "utilization_review: 2016-05-02", "utilization_review: 2017-11-20",
    "application_received: 2016-05-09", "application_received: 2017-11-22",
    "assigned: 2016-05-16", "assigned: 2017-11-25", "records_received: 2016-05-18", "records_received: 2017-11-26",
    "decision: 2016-06-06", "decision: 2017-12-18",
)  # fmt: skip


def test_the_new_edition_is_cited_and_has_no_topics() -> None:
    assert "IMR513" in codes_past_form(changed(*DAYS, *EDITION))


def test_it_was_in_force_at_the_denial() -> None:
    days = [each.replace("2017-11-20", "2017-12-01").replace("2017-11-2", "2017-12-0") for each in DAYS]
    assert "IMR513" not in codes_past_form(changed(*days, *EDITION))


def test_it_is_not_in_force_at_the_decision() -> None:
    days = [each.replace("2017-12-18", "2017-11-30") for each in DAYS]
    assert "IMR513" not in codes_past_form(changed(*days, *EDITION))
