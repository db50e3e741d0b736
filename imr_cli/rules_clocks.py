"""The rules of clocks: IMR311 and up. Deadlines and holidays are data (`guidelines/law/clocks.yaml`)."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import clocks
from imr_cli.working_days import due_day, working_days_between

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.case import Case
    from imr_cli.law import Clock


@check("audit", "IMR311", "warning")
def letter_late(case: Case) -> Iterator[Fault]:
    """The decision comes after the day on which it was due.

    Why: the law sets 30 days for a standard review, 3 for an expedited one and 5 working days for a dispute
    under the drug formulary, from the request and complete records. A late letter stays valid.
    Example: records of 2014-11-26 and a decision of 2015-01-08: due on 2014-12-26, 13 days late.
    Remedy: compare `records_received` and `decision` with the file; the Director may have approved up to 3
    days more. There is nothing else to do but to mail the letter.
    Authority: LC 4610.6(d)(1)(A) and (B); LC 4610.6(d)(2) and (3) (memory); Margaris 2016.
    """
    start = case.dates.records_received
    clock = _clock(case, "records_received")
    if start is None or clock is None:
        return
    due = due_day(clock, start)
    if case.dates.decision > due:
        yield Fault(
            _late(clock, start, due, case.dates.decision, "the records were complete"), ("dates", "decision")
        )


@check("audit", "IMR312", "note")
def clock_not_computable(case: Case) -> Iterator[Fault]:
    """It is not known when the legal clock began, so nobody can say whether the letter is in time.

    Why: a missing date was once counted as 0 days, which is in time.
    Example: a case without `records_received`.
    Remedy: add the day on which the request and the complete records were there.
    Authority: LC 4610.6(d).
    """
    if case.dates.records_received is None:
        yield Fault(
            "`records_received` is missing, so it is not known whether the letter is in time", ("dates",)
        )


@check("audit", "IMR313", "warning")
def slow_since_assigned(case: Case) -> Iterator[Fault]:
    """The review took longer than the organization itself allows, counted from the assignment.

    Why: where it is not known when the records were complete, this is the only measure; a date may be wrong.
    Example: an expedited case decided seven days after it was assigned.
    Remedy: compare `assigned` and `decision` with the file, or add `records_received`.
    Authority: the organization's annual report measures 45 days for standard reviews, 4 for expedited ones.
    """
    clock = _clock(case, "assigned")
    if case.dates.records_received is not None or clock is None:
        return
    due = due_day(clock, case.dates.assigned)
    if case.dates.decision > due:
        message = _late(clock, case.dates.assigned, due, case.dates.decision, "the case was assigned")
        yield Fault(message, ("dates", "decision"))


def _clock(case: Case, starts: str) -> Clock | None:
    """The clock of a case's kind of review that was in force when it was decided."""
    is_formulary = case.formulary_dispute == "yes" and case.priority != "expedited"
    kinds = ("formulary", case.priority) if is_formulary else (case.priority,)
    clocks_of_kinds = (_clock_on(case.dates.decision, kind, starts) for kind in kinds)
    return next((clock for clock in clocks_of_kinds if clock is not None), None)


@lru_cache(1000)
def _clock_on(day: dt.date, kind: str, starts: str) -> Clock | None:
    rows = (each for each in clocks().clocks if each.review == kind and each.starts == starts)
    return max((each for each in rows if each.since <= day), key=attrgetter("since"), default=None)


def _late(clock: Clock, start: dt.date, due: dt.date, decision: dt.date, event: str) -> str:
    if clock.kind == "working":
        taken, over = working_days_between(start, decision), working_days_between(due, decision)
        unit = "working days"
    else:
        taken, over, unit = (decision - start).days, (decision - due).days, "days"
    late = f"{over} {unit} late" if over != 1 else f"1 {unit[:-1]} late"
    return (
        f"decided {taken} {unit} after {event}, {late}: due on {due.isoformat()} ({clock.days} {unit}, "
        f"{clock.authority})"
    )
