"""Items of one case held against one another: the same request twice, and services that go with a surgery."""

from __future__ import annotations

import json

import pytest

from imr_cli.case.model import Guidelines, Item
from imr_cli.texts.requests import identity
from support.case_file import CASE
from support.findings import found

HEAD = CASE[: CASE.index("  - treatment: Massage")]
NECESSARY = {"upheld": "It is not medically necessary.", "overturned": "It is medically necessary."}


def codes(*items: tuple[str, str] | tuple[str, str, str], rationale: str = "") -> list[str]:
    """The findings IMR45x on a case of these items: treatment, decision, further lines; `rationale` of the last."""
    text = HEAD
    for number, (treatment, decision, *more) in enumerate(items, 1):
        reasons = rationale if rationale and number == len(items) else f"{treatment}. {NECESSARY[decision]}"
        lines = [
            f"treatment: {json.dumps(treatment)}",
            *more,
            "reviewer_guideline: none",
            f"decision: {decision}",
            f"rationale: {json.dumps(reasons)}",
        ]
        text += "  - " + "\n    ".join(lines) + "\n"
    told = [code for code, _, _ in found(text)]
    assert not [code for code in told if code < "IMR300"]
    return [code for code in told if code.startswith("IMR45")]


SAME = [
    "MRI of the right knee|MRI right knee|MRI of the right knee.|Right knee MRI|MRI (right knee)|mri  RIGHT KNEE",
    "Tramadol 50 mg #60|Tramadol 50mg #60|Tramadol 50 mg, #60|#60 Tramadol 50 mg|Tramadol 50 MG # 60",
    "Acupuncture 6 visits|Acupuncture (6 visits)|6 visits of acupuncture|Acupuncture; 6 visits",
    "Physical therapy x 12|Physical therapy x12",
]
OTHERS = [
    "MRI right knee|MRI left knee",
    "MRI right knee|MRI of both knees",
    "MRI with contrast|MRI without contrast",
    "Tramadol 50 mg #60|Tramadol 50 mg #30",
    "Tramadol 50 mg #60|Tramadol 100 mg #60",
    "Acupuncture 6 visits|Acupuncture 12 visits",
    "Acupuncture 6 visits|Acupuncture 6 weeks",
    "Facet block L4-5|Facet block L5-S1",
    "Facet block L4-5|Facet block L4, 5 sessions",
    "MRI right knee, x-ray left knee|MRI left knee, x-ray right knee",
    "Therapy 2 times a week for 6 weeks|Therapy 6 times a week for 2 weeks",
    "Norco 10 mg, Soma 350 mg|Soma 10 mg, Norco 350 mg",
    "Office visit (DOS 12/29/16)|Office visit (DOS 12/30/16)",
]


def identities(row: str) -> list[object]:
    return [identity(Item(each, Guidelines(is_none=True))) for each in row.split("|")]


@pytest.mark.parametrize("row", SAME)
def test_the_same_in_other_words(row: str) -> None:
    assert len(set(identities(row))) == 1


@pytest.mark.parametrize("row", OTHERS)
def test_other_requests(row: str) -> None:
    assert len(set(identities(row))) == len(identities(row))


def test_the_same_request_twice() -> None:
    assert codes(("MRI of the right knee", "upheld"), ("Right knee MRI", "overturned")) == ["IMR453"]
    assert codes(("MRI of the right knee", "upheld"), ("Right knee MRI", "upheld")) == ["IMR454"]
    assert codes(("MRI of the right knee", "upheld"), ("Left knee MRI", "overturned")) == []


def test_a_diagnosis_is_not_printed_and_tells_nothing_apart() -> None:
    sprain, tear = "diagnosis: sprain", "diagnosis: tear"
    assert codes(("MRI", "upheld", sprain), ("MRI", "overturned", tear)) == ["IMR453"]
    assert codes(("MRI", "upheld", sprain), ("MRI", "upheld", tear)) == ["IMR454"]


def test_another_day_of_service_is_another_request() -> None:
    first, second = ("timing: retrospective\n    service_date: 2016-03-0" + day for day in "12")
    assert codes(("MRI", "upheld", first), ("MRI", "overturned", second)) == []
    assert codes(("MRI", "upheld", first), ("MRI", "overturned", first)) == ["IMR453"]


def massage(*, decision: str) -> str:
    """An item on which the guideline's direction is plain; without a decision one is proposed."""
    start, end = CASE.index("  - treatment: Massage"), CASE.index("  - treatment: Transport")
    item = CASE[start:end]
    if not decision:
        return item[: item.index("    decision:")]
    words = item.replace("decision: overturned", f"decision: {decision}")
    return words if decision == "overturned" else words.replace("are medically", "are not medically")


@pytest.mark.parametrize(("decision", "code"), [("overturned", "IMR454"), ("upheld", "IMR453")])
def test_a_proposed_decision_counts_as_one(decision: str, code: str) -> None:
    """The guideline supports the massage, so the undecided item is proposed to be overturned."""
    for items in ((decision, ""), ("", decision)):
        text = HEAD + "".join(massage(decision=each) for each in items)
        assert [each for each, _, _ in found(text) if each.startswith("IMR45")] == [code]


FALLS = (
    "Since the surgery is not medically necessary, none of the associated services are medically necessary."
)
SCOPE, DRUG = "Left knee arthroscopy", "Naproxen 550 mg #60"


def test_a_service_that_falls_with_a_surgery_that_stands() -> None:
    child = ("Cold therapy unit", "upheld", "depends_on: 1")
    assert codes((SCOPE, "overturned"), child, rationale=FALLS) == ["IMR456"]
    assert codes((SCOPE, "overturned"), (DRUG, "upheld"), child, rationale=FALLS) == ["IMR456"]
    assert codes((SCOPE, "upheld"), child, rationale=FALLS) == []
    assert codes((SCOPE, "upheld"), (DRUG, "overturned"), child, rationale=FALLS) == []
    assert codes((SCOPE, "overturned"), child, rationale="The unit is not medically necessary.") == []


@pytest.mark.parametrize(
    "service",
    ["Assistant surgeon", "Preoperative medical clearance", "Associated surgical service: cold unit"],
)
def test_a_service_around_a_surgery_that_is_upheld(service: str) -> None:
    assert codes((SCOPE, "upheld"), (service, "overturned"), (DRUG, "overturned")) == ["IMR456"]
    assert codes((SCOPE, "upheld"), (service, "overturned")) == ["IMR456"]
    assert codes((SCOPE, "overturned"), (service, "overturned"), (DRUG, "upheld")) == []
    assert codes((SCOPE, "upheld"), ("Lumbar fusion", "overturned"), (service, "overturned")) == []


def test_therapy_after_a_surgery_that_was_done() -> None:
    done = "surgery_date: 2016-01-20"
    therapy = "Post-operative physical therapy"
    assert codes((therapy, "overturned", done), (DRUG, "upheld")) == []
    assert codes((therapy, "overturned", done), (SCOPE, "upheld")) == []
    assert codes((therapy, "overturned"), (SCOPE, "upheld")) == ["IMR456"]
    assert codes((therapy, "overturned"), (SCOPE, "upheld"), (DRUG, "overturned")) == []
