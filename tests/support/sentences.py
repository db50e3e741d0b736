"""Sentences put into a case, where a rule must notice them and where it must leave them alone.

A row of a table holds a code, where its sentence stands, a sentence, and what stands in it in place of `~`, one after
the other. The finding must point at the mark that the place puts into the case.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from support.case_file import ENDING, HERE, ONE_ITEM, SUMMARY, changed, places
from support.findings import codes_of, found, located, messages

Row = tuple[str, Callable[[str], str], str, str]

RATIONALE = f"rationale: {ENDING}"
TREATMENT_AND_TOPIC = "treatment: Massage therapy\n    topic: massage-therapy\n"

UNREADABLE = {"IMR101", "IMR103", "IMR201", "IMR203", "IMR206", "IMR401"}
"""Where one of these is found, no rule has looked at any text."""


def summary(text: str, case: str = ONE_ITEM) -> str:
    return changed(
        f"clinical_summary: >-\n  {SUMMARY}", f"clinical_summary: {HERE}{json.dumps(text)}", case=case
    )


def more_summary(text: str) -> str:
    return summary(f"{SUMMARY} {text}")


def rationale(text: str, case: str = ONE_ITEM) -> str:
    return changed(RATIONALE, f"rationale: {HERE}{json.dumps(f'{text} {ENDING}')}", case=case)


def sentences(rows: list[Row]) -> list[object]:
    """Return code, place and sentence of each, as parameters of a test."""
    return [
        pytest.param(code, where, sentence, id=f"{code}-{sentence}")
        for code, where, template, filled in rows
        for sentence in (template.replace("~", words) for words in filled.split("|"))
    ]


def noticed(rows: list[Row]) -> Callable[..., None]:
    """Return the test that a rule notices each sentence, at its place."""

    @pytest.mark.parametrize(("code", "where", "sentence"), sentences(rows))
    def test(code: str, where: Callable[[str], str], sentence: str) -> None:
        text, [place] = places(where(sentence))
        assert (code, *place) in found(text)

    return test


def left_alone(rows: list[Row]) -> Callable[..., None]:
    """Return the test that a rule leaves each sentence alone."""

    @pytest.mark.parametrize(("code", "where", "sentence"), sentences(rows))
    def test(code: str, where: Callable[[str], str], sentence: str) -> None:
        text, _ = places(where(sentence))
        assert not {code, *UNREADABLE} & set(codes_of(text))

    return test


def placed(rows: list[tuple[str, str, list[str]]]) -> Callable[..., None]:
    """Return the test that a rule finds what is marked, and nothing else, in these words."""

    @pytest.mark.parametrize(("code", "marked", "says"), rows)
    def test(code: str, marked: str, says: list[str]) -> None:
        text, expected = places(marked)
        assert located(text, code) == [(each, *place) for each, place in zip(says, expected, strict=True)]

    return test


def worded(rows: list[tuple[str, list[str], str]]) -> Callable[..., None]:
    """Return the test that a rule says this of a changed case."""

    @pytest.mark.parametrize(("code", "changes", "message"), rows)
    def test(code: str, changes: list[str], message: str) -> None:
        assert message in messages(changed(*changes), code)

    return test
