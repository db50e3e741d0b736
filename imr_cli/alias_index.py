"""Which aliases of the table a request's words contain: looked up, never searched through.

Each alias stands under its rarest word, so the cost of a look-up grows with the request, not the table.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.request_words import Request, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.guideline import Document
    from imr_cli.table import Table

# In cream, gel or patch a drug is another treatment than by mouth; its own entry then does not speak of it.
_TOPICAL = "topical"


class Alias(NamedTuple):
    """Words that lead to a topic. `parts` are the body parts that the alias itself names."""

    words: frozenset[str]
    parts: frozenset[str]
    document: str
    topic: str


class Match(NamedTuple):
    """An alias whose words are all in a request. The weight counts its words and a body part in common."""

    document: str
    topic: str
    words: frozenset[str]
    weight: float


class AliasIndex:
    """The aliases of a table by their rarest word."""

    def __init__(self, table: Table) -> None:
        self.vocabulary = Vocabulary(table.words)
        self._parts = {document.id: frozenset(document.body_parts) for document in table.documents()}
        self._aliases: dict[str, list[Alias]] = {}
        aliases = [alias for topic in table.topics() for alias in self._aliases_of(topic.document, topic.id, table)]
        counts = Counter(word for alias in aliases for word in alias.words)
        for alias in aliases:
            rarest = min(alias.words, key=lambda word: (counts[word], word))
            self._aliases.setdefault(rarest, []).append(alias)

    def matches(self, request: Request, documents: Sequence[str], *, near: bool) -> list[Match]:
        """The aliases of these documents that the request contains, its body parts considered.

        A document on other body parts than the request's never matches. Where the request names none,
        only `near` documents (cited ones) and those on no particular part do.
        """
        found = []
        for word in request.words:
            for alias in self._aliases.get(word, ()):
                if alias.document not in documents or not alias.words <= request.words:
                    continue
                if _TOPICAL in request.words and _TOPICAL not in alias.words and alias.words <= self.vocabulary.drug_names:
                    continue
                covered = self._parts.get(alias.document, frozenset())
                wanted = alias.parts or covered
                if wanted and request.parts and not wanted & request.parts:
                    continue
                if wanted and not request.parts and not near:
                    continue
                if alias.parts and not request.parts:
                    continue
                common = bool(wanted & request.parts)
                found.append(Match(alias.document, alias.topic, alias.words, len(alias.words) + common / 2))
        return found

    def left_out(self, request: Request, document: Document) -> frozenset[str]:
        """The words by which the document is known not to address such a treatment; none if it may."""
        most: frozenset[str] = frozenset()
        for words in document.does_not_address:
            left_out = self.vocabulary.request(words)
            if left_out.words <= request.words and left_out.parts <= request.parts:
                most = max(most, left_out.words, key=len)
        return most

    def _aliases_of(self, document: str, name: str, table: Table) -> list[Alias]:
        topic = table.topic(document, name)
        if topic is None:
            return []
        read = {self.vocabulary.request(text) for text in (topic.title, *topic.also_cited_as, *topic.aliases)}
        return [Alias(each.words, each.parts, document, name) for each in read if each.words]


def alias_index(table: Table) -> AliasIndex:
    """The index of a table, made once."""
    made = _INDEXES.get(id(table))
    if made is None or made[0] is not table:
        made = _INDEXES[id(table)] = (table, AliasIndex(table))
    return made[1]


_INDEXES: dict[int, tuple[Table, AliasIndex]] = {}
