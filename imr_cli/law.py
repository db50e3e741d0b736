"""What rules take from the law and from the language of letters: the rows of `guidelines/law/*.yaml`.

Deadlines, holidays, the required parts of a letter, specialties, and the phrases by which texts are read.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (a field's type is part of what the class says)
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


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
    """A part that the law requires of a letter. `says` names the fact that must stand in the text."""

    id: str
    says: str
    required_when: str
    since: dt.date
    authority: str
    certainty: Literal["verified", "memory"]


class Clocks(NamedTuple):
    """`clocks.yaml`."""

    clocks: tuple[Clock, ...]
    extension_days: int
    holidays: tuple[Holiday, ...]


class Specialty(NamedTuple):
    """A specialty (an expression) with the fields of treatment that it is far from."""

    name: str
    far: tuple[str, ...]


class Reviewers(NamedTuple):
    """`reviewers.yaml`."""

    states: tuple[str, ...]
    preferred_state: str
    fields: dict[str, str]
    specialties: tuple[Specialty, ...]


@dataclass(frozen=True)
class Phrases:
    """`phrases.yaml`. Its expressions are for text in lower case with single blanks (`text_facts`)."""

    texts: Mapping[str, Any]
    compiled: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def pattern(self, name: str, *path: str) -> re.Pattern[str]:
        """The expression of an entry; several expressions are alternatives."""
        key = " ".join((name, *path))
        found = self.compiled.get(key)
        if found is None:
            entry = self.entry(name, *path)
            entry = entry["pattern"] if isinstance(entry, dict) else entry
            found = re.compile(entry if isinstance(entry, str) else "|".join(entry))
            self.compiled[key] = found
        return found

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """The first place where an entry with anchors is found. Most texts have no anchor."""
        return self.pattern(name).search(text) if self._may_have(name, text) else None

    def finditer(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """All places where an entry with anchors is found."""
        if self._may_have(name, text):
            yield from self.pattern(name).finditer(text)

    def _may_have(self, name: str, text: str) -> bool:
        for anchor in self.texts[name]["anchors"]:  # noqa: SIM110  (half the time of `any` with a generator)
            if anchor in text:
                return True
        return False

    def entry(self, name: str, *path: str) -> Any:
        """What stands under those keys."""
        entry = self.texts[name]
        for step in path:
            entry = entry[step]
        return entry

    @cached_property
    def conclusions(self) -> re.Pattern[str]:
        """The phrases that conclude on a request; the group `against` or `for_it` tells which way."""
        entry = self.texts["conclusion"]
        sides = {
            side: "|".join(each.replace("{between}", entry["between"]) for each in entry[key])
            for side, key in (("against", "against"), ("for_it", "for"))
        }
        return re.compile("|".join(f"(?P<{side}>{alternatives})" for side, alternatives in sides.items()))

    @cached_property
    def part_of_body(self) -> dict[str, str]:
        """Each word for a part of the body, with its part."""
        return {word: part for part, words in self.texts["body_parts"].items() for word in words}

    @cached_property
    def request_words(self) -> frozenset[str]:
        """Words of a request that say nothing of what is asked for."""
        return frozenset(self.texts["request_words"])
