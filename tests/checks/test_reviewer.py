"""Which reviewers are far from which treatments."""

from __future__ import annotations

import pytest

from imr_cli.guideline.law import reviewers
from imr_cli.texts.requests import is_surgery, treatment_fields, wider_field
from support.case_file import changed
from support.findings import found


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
