"""Which criteria must hold together: `all`, `any`, or an expression such as `red-flag or (a and b)`.

Answers are three-valued, after Kleene: True, False, or None for "not documented".
"""

from __future__ import annotations

import re
from collections.abc import Callable

Answer = bool | None

Expression = Callable[[Callable[[str], Answer]], Answer]
"""Asks a function for each criterion's answer, and returns that of the whole."""

_TOKEN = re.compile(r"\s*([()]|[a-z0-9][a-z0-9.-]*)")


class LogicFault(ValueError):
    """An expression that cannot be read; the text completes "`criteria_logic` ..."."""


def parse_logic(text: str, criteria: tuple[str, ...]) -> Expression:
    """Return the expression that `text` stands for, over a topic's criteria.

    Raises:
        LogicFault: the text is no expression, or names a criterion that is not among them.
    """
    if text in ("all", "any"):
        join = all_true if text == "all" else any_true
        return lambda answer: join([answer(name) for name in criteria])
    tokens = _tokens(text)
    expression = _alternatives(tokens, criteria)
    if tokens:
        raise LogicFault(f"has `{tokens[0]}` where it should end")
    return expression


def all_true(answers: list[Answer]) -> Answer:
    """Return False if one is False, else None if one is None, else True."""
    return False if False in answers else None if None in answers else True


def any_true(answers: list[Answer]) -> Answer:
    """Return True if one is True, else None if one is None, else False."""
    return True if True in answers else None if None in answers else False


def _tokens(text: str) -> list[str]:
    tokens, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise LogicFault(f"has a character that does not belong: {text[place]!r}")
        tokens.append(match[1])
        place = match.end()
    return tokens


def _alternatives(tokens: list[str], criteria: tuple[str, ...]) -> Expression:
    def conditions() -> Expression:
        return _joined("and", all_true, tokens, lambda: _single(tokens, criteria))

    return _joined("or", any_true, tokens, conditions)


def _joined(
    word: str, join: Callable[[list[Answer]], Answer], tokens: list[str], part: Callable[[], Expression]
) -> Expression:
    parts = [part()]
    while tokens and tokens[0] == word:
        tokens.pop(0)
        parts.append(part())
    return parts[0] if len(parts) == 1 else lambda answer: join([each(answer) for each in parts])


def _single(tokens: list[str], criteria: tuple[str, ...]) -> Expression:
    if not tokens:
        raise LogicFault("ends too early")
    name = tokens.pop(0)
    if name == "(":
        inner = _alternatives(tokens, criteria)
        if not tokens or tokens.pop(0) != ")":
            raise LogicFault("has a parenthesis that is not closed")
        return inner
    if name not in criteria:
        raise LogicFault(f"names `{name}`, which is not among the topic's criteria")
    return lambda answer: answer(name)
