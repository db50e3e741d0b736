"""Which aliases of the table a request's words contain: looked up, never searched through.

Each alias stands under its rarest word, so the cost of a look-up grows with the request, not the table. The
index of the bundled table is kept with the table itself (`loading`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from imr_cli.guideline.vocabulary import Terms, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from imr_cli.guideline.rows import Document, Topic
    from imr_cli.guideline.table import Table

# In cream, gel or patch a drug is another treatment than by mouth; its own entry then does not speak of it.
TOPICAL = "topical"

Entry = tuple["Sequence[str]", "Sequence[str]", str, str, bool]
"""An alias: its words, the body parts that it names, document, topic, and whether that is a general rule."""


class Match(NamedTuple):
    """An alias whose words are all in a request. The weight counts its words and a body part in common."""

    document: str
    topic: str
    words: frozenset[str]
    weight: float


class AliasIndex:
    """The aliases of a table by their rarest word. `kept` is what `index_of` gave for that table."""

    def __init__(self, table: Table, kept: Mapping[str, Any] | None = None) -> None:
        self.table = table
        self.vocabulary = Vocabulary(table.words, kept and kept["vocabulary"])
        self.entries: Mapping[str, Sequence[Entry]] = kept["aliases"] if kept else self._built()

    def _built(self) -> dict[str, list[Entry]]:
        aliases = [entry for topic in self.table.topics() for entry in self._entries_of(topic)]
        counts = Counter(word for entry in aliases for word in entry[0])
        built: dict[str, list[Entry]] = {}
        for entry in sorted(aliases, key=lambda entry: (entry[2], entry[3], entry[0], entry[1])):
            rarest = min(entry[0], key=lambda word: (counts[word], word))
            built.setdefault(rarest, []).append(entry)
        return dict(sorted(built.items()))

    def _entries_of(self, topic: Topic) -> Iterator[Entry]:
        read = {self.vocabulary.terms(text) for text in topic.own_words}
        for each in read:
            if each.words:
                is_rule = "general-rule" in topic.flags
                yield sorted(each.words), sorted(each.parts), topic.document, topic.id, is_rule

    def matches(
        self, request: Terms, documents: Sequence[str], *, near: bool, rules: bool = False
    ) -> list[Match]:
        """Return the aliases of these documents that the request contains, its body parts considered.

        A document on other body parts than the request's never matches. Where the request names none,
        only `near` documents (cited ones) and those on no particular part do. Rules about a whole document
        are no answer to what a treatment is; they match only where `rules` are looked for.
        """
        found = []
        for word in sorted(request.words):  # a set's own order changes from run to run
            for words, parts, document, topic, is_rule in self.entries.get(word, ()):
                if document not in documents or (is_rule and not rules):
                    continue
                if not request.words.issuperset(words) or self._is_other_form(request, words):
                    continue
                wanted = frozenset(parts or self._covered(document))
                if request.parts:
                    if wanted and not wanted & request.parts:
                        continue
                elif parts or (wanted and not near):
                    continue
                common = bool(wanted & request.parts)
                found.append(Match(document, topic, frozenset(words), len(words) + common / 2))
        return found

    def names_topic(self, request: Terms, topic: Topic) -> bool:
        """Return whether the request contains an alias of that topic, a rule's included."""
        matches = self.matches(request, [topic.document], near=True, rules=True)
        return any(match.topic == topic.id for match in matches)

    def left_out(self, request: Terms, document: Document, *, near: bool) -> frozenset[str]:
        """Return the words by which the document is known not to address such a treatment; none if it may.

        As with `matches`, a document on other body parts says nothing about the request.
        """
        if not document.does_not_address:
            return frozenset()
        is_elsewhere = document.body_parts and not request.parts.intersection(document.body_parts)
        if is_elsewhere and (request.parts or not near):
            return frozenset()
        most: frozenset[str] = frozenset()
        for words in document.does_not_address:
            left_out = self.vocabulary.terms(words)
            if left_out.words <= request.words and left_out.parts <= request.parts:
                most = max(most, left_out.words, key=len)
        return most

    def _is_other_form(self, request: Terms, words: Sequence[str]) -> bool:
        return (
            TOPICAL in request.words and TOPICAL not in words and self.vocabulary.drug_names.issuperset(words)
        )

    def _covered(self, document: str) -> Sequence[str]:
        found = self.table.document(document)
        return found.body_parts if found else ()


def alias_index(table: Table) -> AliasIndex:
    """Return the index of a table, made once."""
    if table.index is None:
        table.index = AliasIndex(table, table.kept)
    made: AliasIndex = table.index
    return made


def index_of(table: Table) -> dict[str, Any]:
    """Return what `Table` and `AliasIndex` can be made of again, as plain data."""
    index = AliasIndex(table)
    return {"topics": table.ids_of_topics(), "vocabulary": index.vocabulary.state, "aliases": index.entries}
