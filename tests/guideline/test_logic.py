"""Which criteria must hold together, with answers that may be missing."""

from __future__ import annotations

from itertools import product

import pytest

from imr_cli.guideline.logic import Answer, LogicFault, all_true, any_true, parse_logic

NAMES = ("a", "b", "c")


def evaluate(text: str, **answers: Answer) -> Answer:
    return parse_logic(text, NAMES)(answers.get)


@pytest.mark.parametrize("answers", list(product([True, False, None], repeat=3)))
def test_all_and_any_are_three_valued(answers: tuple[Answer, ...]) -> None:
    named = dict(zip(NAMES, answers, strict=True))
    every = False if False in answers else None if None in answers else True
    some = True if True in answers else None if None in answers else False
    assert evaluate("all", **named) is every is evaluate("a and b and c", **named) is all_true(list(answers))
    assert evaluate("any", **named) is some is evaluate("a or b or c", **named) is any_true(list(answers))


@pytest.mark.parametrize("answers", list(product([True, False, None], repeat=3)))
def test_and_binds_more_than_or_and_parentheses_most(answers: tuple[Answer, ...]) -> None:
    a, b, c = answers
    named = dict(zip(NAMES, answers, strict=True))
    assert evaluate("a or b and c", **named) is any_true([a, all_true([b, c])])
    assert evaluate("a and b or c", **named) is any_true([all_true([a, b]), c])
    assert evaluate("(a or b) and c", **named) is all_true([any_true([a, b]), c])
    assert evaluate("a and (b or c)", **named) is all_true([a, any_true([b, c])])
    assert evaluate("((a))", **named) is a


def test_nothing_asked_is_fulfilled() -> None:
    assert parse_logic("all", ())({}.get) is True


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a or (b and c", "parenthesis that is not closed"),
        ("(a or b c)", "parenthesis that is not closed"),
        ("a or", "ends too early"),
        ("", "ends too early"),
        ("a b", "has `b` where it should end"),
        ("a) or b", "has `)` where it should end"),
        ("a or d", "names `d`, which is not among"),
        ("a & b", "a character that does not belong: ' '"),
        ("a or and b", "names `and`"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, words: str) -> None:
    with pytest.raises(LogicFault) as fault:
        parse_logic(text, NAMES)
    assert words in str(fault.value)
