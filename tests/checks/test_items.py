"""One item: requests that were authorized in part, and what its treatment says."""

from __future__ import annotations

import json

import pytest

from support.case_file import AMOUNTS, HERE, ONE_ITEM, TREATMENT, TREATMENT_LINE, changed
from support.findings import found
from support.sentences import TREATMENT_AND_TOPIC, Row, left_alone, noticed, worded


def codes(original: str, authorized: str, treatment: str, part: str = "") -> set[str]:
    """The findings on the amounts of such a request."""
    lines = [
        f"  - treatment: {json.dumps(treatment)}",
        f"    original_request: {json.dumps(original)}",
        f"    authorized: {json.dumps(authorized)}",
        *([f"    disputed_part: {part}"] if part else []),
    ]
    told = {code for code, _, _ in found(changed(TREATMENT + AMOUNTS, "\n".join(lines) + "\n"))}
    assert not {code for code in told if code < "IMR400"}
    return {code for code in told if "IMR404" < code < "IMR410"}


def parts(row: str) -> tuple[str, str, str]:
    original, authorized, treatment = (each.strip() for each in row.split("|"))
    return original, authorized, treatment


@pytest.mark.parametrize(
    "row",
    [
        "Physical therapy, 12 visits | Physical therapy, 6 visits | Physical therapy, 4 visits",
        "Physical therapy, 12 visits | 6 visits | Remaining 4 visits",
        "Physical therapy, left knee, 12 visits | Physical therapy, left knee, 6 visits | Left knee, 4 visits",
        "Physical therapy, 12 visits | PT, 6 of the 12 visits | Physical therapy, 4 of the 12 visits",
        "3 epidural steroid injections | 1 epidural steroid injection | Remaining 1 epidural steroid injection",
        "Three lumbar epidural steroid injections | One lumbar epidural steroid injection | One more injection",
        "TENS unit, 90-day rental | TENS unit, 30-day rental | TENS unit, 30-day rental",
        "H-wave unit, 6 month rental | H-wave unit, 1 month rental | H-wave unit, 3 month rental",
        "Inpatient stay, 14 days | Inpatient stay, 7 days | Inpatient stay, 3 days",
        "Facet block, 4 levels | Facet block, 2 levels | Facet block, 3 levels",
        "Facet block at four levels | Facet block at two levels | Facet block, three-level",
    ],
)
def test_do_not_add_up(row: str) -> None:
    assert codes(*parts(row)) == {"IMR405"}


@pytest.mark.parametrize(
    "row",
    [
        "Norco 10/325 mg #120 with 1 refill | Norco 10/325 mg #120 | Norco 10/325 mg #120, second fill",
        "Norco 10/325 mg #90, 3 months | Norco 10/325 mg #90, 1 month | Norco 10/325 mg #90, 2 months",
        "Norco 10/325 mg #90 and Soma 350 mg #90 | Norco 10/325 mg #90 | Soma 350 mg #90",
        "Physical therapy, left knee, 12 visits | Physical therapy, left knee, 6 of the 12 visits | Physical therapy, left knee, 6 of the 12 visits",
        "Physical therapy, 12 visits | Acupuncture, 6 visits | Physical therapy, 12 visits (all)",
        "Physical therapy, 12 visits | PT x 6 | PT, remaining 6 visits",
        "3 Orthovisc injections, bilateral knees | 3 Orthovisc injections, left knee | 3 Orthovisc injections, right knee",
        "Physical therapy, both knees, 12 visits | Physical therapy, left knee, 12 visits | Physical therapy, right knee, 12 visits",
        "Physical therapy, neck and low back, 12 visits | Physical therapy, neck, 12 visits | Physical therapy, low back, 12 visits",
        "Norco 10/325 mg #90, Norco 5/325 mg #90 | Norco 10/325 mg #90 | Norco 5/325 mg #90",
        "3 epidural steroid injections | 1 epidural steroid injection | Remaining 2 epidural steroid injections",
        "3 epidural steroid injections | 1 epidural steroid injection | Remaining epidural steroid injections",
        "3 epidural steroid injections | 1 trigger point injection | 3 epidural injections",
        "L4-5 epidural steroid injection | Epidural steroid consultation | L4-5 steroid injection",
        "Toradol 60 mg injection | Toradol 60 mg injection now | Toradol 60 mg injection later",
        "TENS unit, 90-day rental | TENS unit, 30-day rental | TENS unit, 60-day rental",
        "Interferential unit, 30-day trial | TENS unit, 30-day trial | Interferential unit, 30-day rental",
        "Home care, 4 hours a day for 14 days | Home care, 2 hours a day for 14 days | Home care, 2 hours for 14 days",
        "Facet block, 4 levels | Facet block, 2 levels | Facet block, 2 levels",
        "Facet block, 4 levels, 2 injections | Facet block, 2 levels, 2 injections | Facet block, 3 levels, 2 injections",
        "Follow-up every 3 months | Follow-up in 6 months | Follow-up every 3 months for now",
        "Program, 10 to 20 days | Program, 10 days | Program, 5 days",
    ],
)
def test_nothing_to_add_up(row: str) -> None:
    assert codes(*parts(row)) == set()


@pytest.mark.parametrize(
    ("row", "is_reported"),
    [
        ("Physical therapy, 12 visits | Physical therapy, 16 visits | Physical therapy, remaining sessions", True),
        ("Physical therapy, 12 sessions | Physical therapy, 12 sessions | Remaining sessions", True),
        ("Tramadol 50 mg #60 | Tramadol 50 mg #60 | Tramadol 50 mg, remaining tablets", True),
        ("Physical therapy, 12 visits | Physical therapy, 11 visits | Physical therapy, remaining sessions", False),
        ("Physical therapy, 12 visits | Acupuncture, 12 visits | Physical therapy, remaining sessions", False),
        ("Physical therapy with heat, 12 visits | Physical therapy, 12 visits | Heat at the visits", False),
        ("Tramadol 50 mg #60 with refills | Tramadol 50 mg #60 | Tramadol 50 mg, remaining tablets", False),
    ],
)  # fmt: skip
def test_nothing_left(row: str, is_reported: bool) -> None:
    assert codes(*parts(row)) == ({"IMR408"} if is_reported else set())


@pytest.mark.parametrize(
    ("row", "part", "is_reported"),
    [
        ("Physical therapy, 12 visits | Physical therapy, 6 visits | Physical therapy, remaining 6 sessions", "whole", True),
        ("Physical therapy, 12 visits | Physical therapy, 6 visits | Physical therapy, 6 visits", "whole", True),
        ("Physical therapy, 12 visits | Physical therapy, 6 visits | The remainder of the therapy", "whole", True),
        ("Physical therapy, 12 visits | Physical therapy, 6 visits | Physical therapy, remaining 6 sessions", "remainder", False),
        ("Physical therapy, 12 visits | Physical therapy, 6 visits | Physical therapy x 12", "whole", False),
        ("MRI in an open scanner | MRI in a closed scanner | MRI, open", "whole", False),
        ("Remaining 6 visits of therapy | Therapy at home | Therapy, remaining 6 visits", "whole", False),
    ],
)  # fmt: skip
def test_a_part_called_whole(row: str, part: str, is_reported: bool) -> None:
    assert codes(*parts(row), part=part) == ({"IMR409"} if is_reported else set())


def treatment(text: str) -> str:
    return changed(TREATMENT_AND_TOPIC, f"treatment: {HERE}{json.dumps(text)}\n", case=ONE_ITEM)


NOTICED: list[Row] = [
    ("IMR407", treatment, "~ massage therapy", "Retrospective|Retroactive|Retro|(Retrospective)"),
    ("IMR407", treatment, "Massage therapy ~", "(DOS 3/1/16)|(DOS: 3/1/16)|date of service 3/1/16"),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR407", treatment, "~", "Retropharyngeal injection|Massage therapy (DOS unknown)|Massage therapy, retrospective"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


MESSAGES = [
    ("IMR405", [f"{TREATMENT_LINE}    topic: massage-therapy\n", "treatment: Massage, 4 visits\n    original_request: Massage, 12 visits\n    authorized: Massage, 6 visits\n"], "12 visits requested and 6 authorized do not leave 4"),
]  # fmt: skip


test_message = worded(MESSAGES)
