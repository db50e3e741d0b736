"""What an item is about, and whether a text names it: in its own words, in usual ones, or in its topic's."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from imr_cli.texts.phrases import phrases, word_set

if TYPE_CHECKING:
    from imr_cli.case.model import Item
    from imr_cli.guideline.rows import Topic
    from imr_cli.guideline.vocabulary import Terms, Vocabulary

_TOKEN = re.compile(r"[a-z]{2,}")
_STEM = 5


class Subject:
    """What tells a request apart from others.

    `words` are its own, `usual` has them with abbreviations, brand names and parts of the body in their usual
    form. `names` are further names of the treatment, each as its words: those that the table has for the
    topic, and that of its kind of treatment. `thin_words` say little, but are not in every text.
    """

    def __init__(self, item: Item, topic: Topic | None, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._asked = (item.treatment, item.original_request or "")
        self._topic = topic
        self.words = telling(" ".join(self._asked)) - vocabulary.ignored
        self.thin_words = word_set("thin_words").intersection(_TOKEN.findall(item.treatment.lower()))

    @cached_property
    def usual(self) -> Terms:
        """The words and parts of the body, each in its usual form."""
        return self.vocabulary.terms(*self._asked)

    @cached_property
    def names(self) -> frozenset[frozenset[str]]:
        """Other names of the treatment."""
        topic = self._topic
        names = [] if topic is None else [topic.title, *topic.also_cited_as, *topic.aliases]
        found = {self.vocabulary.terms(name).words for name in names}
        for kind, members in _kinds(self.vocabulary):
            if any(words <= self.usual.words for words in members):
                found.add(kind)
        return frozenset(found - {frozenset()})

    def names_other(self, text: str) -> bool:
        """Return whether a text in lower case names something, and not this."""
        return bool(telling(text) - self.vocabulary.ignored) and not self.is_named_in(text)

    def is_named_in(self, text: str) -> bool:
        """Return whether a text in lower case names the treatment, or a part of the body that it is for."""
        if share(self.words, telling(text)):
            return True
        said = self.vocabulary.terms(text)
        asked = self.usual.words - word_set("request_words")
        if asked & said.words or self.usual.parts & said.parts or not asked:
            return True
        return any(name <= said.words for name in self.names)


@lru_cache(2)
def _kinds(vocabulary: Vocabulary) -> list[tuple[frozenset[str], list[frozenset[str]]]]:
    """Return kinds of treatment and what belongs to them, as words in their usual form."""
    return [
        (vocabulary.terms(kind).words, [vocabulary.terms(each).words for each in members])
        for kind, members in phrases().entry("kinds_of_treatment").items()
    ]


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what is asked for."""
    ignored = word_set("request_words")
    return frozenset(word for word in _TOKEN.findall(text.lower()) if word not in ignored)


def share(asked: frozenset[str], said: frozenset[str]) -> bool:
    """Return whether two sets have a word in common, compared by the beginnings of longer words."""
    if not asked or asked & said:
        return True
    stems = {word[:_STEM] for word in asked if len(word) >= _STEM}
    return not stems.isdisjoint([word[:_STEM] for word in said])
