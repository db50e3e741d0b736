"""The expressions of `guidelines/language`: what is looked for first may hide no match of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from imr_cli.texts.conclusion import conclusion_of
from imr_cli.texts.phrases import Phrases
from imr_cli.texts.prose import Prose
from support.checkout import CHECKOUT
from support.expressions import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS, CONCLUSIONS = (
    yaml.load(
        (CHECKOUT / "guidelines" / "language" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    for name in ("phrases.yaml", "conclusions.yaml")
)


def guarded(entry: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry that has a pattern and something that is looked for before it, with its name."""
    if isinstance(entry, dict):
        if "pattern" in entry and ("anchors" in entry or "words" in entry):
            yield name, entry
        for key, value in entry.items():
            yield from guarded(value, f"{name}.{key}".lstrip("."))


GUARDED = dict(guarded(TEXTS))
for each in ("names", "names_by_given"):
    GUARDED[each]["anchors"] = GUARDED[each]["written"]


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


@pytest.mark.parametrize("name", [name for name, entry in GUARDED.items() if "anchors" in entry])
def test_every_match_has_an_anchor(name: str) -> None:
    anchors = GUARDED[name]["anchors"]
    assert [text for text in matches(name) if not any(each in text for each in anchors)] == []


@pytest.mark.parametrize("name", [name for name, entry in GUARDED.items() if "words" in entry] or ["none"])
def test_every_match_has_a_word(name: str) -> None:
    if name == "none":
        pytest.skip("no entry has words")
    words = set(GUARDED[name]["words"])
    assert [text for text in matches(name) if words.isdisjoint(re.findall("[a-z]+", text.lower()))] == []


@pytest.mark.parametrize("side", ["against", "for"])
def test_every_conclusion_is_seen(side: str) -> None:
    for each in CONCLUSIONS[side]:
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
