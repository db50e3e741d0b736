"""Items of one case against one another: the same request twice, services that go with a surgery, votes."""

from __future__ import annotations

import json

import pytest

from support.case_file import CASE, HERE, ONE_ITEM, changed
from support.findings import codes_past_form, found
from support.items import HEAD
from support.sentences import RATIONALE, Row, left_alone, noticed, worded

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
    return [code for code in codes_past_form(text) if code.startswith("IMR45")]


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


SECOND = CASE[CASE.index("  - treatment: Transport") :].replace("    depends_on: 1\n", "")
DECIDED = f"decision: overturned\n    {RATIONALE}"


def goes_with_upheld(text: str) -> str:
    """The treatment of an overturned item beside an upheld one."""
    case = changed(DECIDED, DECIDED.replace("overturned", "upheld").replace("are med", "are not med"))
    old = "treatment: Transport to the visits\n    depends_on: 1\n"
    return changed(old, f"treatment: {HERE}{json.dumps(text)}\n", case=case)


def upheld_beside_overturned(text: str) -> str:
    """The rationale of an upheld item beside an overturned one."""
    _, _, rest = SECOND.partition("decision: overturned\n")
    second = SECOND.replace(rest, f"    rationale: {json.dumps(text)}\n").replace("overturned", "upheld")
    return ONE_ITEM + second.replace("Transport to", f"{HERE}Transport to")


NOTICED: list[Row] = [
    ("IMR456", goes_with_upheld, "~ sling", "Associated surgical service:|Associated surgical services:|Associated surgical item:|Associated surgical request:|Post-op|Postoperative|Pre-op|Preoperative|Assistant surgeon and|Surgical assistant and|PA assist and|Co-surgeon and|Cosurgeon and|(Post-op)"),
    ("IMR456", upheld_beside_overturned, "As the ~, the sling is not medically necessary.", "surgery is not medically necessary|surgical repair is not medically necessary|procedure is not medically necessary|intervention is not medically necessary|operation is not medically necessary|treatment is not medically necessary|service is not medically necessary|request is not medically necessary|surgery was not supported|procedures are not approved|surgery is not certified|surgery is not warranted|surgery is not indicated|surgery of the knee is not medically necessary at this time"),
    ("IMR456", upheld_beside_overturned, "As the surgery is not supported, ~ medically necessary.", "this is not|none is|neither is|there is nothing that is|the sling is not"),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR456", goes_with_upheld, "~", "Sling after the surgery|Sling, post-op|Surgical sling"),
    ("IMR456", upheld_beside_overturned, "As the ~ not medically necessary.", "surgery is medically necessary, the sling is|sling is not supported, the sling is|surgery is not medically necessary; the sling is"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


MESSAGES = [
    ("IMR451", ["depends_on: 1", "depends_on: 2"], "an item cannot depend on itself"),
    ("IMR451", ["topic: massage-therapy", "topic: massage-therapy\n    depends_on: 2"], "items depend on one another in a circle"),
    ("IMR451", ["depends_on: 1", "depends_on: 7"], "`depends_on` names no item of this case (items 1 to 2)"),
    ("IMR461", ["decision: overturned\n    rationale: The visits go", "votes: [upheld, upheld, overturned]\n    decision: overturned\n    rationale: The visits go"], "2 of 3 votes uphold the denial, so the item is upheld"),
    ("IMR462", ["decision: overturned\n    rationale: The visits go", "votes: [overturned, overturned]\n    rationale: The visits go"], "2 votes, and the case has 1 reviewer"),
]  # fmt: skip


test_message = worded(MESSAGES)
