"""A treatment's own words lead to the topic, and where they do not, that is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from support.case_file import CASE
from support.checkout import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CITED = "mtus: [{document: DOC}]"


@pytest.fixture
def standing(tmp_path: Path, imr: Callable[..., Any]) -> Callable[..., dict[str, Any]]:
    """How one request stands, decided on a day, with these documents cited by the reviewer."""

    def of(
        treatment: str, day: str = "2016-11-15", *cited: str, extra: str = "", summary: str = ""
    ) -> dict[str, Any]:
        head = CASE[: CASE.index("disputed_items:")].replace(" on March 2, 2015", "")
        dates = (
            "injury",
            "utilization_review",
            "application_received",
            "assigned",
            "records_received",
            "decision",
        )
        lines = [line for line in head.splitlines() if line.strip().split(":")[0] not in (*dates, "dates")]
        lines = [line for line in lines if not line.startswith(("records:", "  - {id"))]
        guideline = f"{{mtus: [{', '.join(f'{{document: {name}}}' for name in cited)}]}}" if cited else "none"
        text = "\n".join(
            [
                *lines,
                "dates:",
                *(f"  {name}: {day}" for name in dates),
                "disputed_items:",
                f"  - treatment: {json.dumps(treatment)}",
                f"    reviewer_guideline: {guideline}",
                "    claims_administrator_guideline: none",
                "    decision: upheld",
                "    rationale: Not medically necessary.",
                *(f"    {line}" for line in extra.splitlines()),
            ]
        )
        place = tmp_path / "case.yaml"
        place.write_text(text + summary, encoding="utf-8")
        ended = imr("decide", place, "--format", "json")
        assert ended.code == 0, ended.stderr
        found: dict[str, Any] = json.loads(ended.stdout)["disputed_items"][0]["standing"]
        return found

    return of


@pytest.mark.parametrize(
    ("treatment", "day", "topic"),
    [
        ("Norco 10/325mg #120", "2016-11-15", "chronic-overview"),
        ("Hydrocodone/APAP 10/325 #60", "2016-11-15", "chronic-overview"),
        ("Gabapentin 600 mg #90", "2016-11-15", "gabapentin"),
        ("Flexeril 10 mg #30", "2016-11-15", "cyclobenzaprine"),
        ("Zanaflex 4mg #60", "2016-11-15", "muscle-relaxants"),
        ("Prilosec 20mg #60", "2016-11-15", "proton-pump-inhibitors"),
        ("Ambien 10mg #30", "2016-11-15", "insomnia-treatment"),
        ("Xanax 1mg #60", "2016-11-15", "benzodiazepines"),
        ("Voltaren gel 1%", "2016-11-15", "topical-analgesics"),
        ("Lidocaine 5% patches #30", "2016-11-15", "lidoderm"),
        ("LidoPro cream 121 g", "2016-11-15", "topical-analgesics"),
        ("Chiro 12 visits", "2016-11-15", "manual-therapy-manipulation"),
        ("PT 3x4", "2016-11-15", "physical-medicine-treatment"),
        ("Acupuncture 2 x 4 for the right shoulder", "2016-11-15", "acupuncture"),
        ("CBT x 6", "2016-11-15", "psychological-treatment"),
        ("FCE", "2016-11-15", "gen-fce"),
        ("TENS unit purchase", "2016-11-15", "tens-chronic-pain"),
        ("UDS", "2016-11-15", "urine-drug-testing"),
        ("EMG bilateral lower extremities", "2016-11-15", "lowback-emg"),
        ("Magnetic resonance imaging of the right knee", "2016-11-15", "knee-mri"),
        ("MRI l-spine", "2016-11-15", "lowback-mri"),
        ("CT scan of the c-spine", "2016-11-15", "neck-imaging-mri-ct"),
        ("ESI L5-S1", "2016-11-15", "lowback-epidural"),
        ("C5-C6 ACDF", "2016-11-15", "neck-surgery"),
        ("Left shoulder arthroscopic rotator cuff repair", "2016-11-15", "shoulder-rotator-cuff-repair"),
        ("LSO brace", "2016-11-15", "lowback-lumbar-support"),
        ("ESWT for the right elbow", "2016-11-15", "elbow-eswt"),
        ("Norco 10/325mg #120", "2014-03-10", "opioids-criteria-for-use"),
        ("Medrox ointment", "2014-03-10", "topical-analgesics"),
        ("Physical therapy 12 sessions", "2014-03-10", "physical-medicine"),
    ],
)
def test_found_by_words(treatment: str, day: str, topic: str, standing: Callable[..., Any]) -> None:
    assert standing(treatment, day).get("topic") == topic


@pytest.mark.parametrize(
    "treatment",
    [
        "PA assist",
        "Large gloves in a box",
        "Transportation to appointments",
        "Walker",
        "Genetic testing",
        "Zebra",
    ],
)
def test_unknown_is_said_and_never_guessed(treatment: str, standing: Callable[..., Any]) -> None:
    stands = standing(treatment)
    assert "topic" not in stands
    assert stands["direction"] in ("cannot-tell", "does-not-address")


def test_several_are_listed(standing: Callable[..., Any]) -> None:
    stands = standing("NCV of the right upper extremity")
    assert "topic" not in stands
    assert len(stands["candidates"]) > 1
    assert "several" in stands["found"]


def test_the_cited_document_goes_first(standing: Callable[..., Any]) -> None:
    assert standing("Acupuncture")["document"] == "acupuncture-2007"
    assert standing("TENS unit for the neck", "2016-11-15", "neck-upper-back-2004")["topic"] == "neck-tens"
    assert (
        standing("TENS unit for the neck", "2016-11-15", "chronic-pain-2016")["topic"] == "tens-chronic-pain"
    )


def test_a_superseded_edition_stands_for_the_one_in_force(standing: Callable[..., Any]) -> None:
    stands = standing("Massage", "2016-07-28", "chronic-pain-2009")
    assert stands["document"] == "chronic-pain-2016"


def test_another_body_part_is_another_topic(standing: Callable[..., Any]) -> None:
    assert standing("MRI of the knee", "2016-11-15", "low-back-2004")["document"] == "knee-2004"


def test_few_words_of_many_are_not_certain(standing: Callable[..., Any]) -> None:
    stands = standing(
        "Inpatient cardiac rehabilitation facility stay with massage and nursing supervision overnight"
    )
    assert stands["direction"] == "cannot-tell"
    assert "perhaps" in stands["found"]


def test_a_drug_in_cream_is_not_the_drug_by_mouth(standing: Callable[..., Any]) -> None:
    assert standing("Gabapentin 10% in cream base")["topic"] == "topical-analgesics"


def test_one_ingredient_decides_for_the_whole(standing: Callable[..., Any]) -> None:
    stands = standing("Flurbiprofen 20%, Baclofen 5%, Menthol 2% cream")
    assert stands["direction"] == "does-not-support"
    assert "baclofen" in stands["reasons"][0]


@pytest.mark.parametrize(
    ("part", "stance"),
    [("knee", "does-not-support"), ("low back", "cannot-tell"), ("right wrist", "does-not-support")],
)
def test_a_variant_for_the_body_part(part: str, stance: str, standing: Callable[..., Any]) -> None:
    stands = standing(f"Chiropractic treatment of the {part}, 6 visits", "2014-03-10", "chronic-pain-2009")
    assert (stands["topic"], stands["direction"]) == ("manual-therapy-manipulation", stance)


def test_what_a_document_leaves_out_is_said(standing: Callable[..., Any]) -> None:
    stands = standing("Cervical pillow", "2016-11-15", "neck-upper-back-2004")
    assert stands["direction"] == "does-not-address"


def test_a_later_edition_without_topics_is_said(standing: Callable[..., Any]) -> None:
    stands = standing("MRI of the lumbar spine", "2018-03-10")
    assert stands["document"] == "low-back-2016"
    assert "Low Back Complaints 2004" in stands["found"]


class TestAfterSurgery:
    def test_the_operation_says_which_entry(self, standing: Callable[..., Any]) -> None:
        stands = standing(
            "Postoperative physical therapy after carpal tunnel release, 4 visits", "2016-11-15"
        )
        assert stands["document"] == "postsurgical-2009"

    def test_therapy_without_an_operation_is_not_postsurgical(self, standing: Callable[..., Any]) -> None:
        assert standing("Physical therapy, 4 visits")["document"] == "chronic-pain-2016"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published determinations are not at hand")
def test_on_the_published_cases(imr: Callable[..., Any]) -> None:
    """At least nine in ten are found, at least 95 % of them on the right body part."""
    found = total = 0
    wrong = []
    parts = {
        "knee": "knee",
        "shoulder": "shoulder",
        "elbow": "elbow",
        "wrist": "forearm",
        "foot": "ankle-foot",
    }
    parts |= {"cervical": "neck", "lumbar": "low-back", "lumbosacral": "low-back"}
    for file in sorted((SHARED / "cases").glob("*.yaml")):
        for item in json.loads(imr("decide", file, "--format", "json").stdout)["disputed_items"]:
            total += 1
            stands = item["standing"]
            document = stands.get("document", "")
            if not document and "candidates" not in stands:
                continue
            found += 1
            named = [name for word, name in parts.items() if word in item["treatment"].lower()]
            chapter = document.rsplit("-", 1)[0]
            specific = ("neck", "low-back", "shoulder", "elbow", "knee", "ankle-foot", "forearm")
            if chapter.startswith(specific) and named and not chapter.startswith(tuple(named)):
                wrong.append((item["treatment"], document))
    assert found / total >= 0.9, (found, total)
    assert len(wrong) / found <= 0.05, wrong
