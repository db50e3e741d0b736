"""The words of a request, as the finder of topics compares them.

Spellings, abbreviations and brand names are brought to one form, body parts are recognized, and amounts
and small words fall away. All vocabulary is data: `guidelines/words.yaml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[a-z0-9%]+")
_AMOUNT = re.compile(r"\d[\d%]*(mg|mcg|ml|cc|gm?|hrs?|hours?|x|th|nd|st|rd|percent)?")

Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]
"""Word sequences by their first word, the longest first, each with what it stands for."""


class Request(NamedTuple):
    """What a request (or an alias) is about: its telling words, drugs among them, and the body parts named.

    `parts` are the body parts in question, a region as all of its parts; `named` only those named as such.
    """

    words: frozenset[str]
    parts: frozenset[str]
    named: frozenset[str]


class Vocabulary:
    """The word lists of the table, ready to be applied."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        synonyms: Mapping[str, str] = words.get("synonyms", {})
        # Abbreviations such as TENS are no plurals.
        self._kept = {word for usual in synonyms.values() for word in _WORD.findall(usual) if len(word) <= 4}
        self.ignored = {word for text in words.get("ignored", ()) for word in self._cut(text)}
        self.drug_names: set[str] = set()
        self._phrases: Phrases = {}
        for spelling, usual in synonyms.items():
            _add(self._phrases, self._cut(spelling), self._cut(usual))
        for generic, brands in words.get("drugs", {}).items():
            name = self._cut(generic)
            self.drug_names.update(name)
            for brand in brands:
                _add(self._phrases, self._cut(brand), name)
        regions: Mapping[str, Sequence[str]] = words.get("regions", {})
        self._parts: Phrases = {}
        for kind in ("body_parts", "structures"):
            for part, spellings in words.get(kind, {}).items():
                covered = frozenset(regions.get(part, (part,)))
                for spelling in spellings:
                    # A structure, such as a meniscus, tells more than its body part and stays among the words.
                    _add(self._parts, self._usual(self._cut(spelling)), (covered, kind == "structures"))

    def request(self, *texts: str) -> Request:
        """What the texts, taken together, are about."""
        telling: set[str] = set()
        parts: set[str] = set()
        named: set[str] = set()
        for text in texts:
            words = self._usual(self._cut(text))
            place = 0
            while place < len(words):
                length, meaning = _longest(self._parts, words, place)
                if meaning is not None:
                    covered, is_structure = meaning
                    parts |= covered
                    if len(covered) == 1:
                        named |= covered
                    if is_structure:
                        telling.update(words[place : place + length])
                else:
                    telling.add(words[place])
                place += length
        telling = {word for word in telling if word not in self.ignored and not _AMOUNT.fullmatch(word)}
        return Request(frozenset(telling), frozenset(parts), frozenset(named))

    def _cut(self, text: str) -> tuple[str, ...]:
        return tuple(word if word in self._kept else _singular(word) for word in _WORD.findall(text.lower()))

    def _usual(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words with abbreviations and brand names in their usual form."""
        usual: list[str] = []
        place = 0
        while place < len(words):
            length, meaning = _longest(self._phrases, words, place)
            usual += meaning if meaning is not None else words[place : place + 1]
            place += length
        return tuple(usual)


def _singular(word: str) -> str:
    """A plural without its s. Applied to both sides of a comparison, so a wrong guess does no harm."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _add(phrases: Phrases, words: tuple[str, ...], meaning: Any) -> None:
    if words:
        known = phrases.setdefault(words[0], [])
        known.append((words, meaning))
        known.sort(key=lambda phrase: -len(phrase[0]))


def _longest(phrases: Phrases, words: tuple[str, ...], place: int) -> tuple[int, Any]:
    """The longest phrase that begins at that place: its length and meaning, or (1, None)."""
    for phrase, meaning in phrases.get(words[place], ()):
        if words[place : place + len(phrase)] == phrase:
            return len(phrase), meaning
    return 1, None
