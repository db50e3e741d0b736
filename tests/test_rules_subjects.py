"""Whether a rationale speaks of the treatment it stands under."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from conftest import CHECKOUT

from imr_cli import rules_conclusion as rules
from imr_cli.case import Guidelines, Item
from imr_cli.table_files import load_table

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
    assert rules._share(words(asked), words(said)) is shared


@pytest.mark.parametrize(
    ("treatment", "text", "shared"),
    [
        ("PT 6 visits", "physical therapy was approved", True),
        ("Norco #60", "hydrocodone is an opioid", True),
        ("MRI of the c-spine", "imaging of the neck is not needed", True),
        ("#60", "anything at all", True),
        ("MRI of the knee", "acupuncture for the shoulder", False),
    ],
)
def test_abbreviations_brands_and_body_parts_are_shared_too(treatment: str, text: str, shared: bool) -> None:
    review: Any = SimpleNamespace(table=TABLE)
    assert rules._share_usual(Item(treatment, Guidelines()), text, review) is shared


@pytest.mark.parametrize(
    ("rationale", "summary", "others"),
    [
        ("the knee and the shoulder hurt", "the knee hurts", []),
        ("the shoulder needs surgery", "the knee hurts", ["shoulder"]),
        ("the shoulder moves freely", "knee and shoulder hurt", []),
        ("the shoulder hurts. the shoulder needs care", "knee and shoulder hurt", ["shoulder"]),
        ("nothing is said of a part", "the knee hurts", []),
    ],
)
def test_parts_that_stand_in_place_of_the_one_asked_for(
    rationale: str, summary: str, others: list[str]
) -> None:
    review: Any = SimpleNamespace(table=TABLE, summary=SimpleNamespace(lower=summary))
    facts: Any = SimpleNamespace(lower=rationale)
    assert sorted(rules._other_parts(facts, frozenset({"knee"}), review)) == others
