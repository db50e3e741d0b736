"""The grade is Flesch and Kincaid's, counted by hand here; what is tried first may hide no hard text."""

from __future__ import annotations

import random

import pytest

from imr_cli.checks.prose import grade

EASIEST = -1000


def counted(words: int, sentences: int, syllables: int) -> object:
    return pytest.approx(0.39 * words / sentences + 11.8 * syllables / words - 15.59)


@pytest.mark.parametrize(
    ("text", "words", "sentences", "syllables"),
    [
        ("the cat sat on the mat.", 6, 1, 6),
        ("the cat sat on the mat", 6, 1, 6),
        ("the cat sat. it ran! did it? yes; it did.", 10, 5, 10),
        ("the cat (old) sat (there). it ran 'so'! it did", 10, 2, 10),
        ('it sat on "mats". then it ran', 7, 1, 7),
        ("it is on page 60. it is 5%. it is [so]. it is", 13, 3, 13),
        ('it sat on "mats." then it ran', 7, 1, 7),
        ("it weighs 3.5 or 4.5 and so", 7, 1, 7),
        ("it is in part a.b of it. it is", 9, 1, 9),
        ("the table is made to make many", 7, 1, 8),
        ("made, made (made) made", 4, 1, 4),
        ("the idea is in a museum", 6, 1, 7),
        ("hmm hmm hmm it is", 5, 1, 5),
        ("of one", 2, 1, 2),
        ("one", 1, 1, 1),
    ],
)
def test_counts(text: str, words: int, sentences: int, syllables: int) -> None:
    assert grade(text, 1, EASIEST) == counted(words, sentences, syllables)


def test_fewer_words_than_asked_for_have_no_grade() -> None:
    assert grade("one two three four", 4, EASIEST) is not None
    assert grade("one two three four", 5, EASIEST) is None


def texts() -> list[str]:
    """Sentences of easy and hard words, of all lengths."""
    dice = random.Random(3)
    words = [
        "the",
        "knee",
        "of",
        "a",
        "queue",
        "quiet",
        "idea",
        "beautiful",
        "rehabilitation",
        "physiological",
        "table",
        "made",
        "one",
        "eye",
        "pain",
    ]
    made = []
    for _ in range(200):
        sentences = (
            " ".join(dice.choices(words, k=dice.randint(1, 30))) + dice.choice([".", ".", ";", "!", ".)"])
            for _ in range(dice.randint(1, 6))
        )
        made.append(" ".join(sentences))
    return made


def test_only_easier_texts_are_left_out() -> None:
    for text in texts():
        own = grade(text, 1, EASIEST)
        assert own is not None
        for hardest in (5, 12, 18, 30, own - 0.01):
            assert grade(text, 1, hardest) == (own if own > hardest else None), text
        assert grade(text, 1, own) is None
        assert grade(text, 1, own + 0.01) is None
