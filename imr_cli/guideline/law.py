"""What rules take from the law: the rows of `guidelines/law/*.yaml`."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (a field's type is part of what the class says)
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from imr_cli.files import yaml
from imr_cli.files.bundled import DataFile, bundled, parsed, read_data, shown_place
from imr_cli.files.cache import code_of, derived
from imr_cli.files.schema import DAY, EXPRESSION, TEXT, ListOf, MapOf, Number, OneOf, required

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


EXPRESSIONS, WORDS = ListOf(EXPRESSION, 1), ListOf(TEXT, 1)
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

HOLIDAY = required(
    Holiday,
    id=TEXT,
    month=Number(1, 12),
    day=Number(1, 31),
    weekday=OneOf(WEEKDAYS),
    place=_Place(1, 5),
    plus=Number(0, 6),
    sunday=OneOf(WEEKDAYS),
    saturday=OneOf(WEEKDAYS),
)

CLOCKS = required(Clocks, clocks=ListOf(CLOCK, 1), extension_days=Number(0, 30), holidays=ListOf(HOLIDAY, 1))

CITATIONS = required(
    dict,
    names=required(dict, guideline=EXPRESSIONS, study=EXPRESSIONS, mtus=EXPRESSIONS),
    requirements=ListOf(
        required(CitationRule, id=TEXT, since=DAY, years=Number(1, 99), authority=TEXT, certainty=CERTAINTY),
        1,
    ),
)

PART = required(
    RequiredPart,
    id=TEXT,
    says=TEXT,
    required_when=TEXT,
    since=DAY,
    authority=TEXT,
    certainty=CERTAINTY,
    sentences=MapOf(ListOf(TEXT)),
)

LETTER = required(dict, parts=ListOf(PART, 1))

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
    """Return deadlines and holidays."""
    return cast("Clocks", _read("law/clocks.yaml", CLOCKS))


@cache
def _citations() -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", _read("law/citations.yaml", CITATIONS))


def citation_rules() -> tuple[CitationRule, ...]:
    """Return what the law asks of a citation."""
    return cast("tuple[CitationRule, ...]", _citations()["requirements"])


def source_names() -> Mapping[str, tuple[str, ...]]:
    """Return the expressions by which guidelines, studies and the MTUS are recognized in free text."""
    return cast("Mapping[str, tuple[str, ...]]", _citations()["names"])


def citation_rule(name: str, day: dt.date) -> CitationRule | None:
    """Return the latest requirement of that name that holds for a decision of a day."""
    rows = [each for each in citation_rules() if each.id == name and each.since <= day]
    return max(rows, key=lambda each: each.since, default=None)


@cache
def required_parts() -> tuple[RequiredPart, ...]:
    """Return the parts that the law requires of a letter."""
    return cast("tuple[RequiredPart, ...]", _read("law/letter.yaml", LETTER)["parts"])


@cache
def reviewers() -> Reviewers:
    """Return states and specialties."""
    return cast("Reviewers", _read("law/reviewers.yaml", REVIEWERS))


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
