"""How an item stands against one row: stances, limits, criteria, and the words that say it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from imr_cli.case.model import Guidelines, Item
from imr_cli.decision.reason import Reason
from imr_cli.decision.standing import Standing, compare_with_topic
from imr_cli.decision.topic import TopicMatch
from imr_cli.guideline.loading import load_table
from imr_cli.guideline.rows import CitedAs, Document, Figure, Topic
from imr_cli.resources import Resources
from support.checkout import CHECKOUT

DAY = date(2016, 10, 1)
TABLE = load_table(CHECKOUT / "guidelines")
WORDING = Resources().wording
DOCUMENT = Document(
    "d",
    "d",
    "D",
    CitedAs("D", "2016"),
    "1",
    "p",
    "adopted",
    "high",
    {},
    continuing_care=("functional-improvement-documented",),
)
FUNCTION = "functional-improvement-documented"
RED = "red-flag"
SHORT = "short-course-only"
SIX_VISITS: dict[str, Any] = {"limits": {"max_visits": (4, 6)}, "stance": "recommended"}


def topic(**fields: Any) -> Topic:
    limits = {name: Figure(*figure) for name, figure in fields.pop("limits", {}).items()}
    usual = {
        "id": "t",
        "title": "T",
        "stance": "recommended-with-criteria",
        "basis": "verified",
        "confidence": "high",
    }
    return Topic(**{**usual, **fields, "limits": limits, "document": "d"})


def stand(row: Topic, treatment: str = "Therapy", *, certain: bool = True, **fields: Any) -> Standing:
    item = Item(treatment, Guidelines(is_none=True), **fields)
    found = TopicMatch(Reason("found.named"), DOCUMENT, row, is_certain=certain)
    return compare_with_topic(item, row, DOCUMENT, TABLE, found=found, day=DAY)


def reason(standing: Standing) -> str:
    return standing.reasons[0].key


def amounts(standing: Standing) -> list[str]:
    return [WORDING.say(limit.amount) for limit in standing.limits]


class TestStances:
    @pytest.mark.parametrize(
        ("fields", "direction", "why"),
        [
            ({"stance": "recommended"}, "supports", "standing.recommended"),
            ({"stance": "recommended", "criteria": (RED,)}, "cannot-tell", "standing.not_documented"),
            ({"stance": "optional"}, "cannot-tell", "standing.only_optional"),
            ({}, "cannot-tell", "standing.only_recommended_with_criteria"),
            ({"stance": "under-study"}, "cannot-tell", "standing.under_study"),
            ({"stance": "informational"}, "cannot-tell", "standing.informational"),
            ({"stance": "not-recommended"}, "does-not-support", "standing.not_recommended"),
            ({"stance": "recommended", "confidence": "low"}, "cannot-tell", "standing.uncertain_row"),
            ({"stance": "not-recommended", "confidence": "low"}, "cannot-tell", "standing.uncertain_row"),
        ],
    )
    def test_without_findings(self, fields: dict[str, Any], direction: str, why: str) -> None:
        standing = stand(topic(**fields))
        assert (standing.direction, reason(standing)) == (direction, why)

    @pytest.mark.parametrize(
        ("finding", "direction", "why"),
        [
            ("yes", "supports", "standing.met"),
            ("no", "does-not-support", "standing.not_met"),
            ("unknown", "cannot-tell", "standing.not_documented"),
        ],
    )
    def test_a_criterion_decides(self, finding: str, direction: str, why: str) -> None:
        standing = stand(topic(criteria=(RED,)), findings={RED: finding})
        assert (standing.direction, reason(standing)) == (direction, why)
        status = {"yes": "met", "no": "not-met", "unknown": "not-documented"}[finding]
        assert [(each.criterion.id, each.status) for each in standing.criteria] == [(RED, status)]

    def test_former_ids_of_criteria_count(self) -> None:
        standing = stand(
            topic(criteria=("home-program-transition",)), findings={"home-programme-transition": "yes"}
        )
        assert standing.direction == "supports"

    def test_an_uncertain_topic_carries_no_direction(self) -> None:
        standing = stand(topic(stance="not-recommended"), certain=False)
        assert (standing.direction, reason(standing)) == ("cannot-tell", "standing.topic_uncertain")


class TestAdviceAgainst:
    @pytest.mark.parametrize(
        ("finding", "direction", "why"),
        [
            (None, "does-not-support", "standing.not_recommended"),
            ("no", "does-not-support", "standing.not_recommended"),
            ("unknown", "does-not-support", "standing.not_recommended"),
            ("yes", "cannot-tell", "standing.exception_documented"),
        ],
    )
    def test_an_exception_counts_only_when_documented(
        self, finding: str | None, direction: str, why: str
    ) -> None:
        row = topic(stance="not-recommended", except_when=(SHORT,))
        standing = stand(row, findings={SHORT: finding} if finding else {})
        assert (standing.direction, reason(standing)) == (direction, why)

    @pytest.mark.parametrize(
        ("finding", "direction", "why"),
        [
            (None, "cannot-tell", "standing.situation_not_documented"),
            ("no", "does-not-address", "standing.other_situation"),
            ("yes", "does-not-support", "standing.not_recommended"),
        ],
    )
    def test_a_situation_has_to_be_the_one(self, finding: str | None, direction: str, why: str) -> None:
        row = topic(stance="not-recommended", applies_when=("no-red-flag-only",))
        standing = stand(row, findings={"no-red-flag-only": finding} if finding else {})
        assert (standing.direction, reason(standing)) == (direction, why)

    @pytest.mark.parametrize(
        ("weeks", "direction"), [(2, "cannot-tell"), (3, "does-not-support"), (None, "does-not-support")]
    )
    def test_within_its_limit_the_advice_does_not_apply(self, weeks: float | None, direction: str) -> None:
        row = topic(stance="not-recommended", limits={"max_weeks": (2, 2)})
        assert stand(row, requested={"weeks": weeks}).direction == direction


class TestAmountsInWords:
    @pytest.mark.parametrize(
        ("fields", "status", "words", "direction"),
        [
            ({"requested": {"visits": 6}}, "met", "visits: 6 requested", "supports"),
            ({"requested": {"visits": 7}}, "not-met", "visits: 7 requested", "does-not-support"),
            (
                {"requested": {"visits": 2}, "prior": {"visits": 4}, "findings": {FUNCTION: "yes"}},
                "met",
                "visits: 2 requested and 4 before, 6 in all",
                "supports",
            ),
            (
                {"requested": {"visits": 3}, "prior": {"visits": 4}, "findings": {FUNCTION: "yes"}},
                "not-met",
                "visits: 3 requested and 4 before, 7 in all",
                "does-not-support",
            ),
            (
                {"requested": {"visits": 3}, "prior": {"visits": None}, "findings": {FUNCTION: "yes"}},
                "not-documented",
                "visits: at least 3, the rest unknown",
                "cannot-tell",
            ),
            (
                {"requested": {"visits": 7}, "prior": {"visits": None}, "findings": {FUNCTION: "yes"}},
                "not-met",
                "visits: at least 7, the rest unknown",
                "does-not-support",
            ),
            ({"requested": {"visits": None}}, "not-documented", "visits: unknown", "cannot-tell"),
            ({}, "not-documented", "visits: not stated", "cannot-tell"),
        ],
    )
    def test_visits(self, fields: dict[str, Any], status: str, words: str, direction: str) -> None:
        standing = stand(topic(**SIX_VISITS), **fields)
        assert ([limit.status for limit in standing.limits], amounts(standing)) == ([status], [words])
        assert standing.direction == direction

    def test_read_from_the_request(self) -> None:
        standing = stand(topic(**SIX_VISITS), "Physical therapy, 5 visits")
        assert amounts(standing) == ["visits: 5 requested, read from the request"]
        assert amounts(stand(topic(**SIX_VISITS), "Physical therapy, 5 visits", requested={"visits": 4})) == [
            "visits: 4 requested"
        ]

    def test_an_authorized_part_belongs_to_the_course(self) -> None:
        parts = {"original_request": "Physical therapy, 6 visits", "authorized": "Physical therapy, 2 visits"}
        standing = stand(
            topic(**SIX_VISITS), "Physical therapy, 4 visits", **parts, findings={FUNCTION: "yes"}
        )
        words = "visits: 4 requested, read from the request and 2 authorized, 6 in all"
        assert (amounts(standing), standing.direction) == ([words], "supports")
        counted = stand(
            topic(**SIX_VISITS),
            "Physical therapy, 4 visits",
            **parts,
            prior={"visits": 1},
            findings={FUNCTION: "yes"},
        )
        assert "4 requested, read from the request and 1 before, 5 in all" in amounts(counted)[0]

    def test_what_is_left_unstated_beside_a_stated_amount_does_not_decide(self) -> None:
        row = topic(stance="recommended", limits={"max_visits": (6, 6), "over_weeks": (4, 4)})
        standing = stand(row, requested={"visits": 6})
        assert [(limit.status, limit.decides) for limit in standing.limits] == [
            ("met", True),
            ("not-documented", False),
        ]
        assert standing.direction == "supports"

    def test_relief_is_asked_for_only_before_repeating(self) -> None:
        row = topic(stance="recommended", limits={"max_injections": (2, 2), "min_relief_percent": (50, 50)})
        first = stand(row, requested={"injections": 1})
        assert ([limit.kind.id for limit in first.limits], first.direction) == (
            ["max_injections"],
            "supports",
        )
        again = {"requested": {"injections": 1}, "findings": {FUNCTION: "yes"}}
        assert stand(row, **again, prior={"injections": 1}).direction == "cannot-tell"
        for relief, direction in ((50, "supports"), (49, "does-not-support")):
            standing = stand(row, **again, prior={"injections": 1, "relief_percent": relief})
            assert standing.direction == direction
            assert f"{relief}" in amounts(standing)[1]

    @pytest.mark.parametrize(
        ("finding", "status", "direction"),
        [
            ("yes", "met", "supports"),
            ("no", "not-met", "does-not-support"),
            ("unknown", "not-documented", "cannot-tell"),
        ],
    )
    def test_a_trial_ends_where_improvement_is_shown(self, finding: str, status: str, direction: str) -> None:
        row = topic(stance="recommended", limits={"trial_visits": (6, 6), "max_visits": (18, 18)})
        standing = stand(row, requested={"visits": 6}, prior={"visits": 6}, findings={FUNCTION: finding})
        assert ([limit.status for limit in standing.limits], standing.direction) == (
            [status, "met"],
            direction,
        )

    @pytest.mark.parametrize(("day", "status"), [(date(2016, 4, 1), "met"), (date(2016, 3, 31), "not-met")])
    def test_the_postsurgical_period_counts_from_surgery(self, day: date, status: str) -> None:
        row = topic(stance="recommended", limits={"period_months": (6, 6)})
        assert [limit.status for limit in stand(row, surgery_date=day).limits] == [status]
        assert stand(row).limits == ()


class TestWhatIsAskedWhen:
    def test_going_on_asks_what_the_document_sets_for_it(self) -> None:
        row = topic(stance="recommended", limits={"max_visits": (18, 18)})
        goes_on = stand(row, requested={"visits": 2}, prior={"visits": 2})
        assert [each.criterion.id for each in goes_on.criteria] == [FUNCTION]
        assert goes_on.direction == "cannot-tell"
        for prior in ({}, {"visits": 0}):
            assert stand(row, requested={"visits": 2}, prior=prior).criteria == ()

    def test_a_finding_counts_even_where_it_was_not_asked_for(self) -> None:
        row = topic(stance="recommended", limits={"max_visits": (18, 18)})
        assert stand(row, requested={"visits": 2}, findings={FUNCTION: "no"}).direction == "does-not-support"

    @pytest.mark.parametrize(
        ("finding", "direction"),
        [("yes", "supports"), ("no", "does-not-support"), (None, "does-not-support")],
    )
    def test_special_reasons_lift_a_limit(self, finding: str | None, direction: str) -> None:
        special = "exceptional-factors-if-over-limit"
        row = topic(criteria=(RED, special), limits={"max_visits": (6, 6)})
        findings = {RED: "yes", **({special: finding} if finding else {})}
        over = stand(row, requested={"visits": 8}, findings=findings)
        assert over.direction == direction
        assert special in [each.criterion.id for each in over.criteria]
        within = stand(row, requested={"visits": 6}, findings={RED: "yes"})
        assert (within.direction, [each.criterion.id for each in within.criteria]) == ("supports", [RED])

    def test_a_limit_answers_its_criterion(self) -> None:
        row = topic(
            criteria=("surgery-performed", "initial-half", FUNCTION),
            criteria_logic=f"surgery-performed and (initial-half or {FUNCTION})",
            limits={"initial_course_max_visits": (6, 6)},
        )
        done = {"surgery-performed": "yes"}
        assert stand(row, requested={"visits": 6}, findings=done).direction == "supports"
        assert (
            stand(row, requested={"visits": 7}, findings={**done, FUNCTION: "no"}).direction
            == "does-not-support"
        )
        assert stand(row, requested={"visits": 7}, findings={**done, FUNCTION: "yes"}).direction == "supports"

    def test_what_lifts_a_limit_is_asked_for_only_where_the_limit_is_exceeded(self) -> None:
        consult = "pain-management-consult-over-dose"
        row = topic(criteria=(RED, consult), limits={"max_daily_med_mg": (120, 120)})
        below = stand(row, requested={"daily_morphine_mg": 120}, findings={RED: "yes"})
        assert (below.direction, [each.criterion.id for each in below.criteria]) == ("supports", [RED])
        over = stand(row, requested={"daily_morphine_mg": 130}, findings={RED: "yes"})
        assert (over.direction, [each.criterion.id for each in over.criteria]) == (
            "cannot-tell",
            [RED, consult],
        )

    def test_going_on_asks_nothing_of_a_row_without_limits(self) -> None:
        standing = stand(topic(criteria=(RED,)), prior={"visits": 4}, findings={RED: "yes"})
        assert (standing.direction, len(standing.criteria)) == ("supports", 1)

    def test_any_looks_only_at_what_is_asked(self) -> None:
        row = topic(criteria=(RED, FUNCTION), criteria_logic="any")
        assert stand(row, findings={RED: "no"}).direction == "does-not-support"
        assert stand(row, findings={RED: "no"}, prior={"visits": 2}).direction == "cannot-tell"

    def test_any_of_nothing_asked_is_fulfilled(self) -> None:
        row = topic(criteria=(FUNCTION,), criteria_logic="any")
        assert stand(row).direction == "supports"


def test_the_diagnosis_selects_a_variant() -> None:
    row = TABLE.topic("chronic-pain-2016", "physical-medicine-treatment")
    usual, refined = (
        stand(row, "Physical therapy, 20 visits", diagnosis=text) for text in ("strain", "CRPS of the hand")
    )
    assert {limit.kind.id: str(limit.figure) for limit in usual.limits}["max_visits"] == "10"
    assert {limit.kind.id: str(limit.figure) for limit in refined.limits}["max_visits"] == "26"


def test_an_ingredient_that_is_not_recommended_decides() -> None:
    row = TABLE.topic("chronic-pain-2016", "topical-analgesics")
    standing = stand(row, "Baclofen 2% and menthol cream", certain=False)
    assert (standing.direction, reason(standing)) == ("does-not-support", "standing.ingredient")
    assert WORDING.say(standing.reasons[0]).endswith("baclofen")


def test_every_reason_that_code_can_give_has_its_words() -> None:
    keys: set[str] = set()
    for name in ("standing", "topic", "amounts"):
        text = (CHECKOUT / f"imr_cli/decision/{name}.py").read_text(encoding="utf-8")
        keys.update(re.findall(r'"((?:standing|found|amount)\.[a-z_]+)"', text))
    assert len(keys) > 20
    assert [key for key in sorted(keys) if not WORDING.has(key)] == []
