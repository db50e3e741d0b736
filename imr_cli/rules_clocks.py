"""The rules of clocks: IMR311 and up. Deadlines and holidays are data (`guidelines/law/clocks.yaml`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.deadlines import clock_of, granted, last_day
from imr_cli.finding import Fault, check
from imr_cli.working_days import working_days_between

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
    Remedy: compare `records_received` and `decision` with the file; where the Director approved up to 3 days
    more, record them as `extension_days`. There is nothing else to do but to mail the letter.
    Authority: LC 4610.6(d)(1)(A) and (B); LC 4610.6(d)(2) and (3) (memory); Margaris 2016.
    """
    start = case.dates.records_received
    clock = _clock(case, "records_received")
    if start is None or clock is None:
        return
    due = last_day(clock, start, case.extension_days)
    if case.dates.decision > due:
        yield Fault(_late(clock, start, due, case, "the records were complete"), ("dates", "decision"))


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
    due = last_day(clock, case.dates.assigned, case.extension_days)
    if case.dates.decision > due:
        message = _late(clock, case.dates.assigned, due, case, "the case was assigned")
        yield Fault(message, ("dates", "decision"))


@check("audit", "IMR314", "warning")
def extension_too_long(case: Case) -> Iterator[Fault]:
    """The time for the review was extended by more days than the law allows.

    Why: days beyond those do not count; the number may be a slip.
    Example: `extension_days: 30`.
    Remedy: compare with the Director's approval.
    Authority: LC 4610.6(d)(3) (memory).
    """
    allowed = granted(case.extension_days)
    if case.extension_days is not None and case.extension_days > allowed:
        yield Fault(f"the time can be extended by {allowed} days at most", ("extension_days",))


def _clock(case: Case, starts: str) -> Clock | None:
    return clock_of(case.dates.decision, case.priority, case.formulary_dispute, starts)


def _late(clock: Clock, start: dt.date, due: dt.date, case: Case, event: str) -> str:
    decision, more = case.dates.decision, granted(case.extension_days)
    unit = "working days" if clock.kind == "working" else "days"
    limit = f"due on {due.isoformat()} ({clock.days} {unit}, {clock.authority}"
    limit += f"; extended by {_counted(more, 'days')})" if more else ")"
    if clock.kind == "working":
        taken, late = working_days_between(start, decision), working_days_between(due, decision)
        if not late:
            over = _counted((decision - due).days, "days")
            return f"decided on {decision.isoformat()}, which is no working day, {over} late: {limit}"
    else:
        taken, late = (decision - start).days, (decision - due).days
    return f"decided {taken} {unit} after {event}, {_counted(late, unit)} late: {limit}"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit if number != 1 else unit[:-1]}"
