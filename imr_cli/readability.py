"""How hard a text is to read: the grade of Flesch and Kincaid."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"[aeiouy]+")
_PAIRS = (
    "io",
    "ou",
    "ea",
    "ee",
    "ai",
    "ie",
    "oo",
    "ia",
    "au",
    "ue",
    "ay",
    "ey",
    "ei",
    "ui",
    "oi",
    "oy",
    "eo",
)
_SILENT_END = re.compile(r"[^aeiouyl]e(?=[^a-z]|$)")
_SENTENCE_END = re.compile(r"[^\s.!?;][.!?;][\"')]*(?=\s|$)")


def grade(text: str, least_words: int, hardest: float = 0) -> float | None:
    """The school grade that a text in lower case asks for, where it is above `hardest`.

    None for an easier text, and for one of fewer than `least_words` words.
    """
    words = text.count(" ") + 1
    if words < least_words:
        return None
    # Vowels are more than syllables; less the pairs of vowels, they are about as many, or more. Most texts
    # are so easy that counting either is enough.
    least_sentences, vowels = max(1, text.count(". ")), sum(map(text.count, "aeiouy"))
    if _grade(words, least_sentences, vowels) <= hardest:
        return None
    if _grade(words, least_sentences, vowels - sum(map(text.count, _PAIRS))) <= hardest:
        return None
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = max(words, len(_SYLLABLE.findall(text)) - len(_SILENT_END.findall(text)))
    found = _grade(words, sentences, syllables)
    return found if found > hardest else None


def _grade(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
