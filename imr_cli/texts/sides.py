"""Parts of the body that a text names with a side, in all usual ways of saying it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.texts.dates import places_of
from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIDES = ("left", "right", "bilateral", "both")
_WORD = re.compile(r"[a-z]+")
_SIDED = re.compile(r"(?:left|right|bilateral|both)((?:[ /-]+[a-z]+){1,4})")
_BOTH = re.compile(r"\b(?:left (?:and|or|&|/) right|right (?:and|or|&|/) left)\b")
_ENDS = ("and", "or", "of", "in", "on", "with", "to", "the", "from", "for", "is", "was")
_SIDE_ENDS = frozenset((*_ENDS, *_SIDES))

_SHORT = re.compile(
    r"(?<![\w.'-])(?:\((?P<long>rt|lt|r|l)\)|(?P<bare>rt|lt|r|l)\b\.?) ((?:[a-z]+ ){0,1}[a-z]+)"
)

_SHORT_SIDES = frozenset(("r", "l", "rt", "lt"))
_BEHIND = re.compile(r"\b([a-z]+)(?: (?:pain|joint|tear|tenderness))? on the (left|right)\b")


class Sided(NamedTuple):
    """A side that a text names, where its word stands, and the part of the body.

    The part is empty where it may be any: "on the left side". Whole limbs are left out.
    """

    start: int
    side: str
    part: str


def sided_in(lower: str, words: frozenset[str]) -> tuple[Sided, ...]:
    """Return the sides that a text in lower case names, in their order. `words` are those that it has."""
    found = set[Sided]() if words.isdisjoint(_SHORT_SIDES) else {*_in_short(lower)}
    if "on the " in lower:
        found.update(_behind(lower))
    named = words.intersection(_SIDES)
    if {"left", "right"} <= named:
        lower = _BOTH.sub(lambda match: "both".ljust(len(match[0])), lower)  # places stay what they are
        named |= {"both"}
    for word in named:
        found.update(_in_words(word, lower))
    return tuple(sorted(found))


def _in_words(word: str, lower: str) -> Iterator[Sided]:
    """Yield the parts in the words behind a side."""
    side = "both" if word == "bilateral" else word
    for place in places_of(word, lower):
        end = place + len(word)
        if lower[place - 1 : place].isalpha() or lower[end : end + 1].isalpha():
            continue
        if phrases().pattern("no_side").match(lower[place : place + 30]) or _is_left_over(place, lower):
            continue
        match = _SIDED.match(lower, place)
        parts = _parts(match[1] if match is not None else "")
        for part in parts:
            yield Sided(place, side, part)
        if not parts and not phrases().pattern("limb_of_side").match(lower, end):
            yield Sided(place, side, "")


def _is_left_over(place: int, lower: str) -> bool:
    """Return whether the word tells what is left: "no option is left"."""
    return (
        phrases().pattern("left_over", "behind").match(lower[place : place + 30]) is not None
        and phrases().pattern("left_over", "before").search(lower[max(0, place - 30) : place]) is not None
    )


def _parts(words: str) -> list[str]:
    """Return the parts of the body that are named before the words go on to something else."""
    found = []
    for each in _WORD.findall(words):
        if each in _SIDE_ENDS:
            break
        if part := phrases().part_of_body.get(each):
            found.append(part)
    return found


def _in_short(lower: str) -> Iterator[Sided]:
    """Yield `(R) shoulder`, `L knee`, `Rt. elbow`."""
    for match in _SHORT.finditer(lower):
        side = "left" if (match["long"] or match["bare"]).startswith("l") else "right"
        for part in _parts(match[3]):
            yield Sided(match.start(), side, part)


def _behind(lower: str) -> Iterator[Sided]:
    """Yield `the shoulder on the right`."""
    for match in _BEHIND.finditer(lower):
        if part := phrases().part_of_body.get(match[1]):
            yield Sided(match.start(), match[2], part)
