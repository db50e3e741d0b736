"""Two exemplary cases that between them have every part that a letter can have: layouts are tried with them.

They are no cases that anybody decided. What stands in them only has to be found again in a finished letter.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from imr_cli.case.model import Case, Dates, Guidelines, Item, MedicalRecord, MtusCitation, Reviewer, Source
from imr_cli.decision.decide import ItemDecision
from imr_cli.decision.determination import Determination

if TYPE_CHECKING:
    from imr_cli.guideline.table import Table


_DATES = Dates(
    injury=dt.date(2021, 1, 12),
    utilization_review=dt.date(2022, 2, 14),
    application_received=dt.date(2022, 3, 16),
    assigned=dt.date(2022, 4, 18),
    decision=dt.date(2022, 5, 20),
    records_received=dt.date(2022, 4, 22),
)

_REVIEWERS = (
    Reviewer(("Occupational Medicine",), ("California", "Oregon")),
    Reviewer(("Neurology", "Pain Medicine"), ("Nevada",)),
    Reviewer(("Orthopedic Surgery",), ("Washington",)),
)

_SUMMARY = "The exemplary worker was hurt.\n\nThe second paragraph of the exemplary summary."

_STUDY = Source(
    "study",
    authors="Example A, Example B",
    title="An exemplary study",
    journal="Exemplary Journal",
    year="2020",
    volume="7",
    pages="1-9",
)

_GUIDELINE = Source(
    "guideline",
    organization="Exemplary College",
    year="2019",
    chapter="Exemplary Chapter",
    section="Exemplary Section",
)


def specimens(table: Table) -> tuple[Determination, Determination]:
    """Return a draft of several reviewers with every kind of item, and a final letter of one reviewer."""
    records = (
        MedicalRecord("R1", "utilization-review", "Exemplary denial", date=dt.date(2022, 2, 13)),
        MedicalRecord("R2", "progress-report", author="exemplary physician", first=_DATES.injury),
    )
    items = _items(table)
    draft = Case("CM22-7654321", "expedited", _DATES, _SUMMARY, items, reviewers=_REVIEWERS, records=records)
    proposed = ItemDecision(
        "upheld", "First exemplary reason.\n\nMore of the first reason.", is_proposed=True
    )
    second = ItemDecision("overturned", "Second exemplary reason.\n\nMore of the second reason.")
    third = ItemDecision("upheld", "Third exemplary reason.")
    free_text = Guidelines(other=("Exemplary source in free text",))
    items = (
        Item("Exemplary treatment", Guidelines(is_none=True)),
        Item("Another exemplary treatment", free_text),
    )
    final = Case("CM22-1234567", "standard", _DATES, _SUMMARY, items, reviewer=_REVIEWERS[0])
    decided = (
        ItemDecision("overturned", "An exemplary reason."),
        ItemDecision("upheld", "Another exemplary reason."),
    )
    return Determination(draft, (), (proposed, second, third)), Determination(final, (), decided)


def _items(table: Table) -> tuple[Item, ...]:
    first, second = (MtusCitation(name, (f"Section of {name}",), "7") for name in table.document_ids[:2])
    return (
        Item(
            "First exemplary treatment",
            Guidelines((first, second), (_STUDY, _GUIDELINE), "not-addressed", ("What they add.",)),
            claims_administrator_guideline=Guidelines((second,)),
        ),
        Item(
            "Second exemplary treatment",
            Guidelines(other=(_GUIDELINE,), why_not_mtus="rebutted"),
            original_request="What was requested first",
            authorized="what was authorized",
            disputed_part="remainder",
            votes=("upheld", "overturned", "overturned"),
            departure="An exemplary departure.\n\nMore of the departure.",
        ),
        Item(
            "Third exemplary treatment",
            Guidelines((second,)),
            original_request="Third exemplary treatment",
            authorized="something else",
            disputed_part="whole",
            votes=("upheld", "overturned", "upheld"),
        ),
    )
