"""What the words of a request ask for: whether two ask for the same, of which field it is, whether it is a surgery."""

from __future__ import annotations

import pytest

from imr_cli.case.model import Guidelines, Item
from imr_cli.texts.requests import identity, is_surgery, treatment_fields

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


@pytest.mark.parametrize(
    ("request_text", "fields"),
    [
        ("Lumbar fusion L4-5", ("surgery-of-the-spine",)),
        ("Left  Shoulder Arthroscopy", ("surgery-of-the-arm",)),
        ("Fusion of the ankle with lumbar bone graft", ("surgery",)),
        ("Epidural steroid injection, lumbar", ("spinal-injection",)),
        ("Massage of the shoulder", ()),
    ],
)
def test_fields_of_a_request(request_text: str, fields: tuple[str, ...]) -> None:
    assert treatment_fields(request_text) == fields


@pytest.mark.parametrize(
    ("request_text", "is_one"),
    [
        ("Knee arthroscopy", True),
        ("Right ankle surgery", True),
        ("Assistant surgeon for the knee arthroscopy", False),
        ("Post-op sling after shoulder arthroscopy", False),
        ("Clearance before knee surgery", False),
        ("Naproxen 550 mg", False),
    ],
)
def test_what_is_a_surgery(request_text: str, is_one: bool) -> None:
    assert is_surgery(request_text) is is_one
