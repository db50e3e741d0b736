"""The phrases of `guidelines/language`: expressions, words, and what a text must have for them."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from imr_cli.guideline.law import law_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Prefilter(NamedTuple):
    """What a text must have for an expression to be worth trying: one of the words or pieces of text.

    `texts` are both, in the order of the data, as pieces of text. Where there is none, any text will do.
    """

    words: frozenset[str]
    pieces: tuple[str, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, needs: Sequence[str]) -> Prefilter:
        """Return the prefilter of an entry's `needs`: letters alone are a word, with `*` a piece of text."""
        texts = tuple(each[:-1] if each[-1] == "*" and each[:-1].isalpha() else each for each in needs)
        words = frozenset(each for each in needs if each.isalpha())
        return cls(words, tuple(each for each in texts if each not in words), texts)


_NAMED = re.compile(r"\{([a-z_]+)\}")


class Phrases:
    """A file of `guidelines/language` as it stands; tests look at its form, since no house changes it.

    Its expressions are for text in lower case with single blanks (`Prose`).
    """

    def __init__(self, file: str) -> None:
        self.texts: Any = law_file(f"language/{file}").node
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._prefilters: dict[tuple[str, ...], Prefilter] = {}

    def pattern(self, *path: str) -> re.Pattern[str]:
        """Return the expression of an entry, compiled when it is first needed."""
        found = self._compiled.get(path)
        if found is None:
            found = self._compiled[path] = re.compile(self.expression(*path))
        return found

    def expression(self, *path: str) -> str:
        """Return the text of an entry's expression; several are alternatives."""
        entry = self.entry(*path)
        entry = entry["pattern"] if isinstance(entry, dict) else entry
        text = entry if isinstance(entry, str) else "|".join(entry)
        return self.written_out(text, self.texts)

    @staticmethod
    def written_out(expression: str, texts: Mapping[str, Any]) -> str:
        """Return the expression with the text of that entry of its file in place of each `{name}`."""
        while names := [each for each in _NAMED.findall(expression) if each in texts]:
            for name in names:
                expression = expression.replace(f"{{{name}}}", texts[name])
        return expression

    def prefilter(self, *path: str) -> Prefilter:
        """Return what a text must have for the entry's expression to be found in it."""
        found = self._prefilters.get(path)
        if found is None:
            found = self._prefilters[path] = Prefilter.of(self.entry(*path).get("needs", ()))
        return found

    def entry(self, *path: str) -> Any:
        """Return what stands under those keys."""
        entry: Any = self.texts
        for step in path:
            entry = entry[step]
        return entry

    def number(self, name: str) -> int:
        """Return the number that stands under that key."""
        return int(self.entry(name))

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """The mark that ends a sentence, with the blank after it; the stop of an abbreviation is none."""
        stops = "".join(rf"(?<!\b{re.escape(each)}\.)" for each in self.texts["abbreviations"])
        return re.compile(rf"[.!?]{stops}[\"')]* ")

    @cached_property
    def part_of_body(self) -> dict[str, str]:
        """Each word for a part of the body, with its part."""
        return {word: part for part, words in self.texts["body_parts"].items() for word in words}

    @cached_property
    def part_meant(self) -> dict[str, frozenset[str]]:
        """Each word that may mean a part of the body, with the parts that it may mean."""
        found: dict[str, set[str]] = {}
        for kind in ("body_parts", "structures"):
            for part, words in self.texts[kind].items():
                for word in words:
                    found.setdefault(word, set()).add(part)
        return {word: frozenset(parts) for word, parts in found.items()}

    @cached_property
    def sexes(self) -> dict[str, tuple[str, bool]]:
        """Each word that tells a sex: (sex, whether the word names the patient)."""
        return {
            word: (sex, kind == "nouns")
            for sex in ("female", "male")
            for kind in ("nouns", "pronouns")
            for word in self.texts["sex"][sex][kind]
        }


@cache
def conclusions() -> Phrases:
    """Return how rationales conclude."""
    return Phrases("conclusions.yaml")


@cache
def phrases() -> Phrases:
    """Return how texts say things."""
    return Phrases("phrases.yaml")


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of an entry of the phrases."""
    return frozenset(phrases().entry(name))
