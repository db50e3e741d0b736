"""What rules take from the law and from the language of letters: the rows of `guidelines/law/*.yaml`.

Deadlines, holidays, the required parts of a letter, specialties, and the phrases by which texts are read.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (a field's type is part of what the class says)
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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


class Gate(NamedTuple):
    """What a text must have for an expression to be worth trying: one of the words, and one of the anchors.

    Without words, or without anchors, any text will do. `anchors` are pieces of text.
    """

    words: frozenset[str]
    anchors: tuple[str, ...]


_NAMED = re.compile(r"\{([a-z_]+)\}")


class Phrases:
    """`phrases.yaml` or `conclusions.yaml`.

    Their expressions are for text in lower case with single blanks (`text_facts`).
    """

    def __init__(self, texts: Mapping[str, Any]) -> None:
        self.texts = texts
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._gates: dict[tuple[str, ...], Gate] = {}

    def pattern(self, *path: str) -> re.Pattern[str]:
        """The expression of an entry, compiled when it is first needed."""
        found = self._compiled.get(path)
        if found is None:
            found = self._compiled[path] = re.compile(self.expression(*path))
        return found

    def expression(self, *path: str) -> str:
        """The text of an entry's expression; several are alternatives."""
        entry = self.entry(*path)
        entry = entry["pattern"] if isinstance(entry, dict) else entry
        text = entry if isinstance(entry, str) else "|".join(entry)
        return self.written_out(text, self.entry(*path[:-1]))

    @staticmethod
    def written_out(expression: str, beside: Mapping[str, Any]) -> str:
        """The expression with the text of an entry beside it in place of each `{name}`."""
        while names := [each for each in _NAMED.findall(expression) if each in beside]:
            for name in names:
                expression = expression.replace(f"{{{name}}}", beside[name])
        return expression

    def gate(self, *path: str) -> Gate:
        """What a text must have for the entry's expression to be found in it."""
        found = self._gates.get(path)
        if found is None:
            entry = self.entry(*path)
            found = Gate(frozenset(entry.get("words", ())), tuple(entry.get("anchors", ())))
            self._gates[path] = found
        return found

    def entry(self, *path: str) -> Any:
        """What stands under those keys."""
        entry: Any = self.texts
        for step in path:
            entry = entry[step]
        return entry

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """The mark that ends a sentence, with the blank after it; the stop of an abbreviation is none."""
        stops = "".join(rf"(?<!\b{re.escape(each)}\.)" for each in self.texts["abbreviations"])
        return re.compile(rf"[.!?]{stops}[\"')]* ")

    @cached_property
    def part_of_body(self) -> dict[str, str]:
        """Each word for a part of the body, with its part."""
        return {word: part for part, words in self.texts["body_parts"].items() for word in words}

    @cached_property
    def part_meant(self) -> dict[str, frozenset[str]]:
        """Each word that may mean a part of the body, with the parts that it may mean."""
        found: dict[str, set[str]] = {}
        for kind in ("body_parts", "structures"):
            for part, words in self.texts[kind].items():
                for word in words:
                    found.setdefault(word, set()).add(part)
        return {word: frozenset(parts) for word, parts in found.items()}

    @cached_property
    def request_words(self) -> frozenset[str]:
        """Words of a request that say nothing of what is asked for."""
        return frozenset(self.texts["request_words"])

    @cached_property
    def given_names(self) -> frozenset[str]:
        """First names of persons."""
        return frozenset(self.texts["given_names"])

    @cached_property
    def sexes(self) -> dict[str, tuple[str, bool]]:
        """Each word that tells a sex: (sex, whether the word names the patient)."""
        return {
            word: (sex, kind == "nouns")
            for sex in ("female", "male")
            for kind in ("nouns", "pronouns")
            for word in self.texts["sex"][sex][kind]
        }

    @cached_property
    def key_records(self) -> tuple[str, ...]:
        """The kinds of records that decide many cases."""
        return tuple(kind for kind, row in self.texts["records"].items() if row.get("key") == "yes")
