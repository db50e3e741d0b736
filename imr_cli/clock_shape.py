"""The form of `guidelines/law/clocks.yaml`: deadlines and holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.law import Clock, Clocks, Holiday
from imr_cli.law_shape import CERTAINTY, DAY, TEXT
from imr_cli.shape import Field, ListOf, Number, OneOf, Record

if TYPE_CHECKING:
    from imr_cli.finding import Finding, Path
    from imr_cli.reader import Node

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST = -1


class _Place(Number):
    """Which one of a month's days of a kind: 1 to 5, or `last`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        return LAST if node == "last" else super().read(node, path, faults)


CLOCK = Record(
    Clock,
    Field("id", TEXT, required=True),
    Field("review", OneOf(("standard", "expedited", "formulary")), required=True),
    Field("days", Number(1, 366), required=True),
    Field("kind", OneOf(("calendar", "working")), required=True),
    Field("starts", OneOf(("records_received", "assigned")), required=True),
    Field("since", DAY, required=True),
    Field("authority", TEXT, required=True),
    Field("certainty", CERTAINTY, required=True),
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

CLOCKS = Record(
    Clocks,
    Field("clocks", ListOf(CLOCK, 1), required=True),
    Field("extension_days", Number(0, 30), required=True),
    Field("holidays", ListOf(HOLIDAY, 1), required=True),
)
