"""What a summary or a rationale says, read once per text and shared by all rules that ask.

Texts are compared in lower case with single blanks. Nothing here judges: it finds dates, words, sentences and
sides of the body.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from imr_cli.texts.dates import dates_in, places_of
from imr_cli.texts.identifiers import has_mail_address, has_social_security_number, has_telephone_number
from imr_cli.texts.phrases import phrases
from imr_cli.texts.sides import sided_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.texts.dates import Dated
    from imr_cli.texts.phrases import Prefilter
    from imr_cli.texts.sides import Sided

_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_HYPHENS = {ord(each): "-" for each in "\u2010\u2011\u2012\u2013"}

_CLOSED = re.compile(r"['\u2019](?![a-z])")
"""A single quotation mark that is no apostrophe within a word."""

_TWO_DIGITS = re.compile(r" [1-9]\d(?=[, ])")

_AGE, _BEFORE_AGE, _BEHIND_AGE = 24, 44, 70
"""Characters around what an age needs, and before and behind a number, in which an age stands."""

_REACH = 90
"""Characters before or behind a date in which the words that tell of it are looked for."""


class Words:
    """A text in lower case with single blanks, and whether a phrase could be in it at all.

    Most phrases are in few texts, so each rule asks that first, of all texts of a case together.
    """

    def __init__(self, lower: str) -> None:
        self.lower = lower

    @cached_property
    def in_letters(self) -> list[str]:
        """The words of letters, in their order."""
        lower = self.lower
        table = _NO_LETTERS
        if not lower.isascii():
            table = {ord(each): " " for each in set(lower) if not each.isalpha()}
        return lower.translate(table).split()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of letters."""
        return frozenset(self.in_letters)

    def has_word(self, word: str) -> bool:
        """Return whether a word of letters is in the text; quicker than `words` where few are asked for."""
        lower, end = self.lower, len(word)
        return any(
            not lower[place - 1 : place].isalpha() and not lower[place + end : place + end + 1].isalpha()
            for place in places_of(word, lower)
        )

    def could_match(self, *path: str) -> bool:
        """Return whether that entry of the phrases is worth looking for."""
        return self.has_any(phrases().prefilter(*path))

    def has_any(self, prefilter: Prefilter) -> bool:
        """Return whether the text has one of the words or pieces of text; true where none is needed."""
        if not prefilter.words.isdisjoint(self.words):
            return True
        for piece in prefilter.pieces:  # half the time of `any` with a generator
            if piece in self.lower:
                return True
        return not prefilter.texts


class Prose(Words):
    """One text and what stands in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = text.lower().split()
        lower = " ".join(self.tokens)
        super().__init__(lower if lower.isascii() else lower.translate(_HYPHENS))

    def has(self, *path: str) -> bool:
        """Return whether that entry of the phrases is found in the text."""
        return self.could_match(*path) and phrases().pattern(*path).search(self.lower) is not None

    def finditer(self, *path: str) -> Iterator[re.Match[str]]:
        """Return all places where that entry of the phrases is found."""
        return phrases().pattern(*path).finditer(self.lower) if self.could_match(*path) else iter(())

    @cached_property
    def ages(self) -> tuple[re.Match[str], ...]:
        """The ages that the text names. They are looked for around what they need, and around numbers."""
        lower, found = self.lower, {}
        around = [each for piece in phrases().prefilter("age").texts for each in places_of(piece, lower)]
        for place in around:
            for match in phrases().pattern("age").finditer(lower, max(0, place - _AGE), place + _AGE):
                found[match.start()] = match
        introduced = tuple(phrases().entry("before_age_alone"))
        for number in _TWO_DIGITS.finditer(lower):
            if not lower.endswith(introduced, 0, number.start()):
                continue
            start, end = max(0, number.start() - _BEFORE_AGE), number.end() + _BEHIND_AGE
            for match in phrases().pattern("age_alone").finditer(lower, start, end):
                found[match.start()] = match
        return tuple(found[start] for start in sorted(found))

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """The days that the text names, in all usual spellings."""
        return dates_in(self.lower)

    @cached_property
    def sided(self) -> tuple[Sided, ...]:
        """Parts of the body that the text names with a side, and where."""
        return sided_in(self.lower, self.words)

    @cached_property
    def sides(self) -> frozenset[tuple[str, str]]:
        """Parts of the body with the side that the text names: (part, left | right | both)."""
        return frozenset((each.part, each.side) for each in self.sided if each.part)

    def names_side(self, side: str) -> bool:
        """Return whether the text names that side, or both, of any part of the body."""
        return any(each.side in (side, "both") for each in self.sided)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of the body that the text may mean, with or without a side."""
        meant = phrases().part_meant
        return frozenset(part for word in self.words & meant.keys() for part in meant[word])

    @cached_property
    def regions(self) -> frozenset[str]:
        """The parts that a region named in the text may mean: `upper extremity` may be the wrist."""
        found: set[str] = set()
        lower = self.lower.replace("-", " ")
        for region in phrases().entry("regions").values():
            if any((word in lower) if " " in word else (word in self.words) for word in region["words"]):
                found.update(region["parts"])
        return frozenset(found)

    def in_sentences(self, name: str) -> Iterator[re.Match[str]]:
        """Yield the places of a phrase that stays in its sentence, which has one of what it needs."""
        if not self.could_match(name):
            return
        needs = [each for each in phrases().prefilter(name).texts if each in self.lower]
        pattern, start = phrases().pattern(name), 0
        for end in (*self._ends, len(self.lower)):
            sentence = self.lower[start:end]
            if any(each in sentence for each in needs):
                yield from pattern.finditer(self.lower, start, end)
            start = end

    def sentence(self, place: int) -> tuple[int, int]:
        """Return where the sentence around a place begins and ends."""
        after = bisect_right(self._ends, place)
        start = self._ends[after - 1] if after else 0
        return start, self._ends[after] - 1 if after < len(self._ends) else len(self.lower)

    def before(self, place: int, reach: int) -> str:
        """Return the sentence up to a place, at most so many characters of it."""
        return self.lower[max(self.sentence(place)[0], place - reach) : place]

    def behind(self, place: int, end: int, reach: int) -> str:
        """Return the rest of the sentence around a place from `end` on, at most so many characters of it."""
        return self.lower[end : min(self.sentence(place)[1], end + reach)]

    def start_of_last(self, number: int) -> int:
        """Return where the last so many sentences begin."""
        return self._ends[-number] if len(self._ends) >= number else 0

    def start_of(self, number: int) -> int:
        """Return where the sentence behind so many begins, or the end of the text."""
        return self._ends[number - 1] if len(self._ends) >= number else len(self.lower)

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in phrases().sentence_end.finditer(self.lower)]

    def dated_after(self, name: str, reach: int = _REACH) -> list[Dated]:
        """Return the days right after words that a phrase finds at their end."""
        return [each for each, _ in self.told_after(name, reach)]

    def told_after(self, name: str, reach: int = _REACH) -> Iterator[tuple[Dated, re.Match[str]]]:
        """Yield the same days with the words before them."""
        if not self.dates or not self.could_match(name):
            return
        pattern, lower = phrases().pattern(name), self.lower
        for each in self.dates:
            match = pattern.search(lower[max(0, each.start - reach) : each.start])
            if match is not None:
                yield each, match

    def told_before(self, name: str) -> Iterator[tuple[Dated, re.Match[str]]]:
        """Yield the days that open a sentence, with the words right behind them that a phrase finds."""
        if not self.dates or not self.could_match(name):
            return
        pattern, opening, lower = phrases().pattern(name), phrases().pattern("opens_with_day"), self.lower
        for each in self.dates:
            start, end = self.sentence(each.start)
            start, end = max(start, each.start - _REACH), min(end, each.end + _REACH)
            match = pattern.match(lower[each.end : end])
            if match is not None and opening.search(lower[start : each.start]):
                yield each, match

    @property
    def identifies_by_form(self) -> bool:
        """Whether a number has the form of one of a person, or an address is one of e-mail."""
        return (
            has_social_security_number(self.lower)
            or has_telephone_number(self.lower)
            or has_mail_address(self.lower)
        )

    def is_quoted(self, place: int) -> bool:
        """Return whether a place stands between quotation marks, straight or curly, double or single."""
        before, behind = self.lower[:place], self.lower[place:]
        if before.count('"') % 2 == 1 and behind.count('"') % 2 == 1:
            return True
        if before.rfind("\u201c") > before.rfind("\u201d") and "\u201d" in behind:
            return True
        opened = max(before.rfind(" '"), before.rfind(" \u2018"))
        return opened >= 0 and not _CLOSED.search(before, opened + 2) and bool(_CLOSED.search(behind))
