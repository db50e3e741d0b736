"""Dates in an order that cannot be, those that may fall on one day, and the clocks of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.case_file import HERE, changed, places
from support.findings import found, located
from support.sentences import worded

if TYPE_CHECKING:
    from collections.abc import Callable

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
    assert located(text, code) == [(message, *place)]


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


NO_DAY = ("  records_received: 2016-05-18\n", "")


MESSAGES = [
    ("IMR311", ["records_received: 2016-05-18", "records_received: 2016-05-05"], "decided 32 days after the records were complete, 2 days late: due on 2016-06-04 (30 days, LC 4610.6(d)(1)(B))"),
    ("IMR311", ["records_received: 2016-05-18", "records_received: 2016-05-06"], "decided 31 days after the records were complete, 1 day late: due on 2016-06-05 (30 days, LC 4610.6(d)(1)(B))"),
    ("IMR311", ["priority: standard", "priority: standard\nformulary_dispute: yes", "decision: 2016-06-06", "decision: 2018-01-03", "records_received: 2016-05-18", "records_received: 2017-12-22"], "decided 6 working days after the records were complete, 1 working day late: due on 2018-01-02 (5 working days, LC 4610.6(d)(1)(A))"),
    ("IMR312", [*NO_DAY], "`records_received` is missing, so it is not known whether the letter is in time"),
    ("IMR313", [*NO_DAY, "decision: 2016-06-06", "decision: 2016-07-02"], "decided 47 days after the case was assigned, 2 days late: due on 2016-06-30 (45 days, measure of the organization's annual report)"),
]  # fmt: skip


test_message = worded(MESSAGES)


@pytest.mark.parametrize(
    ("priority", "decision", "clock"),
    [
        ("standard", "2016-05-27", None),
        ("standard\nformulary_dispute: yes", "2016-05-27", None),  # there was no formulary yet
        ("expedited", "2016-05-23", "(3 days, "),
        ("expedited\nformulary_dispute: yes", "2016-05-23", "(3 days, "),
        ("expedited\nformulary_dispute: yes", "2016-05-21", None),
    ],
)
def test_the_kind_of_review_chooses_its_clock(
    priority: str, decision: str, clock: str | None, imr: Callable[..., Any]
) -> None:
    case = changed(
        "priority: standard", f"priority: {priority}", "decision: 2016-06-06", f"decision: {decision}"
    )
    late = [
        line
        for line in imr("decide", "-", "--check", stdin=case.encode()).stderr.splitlines()
        if "IMR311" in line
    ]
    assert [clock in line for line in late] == ([True] if clock else [])


@pytest.mark.parametrize(
    ("priority", "received", "decision", "clock"),
    [
        ("expedited\nformulary_dispute: yes", "2018-05-01", "2018-05-04", None),
        ("expedited\nformulary_dispute: yes", "2018-05-01", "2018-05-05", "(3 days, "),
        ("standard", "2018-05-01", "2018-05-31", None),
        ("standard", "2018-05-01", "2018-06-01", "(30 days, "),
        ("standard\nformulary_dispute: no", "2018-05-01", "2018-05-31", None),
        ("standard\nformulary_dispute: yes", "2018-05-01", "2018-05-08", None),
        ("standard\nformulary_dispute: yes", "2018-05-01", "2018-05-09", "(5 working days, "),
        (
            "standard\nformulary_dispute: yes",
            "2017-12-20",
            "2018-01-01",
            "(5 working days, ",
        ),  # its first day
        ("standard\nformulary_dispute: yes", "2017-12-19", "2017-12-31", None),
    ],
)
def test_clocks_under_the_formulary(
    priority: str, received: str, decision: str, clock: str | None, imr: Callable[..., Any]
) -> None:
    case = changed(
        "priority: standard", f"priority: {priority}", "decision: 2016-06-06", f"decision: {decision}",
        "records_received: 2016-05-18", f"records_received: {received}",
    )  # fmt: skip
    lines = imr("decide", "-", "--check", stdin=case.encode()).stderr.splitlines()
    assert [clock in line for line in lines if "IMR311" in line] == ([True] if clock else [])


def late_lines(priority: str, received: str, decision: str, imr: Callable[..., Any]) -> list[str]:
    """What is said of the lateness of a case."""
    case = changed(
        "priority: standard", f"priority: {priority}", "decision: 2016-06-06", f"decision: {decision}",
        "  records_received: 2016-05-18\n", f"  records_received: {received}\n" if received else "",
    )  # fmt: skip
    lines = imr("decide", "-", "--check", stdin=case.encode()).stderr.splitlines()
    assert not [line for line in lines if "[IMR2" in line]
    return [line.partition("warning: ")[2] for line in lines if "[IMR31" in line and "IMR312" not in line]


def test_late_on_a_day_that_is_no_working_day(imr: Callable[..., Any]) -> None:
    """The fifth working day is a Friday; on the Saturday no further working day has passed."""
    formulary = "standard\nformulary_dispute: yes"
    assert late_lines(formulary, "2018-11-21", "2018-11-30", imr) == []
    assert late_lines(formulary, "2018-11-21", "2018-12-01", imr) == [
        (
            "decided on 2018-12-01, which is no working day, 1 day late: due on 2018-11-30 (5 working days, "
            "LC 4610.6(d)(1)(A))  [IMR311]"
        )
    ]
    assert late_lines(formulary, "2018-11-21", "2018-12-02", imr)[0].startswith(
        "decided on 2018-12-02, which is no working day, 2 days late"
    )
    assert late_lines(formulary, "2018-11-21", "2018-12-03", imr)[0].startswith(
        "decided 6 working days after the records were complete, 1 working day late"
    )


@pytest.mark.parametrize(
    ("priority", "received", "decision", "says"),
    [
        ("standard\nextension_days: 3", "2016-05-18", "2016-06-20", None),
        ("standard\nextension_days: 3", "2016-05-18", "2016-06-21", "1 day late: due on 2016-06-20 (30 days, LC 4610.6(d)(1)(B); extended by 3 days)"),
        ("standard\nextension_days: 1", "2016-05-18", "2016-06-19", "1 day late: due on 2016-06-18 (30 days, LC 4610.6(d)(1)(B); extended by 1 day)"),
        ("standard\nextension_days: 0", "2016-05-18", "2016-06-18", "1 day late: due on 2016-06-17 (30 days, LC 4610.6(d)(1)(B))"),
        ("expedited\nextension_days: 2", "2016-05-18", "2016-05-23", None),
        ("expedited\nextension_days: 2", "2016-05-18", "2016-05-24", "1 day late"),
        ("standard\nformulary_dispute: yes\nextension_days: 3", "2018-05-01", "2018-05-11", None),
        ("standard\nformulary_dispute: yes\nextension_days: 3", "2018-05-01", "2018-05-14", "1 working day late: due on 2018-05-11"),
        ("standard\nextension_days: 3", None, "2016-07-03", None),
        ("standard\nextension_days: 3", None, "2016-07-04", "1 day late: due on 2016-07-03 (45 days"),
    ],
)  # fmt: skip
def test_an_extension(
    priority: str, received: str | None, decision: str, says: str | None, imr: Callable[..., Any]
) -> None:
    lines = late_lines(priority, received or "", decision, imr)
    assert [says in line for line in lines] == ([True] if says else []), lines


def test_an_extension_is_no_longer_than_the_law_allows(imr: Callable[..., Any]) -> None:
    late, long = late_lines("standard\nextension_days: 4", "2016-05-18", "2016-06-21", imr)
    assert "extended by 3 days" in long + late
    assert "the time can be extended by 3 days at most  [IMR314]" in (late, long)
    assert late_lines("standard\nextension_days: 3", "2016-05-18", "2016-06-06", imr) == []


def test_an_extension_is_not_printed(imr: Callable[..., Any]) -> None:
    plain = imr("decide", "-", stdin=changed().encode()).stdout
    extended = imr(
        "decide", "-", stdin=changed("priority: standard", "priority: standard\nextension_days: 3").encode()
    )
    assert extended.stdout == plain


@pytest.mark.parametrize("received", ["2012-03-18", None])
def test_before_the_first_clock_nothing_is_late(received: str | None, imr: Callable[..., Any]) -> None:
    """Reviews began in 2013; an earlier date is a slip, but not one of these rules."""
    case = changed(
        "injury: 2015-03-02", "injury: 2011-03-02", "utilization_review: 2016", "utilization_review: 2012",
        "application_received: 2016", "application_received: 2012", "assigned: 2016", "assigned: 2012",
        "  records_received: 2016-05-18\n", f"  records_received: {received}\n" if received else "",
        "decision: 2016-06-06", "decision: 2012-12-31",
    )  # fmt: skip
    ended = imr("decide", "-", "--check", stdin=case.encode())
    assert not {"IMR311", "IMR313"} & {line.rpartition("[")[2][:6] for line in ended.stderr.splitlines()}
    assert "IMR302" in ended.stderr
