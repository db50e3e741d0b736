"""Days are counted as the law counts them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.files.schema import Expression
from imr_cli.guideline.clocks import due_day, holidays, is_working_day, working_days_between
from imr_cli.guideline.law import _citations, citation_rules, clocks, required_parts, reviewers
from imr_cli.texts.phrases import Phrases, phrases
from support.case_file import changed

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(autouse=True)
def computed_anew() -> None:
    """Holidays are kept from one test to the next; here they are what is tested."""
    holidays.cache_clear()


CLOCKS = {each.id: each for each in clocks().clocks}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_margaris() -> None:
    """Records of 2014-11-26, due 2014-12-26; issued 2015-01-08, that is on day 43 and 13 days late."""
    due = due_day(CLOCKS["standard"], day("2014-11-26"))
    assert due == day("2014-12-26")
    assert (day("2015-01-08") - due).days == 13
    assert (day("2015-01-08") - day("2014-11-26")).days == 43


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2018-03-05", "2018-03-12"),  # a plain week
        ("2018-01-11", "2018-01-19"),  # over Martin Luther King's day
        ("2018-11-20", "2018-11-29"),  # over Thanksgiving and the day after
        ("2018-12-21", "2018-12-31"),  # over Christmas
        ("2018-03-30", "2018-04-06"),  # Cesar Chavez on a Saturday is not kept
        ("2019-03-29", "2019-04-08"),  # on a Sunday it is kept on Monday
    ],
)
def test_five_working_days(start: str, due: str) -> None:
    assert due_day(CLOCKS["formulary"], day(start)) == day(due)
    assert working_days_between(day(start), day(due)) == 5


def test_holidays_of_a_year() -> None:
    assert sorted(each.isoformat() for each in holidays(2017)) == [
        "2017-01-02", "2017-01-16", "2017-02-20", "2017-03-31", "2017-05-29", "2017-07-04", "2017-09-04",
        "2017-11-10", "2017-11-23", "2017-11-24", "2017-12-25",
    ]  # fmt: skip
    assert sorted(each.isoformat() for each in holidays(2015)) == [
        "2015-01-01", "2015-01-19", "2015-02-16", "2015-03-31", "2015-05-25", "2015-07-04", "2015-09-07",
        "2015-11-11", "2015-11-26", "2015-11-27", "2015-12-25",
    ]  # fmt: skip
    assert sorted(each.isoformat() for each in holidays(2021)) == [
        "2021-01-01", "2021-01-18", "2021-02-15", "2021-03-31", "2021-05-31", "2021-07-05", "2021-09-06",
        "2021-11-11", "2021-11-25", "2021-11-26", "2021-12-25",
    ]  # fmt: skip
    assert not is_working_day(day("2017-11-10"))  # Veterans Day on a Saturday is kept on Friday
    assert is_working_day(day("2017-10-09"))
    assert not is_working_day(day("2017-10-08"))
    assert not is_working_day(day("2017-10-07"))


def test_expedited_and_assigned() -> None:
    assert due_day(CLOCKS["expedited"], day("2017-02-14")) == day("2017-02-17")
    assert due_day(CLOCKS["standard-since-assigned"], day("2017-01-01")) == day("2017-02-15")
    assert due_day(CLOCKS["expedited-since-assigned"], day("2017-01-01")) == day("2017-01-05")


def test_every_expression_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling all of them takes too long for each start of the program, so it is done here."""
    monkeypatch.setattr(Expression, "tried", True)
    assert isinstance(phrases.__wrapped__(), Phrases)
    assert reviewers.__wrapped__().preferred_state == "California"
    assert len({each.id for each in required_parts()}) == len(required_parts())
    _citations.cache_clear()
    assert {each.id for each in citation_rules()} > {"search-sequence", "years-reviewed"}
    _citations.cache_clear()


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
