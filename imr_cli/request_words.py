"""The words of a request, as the finder of topics compares them.

Spellings, abbreviations and brand names are brought to one form, body parts are recognized, and amounts
and small words fall away. All vocabulary is data: `guidelines/words.yaml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

_WORD = re.compile(r"[a-z0-9%]+")
_AMOUNT = re.compile(r"\d[\d%]*(mg|mcg|ml|cc|gm?|hrs?|hours?|x|th|nd|st|rd|percent)?")

_MOST_REQUESTS = 2000
"""Read requests that are kept: a batch asks for the same few hundred again and again."""

Phrase = tuple[str, int, Any]
"""Words that belong together, joined by blanks; their number; what they stand for."""
Phrases = dict[str, "list[Phrase]"]
"""Phrases by their first word, the longest first."""


class Request(NamedTuple):
    """What a request (or an alias) is about: its telling words, drugs among them, and the body parts named.

    `parts` are the body parts in question, a region as all of its parts; `named` only those named as such.
    """

    words: frozenset[str]
    parts: frozenset[str]
    named: frozenset[str]


class Vocabulary:
    """The word lists of the table, ready to be applied. `state` is what `compiled` gave of the same lists."""

    def __init__(self, words: Mapping[str, Any], state: Mapping[str, Any] | None = None) -> None:
        self._state = state or _built(words)
        # Abbreviations such as TENS are no plurals.
        self._kept = frozenset(self._state["kept"])
        self.ignored = frozenset(self._state["ignored"])
        self.drug_names = frozenset(self._state["drug_names"])
        self._phrases: Phrases = self._state["phrases"]
        self._parts: Phrases = self._state["parts"]
        self._requests: dict[tuple[str, ...], Request] = {}

    def compiled(self) -> Mapping[str, Any]:
        """The lists in the form in which they are applied, as plain data."""
        return self._state

    def request(self, *texts: str) -> Request:
        """What the texts, taken together, are about."""
        made = self._requests.get(texts)
        if made is None:
            if len(self._requests) >= _MOST_REQUESTS:
                self._requests.clear()
            made = self._requests[texts] = self._request(texts)
        return made

    def _request(self, texts: tuple[str, ...]) -> Request:
        telling: set[str] = set()
        parts: set[str] = set()
        named: set[str] = set()
        for text in texts:
            words = self._usual(self._cut(text))
            place = 0
            while place < len(words):
                word = words[place]
                if word not in self._parts:
                    telling.add(word)
                    place += 1
                    continue
                length, meaning = _longest(self._parts, words, place)
                if meaning is not None:
                    covered, is_structure = meaning
                    parts.update(covered)
                    if len(covered) == 1:
                        named.update(covered)
                    if is_structure:
                        telling.update(words[place : place + length])
                else:
                    telling.add(word)
                place += length
        telling -= self.ignored
        telling = {word for word in telling if not (word[0].isdigit() and _AMOUNT.fullmatch(word))}
        return Request(frozenset(telling), frozenset(parts), frozenset(named))

    def _cut(self, text: str) -> list[str]:
        return _cut(text, self._kept)

    def _usual(self, words: list[str]) -> list[str]:
        """The words with abbreviations and brand names in their usual form."""
        return _usual(words, self._phrases)


def _built(words: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of `words.yaml` in the form in which they are applied."""
    synonyms: Mapping[str, str] = words.get("synonyms", {})
    kept = sorted({word for usual in synonyms.values() for word in _WORD.findall(usual) if len(word) <= 4})
    phrases: Phrases = {}
    parts: Phrases = {}
    drug_names: set[str] = set()
    for spelling, usual in synonyms.items():
        _add(phrases, _cut(spelling, kept), _cut(usual, kept))
    for generic, brands in words.get("drugs", {}).items():
        name = _cut(generic, kept)
        drug_names.update(name)
        for brand in brands:
            _add(phrases, _cut(brand, kept), name)
    regions: Mapping[str, Sequence[str]] = words.get("regions", {})
    for kind in ("body_parts", "structures"):
        for part, spellings in words.get(kind, {}).items():
            covered = list(regions.get(part, (part,)))
            for spelling in spellings:
                # A structure, such as a meniscus, tells more than its body part and stays among the words.
                _add(parts, _usual(_cut(spelling, kept), phrases), [covered, kind == "structures"])
    ignored = sorted({word for text in words.get("ignored", ()) for word in _cut(text, kept)})
    return {
        "kept": kept,
        "ignored": ignored,
        "drug_names": sorted(drug_names),
        "phrases": phrases,
        "parts": parts,
    }


def _cut(text: str, kept: Container[str]) -> list[str]:
    return [word if word in kept else _singular(word) for word in _WORD.findall(text.lower())]


def _singular(word: str) -> str:
    """A plural without its s. Applied to both sides of a comparison, so a wrong guess does no harm."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _usual(words: list[str], phrases: Phrases) -> list[str]:
    if phrases.keys().isdisjoint(words):
        return words
    usual: list[str] = []
    place = 0
    while place < len(words):
        if words[place] not in phrases:
            usual.append(words[place])
            place += 1
            continue
        length, meaning = _longest(phrases, words, place)
        usual += meaning if meaning is not None else words[place : place + 1]
        place += length
    return usual


def _add(phrases: Phrases, words: list[str], meaning: Any) -> None:
    if words:
        known = phrases.setdefault(words[0], [])
        known.append((" ".join(words), len(words), meaning))
        known.sort(key=lambda phrase: -phrase[1])


def _longest(phrases: Phrases, words: list[str], place: int) -> tuple[int, Any]:
    """The longest phrase that begins at that place: its length and meaning, or (1, None)."""
    for phrase, length, meaning in phrases.get(words[place], ()):
        if length == 1 or " ".join(words[place : place + length]) == phrase:
            return length, meaning
    return 1, None
