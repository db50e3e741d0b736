"""Look for facts in the characters of a finished letter that a reader sees.

They are looked for as they are first, which is nearly always enough and quickly done; then without regard to
white space and the case of letters, so nothing that a layout does with a text hides it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from imr_cli.letter.model import Letter


_LABEL_ROOM = 64
"""Characters that a layout may put between a label and its text."""


class Fact(NamedTuple):
    """A text that must be shown.

    `label`: right behind that label; where it `may_stand_alone` also by itself, but then as often as all
    texts of the letter hold it. `without`: a text that holds it too and does not count.
    """

    text: str
    label: str = ""
    may_stand_alone: bool = False
    without: str = ""


class VisibleText:
    """What a reader sees of a finished letter, in which facts are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._headings: str | None = None
        self._known: dict[tuple[tuple[str, ...], ...], bool] = {}

    def has(self, fact: Fact, letter: Letter) -> bool:
        """Whether the fact is shown anywhere."""
        return self._as_it_is(fact, 0) >= 0 or self._seen(fact, 0, letter) >= 0

    def has_in_order(self, facts: Sequence[Fact], letter: Letter) -> bool:
        """Whether the facts are shown, each behind the one before it."""
        for find in (self._as_it_is, lambda fact, place: self._seen(fact, place, letter)):
            place = 0
            for fact in facts:
                place = find(fact, place)
                if place < 0:
                    break
            else:
                return True
        return False

    def has_headings(self, letter: Letter, wanted: tuple[tuple[str, ...], ...]) -> bool:
        """Whether the words of every item (treatment, decision) are shown, one behind the other.

        Only the letter beside its prose is looked at, where the headings are not as the wording has them.
        """
        if wanted not in self._known:
            self._known[wanted] = self._has_headings(letter, wanted)
        return self._known[wanted]

    def _has_headings(self, letter: Letter, wanted: tuple[tuple[str, ...], ...]) -> bool:
        headings = [item.heading for section in letter.sections for item in section.items]
        if len(headings) != len(wanted):
            return False
        if all(_has_words(heading, words) for heading, words in zip(headings, wanted, strict=True)):
            place = 0
            for heading in headings:
                place = self._as_it_is(Fact(heading), place)
                if place < 0:
                    break
            else:
                return True
        place = 0
        for word in (word for words in wanted for word in words):
            text = squeezed(word)
            found = self._headings_of(letter).find(text, place) if text else -1
            if found < 0:
                return False
            place = found + len(text)
        return True

    def _as_it_is(self, fact: Fact, place: int) -> int:
        """Where the fact ends in the text as it is; -1 where it is not found in that way."""
        text, label, _, without = fact
        if without:
            return -1
        while text:
            found = self._text.find(text, place)
            if found < 0:
                break
            place = found + len(text)
            if not label:
                return place
            before = self._text[max(0, found - len(label) - _LABEL_ROOM) : found]
            if before.rstrip(" \t\n*|").endswith(label):
                return place
        return -1

    def _seen(self, fact: Fact, place: int, letter: Letter) -> int:
        """Where the fact ends without regard to white space; -1 where it is not there."""
        text, label, characters = squeezed(fact.text), squeezed(fact.label), self._squeezed
        if not text:
            return -1
        if fact.without:
            characters = characters.replace(squeezed(fact.without), "\0")
        if not label:
            found = characters.find(text, place)
            return found + len(text) if found >= 0 else -1
        at = characters.find(label, place)
        while at >= 0:
            end = at + len(label)
            found = characters.find(text, end, end + len(text) + _LABEL_ROOM)
            if found >= 0 and not any(map(str.isalnum, characters[end:found])):
                return found + len(text)
            at = characters.find(label, end)
        held = sum(squeezed(each).count(text) for each in _texts(letter)) if fact.may_stand_alone else 0
        return self._seen(Fact(fact.text), place, letter) if 0 < held <= characters.count(text) else -1

    @cached_property
    def _squeezed(self) -> str:
        return squeezed(self._text)

    def _headings_of(self, letter: Letter) -> str:
        """The characters without the texts that speak of treatments and decisions beside the headings."""
        if self._headings is None:
            headings = [squeezed(item.heading) for section in letter.sections for item in section.items]
            characters = self._squeezed
            for text in sorted(map(squeezed, _prose(letter)), key=len, reverse=True):
                if text and not any(text in heading for heading in headings):
                    characters = characters.replace(text, "\0", 1)
            self._headings = characters
        return self._headings


def squeezed(text: str) -> str:
    """The text without white space and without regard to the case of letters."""
    return "".join(text.split()).casefold()


def _has_words(heading: str, words: Iterable[str]) -> bool:
    """Whether a heading has the words, one behind the other."""
    place = 0
    for word in words:
        found = heading.find(word, place) if word.strip() else -1
        if found < 0:
            return False
        place = found + len(word)
    return True


def _prose(letter: Letter) -> Iterator[str]:
    """The texts of a letter beside its headings, labels and leads."""
    for section in letter.sections:
        yield from section.paragraphs
        yield from section.entries
        for item in section.items:
            for part in item.parts:
                yield from part.paragraphs


def _texts(letter: Letter) -> Iterator[str]:
    """Every text of a letter."""
    yield from (letter.title, *letter.letterhead, *letter.closing, letter.draft_mark, letter.draft_notice)
    for row in letter.header:
        for fact in row:
            yield from fact
    for section in letter.sections:
        yield from (section.heading, section.lead, section.labeled_lead)
        for fact in section.labeled:
            yield from fact
        for item in section.items:
            yield item.heading
            yield from (part.label for part in item.parts)
    yield from _prose(letter)
