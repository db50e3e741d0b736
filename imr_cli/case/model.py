"""The case: what a case file says, typed and nothing added.

Field names are those of the file. What the law or the guideline makes of them is decided elsewhere.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (a field's type is part of what the class says)
from typing import Any, Literal, NamedTuple

Decision = Literal["upheld", "overturned"]

Quantity = float | None
"""An amount, or None where the case says `unknown`."""


class Dates(NamedTuple):
    """The days of a case. `records_received` starts the legal clock; it is optional in the file."""

    injury: dt.date
    utilization_review: dt.date
    application_received: dt.date
    assigned: dt.date
    decision: dt.date
    records_received: dt.date | None = None


class Reviewer(NamedTuple):
    """The physician reviewer's qualifications; the first certification is the primary one."""

    board_certifications: tuple[str, ...]
    licensed_in: tuple[str, ...]
    active_practice_years: str | None = None
    active_practice_hours_per_week: float | None = None


class Patient(NamedTuple):
    """The injured worker as the header of the file has them. Age in years on the decision date."""

    age: int | None = None
    sex: str | None = None


class MedicalRecord(NamedTuple):
    """A document that was reviewed: one `date`, or a span `from` .. `to` (attributes `first`, `last`)."""

    id: str | None = None
    kind: str | None = None
    title: str | None = None
    author: str | None = None
    date: dt.date | None = None
    first: dt.date | None = None
    last: dt.date | None = None


class MtusCitation(NamedTuple):
    """A document of the MTUS by its id in the table, with sections and pages as cited."""

    document: str
    sections: tuple[str, ...] = ()
    pages: str | None = None


class Source(NamedTuple):
    """A source outside the MTUS, in parts: a guideline or a study."""

    kind: Literal["guideline", "study"]
    organization: str | None = None
    year: str | None = None
    chapter: str | None = None
    section: str | None = None
    authors: str | None = None
    title: str | None = None
    journal: str | None = None
    volume: str | None = None
    pages: str | None = None


class Guidelines(NamedTuple):
    """What one side cited for one item. `is_none`: the case says in so many words that it cited nothing."""

    mtus: tuple[MtusCitation, ...] = ()
    other: tuple[str | Source, ...] = ()
    why_not_mtus: Literal["not-addressed", "rebutted"] | None = None
    adds: tuple[str, ...] = ()
    is_none: bool = False


class Item(NamedTuple):
    """One disputed treatment and what was decided on it.

    `treatment` is the request, verbatim. `decision` and `rationale` are None until a physician wrote them.
    `original_request` and `authorized` stand together, where utilization review approved a part. `votes`
    are the determinations of several reviewers, in their order; `decision` is then what they come to.
    """

    treatment: str
    reviewer_guideline: Guidelines
    claims_administrator_guideline: Guidelines | None = None
    topic: str | None = None
    diagnosis: str | None = None
    timing: Literal["prospective", "concurrent", "retrospective"] = "prospective"
    service_date: dt.date | None = None
    surgery_date: dt.date | None = None
    requested: dict[str, Quantity] = {}
    prior: dict[str, Quantity] = {}
    original_request: str | None = None
    authorized: str | None = None
    disputed_part: Literal["remainder", "whole"] | None = None
    depends_on: str | None = None
    findings: dict[str, str] = {}
    records: tuple[str, ...] = ()
    decision: Decision | None = None
    votes: tuple[Decision, ...] = ()
    departure: str | None = None
    rationale: str | None = None

    @property
    def is_partly_authorized(self) -> bool:
        """Return whether utilization review approved a part of the request, or something else instead."""
        return self.original_request is not None

    @property
    def is_whole_in_dispute(self) -> bool:
        """Return whether the original request is still open as it was made."""
        if self.disputed_part is not None:
            return self.disputed_part == "whole"
        return self.original_request is not None and _folded(self.treatment) == _folded(self.original_request)


class Case(NamedTuple):
    """One case file, or one document of a stream. It has a `reviewer`, or several `reviewers`."""

    case_number: str
    priority: Literal["standard", "expedited"]
    dates: Dates
    clinical_summary: str
    disputed_items: tuple[Item, ...]
    reviewer: Reviewer | None = None
    reviewers: tuple[Reviewer, ...] = ()
    formulary_dispute: Literal["yes", "no"] | None = None
    extension_days: int | None = None
    patient: Patient | None = None
    records: tuple[MedicalRecord, ...] = ()
    parties: dict[str, Any] = {}

    @property
    def all_reviewers(self) -> tuple[Reviewer, ...]:
        """Return the one reviewer, or all of them."""
        return self.reviewers or ((self.reviewer,) if self.reviewer is not None else ())

    def parent_of(self, item: Item) -> Item | None:
        """Return the item that this one is only needed for: by number from 1, or by its treatment."""
        name = item.depends_on
        if name is None:
            return None
        if name.isdecimal() and len(name) <= 4:
            place = int(name) - 1
            return self.disputed_items[place] if 0 <= place < len(self.disputed_items) else None
        named = (each for each in self.disputed_items if _folded(each.treatment) == _folded(name))
        return next(named, None)

    def governing_date(self, item: Item) -> dt.date:
        """Return the day whose guideline governs: the date of service looking back, else the decision date.

        Inference from the MTUS regulations; no decision was seen that settles it.
        """
        if item.timing == "retrospective" and item.service_date is not None:
            return item.service_date
        return self.dates.decision


def prevailing(votes: tuple[Decision, ...]) -> Decision:
    """Return what several reviewers come to: the majority; an even split overturns the denial.

    LC 4610.6(e), from memory; 8 CCR 9792.10.6(c).
    """
    return "upheld" if 2 * votes.count("upheld") > len(votes) else "overturned"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
