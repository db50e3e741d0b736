"""The words of a letter: one file per language, overridden sentence by sentence by a house.

Code chooses *what* is said, as a `Reason`: a sentence's key and its facts. The wording says it. A sentence
may name its facts in braces and nothing else, so no text of a case can ever act as a template.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.decision.reason import Reason
from imr_cli.files.schema import Field, MapOf, Pattern, Record, Text
from imr_cli.findings.faults import house as rules

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding


_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Organization(NamedTuple):
    """Who issues the letter. `short_name` labels the reviewer's guideline line."""

    name: str
    short_name: str
    address: tuple[str, ...] = ()
    medical_director: str | None = None


WORDING = Record(
    dict,
    Field("language", Pattern("[a-z]{2}(-[A-Z]{2})?", rules.not_a_language, "en"), required=True),
    Field("sentences", MapOf(Text(blank=True)), required=True),
)


class Wording:
    """The sentences of one language, as one house says them."""

    def __init__(self, language: str, sentences: Mapping[str, str], organization: Organization) -> None:
        self.language = language
        self.organization = organization
        self._sentences = sentences
        self._cut: dict[str, list[str]] = {}
        self._dates: dict[dt.date, str] = {}
        self._always = {"organization": organization.name, "short_name": organization.short_name}

    def has(self, key: str) -> bool:
        """Whether the wording has that sentence."""
        return key in self._sentences

    def say(self, said: str | Reason, /, **facts: str | float | Reason) -> str:
        """Return the sentence of a key or a reason with its facts, which are put in as they are."""
        if isinstance(said, Reason):
            key, facts = said.key, said.facts
        else:
            key = said
        pieces = self._cut.get(key)
        if pieces is None:
            pieces = self._cut[key] = _PLACEHOLDER.split(self._sentences[key])
        if len(pieces) == 1:
            return pieces[0]
        filled = pieces.copy()
        filled[1::2] = [self._fact(name, facts) for name in pieces[1::2]]
        return "".join(filled)

    def date(self, day: dt.date) -> str:
        """Return a day as letters print it. Most days of a batch are named many times."""
        if day not in self._dates:
            facts = {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
            self._dates[day] = self.say("date", **facts)
        return self._dates[day]

    def _fact(self, name: str, facts: Mapping[str, str | float | Reason]) -> str:
        fact = facts[name] if name in facts else self._always[name]
        if isinstance(fact, Reason):
            return self.say(fact)
        return fact if isinstance(fact, str) else f"{fact:,.10g}"


def placeholders(sentence: str) -> tuple[str, ...]:
    """Return the names in braces."""
    return tuple(_PLACEHOLDER.findall(sentence))


def read_wording(node: Node, faults: list[Finding]) -> tuple[str, dict[str, str]]:
    """Return language and sentences of a wording file."""
    read = WORDING.read(node, (), faults)
    return (read["language"], read["sentences"]) if read else ("", {})
