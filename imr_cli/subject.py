"""What an item is about, and whether a text names it: in its own words, in usual ones, or in its topic's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.law_files import phrases

if TYPE_CHECKING:
    from imr_cli.case import Item
    from imr_cli.guideline import Topic
    from imr_cli.request_words import Request, Vocabulary

_TOKEN = re.compile(r"[a-z]{2,}")
_STEM = 5


class Subject(NamedTuple):
    """The words of a request that tell what is asked for.

    `usual` has them with abbreviations, brand names and parts of the body in their usual form, `topic` the
    names that the table has for what was found, each as its words.
    """

    words: frozenset[str]
    usual: Request
    topic: tuple[frozenset[str], ...]
    vocabulary: Vocabulary

    def is_named_in(self, text: str) -> bool:
        """Whether a text in lower case names the treatment, or a part of the body that it is for."""
        if share(self.words, telling(text)):
            return True
        said = self.vocabulary.request(text)
        if self.usual.words & said.words or self.usual.parts & said.parts or not self.usual.words:
            return True
        return any(words <= said.words for words in self.topic)


def subject_of(item: Item, topic: Topic | None, vocabulary: Vocabulary) -> Subject:
    """The subject of an item; `topic` is what the table has on it."""
    asked = (item.treatment, item.original_request or "")
    names = (topic.title, *topic.also_cited_as, *topic.aliases) if topic is not None else ()
    named = tuple(words for name in names if (words := vocabulary.request(name).words))
    return Subject(telling(" ".join(asked)), vocabulary.request(*asked), named, vocabulary)


def telling(text: str) -> frozenset[str]:
    """The words of a text that say what is asked for."""
    ignored = phrases().request_words
    return frozenset(word for word in _TOKEN.findall(text.lower()) if word not in ignored)


def share(asked: frozenset[str], said: frozenset[str]) -> bool:
    """Whether two sets have a word in common, compared by the beginnings of longer words."""
    if not asked or asked & said:
        return True
    stems = {word[:_STEM] for word in asked if len(word) >= _STEM}
    return not stems.isdisjoint([word[:_STEM] for word in said])
