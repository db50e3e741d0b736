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
_SENTENCE_END = re.compile(r"[a-z)\"'][.!?;](?=\s|$)")


def grade(text: str, least_words: int, hardest: float = 0) -> float | None:
    """The school grade that a text in lower case asks for, where it is above `hardest`.

    None for an easier text, and for one of fewer than `least_words` words.
    """
    words = text.count(" ") + 1
    if words < least_words:
        return None
    # Vowels less pairs of vowels: the groups of vowels, or more where a pair is not in the list.
    groups = sum(map(text.count, "aeiouy")) - sum(map(text.count, _PAIRS))
    if _grade(words, max(1, text.count(". ")), groups) <= hardest:
        return None
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = max(words, len(_SYLLABLE.findall(text)) - len(_SILENT_END.findall(text)))
    found = _grade(words, sentences, syllables)
    return found if found > hardest else None


def _grade(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
