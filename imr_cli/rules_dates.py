"""The rules of dates and clocks: IMR301 and up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case, Dates

_ORDER = ("injury", "utilization_review", "application_received", "assigned", "decision")


@check("dates", "IMR301")
def dates_out_of_order(dates: Dates) -> Iterator[Fault]:
    """Two dates of a case stand in an order that cannot be.

    Why: one of the two is wrong, and a determination can be appealed for a plainly wrong fact.
    Example: a decision before the case was assigned.
    Remedy: correct the date. The order is injury, utilization review, application, assigned, decision;
    records are received before the decision. Two events may fall on one day.
    """
    for earlier, later in pairwise(_ORDER):
        if getattr(dates, earlier) > getattr(dates, later):
            yield Fault(f"`{later}` is before `{earlier}`", (later,))
    if dates.records_received is not None:
        if dates.records_received > dates.decision:
            yield Fault("`records_received` is after `decision`", ("records_received",))
        if dates.records_received < dates.injury:
            yield Fault("`records_received` is before `injury`", ("records_received",))


@check("case", "IMR302", "warning")
def year_of_case_number(case: Case) -> Iterator[Fault]:
    """The year in the case number is not the year in which the application was received.

    Why: one of the two is wrong, or the number belongs to another case.
    Example: CM13-0004321 with an application received in 2016.
    Remedy: compare both with the application.
    """
    received = case.dates.application_received
    if case.case_number[2:4] != f"{received.year % 100:02}":
        yield Fault(
            f"the number is of 20{case.case_number[2:4]}, the application was received in {received.year}",
            ("case_number",),
        )


@check("case", "IMR303")
def service_date_out_of_order(case: Case) -> Iterator[Fault]:
    """A service was given before the injury, or after the decision on it.

    Why: the date of service says which edition of the guideline governs.
    Example: `service_date: 2013-06-01` with an injury of 2013-09-03.
    Remedy: correct the date.
    """
    for place, item in enumerate(case.disputed_items):
        day = item.service_date
        if day is None:
            continue
        path = ("disputed_items", place, "service_date")
        if day < case.dates.injury:
            yield Fault("`service_date` is before `injury`", path)
        if day > case.dates.decision:
            yield Fault("`service_date` is after `decision`", path)


@check("case", "IMR304")
def record_date_out_of_order(case: Case) -> Iterator[Fault]:
    """A record's dates stand in an order that cannot be.

    Why: a document that was reviewed existed before the decision.
    Example: a progress report dated after the decision; `from` later than `to`.
    Remedy: correct the date.
    """
    for place, record in enumerate(case.records):
        for field, day in (("date", record.date), ("from", record.first), ("to", record.last)):
            if day is not None and day > case.dates.decision:
                yield Fault(f"`{field}` of a record is after `decision`", ("records", place, field))
        if record.first and record.last and record.first > record.last:
            yield Fault("`from` of a record is after its `to`", ("records", place, "from"))
