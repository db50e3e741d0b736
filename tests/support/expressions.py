"""Texts that a regular expression matches: every alternative of every group is taken, several times.

Knows the part of the language that `guidelines/language/phrases.yaml` uses. What stands in a lookahead is not
written; whether a text matches is for its user to ask the expression.
"""

from __future__ import annotations

import random
import re
import string
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SET = re.compile(r"\[\^?\]?(?:\\.|[^]\\])*\]")
_OPENING = re.compile(r"\((\?(?:P<\w+>|<=|<!|[:=!]))?")
_QUANTIFIER = re.compile(r"([*+?]|\{\d+(?:,\d*)?\})\??")
_MARKS = ("^", "$", r"\b")
_FILLING = " " * 8 + string.printable[:95]
_MOST, _TRIES = 2, 4000


class Part(NamedTuple):
    """A character, a set of them, or a group, and how often it may stand there."""

    text: str
    group: list[list[Part]] | None
    least: int
    most: int


def examples(expression: str, each: int = 6, least: int = 200, seed: int = 1) -> Iterator[str]:
    """At least `least` texts, in which every alternative stands at least `each` times."""
    tree, end = _alternatives(expression, 0)
    if end != len(expression):
        raise ValueError(f"a parenthesis too many at {end} of {expression!r}")
    taken = dict.fromkeys(_all(tree), 0)
    dice = random.Random(seed)
    for number in range(1, _TRIES):
        yield _write(tree, taken, dice)
        if number >= least and min(taken.values()) >= each:
            return
    raise ValueError(f"an alternative of {expression!r} is not reached")


def _all(tree: list[list[Part]]) -> Iterator[int]:
    for sequence in tree:
        yield id(sequence)
        for part in sequence:
            if part.group is not None and part.most:
                yield from _all(part.group)


def _alternatives(text: str, place: int) -> tuple[list[list[Part]], int]:
    found: list[list[Part]] = [[]]
    while place < len(text) and text[place] != ")":
        if text[place] == "|":
            found.append([])
            place += 1
            continue
        group = None
        if opening := _OPENING.match(text, place):
            group, end = _alternatives(text, opening.end())
            end += 1
        elif text[place] == "[":
            end = _SET.match(text, place).end()
        else:
            end = place + (2 if text[place] == "\\" else 1)
        piece, place = text[place:end], end
        least, most = 1, 1
        if quantifier := _QUANTIFIER.match(text, place):
            place = quantifier.end()
            least, most = _bounds(quantifier[1])
        if piece in _MARKS or (opening and opening[1] in ("?=", "?!", "?<=", "?<!")):
            least = most = 0
        found[-1].append(Part(piece, group, least, most))
    return found, place


def _bounds(quantifier: str) -> tuple[int, int]:
    if quantifier in "*+?":
        return (quantifier == "+"), (1 if quantifier == "?" else _MOST)
    least, _, most = quantifier[1:-1].partition(",")
    return int(least), int(most or least)


def _write(tree: list[list[Part]], taken: dict[int, int], dice: random.Random) -> str:
    fewest = min(taken[id(each)] for each in tree)
    sequence = dice.choice([each for each in tree if taken[id(each)] == fewest])
    taken[id(sequence)] += 1
    written = ""
    for part in sequence:
        for _ in range(dice.randint(part.least, min(part.most, part.least + _MOST))):
            written += _one(part.text, dice) if part.group is None else _write(part.group, taken, dice)
    return written


def _one(piece: str, dice: random.Random) -> str:
    """A character that a set or an escape stands for; where it may be a blank, it often is."""
    return piece if len(piece) == 1 and piece != "." else dice.choice(_members(piece))


@cache
def _members(piece: str) -> str:
    return "".join(each for each in _FILLING if re.fullmatch(piece, each))
