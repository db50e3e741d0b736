"""What the reviewer is certified in, and which reviewers are far from which treatments."""

from __future__ import annotations

import json

import pytest

from imr_cli.guideline.law import reviewers
from imr_cli.texts.requests import wider_field
from support.case_file import HERE, ONE_ITEM, changed
from support.findings import found
from support.sentences import Row, left_alone, noticed


def is_far(certifications: str, treatment: str) -> bool:
    text = changed(
        "[Occupational Medicine]", f"[{certifications}]",
        "treatment: Massage therapy\n    topic: massage-therapy\n", f"treatment: {treatment}\n",
    )  # fmt: skip
    return "IMR615" in [code for code, _, _ in found(text)]


@pytest.mark.parametrize(
    ("certifications", "treatment"),
    [
        ("Psychiatry", "Left knee surgery"),
        ("Psychiatry", "Spinal surgery L4-5"),
        ("Psychiatry", "Right trigger finger release"),
        ("Psychiatry", "Lumbar fusion L4-5"),
        ("Podiatry", "Lumbar fusion L4-5"),
        ("Podiatric Surgery", "Left shoulder arthroscopy"),
        ("Podiatry", "Anterior cervical discectomy C5-6"),
        ("Clinical Neuropsychology", "Knee arthroscopy"),
        ("Ophthalmology", "Knee arthroscopy"),
        ("Dentistry", "Knee arthroscopy"),
        ("Urology", "Cervical epidural steroid injection"),
        ("Orthopedic Surgery", "Root canal of tooth 14"),
    ],
)
def test_far(certifications: str, treatment: str) -> None:
    assert is_far(certifications, treatment)


@pytest.mark.parametrize(
    ("certifications", "treatment"),
    [
        ("Neurology", "Cervical epidural steroid injection"),
        ("Neurological Surgery", "Cervical epidural steroid injection"),
        ("Neurological Surgery", "Cognitive behavioral therapy"),
        ("Ophthalmology", '"Pars plana vitrectomy, right"'),
        ("Ophthalmology", "Trabeculectomy"),
        ("Dentistry", "TMJ arthroscopy"),
        ("Dentistry", "Gingivectomy"),
        ("Podiatry", "Ankle arthroscopy"),
        ("Podiatry", "Fusion of the left foot"),
        ("Podiatry", "Bunionectomy"),
        ("Podiatry", "Knee arthroscopy"),
        ("Podiatry", "Post-operative physical therapy for the shoulder"),
        ("Psychiatry", "Psychological evaluation before spinal surgery"),
        ("Psychiatry", "Transport after left knee surgery"),
        ("Psychiatry", "Blood transfusion"),
        ("Neuropsychiatry", "Tramadol 50 mg"),
        ("Orthopedic Surgery", "Left knee surgery"),
        ("Psychiatry, Internal Medicine", "Left knee surgery"),
    ],
)
def test_not_far(certifications: str, treatment: str) -> None:
    assert not is_far(certifications, treatment)


def test_specialties_are_far_from_fields_that_there_are() -> None:
    fields = set(reviewers().fields)
    parts = {part for each in reviewers().narrower.values() for part in each}
    assert set(reviewers().narrower) <= fields
    assert {field for row in reviewers().specialties for field in row.far} <= fields | parts
    assert all(wider_field(part) in fields for part in parts)


def certified(text: str) -> str:
    return changed("[Occupational Medicine]", f"[{HERE}{json.dumps(text)}]", case=ONE_ITEM)


NOTICED: list[Row] = [
    ("IMR614", certified, "~", "Physical Medicine - David Chen|Physical Medicine, David Chen|Physical Medicine (David Chen)|Physical Medicine: David Chen|David Chen / Physical Medicine|David Chen; Neurology"),
    ("IMR614", certified, "~", "Maria Roe, MD|John Roe|John Q. Roe|Dr. John Roe|Dr. Roe|JOHN ROE, MD"),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR614", certified, "~", "Physical Medicine - Pain|Neurology, Virginia Medicine|Family Medicine, DO|Podiatric Surgery, DPM|Internal Medicine, MD|Clinical Psychology, PhD|Emergency Medicine, DO|Family Practice, MD|Medical Toxicology, MD|Infectious Disease, MD|Critical Care, MD|Oriental Medicine, L.Ac.|Preventive Medicine|Sports Medicine|Hand Surgery|Pain Management|Clinical Psychology|Licensed Acupuncturist|Physical Medicine and Rehabilitation|Victoria|Virginia Medicine|Orthopaedic Surgery of the Spine"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)
