"""Look for facts in the characters of a finished letter that a reader sees.

They are looked for as they are first, which is nearly always enough and quickly done; then without regard to
white space and the case of letters, so nothing that a layout does with a text hides it.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from imr_cli.letter.model import Letter


_LABEL_ROOM = 64
"""Characters that a layout may put between a label and its text."""

_Piece = TypeVar("_Piece")


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

    def __init__(self, text: str, letter: Letter) -> None:
        self._text = text
        self._letter = letter

    def has(self, *facts: Fact) -> bool:
        """Whether the facts are shown, each behind the one before it."""
        return _all_in_order(facts, self._as_it_is) or _all_in_order(facts, self._seen)

    def has_headings(self, wanted: Sequence[Sequence[str]]) -> bool:
        """Whether the words of every item (treatment, decision) are shown, one behind the other.

        Only the letter beside its prose is looked at, where the headings are not as the wording has them.
        """
        headings = [item.heading for section in self._letter.sections for item in section.items]
        if len(headings) != len(wanted) or not all(word.strip() for words in wanted for word in words):
            return False
        as_worded = all(
            _all_in_order(words, partial(_end, heading))
            for heading, words in zip(headings, wanted, strict=True)
        )
        if as_worded and _all_in_order(map(Fact, headings), self._as_it_is):
            return True
        every_word = (squeezed(word) for words in wanted for word in words)
        return _all_in_order(every_word, partial(_end, self._headings))

    def _as_it_is(self, fact: Fact, place: int) -> int:
        """Return where the fact ends in the text as it is; -1 where it is not found in that way."""
        text, label, _, without = fact
        if without:
            return -1
        while (place := _end(self._text, text, place)) >= 0 and label:
            found = place - len(text)
            before = self._text[max(0, found - len(label) - _LABEL_ROOM) : found]
            if before.rstrip(" \t\n*|").endswith(label):
                break
        return place

    def _seen(self, fact: Fact, place: int) -> int:
        """Return where the fact ends without regard to white space; -1 where it is not there."""
        text, label, characters = squeezed(fact.text), squeezed(fact.label), self._squeezed
        if not text:
            return -1
        if fact.without:
            characters = characters.replace(squeezed(fact.without), "\0")
        if not label:
            return _end(characters, text, place)
        end = place
        while (end := _end(characters, label, end)) >= 0:
            found = characters.find(text, end, end + len(text) + _LABEL_ROOM)
            if found >= 0 and not any(map(str.isalnum, characters[end:found])):
                return found + len(text)
        held = sum(squeezed(each).count(text) for each in _texts(self._letter)) if fact.may_stand_alone else 0
        return _end(characters, text, place) if 0 < held <= characters.count(text) else -1

    @cached_property
    def _squeezed(self) -> str:
        return squeezed(self._text)

    @cached_property
    def _headings(self) -> str:
        """The characters without the texts that speak of treatments and decisions beside the headings."""
        headings = [squeezed(item.heading) for section in self._letter.sections for item in section.items]
        characters = self._squeezed
        for text in sorted(map(squeezed, _prose(self._letter)), key=len, reverse=True):
            if text and not any(text in heading for heading in headings):
                characters = characters.replace(text, "\0", 1)
        return characters


def squeezed(text: str) -> str:
    """Return the text without white space and without regard to the case of letters."""
    return "".join(text.split()).casefold()


def _end(characters: str, text: str, place: int) -> int:
    """Return where a text ends that stands at a place or behind it; -1 where it does not."""
    found = characters.find(text, place) if text else -1
    return found + len(text) if found >= 0 else -1


def _all_in_order(pieces: Iterable[_Piece], find: Callable[[_Piece, int], int]) -> bool:
    """Whether each piece is found behind the end of the one before it."""
    place = 0
    for piece in pieces:
        place = find(piece, place)
        if place < 0:
            return False
    return True


def _prose(letter: Letter) -> Iterator[str]:
    """Yield the texts of a letter beside its headings, labels and leads."""
    for section in letter.sections:
        yield from section.paragraphs
        yield from section.entries
        for item in section.items:
            for part in item.parts:
                yield from part.paragraphs


def _texts(letter: Letter) -> Iterator[str]:
    """Yield every text of a letter."""
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
