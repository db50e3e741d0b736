"""The form of the files under `guidelines/law`; those of phrases and conclusions stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.law import CitationRule, Clock, Clocks, Holiday, RequiredPart, Reviewers, Specialty
from imr_cli.phrases_shape import EXPRESSION, EXPRESSIONS, TEXT, WORDS, all_of
from imr_cli.shape import Day, Field, ListOf, MapOf, Number, OneOf, Record

if TYPE_CHECKING:
    from imr_cli.finding import Finding, Path
    from imr_cli.reader import Node

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST = -1


class _Place(Number):
    """Which one of a month's days of a kind: 1 to 5, or `last`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        return LAST if node == "last" else super().read(node, path, faults)


DAY = Day()
CERTAINTY = OneOf(("verified", "memory"))

CLOCK = all_of(
    Clock,
    id=TEXT,
    review=OneOf(("standard", "expedited", "formulary")),
    days=Number(1, 366),
    kind=OneOf(("calendar", "working")),
    starts=OneOf(("records_received", "assigned")),
    since=DAY,
    authority=TEXT,
    certainty=CERTAINTY,
)

HOLIDAY = Record(
    Holiday,
    Field("id", TEXT, required=True),
    Field("month", Number(1, 12), required=True),
    Field("day", Number(1, 31)),
    Field("weekday", OneOf(WEEKDAYS)),
    Field("place", _Place(1, 5)),
    Field("plus", Number(0, 6)),
    Field("sunday", OneOf(WEEKDAYS)),
    Field("saturday", OneOf(WEEKDAYS)),
)

CLOCKS = all_of(Clocks, clocks=ListOf(CLOCK, 1), extension_days=Number(0, 30), holidays=ListOf(HOLIDAY, 1))

CITATIONS = all_of(
    dict,
    names=all_of(dict, guideline=EXPRESSIONS, study=EXPRESSIONS, mtus=EXPRESSIONS),
    requirements=ListOf(
        Record(
            CitationRule,
            Field("id", TEXT, required=True),
            Field("since", DAY, required=True),
            Field("years", Number(1, 99)),
            Field("authority", TEXT, required=True),
            Field("certainty", CERTAINTY, required=True),
        ),
        1,
    ),
)

LETTER = all_of(
    dict,
    parts=ListOf(
        Record(
            RequiredPart,
            Field("id", TEXT, required=True),
            Field("says", TEXT, required=True),
            Field("required_when", TEXT, required=True),
            Field("since", DAY, required=True),
            Field("authority", TEXT, required=True),
            Field("certainty", CERTAINTY, required=True),
            Field("sentences", MapOf(ListOf(TEXT)), default={}),
        ),
        1,
    ),
)

REVIEWERS = all_of(
    Reviewers,
    states=WORDS,
    preferred_state=TEXT,
    fields=MapOf(EXPRESSION),
    narrower=MapOf(MapOf(EXPRESSION)),
    specialties=ListOf(all_of(Specialty, words=WORDS, far=WORDS), 1),
)
