"""The rules of dates and clocks: IMR301 and up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.guideline.clocks import clock_of, granted, last_day, working_days_between

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.case.model import Case
    from imr_cli.checks.audit import Audit

_ORDER = ("injury", "utilization_review", "application_received", "assigned", "decision")


@check("IMR301", stage="form")
def dates_out_of_order(audit: Audit) -> Iterator[Fault]:
    """Two dates of a case stand in an order that cannot be.

    Why: one of the two is wrong, and a determination can be appealed for a plainly wrong fact.
    Example: a decision before the case was assigned.
    Remedy: correct the date. The order is injury, utilization review, application, assigned, decision;
    records are received before the decision. Two events may fall on one day.
    """
    dates = audit.case.dates
    for earlier, later in pairwise(_ORDER):
        if getattr(dates, earlier) > getattr(dates, later):
            yield Fault(f"`{later}` is before `{earlier}`", ("dates", later))
    if dates.records_received is not None:
        if dates.records_received > dates.decision:
            yield Fault("`records_received` is after `decision`", ("dates", "records_received"))
        if dates.records_received < dates.injury:
            yield Fault("`records_received` is before `injury`", ("dates", "records_received"))


@check("IMR302", "warning", stage="form")
def year_of_case_number(audit: Audit) -> Iterator[Fault]:
    """The year in the case number is not the year in which the application was received.

    Why: one of the two is wrong, or the number belongs to another case.
    Example: CM13-0004321 with an application received in 2016.
    Remedy: compare both with the application.
    """
    case = audit.case
    received = case.dates.application_received
    if case.case_number[2:4] != f"{received.year % 100:02}":
        yield Fault(
            f"the number is of 20{case.case_number[2:4]}, the application was received in {received.year}",
            ("case_number",),
        )


@check("IMR303", stage="form")
def service_date_out_of_order(audit: Audit) -> Iterator[Fault]:
    """A service was given before the injury, or after the decision on it.

    Why: the date of service says which edition of the guideline governs.
    Example: `service_date: 2013-06-01` with an injury of 2013-09-03.
    Remedy: correct the date.
    """
    case = audit.case
    for index, item in enumerate(case.disputed_items):
        day = item.service_date
        if day is None:
            continue
        path = ("disputed_items", index, "service_date")
        if day < case.dates.injury:
            yield Fault("`service_date` is before `injury`", path)
        if day > case.dates.decision:
            yield Fault("`service_date` is after `decision`", path)


@check("IMR304", stage="form")
def record_date_out_of_order(audit: Audit) -> Iterator[Fault]:
    """A record's dates stand in an order that cannot be.

    Why: a document that was reviewed existed before the decision.
    Example: a progress report dated after the decision; `from` later than `to`.
    Remedy: correct the date.
    """
    for index, record in enumerate(audit.case.records):
        for field, day in (("date", record.date), ("from", record.first), ("to", record.last)):
            if day is not None and day > audit.case.dates.decision:
                yield Fault(f"`{field}` of a record is after `decision`", ("records", index, field))
        if record.first and record.last and record.first > record.last:
            yield Fault("`from` of a record is after its `to`", ("records", index, "from"))


@check("IMR311", "warning", stage="case")
def letter_late(audit: Audit) -> Iterator[Fault]:
    """The decision comes after the day on which it was due.

    Why: the law sets 30 days for a standard review, 3 for an expedited one and 5 working days for a dispute
    under the drug formulary, from the request and complete records. A late letter stays valid.
    Example: records of 2014-11-26 and a decision of 2015-01-08: due on 2014-12-26, 13 days late.
    Remedy: compare `records_received` and `decision` with the file; where the Director approved up to 3 days
    more, record them as `extension_days`. There is nothing else to do but to mail the letter.
    Authority: LC 4610.6(d)(1)(A) and (B); LC 4610.6(d)(2) and (3) (memory); Margaris 2016.
    """
    yield from _late(audit.case, "records_received", "the records were complete")


@check("IMR312", "note", stage="case")
def clock_not_computable(audit: Audit) -> Iterator[Fault]:
    """It is not known when the legal clock began, so nobody can say whether the letter is in time.

    Why: a missing date was once counted as 0 days, which is in time.
    Example: a case without `records_received`.
    Remedy: add the day on which the request and the complete records were there.
    Authority: LC 4610.6(d).
    """
    if audit.case.dates.records_received is None:
        yield Fault(
            "`records_received` is missing, so it is not known whether the letter is in time", ("dates",)
        )


@check("IMR313", "warning", stage="case")
def slow_since_assigned(audit: Audit) -> Iterator[Fault]:
    """The review took longer than the organization itself allows, counted from the assignment.

    Why: where it is not known when the records were complete, this is the only measure; a date may be wrong.
    Example: an expedited case decided seven days after it was assigned.
    Remedy: compare `assigned` and `decision` with the file, or add `records_received`.
    Authority: the organization's annual report measures 45 days for standard reviews, 4 for expedited ones.
    """
    if audit.case.dates.records_received is None:
        yield from _late(audit.case, "assigned", "the case was assigned")


@check("IMR314", "warning", stage="case")
def extension_too_long(audit: Audit) -> Iterator[Fault]:
    """The time for the review was extended by more days than the law allows.

    Why: days beyond those do not count; the number may be a slip.
    Example: `extension_days: 30`.
    Remedy: compare with the Director's approval.
    Authority: LC 4610.6(d)(3) (memory).
    """
    case = audit.case
    allowed = granted(case.extension_days)
    if case.extension_days is not None and case.extension_days > allowed:
        yield Fault(f"the time can be extended by {allowed} days at most", ("extension_days",))


def _late(case: Case, starts: str, event: str) -> Iterator[Fault]:
    """Yield that a case was decided after the last day of the clock that starts with an event."""
    start: dt.date | None = getattr(case.dates, starts)
    clock = clock_of(case.dates.decision, case.priority, case.formulary_dispute, starts)
    if start is None or clock is None:
        return
    due = last_day(clock, start, case.extension_days)
    decision, more = case.dates.decision, granted(case.extension_days)
    if decision <= due:
        return
    unit = "working days" if clock.kind == "working" else "days"
    limit = f"due on {due.isoformat()} ({clock.days} {unit}, {clock.authority}"
    limit += f"; extended by {_counted(more, 'days')})" if more else ")"
    if clock.kind == "working":
        taken, late = working_days_between(start, decision), working_days_between(due, decision)
        if not late:
            over = _counted((decision - due).days, "days")
            message = f"decided on {decision.isoformat()}, which is no working day, {over} late: {limit}"
            yield Fault(message, ("dates", "decision"))
            return
    else:
        taken, late = (decision - start).days, (decision - due).days
    message = f"decided {taken} {unit} after {event}, {_counted(late, unit)} late: {limit}"
    yield Fault(message, ("dates", "decision"))


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit if number != 1 else unit[:-1]}"


@check("IMR321", "warning", stage="case")
def service_after_denial(audit: Audit) -> Iterator[Fault]:
    """A service under retrospective review was given after the denial.

    Why: a retrospective review looks back at a service already given; one of the two dates is wrong, or the
    review was prospective.
    Example: `service_date: 2017-02-15` with a denial of 2017-02-09.
    Remedy: correct the date, or `timing`.
    """
    denied = audit.case.dates.utilization_review
    for index, item in enumerate(audit.case.disputed_items):
        if item.timing == "retrospective" and item.service_date and item.service_date > denied:
            yield Fault(
                "`service_date` is after `utilization_review`", ("disputed_items", index, "service_date")
            )


@check("IMR322", "warning", stage="case")
def injury_before_birth(audit: Audit) -> Iterator[Fault]:
    """The patient was not yet born on the date of injury, by the age on the decision date.

    Why: the age or the date of injury is wrong, and the letter states both.
    Example: an age of 34 in 2013 with an injury of 1975.
    Remedy: compare both with the application.
    """
    case = audit.case
    if case.patient is None or case.patient.age is None:
        return
    decided, injury = case.dates.decision, case.dates.injury
    years = decided.year - injury.year - ((decided.month, decided.day) < (injury.month, injury.day))
    if years > case.patient.age:
        yield Fault(
            f"{years} years before the decision a patient of {case.patient.age} was not born",
            ("dates", "injury"),
        )


@check("IMR323", "warning", stage="case")
def record_date_outside_its_span(audit: Audit) -> Iterator[Fault]:
    """A record has a day of its own that lies outside the days that it spans.

    Why: an entry is one document with a `date`, or several with `from` and `to`; of both the letter prints
    the `date` alone.
    Example: `date: 2001-09-01, from: 2012-11-02, to: 2013-06-20`.
    Remedy: keep the one that is right.
    """
    for index, record in enumerate(audit.case.records):
        day, first, last = record.date, record.first, record.last
        if day is None:
            continue
        if (first is not None and day < first) or (last is not None and day > last):
            yield Fault("`date` of a record is outside its `from` and `to`", ("records", index, "date"))


@check("IMR324", "note", stage="case")
def denial_listed_on_another_day(audit: Audit) -> Iterator[Fault]:
    """A utilization review among the records is of another day than the denial that the letter names.

    Why: the header's UR Denial Date, or the record's, may be that of another decision. A denial that was
    appealed within utilization review has two.
    Example: `utilization_review: 2013-07-10` and a record of the kind utilization-review of 2013-07-20.
    Remedy: compare both with the denial that is under review.
    """
    denied = audit.case.dates.utilization_review
    listed = [
        (index, each) for index, each in enumerate(audit.case.records) if each.kind == "utilization-review"
    ]
    for index, record in listed:
        if record.date is not None and (record.date > denied or (len(listed) == 1 and record.date != denied)):
            yield Fault(
                f"the utilization review is of another day than `utilization_review`, {denied.isoformat()}",
                ("records", index, "date"),
            )


@check("IMR325", "warning", stage="case")
def records_before_application(audit: Audit) -> Iterator[Fault]:
    """The request and the complete records were there before the application was received.

    Why: the legal clock starts when both are there, so a day before the application is a wrong one.
    Example: `records_received: 2013-07-01` with an application of 2013-07-22.
    Remedy: correct the date.
    Authority: LC 4610.6(d).
    """
    received = audit.case.dates.records_received
    if received is not None and received < audit.case.dates.application_received:
        yield Fault("`records_received` is before `application_received`", ("dates", "records_received"))
