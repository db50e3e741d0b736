"""What rules take from the law: the rows of `guidelines/law/*.yaml`.

Deadlines, holidays, the required parts of a letter, and specialties.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (a field's type is part of what the class says)
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from imr_cli.files import yaml
from imr_cli.files.bundled import DataFile, bundled, parsed, read_data, shown_place
from imr_cli.files.cache import code_of, derived
from imr_cli.files.schema import (
    EXPRESSION,
    EXPRESSIONS,
    TEXT,
    WORDS,
    Day,
    Field,
    ListOf,
    MapOf,
    Number,
    OneOf,
    Record,
    required,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from imr_cli.files.schema import Shape
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding, Path


class Clock(NamedTuple):
    """How many days a review may take, counted from the day that `starts` names, in force from `since`."""

    id: str
    review: str
    days: int
    kind: Literal["calendar", "working"]
    starts: Literal["records_received", "assigned"]
    since: dt.date
    authority: str
    certainty: Literal["verified", "memory"]


class Holiday(NamedTuple):
    """A fixed day (`month`, `day`), or the `place`-th `weekday` of a month, `plus` days later."""

    id: str
    month: int
    day: int | None = None
    weekday: str | None = None
    place: int | None = None
    plus: int = 0
    sunday: str | None = None
    saturday: str | None = None


class RequiredPart(NamedTuple):
    """A part that the law requires of a letter. `says` names the fact that must stand in the text.

    `sentences` of the wording carry it: by key, the facts that a house must leave in its own sentence, which
    is never blank. A key that ends in `*` stands for all that begin so.
    """

    id: str
    says: str
    required_when: str
    since: dt.date
    authority: str
    certainty: Literal["verified", "memory"]
    sentences: Mapping[str, Sequence[str]] = {}


class Clocks(NamedTuple):
    """`clocks.yaml`."""

    clocks: tuple[Clock, ...]
    extension_days: int
    holidays: tuple[Holiday, ...]


class CitationRule(NamedTuple):
    """What the law asks of a citation in a decision of `since` or later; `years` where it counts some."""

    id: str
    since: dt.date
    authority: str
    certainty: Literal["verified", "memory"]
    years: int | None = None


class Specialty(NamedTuple):
    """A specialty, by beginnings of words of a certification, with the fields of treatment it is far from."""

    words: tuple[str, ...]
    far: tuple[str, ...]


class Reviewers(NamedTuple):
    """`reviewers.yaml`."""

    states: tuple[str, ...]
    preferred_state: str
    fields: dict[str, str]
    narrower: dict[str, dict[str, str]]
    specialties: tuple[Specialty, ...]


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST = -1


class _Place(Number):
    """Which one of a month's days of a kind: 1 to 5, or `last`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        return LAST if node == "last" else super().read(node, path, faults)


DAY = Day()
CERTAINTY = OneOf(("verified", "memory"))

CLOCK = required(
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

CLOCKS = required(Clocks, clocks=ListOf(CLOCK, 1), extension_days=Number(0, 30), holidays=ListOf(HOLIDAY, 1))

CITATIONS = required(
    dict,
    names=required(dict, guideline=EXPRESSIONS, study=EXPRESSIONS, mtus=EXPRESSIONS),
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

LETTER = required(
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

REVIEWERS = required(
    Reviewers,
    states=WORDS,
    preferred_state=TEXT,
    fields=MapOf(EXPRESSION),
    narrower=MapOf(MapOf(EXPRESSION)),
    specialties=ListOf(required(Specialty, words=WORDS, far=WORDS), 1),
)

FILES = (
    "law/citations.yaml",
    "law/clocks.yaml",
    "law/letter.yaml",
    "law/reviewers.yaml",
    "language/conclusions.yaml",
    "language/phrases.yaml",
)


@cache
def clocks() -> Clocks:
    """Deadlines and holidays."""
    read: Clocks = _read("law/clocks.yaml", CLOCKS)
    return read


@cache
def _citations() -> Mapping[str, Any]:
    read: Mapping[str, Any] = _read("law/citations.yaml", CITATIONS)
    return read


def citation_rules() -> tuple[CitationRule, ...]:
    """What the law asks of a citation."""
    rows: tuple[CitationRule, ...] = _citations()["requirements"]
    return rows


def source_names() -> Mapping[str, tuple[str, ...]]:
    """The expressions by which guidelines, studies and documents of the MTUS are told in free text."""
    names: Mapping[str, tuple[str, ...]] = _citations()["names"]
    return names


def citation_rule(name: str, day: dt.date) -> CitationRule | None:
    """The latest requirement of that name that holds for a decision of a day."""
    rows = [each for each in citation_rules() if each.id == name and each.since <= day]
    return max(rows, key=lambda each: each.since, default=None)


@cache
def required_parts() -> tuple[RequiredPart, ...]:
    """The parts that the law requires of a letter."""
    parts: tuple[RequiredPart, ...] = _read("law/letter.yaml", LETTER)["parts"]
    return parts


@cache
def reviewers() -> Reviewers:
    """States and specialties."""
    read: Reviewers = _read("law/reviewers.yaml", REVIEWERS)
    return read


@cache
def _files() -> Mapping[str, DataFile]:
    """Return the files of the law, by name."""
    folder = bundled("guidelines")
    contents = {name: read_data(folder, name) for name in FILES}
    places = {name: shown_place(folder, name) for name in FILES}
    nodes = derived(
        "law",
        {**contents, **code_of(yaml)},
        lambda: {name: parsed(places[name], content) for name, content in contents.items()},
    )
    return {name: DataFile(places[name], contents[name], nodes[name]) for name in FILES}


def law_file(name: str) -> DataFile:
    """Return one of `FILES` as it stands."""
    return _files()[name]


def _read(name: str, shape: Shape) -> Any:
    file = law_file(name)
    faults: list[Finding] = []
    read = shape.read(file.node, (), faults)
    file.refuse(faults)
    return read
