"""The days that a text names, in all usual spellings, and numbers that only look like days.

Days are found by the signs that they have (slashes, hyphens, a century): looking for a piece of text is ten
times as fast as an expression that begins with a choice.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = frozenset("0123456789")
_IN_DIGITS = re.compile(r"[0-9]{1,4}([/-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![0-9])")
_SOCIAL_SECURITY = re.compile(r"\d{3}-\d\d-\d{4}")
_YEAR = re.compile(r" (?:19|20)\d\d\b")
_BEFORE_YEAR = re.compile(r"\b(?:([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2}) ([a-z]{3,9})\.?),?$")
_TWO_DIGITS, _THIS_CENTURY = 99, 40
_ISO_YEAR, _SOCIAL_SECURITY_PART = 4, 3


class Dated(NamedTuple):
    """A day that a text names, and where."""

    start: int
    end: int
    day: dt.date


def dates_in(text: str) -> tuple[Dated, ...]:
    """The days that a text in lower case names, in their order."""
    return tuple(sorted((*_in_digits(text), *_in_words(text))))


def has_social_security_number(text: str) -> bool:
    """Whether a number of that form stands in the text."""
    return any(_SOCIAL_SECURITY.fullmatch(match[0]) for match in _like_dates(text))


def places_of(piece: str, text: str) -> Iterator[int]:
    """Where a piece stands in a text."""
    place = text.find(piece)
    while place >= 0:
        yield place
        place = text.find(piece, place + 1)


def _like_dates(text: str) -> Iterator[re.Match[str]]:
    """What is written as three numbers with slashes or hyphens between them."""
    end = 0
    for place in sorted((*places_of("/", text), *places_of("-", text))):
        start = place
        while start > end and text[start - 1] in _DIGITS:
            start -= 1
        match = _IN_DIGITS.match(text, start) if start < place else None
        if match is not None:
            yield match
            end = match.end()


def _in_digits(text: str) -> Iterator[Dated]:
    for match in _like_dates(text):
        start, end = match.span()
        first, second, third = match[0].split(match[1])
        if len(first) == _ISO_YEAR and match[1] == "-" and len(third) < _ISO_YEAR:
            yield from _dated(start, end, int(first), int(second), int(third))
        elif len(first) < _SOCIAL_SECURITY_PART:
            yield from _dated(start, end, _year(int(third)), int(first), int(second))


def _in_words(text: str) -> Iterator[Dated]:
    """Days that end with a year, as `March 3, 2011` and `3 March 2011` do."""
    for century in (" 19", " 20"):
        for place in places_of(century, text):
            year = _YEAR.match(text, place)
            before = _BEFORE_YEAR.search(text, max(0, place - 20), place) if year is not None else None
            if year is not None and before is not None and (name := (before[1] or before[4])[:3]) in _MONTHS:
                month, day = _MONTHS.index(name) + 1, int(before[2] or before[3])
                yield from _dated(before.start(), year.end(), int(year[0]), month, day)


def _dated(start: int, end: int, year: int, month: int, day: int) -> Iterator[Dated]:
    with suppress(ValueError):  # 13/45/2016 is no day
        yield Dated(start, end, dt.date(year, month, day))


def _year(year: int) -> int:
    """A year of two digits in full."""
    if year > _TWO_DIGITS:
        return year
    return 2000 + year if year <= _THIS_CENTURY else 1900 + year
