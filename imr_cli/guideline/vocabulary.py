"""The words of a request, as the finder of topics compares them.

Spellings, abbreviations and brand names are brought to one form, body parts are recognized, and amounts
and small words fall away. All vocabulary is data: `guidelines/words.yaml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

_WORD = re.compile(r"[a-z0-9%]+")
_AMOUNT = re.compile(r"\d[\d%]*(mg|mcg|ml|cc|gm?|hrs?|hours?|x|th|nd|st|rd|percent)?")

_MOST_TERMS = 2000
"""Read requests that are kept: a batch asks for the same few hundred again and again."""

Phrase = tuple[str, int, Any]
"""Words that belong together, joined by blanks; their number; what they stand for."""

Phrases = dict[str, "list[Phrase]"]
"""Phrases by their first word, the longest first."""


class Terms(NamedTuple):
    """What a request (or an alias) is about: its telling words, drugs among them, and the body parts named.

    `parts` are the body parts in question, a region as all of its parts; `named` only those named as such.
    """

    words: frozenset[str]
    parts: frozenset[str]
    named: frozenset[str]


class Vocabulary:
    """The word lists of the table, ready to be applied. `state` is that of one with the same lists."""

    def __init__(self, words: Mapping[str, Any], state: Mapping[str, Any] | None = None) -> None:
        self.state = state or _built(words)
        # Abbreviations such as TENS are no plurals.
        self._kept = frozenset(self.state["kept"])
        self.ignored = frozenset(self.state["ignored"])
        self.drug_names = frozenset(self.state["drug_names"])
        self._phrases: Phrases = self.state["phrases"]
        self._parts: Phrases = self.state["parts"]
        self._terms: dict[tuple[str, ...], Terms] = {}

    def terms(self, *texts: str) -> Terms:
        """Return what the texts, taken together, are about."""
        made = self._terms.get(texts)
        if made is None:
            if len(self._terms) >= _MOST_TERMS:
                self._terms.clear()
            made = self._terms[texts] = self._read(texts)
        return made

    def _read(self, texts: tuple[str, ...]) -> Terms:
        telling: set[str] = set()
        parts: set[str] = set()
        named: set[str] = set()
        for text in texts:
            for found, meaning in _phrases_in(_usual(_cut(text, self._kept), self._phrases), self._parts):
                if meaning is None:
                    telling.update(found)
                    continue
                covered, is_structure = meaning
                parts.update(covered)
                if len(covered) == 1:
                    named.update(covered)
                if is_structure:
                    telling.update(found)
        telling -= self.ignored
        words = (word for word in telling if not (word[0].isdigit() and _AMOUNT.fullmatch(word)))
        return Terms(frozenset(words), frozenset(parts), frozenset(named))


def _built(words: Mapping[str, Any]) -> dict[str, Any]:
    """Return the lists of `words.yaml` in the form in which they are applied."""
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
    """Return a plural without its s. Applied to both sides of a comparison, so a wrong guess does no harm."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _usual(words: list[str], phrases: Phrases) -> list[str]:
    """Return the words with abbreviations and brand names in their usual form."""
    if phrases.keys().isdisjoint(words):
        return words
    usual: list[str] = []
    for found, meaning in _phrases_in(words, phrases):
        usual += found if meaning is None else meaning
    return usual


def _add(phrases: Phrases, words: list[str], meaning: Any) -> None:
    if words:
        known = phrases.setdefault(words[0], [])
        known.append((" ".join(words), len(words), meaning))
        known.sort(key=lambda phrase: -phrase[1])


def _phrases_in(words: Sequence[str], phrases: Phrases) -> Iterator[tuple[Sequence[str], Any]]:
    """Yield the words in pieces, in their order: a phrase and what it stands for, or other words and None.

    Of several phrases that begin at a word, it is the longest.
    """
    start = place = 0
    while place < len(words):
        for phrase, length, meaning in phrases.get(words[place], ()):
            if length == 1 or " ".join(words[place : place + length]) == phrase:
                if start < place:
                    yield words[start:place], None
                yield words[place : place + length], meaning
                start = place = place + length
                break
        else:
            place += 1
    if start < place:
        yield words[start:], None
