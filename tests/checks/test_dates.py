"""Dates in an order that cannot be, and those that may fall on one day."""

from __future__ import annotations

import pytest

from imr_cli.files.document import documents
from imr_cli.pipeline import examine
from support.case_file import HERE, changed, places
from support.findings import RESOURCES, found

DAYS = {
    "injury": "injury: 2015-03-02",
    "utilization_review": "utilization_review: 2016-05-02",
    "application_received": "application_received: 2016-05-09",
    "assigned": "assigned: 2016-05-16",
    "records_received": "records_received: 2016-05-18",
    "decision": "decision: 2016-06-06",
    "number": "CM16-0123456",
    "date": "date: 2016-05-02}",
    "from": "from: 2015-03-04",
    "to": "to: 2016-04-20",
    "service": "    requested: {visits: 4}\n",
}
SERVICE = "    requested: {visits: 4}\n    timing: retrospective\n    service_date: "


def of(**days: str) -> str:
    """The case with these days; a day of service makes the first item retrospective."""
    changes: list[str] = []
    for name, day in days.items():
        new = f"{SERVICE}{day}\n" if name == "service" else f"{name}: {day}"
        changes += [DAYS[name], {"number": day, "date": f"date: {day}}}"}.get(name, new)]
    return changed(*changes)


@pytest.mark.parametrize(
    ("code", "case", "message"),
    [
        ("IMR301", of(utilization_review=f"{HERE}2015-03-01"), "`utilization_review` is before `injury`"),
        ("IMR301", of(application_received=f"{HERE}2016-05-01"), "`application_received` is before `utilization_review`"),
        ("IMR301", of(assigned=f"{HERE}2016-05-08"), "`assigned` is before `application_received`"),
        ("IMR301", of(decision=f"{HERE}2016-05-15", records_received="2016-05-14"), "`decision` is before `assigned`"),
        ("IMR301", of(records_received=f"{HERE}2016-06-07"), "`records_received` is after `decision`"),
        ("IMR301", of(records_received=f"{HERE}2015-03-01"), "`records_received` is before `injury`"),
        ("IMR302", of(number=f"{HERE}CM15-0123456"), "the number is of 2015, the application was received in 2016"),
        ("IMR302", of(number=f"{HERE}CM17-0123456"), "the number is of 2017, the application was received in 2016"),
        ("IMR303", of(service=f"{HERE}2015-03-01"), "`service_date` is before `injury`"),
        ("IMR303", of(service=f"{HERE}2016-06-07"), "`service_date` is after `decision`"),
        ("IMR304", of(date=f"{HERE}2016-06-07"), "`date` of a record is after `decision`"),
        ("IMR304", of(to=f"{HERE}2016-06-07"), "`to` of a record is after `decision`"),
        ("IMR304", changed("from: 2015-03-04, to: 2016-04-20", f"from: {HERE}2016-06-07"), "`from` of a record is after `decision`"),
        ("IMR304", of(**{"from": f"{HERE}2016-04-21"}), "`from` of a record is after its `to`"),
        ("IMR303", changed("    depends_on: 1\n", f"    timing: retrospective\n    service_date: {HERE}2016-06-07\n"), "`service_date` is after `decision`"),
    ],
)  # fmt: skip
def test_out_of_order(code: str, case: str, message: str) -> None:
    text, [place] = places(case)
    [document], _ = documents(text.encode())
    findings = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    told = [(each.line, each.column, each.message) for each in findings if each.rule.code == code]
    assert told == [(*place, message)]


@pytest.mark.parametrize(
    "case",
    [
        of(utilization_review="2015-03-02"),
        of(application_received="2016-05-02"),
        of(assigned="2016-05-09"),
        of(decision="2016-05-18"),
        of(assigned="2016-06-06"),
        of(records_received="2016-06-06"),
        of(records_received="2015-03-02"),
        of(service="2015-03-02"),
        of(service="2016-06-06"),
        of(date="2016-06-06"),
        of(to="2016-06-06"),
        of(**{"from": "2016-04-20"}),
        changed("from: 2015-03-04, to: 2016-04-20", "from: 2015-03-04"),
        changed("from: 2015-03-04, to: 2016-04-20", "to: 2016-04-20"),
        of(**{"from": "2016-06-06", "to": "2016-06-06"}),
    ],
)
def test_on_one_day(case: str) -> None:
    assert not [code for code, _, _ in found(case) if code.startswith(("IMR30", "IMR1", "IMR2"))]


@pytest.mark.parametrize(("number", "is_other"), [("CM09-0123456", False), ("CM90-0123456", True)])
def test_a_year_before_2010_is_written_with_its_zero(number: str, is_other: bool) -> None:
    early = of(
        injury="2005-03-02", utilization_review="2009-05-02", application_received="2009-05-09", number=number
    )
    assert ("IMR302" in [code for code, _, _ in found(early)]) is is_other


def test_the_first_and_last_year_that_a_case_can_have() -> None:
    """A formulary dispute is counted day by day, so its last year has to leave room behind it."""
    last = dict.fromkeys(("utilization_review", "application_received", "assigned"), "2099-12-01")
    case = of(**last, injury="1900-01-01", records_received="2099-12-20", decision="2099-12-31")
    case = case.replace("priority: standard", "priority: standard\nformulary_dispute: yes")
    assert not {"IMR217", "IMR301"} & {code for code, _, _ in found(case)}


BUNDLE = "from: 2015-03-04, to: 2016-04-20"


@pytest.mark.parametrize(
    ("code", "case"),
    [
        ("IMR321", of(service=f"{HERE}2016-05-03")),
        ("IMR322", changed("  injury: 2015-03-02", f"  injury: {HERE}1974-06-05", "on March 2, 2015", "long ago")),
        ("IMR323", changed(BUNDLE, f"date: {HERE}2001-09-01, {BUNDLE}")),
        ("IMR323", changed(BUNDLE, f"date: {HERE}2016-04-21, {BUNDLE}")),
        ("IMR323", changed(BUNDLE, f"date: {HERE}2015-03-03, from: 2015-03-04")),
        ("IMR324", of(date=f"{HERE}2016-05-12")),
        ("IMR324", of(date=f"{HERE}2016-04-22")),
        ("IMR324", changed("records:\n", f"records:\n  - {{id: R0, kind: utilization-review, date: {HERE}2016-05-12}}\n")),
        ("IMR325", of(records_received=f"{HERE}2016-05-08")),
    ],
)  # fmt: skip
def test_hardly_together(code: str, case: str) -> None:
    text, [place] = places(case)
    assert [(line, column) for told, line, column in found(text) if told == code] == [place]


@pytest.mark.parametrize(
    "case",
    [
        of(service="2016-05-02"),
        changed("  injury: 2015-03-02", "  injury: 1974-06-07", "on March 2, 2015", "long ago"),
        changed("  injury: 2015-03-02", "  injury: 1960-03-02", "patient: {age: 41, sex: female}\n", "", "on March 2, 2015", "long ago"),
        changed(BUNDLE, f"date: 2016-01-05, {BUNDLE}"),
        changed(BUNDLE, "date: 2015-03-04, from: 2015-03-04"),
        changed("records:\n", "records:\n  - {id: R0, kind: utilization-review, date: 2016-01-12}\n"),
        changed("{id: R1, kind: utilization-review, title: Denial, date: 2016-05-02}", "{id: R1, kind: application, date: 2016-05-09}"),
        changed(", title: Denial, date: 2016-05-02", ", title: Denial"),
        of(records_received="2016-05-09"),
    ],
)  # fmt: skip
def test_may_go_together(case: str) -> None:
    assert not [code for code, _, _ in found(case) if code.startswith(("IMR32", "IMR30", "IMR2"))]
