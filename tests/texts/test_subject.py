"""Whether a rationale speaks of the treatment it stands under."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from imr_cli.case.model import Guidelines, Item
from imr_cli.guideline.aliases import alias_index
from imr_cli.guideline.loading import load_table
from imr_cli.texts.subject import Subject, share
from support.checkout import CHECKOUT

TABLE = load_table(CHECKOUT / "guidelines")


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@pytest.mark.parametrize(
    ("asked", "said", "shared"),
    [
        ("", "anything", True),
        ("massage therapy", "the massage", True),
        ("electrodiagnostic testing", "electrodiagnosis was done", True),
        ("acupuncture", "accumulated", False),
        ("mri knee", "therapy of the arm", False),
        ("mri", "mris", False),
        ("mri knee", "mri arm", True),
        ("brace", "bracelet", True),
    ],
)
def test_words_are_shared_by_themselves_or_by_their_beginning(asked: str, said: str, shared: bool) -> None:
    assert share(words(asked), words(said)) is shared


@pytest.mark.parametrize(
    ("treatment", "topic", "text", "named"),
    [
        ("PT 6 visits", None, "physical therapy was approved", True),
        ("Norco #60", None, "hydrocodone is an opioid", True),
        ("MRI of the c-spine", None, "imaging of the neck is not needed", True),
        ("#60", None, "anything at all", True),
        ("MRI of the knee", None, "acupuncture for the shoulder", False),
        ("Flexeril #30", None, "muscle relaxants are for short use", True),
        (
            "Flexeril #30",
            ("Muscle relaxants (for pain)",),
            "muscle relaxants for pain are for short use",
            True,
        ),
        (
            "Flexeril #30",
            ("Skeletal relaxants", "muscle relaxants"),
            "a muscle relaxant is for short use",
            True,
        ),
        ("Flexeril #30", ("Muscle relaxants",), "the muscle is sore", False),
        ("Flexeril #30", ("#30",), "the muscle is sore", False),
    ],
)
def test_a_request_is_named_by_its_words_usual_ones_or_those_of_its_topic(
    treatment: str, topic: tuple[str, ...] | None, text: str, named: bool
) -> None:
    vocabulary = alias_index(TABLE).vocabulary
    row: Any = topic and SimpleNamespace(title=topic[0], also_cited_as=(), aliases=topic[1:])
    assert Subject(Item(treatment, Guidelines()), row, vocabulary).is_named_in(text) is named
