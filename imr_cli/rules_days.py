"""The rules of days that hardly go together: IMR321 and up. What cannot be at all: `rules_dates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case

_REVIEW = "utilization-review"


@check("audit", "IMR321", "warning")
def service_after_denial(case: Case) -> Iterator[Fault]:
    """A service under retrospective review was given after the denial.

    Why: a retrospective review looks back at a service already given; one of the two dates is wrong, or the
    review was prospective.
    Example: `service_date: 2017-02-15` with a denial of 2017-02-09.
    Remedy: correct the date, or `timing`.
    """
    denied = case.dates.utilization_review
    for place, item in enumerate(case.disputed_items):
        if item.timing == "retrospective" and item.service_date and item.service_date > denied:
            yield Fault(
                "`service_date` is after `utilization_review`", ("disputed_items", place, "service_date")
            )


@check("audit", "IMR322", "warning")
def injury_before_birth(case: Case) -> Iterator[Fault]:
    """The patient was not yet born on the date of injury, by the age on the decision date.

    Why: the age or the date of injury is wrong, and the letter states both.
    Example: an age of 34 in 2013 with an injury of 1975.
    Remedy: compare both with the application.
    """
    if case.patient is None or case.patient.age is None:
        return
    decided, injury = case.dates.decision, case.dates.injury
    years = decided.year - injury.year - ((decided.month, decided.day) < (injury.month, injury.day))
    if years > case.patient.age:
        yield Fault(
            f"{years} years before the decision a patient of {case.patient.age} was not born",
            ("dates", "injury"),
        )


@check("audit", "IMR323", "warning")
def record_date_outside_its_span(case: Case) -> Iterator[Fault]:
    """A record has a day of its own that lies outside the days that it spans.

    Why: an entry is one document with a `date`, or several with `from` and `to`; of both the letter prints
    the `date` alone.
    Example: `date: 2001-09-01, from: 2012-11-02, to: 2013-06-20`.
    Remedy: keep the one that is right.
    """
    for place, record in enumerate(case.records):
        day, first, last = record.date, record.first, record.last
        if day is None:
            continue
        if (first is not None and day < first) or (last is not None and day > last):
            yield Fault("`date` of a record is outside its `from` and `to`", ("records", place, "date"))


@check("audit", "IMR324", "note")
def denial_listed_on_another_day(case: Case) -> Iterator[Fault]:
    """A utilization review among the records is of another day than the denial that the letter names.

    Why: the header's UR Denial Date, or the record's, may be that of another decision. A denial that was
    appealed within utilization review has two.
    Example: `utilization_review: 2013-07-10` and a record of the kind utilization-review of 2013-07-20.
    Remedy: compare both with the denial that is under review.
    """
    denied = case.dates.utilization_review
    listed = [(place, each) for place, each in enumerate(case.records) if each.kind == _REVIEW]
    for place, record in listed:
        if record.date is not None and (record.date > denied or (len(listed) == 1 and record.date != denied)):
            yield Fault(
                f"the utilization review is of another day than `utilization_review`, {denied.isoformat()}",
                ("records", place, "date"),
            )


@check("audit", "IMR325", "warning")
def records_before_application(case: Case) -> Iterator[Fault]:
    """The request and the complete records were there before the application was received.

    Why: the legal clock starts when both are there, so a day before the application is a wrong one.
    Example: `records_received: 2013-07-01` with an application of 2013-07-22.
    Remedy: correct the date.
    Authority: LC 4610.6(d).
    """
    received = case.dates.records_received
    if received is not None and received < case.dates.application_received:
        yield Fault("`records_received` is before `application_received`", ("dates", "records_received"))
