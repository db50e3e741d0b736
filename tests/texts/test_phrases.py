"""The expressions of `guidelines/language`: what is looked for first may hide no match of them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from imr_cli.texts.conclusion import conclusion_of
from imr_cli.texts.phrases import Phrases, Prefilter
from imr_cli.texts.prose import Prose, Words
from support.checkout import CHECKOUT
from support.expressions import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = CHECKOUT / "guidelines" / "language"

TEXTS, CONCLUSIONS = (
    yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for name in ("phrases.yaml", "conclusions.yaml")
)


def guarded(entry: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry that has a pattern and something that is looked for before it, with its name."""
    if isinstance(entry, dict):
        if "pattern" in entry and "needs" in entry:
            yield name, entry
        for key, value in entry.items():
            yield from guarded(value, f"{name}.{key}".lstrip("."))


GUARDED = dict(guarded(TEXTS))


def matches(name: str) -> Iterator[str]:
    """Texts that the pattern matches, by themselves, after a blank, and with a letter right before or after them."""
    pattern = GUARDED[name]["pattern"]
    alternatives = pattern if isinstance(pattern, list) else [pattern]
    whole = re.compile("|".join(alternatives))
    for each in alternatives:
        made = list(examples(each))
        matched = [text for text in made if whole.search(text)]
        assert len(matched) > len(made) / 5, each
        for text in matched:
            for padded in (text, f"q{text}", f"{text}q", f" {text}"):
                if whole.search(padded):
                    yield padded


def test_some_entries_are_guarded() -> None:
    assert len(GUARDED) > 5


@pytest.mark.parametrize("name", GUARDED)
def test_every_match_has_what_it_needs(name: str) -> None:
    prefilter = Prefilter.of(GUARDED[name]["needs"])
    assert [text for text in matches(name) if not Words(text.lower()).has_any(prefilter)] == []


@pytest.mark.parametrize("name", [name for name, entry in GUARDED.items() if "written" in entry])
def test_every_match_has_a_piece_as_it_is_written(name: str) -> None:
    assert [
        text for text in matches(name) if not any(each in text for each in GUARDED[name]["written"])
    ] == []


def test_needs_of_letters_are_words_and_all_others_pieces_of_text() -> None:
    prefilter = Prefilter.of(["report", "radicul*", "x-ray", "***", "0y"])
    assert prefilter.words == {"report"}
    assert prefilter.pieces == ("radicul", "x-ray", "***", "0y")


@pytest.mark.parametrize(
    ("text", "has"), [("a report.", True), ("reports", False), ("radiculopathy", True), ("", False)]
)
def test_a_word_is_needed_as_a_whole_and_a_piece_anywhere(text: str, has: bool) -> None:
    assert Words(text).has_any(Prefilter.of(["report", "radicul*"])) is has


def names(entry: Any) -> Iterator[str]:
    """Every key of an entry that the code or another entry has to name."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            yield key
            if key not in TABLES:
                yield from names(value)
            elif key in ("concludes", "records"):
                for row in value.values():
                    yield from names(row)


def leaves(entry: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every text of an entry, and every list without one, with the keys that lead to it."""
    if isinstance(entry, str) or not entry:
        yield path, entry
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from leaves(value, (*path, key))
    else:
        for value in entry:
            yield from leaves(value, path)


def named_in_code() -> tuple[set[str], set[str]]:
    """All texts in the code that reads texts, and those by which it asks for a phrase."""
    texts, asked = set(), set()
    for package in ("texts", "checks"):
        for file in (CHECKOUT / "imr_cli" / package).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value)
                if isinstance(node, ast.Call):
                    called = (
                        node.func.attr
                        if isinstance(node.func, ast.Attribute)
                        else getattr(node.func, "id", "")
                    )
                    if called in ASKS:
                        asked |= {each.value for each in node.args[:2] if isinstance(each, ast.Constant)}
    return texts, {each for each in asked if isinstance(each, str)}


TABLES = (
    "concludes",
    "number_words",
    "word_forms",
    "records",
    "forms",
    "kinds_of_treatment",
    "body_parts",
    "structures",
    "regions",
    "show_in",
)
"""Entries whose keys are data."""

ASKS = (
    "pattern",
    "expression",
    "prefilter",
    "entry",
    "number",
    "could_match",
    "has",
    "finditer",
    "in_sentences",
    "told_after",
    "told_before",
    "dated_after",
    "word_set",
    "_has_before",
    "_has_behind",
    "_in_the_midst",
    "_finds",
    "_found",
    "_finditer",
    "_pattern",
    "_behind_last",
)


@pytest.mark.parametrize("texts", [TEXTS, CONCLUSIONS], ids=["phrases", "conclusions"])
def test_every_phrase_is_used(texts: dict[str, Any]) -> None:
    in_code, _ = named_in_code()
    in_data = {name for _, text in leaves(texts) for name in re.findall(r"\{([a-z_]+)\}", text)}
    assert [name for name in names(texts) if name not in in_code | in_data] == []


def test_every_name_that_the_code_asks_for_is_there() -> None:
    _, asked = named_in_code()
    assert len(asked) > 100
    assert asked - {*names(TEXTS), *names(CONCLUSIONS)} == set()


@pytest.mark.parametrize("texts", [TEXTS, CONCLUSIONS], ids=["phrases", "conclusions"])
def test_every_text_has_its_form(texts: dict[str, Any]) -> None:
    for path, text in leaves(texts):
        assert "".join(text).strip(), path
        if path[-1] in ("paperwork", "key"):
            assert text in ("yes", "no"), path
        if path[0] in ("number_words", "youngest_worker", "hardest_grade", "least_words"):
            assert text.isdecimal(), path
        if path[-1] not in ("needs", "written"):
            re.compile(Phrases.written_out(text, texts))


@pytest.mark.parametrize("side", ["against", "for"])
@pytest.mark.parametrize("way", CONCLUSIONS["concludes"])
def test_every_conclusion_is_seen(way: str, side: str) -> None:
    for each in CONCLUSIONS["concludes"][way][side]:
        expression = re.compile(Phrases.written_out(each, CONCLUSIONS))
        texts = [text for text in examples(expression.pattern, each=2) if expression.search(text)]
        assert texts, each
        # A blank stands where an expression allows any character: some of them end the sentence, or quote.
        plain = ["it " + re.sub(r"[^a-z', -]", " ", text) for text in texts]
        seen = [text for text in plain if expression.search(" ".join(text.split()))]
        # "as medically necessary" concludes only where something is seen as that.
        seen = [
            text.replace("it as ", "seen as ")
            for text in seen
            if " as medically" not in text.removeprefix("it")
        ]
        assert seen, each
        assert [text for text in seen if conclusion_of(Prose(text)).said is None] == []
