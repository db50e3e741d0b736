"""Items are held up to the guideline in force; a missing decision is never defaulted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from support.case_file import CASE, changed
from support.checkout import CHECKOUT
from support.findings import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable

ONE_ITEM = CASE[: CASE.index("  - treatment: Transport")]
MASSAGE = (CHECKOUT / "samples" / "massage-therapy.yaml").read_text(encoding="utf-8")
WITHOUT_DECISION = MASSAGE[: MASSAGE.index("    # upheld:")]
FORMS = ("markdown", "html", "text")


def item(treatment: str, topic: str = "", **fields: str) -> str:
    """A case with one item; a field that is given as text is put in as it stands."""
    fields = {"claims_administrator_guideline": "none", "reviewer_guideline": "none", **fields}
    lines = [f"  - treatment: {treatment}", *([f"    topic: {topic}"] if topic else ())]
    lines += [f"    {name}: {value}" for name, value in fields.items()]
    return ONE_ITEM[: ONE_ITEM.index("  - treatment")] + "\n".join(lines) + "\n"


def in_edition_of_2016(case: str) -> str:
    return changed("decision: 2016-06-06", "decision: 2016-09-06", case=case)


def decided(**fields: str) -> dict[str, str]:
    return {"decision": "upheld", "rationale": "The reviewer's own words.", **fields}


@pytest.fixture
def standing(imr: Callable[..., Any]) -> Callable[[str], dict[str, Any]]:
    """The first item of a case as the record has it, limits and criteria as mappings of id to status."""

    def look(case: str) -> dict[str, Any]:
        ended = imr("decide", "-", "--format", "json", stdin=case.encode())
        assert ended.code == 0, ended.stderr
        found = json.loads(ended.stdout)["disputed_items"][0]["standing"]
        found["limits"] = {each["limit"]: each["status"] for each in found["limits"]}
        found["criteria"] = {each["criterion"]: each["status"] for each in found["criteria"]}
        return found

    return look


def codes(ended: Any) -> list[str]:
    return [line.rstrip("]").rsplit("[")[-1] for line in ended.stderr.splitlines()]


class TestTheMassageCase:
    """The case that the project started from."""

    def test_as_decided(self, standing: Callable[..., Any], imr: Callable[..., Any]) -> None:
        found = standing(MASSAGE)
        assert (found["topic"], found["document"]) == ("massage-therapy", "chronic-pain-2009")
        assert found["direction"] == "does-not-support"
        assert found["limits"] == {"max_visits": "not-documented"}
        assert found["criteria"] == {
            "adjunct-to-active-rehabilitation": "not-met",
            "functional-improvement-documented": "not-met",
        }
        ended = imr("decide", "-", "--format", "json", stdin=MASSAGE.encode())
        record = json.loads(ended.stdout)
        assert (record["outcome"], record["draft"]) == ("uphold", False)
        assert [each for each in record["findings"] if each["severity"] != "note"] == []
        assert ended.stderr == ""
        (limit,) = record["disputed_items"][0]["standing"]["limits"]
        assert "unknown" in limit["amount"]

    @pytest.mark.parametrize("form", FORMS)
    def test_without_decision_a_draft_that_proposes_upheld(self, form: str, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "--format", form, stdin=WITHOUT_DECISION.encode())
        assert ended.code == 0
        assert "DRAFT" in ended.stdout
        assert "Unknown massage therapy visits: Upheld" in ended.stdout
        assert "proposed" in ended.stdout
        assert "not medically necessary" in ended.stdout
        assert codes(ended) == ["IMR507"]

    def test_the_draft_in_json(self, imr: Callable[..., Any]) -> None:
        record = json.loads(imr("decide", "-", "--format", "json", stdin=WITHOUT_DECISION.encode()).stdout)
        proposed = record["disputed_items"][0]["proposed"]
        assert (record["draft"], proposed["decision"]) == (True, "upheld")
        assert "decision" not in record["disputed_items"][0]
        for words in (
            "Unknown massage therapy visits",
            "Chronic Pain Medical Treatment 2009",
            "exercise",
            "not medically necessary",
        ):
            assert words in proposed["rationale"]

    def test_the_decided_letter_is_no_draft(self, imr: Callable[..., Any]) -> None:
        for form in FORMS:
            letter = imr("decide", "-", "--format", form, stdin=MASSAGE.encode()).stdout
            assert "DRAFT" not in letter
            assert "proposed" not in letter

    def test_without_findings_too_it_is_refused(self, imr: Callable[..., Any]) -> None:
        start = WITHOUT_DECISION.index("    findings:")
        end = WITHOUT_DECISION.index("    # Optional: the records on which")
        case = WITHOUT_DECISION[:start] + WITHOUT_DECISION[end:]
        for form in (*FORMS, "json"):
            ended = imr("decide", "-", "--format", form, stdin=case.encode())
            assert (ended.code, ended.stdout) == (1, "")
            assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR204"]


class TestProposals:
    """What is proposed follows from the guideline's direction and nothing else."""

    FINDINGS = "{adjunct-to-active-rehabilitation: yes, functional-improvement-documented: yes}"

    def test_supported_proposes_overturned(self, imr: Callable[..., Any]) -> None:
        case = item("Massage therapy", "massage-therapy", requested="{visits: 4}", findings=self.FINDINGS)
        record = json.loads(imr("decide", "-", "--format", "json", stdin=case.encode()).stdout)
        proposed = record["disputed_items"][0]["proposed"]
        assert (record["outcome"], proposed["decision"]) == ("overturn", "overturned")
        assert "is medically necessary" in proposed["rationale"]
        assert "not medically necessary" not in proposed["rationale"]

    def test_a_rationale_that_a_person_wrote_is_kept(self, imr: Callable[..., Any]) -> None:
        case = item("Massage therapy", "massage-therapy", requested="{visits: 4}", findings=self.FINDINGS,
                    rationale="A person's own words.")  # fmt: skip
        ended = imr("decide", "-", "--format", "text", stdin=case.encode())
        assert "Decision rationale: A person's own words." in ended.stdout
        assert "DRAFT" in ended.stdout

    @pytest.mark.parametrize(
        "fields",
        [
            pytest.param({"findings": "{adjunct-to-active-rehabilitation: unknown}"}, id="criterion-unknown"),
            pytest.param({"findings": "{adjunct-to-active-rehabilitation: yes}", "requested": "{visits: unknown}"}, id="amount-unknown"),
            pytest.param({}, id="nothing-recorded"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_told_is_refused(self, fields: dict[str, str], imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", stdin=item("Massage therapy", "massage-therapy", **fields).encode())
        assert (ended.code, ended.stdout) == (1, "")
        assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR204"]

    def test_without_a_topic_it_is_refused(self, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", stdin=item("Zzyzx qwertyuiop").encode())
        assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR204"]

    def test_one_proposal_makes_the_whole_letter_a_draft(self, imr: Callable[..., Any]) -> None:
        case = changed(
            "    decision: overturned\n    rationale: The visits go along with exercise. They are medically necessary.\n",
            "",
        )
        ended = imr("decide", "-", "--format", "text", stdin=case.encode())
        assert ended.code == 0
        assert "DRAFT" in ended.stdout
        assert "Massage therapy: Overturned (proposed)" in ended.stdout
        assert "Transport to the visits: Overturned\n" in ended.stdout

    def test_strict_refuses_a_draft(self, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "--strict", stdin=WITHOUT_DECISION.encode())
        assert (ended.code, ended.stdout) == (1, "")
        assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR507"]


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [("upheld", "upheld", "uphold"), ("overturned", "overturned", "overturn"), ("upheld", "overturned", "partial-overturn"),
     ("overturned", "upheld", "partial-overturn"), ("uphold", "overturn", "partial-overturn"), ("overturn", "overturn", "overturn")],
)  # fmt: skip
def test_the_outcome_is_derived(first: str, second: str, outcome: str, imr: Callable[..., Any]) -> None:
    case = changed(
        "decision: overturned\n    rationale: The visits go along with exercise. They are medically necessary.",
        f"decision: {first}\n    rationale: The reviewer's own words.",
        "decision: overturned\n    rationale: The visits cannot be reached on foot. The transport is medically necessary.",
        f"decision: {second}\n    rationale: The reviewer's other words.",
        "    depends_on: 1\n",
        "",
    )
    ended = imr("decide", "-", "--format", "json", stdin=case.encode())
    record = json.loads(ended.stdout)
    assert record["outcome"] == outcome
    meant = {"uphold": "upheld", "overturn": "overturned"}
    assert [each["decision"] for each in record["disputed_items"]] == [
        meant.get(word, word) for word in (first, second)
    ]


class TestDeparture:
    """A decision against the guideline's direction says why."""

    def case(self, decision: str, *, supported: bool, **fields: str) -> str:
        answer = "yes" if supported else "no"
        return item("Massage therapy", "massage-therapy", requested="{visits: 4}",
                    findings=f"{{adjunct-to-active-rehabilitation: {answer}, functional-improvement-documented: {answer}}}",
                    decision=decision, rationale="Words.", **fields)  # fmt: skip

    @pytest.mark.parametrize(
        ("decision", "supported", "found"),
        [
            ("overturned", False, True),
            ("upheld", True, True),
            ("upheld", False, False),
            ("overturned", True, False),
        ],
    )
    def test_found_when_it_goes_against(
        self, decision: str, supported: bool, found: bool, imr: Callable[..., Any]
    ) -> None:  # fmt: skip
        ended = imr(
            "decide", "-", "--format", "text", stdin=self.case(decision, supported=supported).encode()
        )
        assert ended.code == 0
        assert ("IMR505" in codes(ended)) is found

    def test_points_at_the_decision(self, imr: Callable[..., Any]) -> None:
        case = self.case("overturned", supported=False)
        line = case[: case.index("    decision: overturned")].count("\n") + 1
        assert f"<stdin>:{line}:15: warning: overturned" in imr("decide", "-", stdin=case.encode()).stderr

    def test_a_reason_answers_it_and_is_printed(self, imr: Callable[..., Any]) -> None:
        case = self.case("overturned", supported=False, departure="The patient cannot exercise.")
        ended = imr("decide", "-", "--format", "text", stdin=case.encode())
        assert "IMR505" not in codes(ended)
        assert "The patient cannot exercise." in ended.stdout


class TestAmounts:
    """Limits are held against requested and prior amounts together."""

    @pytest.mark.parametrize(
        ("requested", "prior", "status"),
        [
            pytest.param("6", "", "met", id="at-the-upper-end"),
            pytest.param("7", "", "not-met", id="over-it"),
            pytest.param("4", "2", "met", id="together-at-the-end"),
            pytest.param("4", "3", "not-met", id="together-over"),
            pytest.param("1", "6", "not-met", id="used-up-before"),
            pytest.param("6", "0", "met", id="none-before"),
            pytest.param("0.5", "5.5", "met", id="parts"),
            pytest.param("unknown", "", "not-documented", id="unknown"),
            pytest.param("unknown", "6", "not-documented", id="unknown-beside-the-end"),
            pytest.param("unknown", "7", "not-met", id="unknown-but-over-already"),
            pytest.param("7", "unknown", "not-met", id="over-whatever-was-before"),
            pytest.param("4", "unknown", "not-documented", id="before-unknown"),
            pytest.param("", "", "not-documented", id="not-stated"),
        ],
    )
    def test_visits_of_massage(
        self, requested: str, prior: str, status: str, standing: Callable[..., Any]
    ) -> None:
        fields = {
            name: f"{{visits: {amount}}}"
            for name, amount in (("requested", requested), ("prior", prior))
            if amount
        }
        found = standing(item("Massage therapy", "massage-therapy", **fields, **decided()))
        assert found["limits"]["max_visits"] == status

    @pytest.mark.parametrize(
        ("requested", "findings", "status", "direction"),
        [
            ("6", "", "met", "supports"),
            ("7", "", "not-documented", "cannot-tell"),
            ("7", ", functional-improvement-documented: no", "not-met", "does-not-support"),
            ("7", ", functional-improvement-documented: yes", "met", "supports"),
        ],
    )
    def test_a_trial_may_go_on_with_functional_improvement(
        self, requested: str, findings: str, status: str, direction: str, standing: Callable[..., Any]
    ) -> None:
        case = item("Acupuncture", "acupuncture", requested=f"{{visits: {requested}}}",
                    findings=f"{{adjunct-to-rehab-or-surgery: yes{findings}}}",
                    reviewer_guideline="{mtus: [{document: acupuncture-2007}]}", **{**decided(), "decision": "upheld"})  # fmt: skip
        found = standing(case)
        assert found["document"] == "acupuncture-2007"
        assert (found["limits"]["trial_visits"], found["direction"]) == (status, direction)

    def test_one_of_two_criteria_opens_acupuncture(self, standing: Callable[..., Any]) -> None:
        for findings, direction in (
            ("{adjunct-to-rehab-or-surgery: no, pain-medication-reduced-or-not-tolerated: yes}", "supports"),
            (
                "{adjunct-to-rehab-or-surgery: no, pain-medication-reduced-or-not-tolerated: no}",
                "does-not-support",
            ),
            ("{adjunct-to-rehab-or-surgery: no}", "cannot-tell"),
        ):
            case = item("Acupuncture", "acupuncture", requested="{visits: 3}", findings=findings,
                        reviewer_guideline="{mtus: [{document: acupuncture-2007}]}", **decided())  # fmt: skip
            assert standing(case)["direction"] == direction

    @pytest.mark.parametrize(
        ("requested", "prior", "status"), [("2", "0", "met"), ("3", "0", "not-met"), ("1", "2", "not-met")]
    )
    def test_injections(self, requested: str, prior: str, status: str, standing: Callable[..., Any]) -> None:
        case = item("Lumbar epidural steroid injection", "epidural-steroid-injections",
                    requested=f"{{injections: {requested}}}", prior=f"{{injections: {prior}}}", **decided())  # fmt: skip
        assert standing(case)["limits"]["max_injections"] == status

    def test_weeks_and_visits_are_two_counts(self, standing: Callable[..., Any]) -> None:
        case = item(
            "Chiropractic treatment",
            "manual-therapy-manipulation",
            requested="{visits: 18, weeks: 9}",
            **decided(),
        )
        limits = standing(case)["limits"]
        assert (limits["max_visits"], limits["over_weeks"]) == ("met", "not-met")


class TestEditions:
    """The edition in force on the governing date decides."""

    def test_the_decision_date_chooses(self, standing: Callable[..., Any]) -> None:
        case = item("Chiropractic treatment", "manual-therapy-manipulation", **decided())
        assert standing(case)["document"] == "chronic-pain-2009"
        assert standing(in_edition_of_2016(case))["document"] == "chronic-pain-2016"

    @pytest.mark.parametrize(
        ("day", "document"), [("2016-07-27", "chronic-pain-2009"), ("2016-07-28", "chronic-pain-2016")]
    )
    def test_an_edition_ends_the_day_the_next_begins(
        self, day: str, document: str, standing: Callable[..., Any]
    ) -> None:
        case = changed(
            "decision: 2016-06-06",
            f"decision: {day}",
            case=item("Massage therapy", "massage-therapy", **decided()),
        )
        assert standing(case)["document"] == document

    def test_looking_back_the_date_of_service_chooses(self, standing: Callable[..., Any]) -> None:
        case = in_edition_of_2016(item("Chiropractic treatment", "manual-therapy-manipulation", timing="retrospective",
                                       service_date="2016-05-01", **decided()))  # fmt: skip
        found = standing(case)
        assert found["document"] == "chronic-pain-2009"

    def test_an_edition_that_is_past_is_found(self, imr: Callable[..., Any]) -> None:
        cited = "{mtus: [{document: chronic-pain-2009}]}"
        case = item("Massage therapy", "massage-therapy", reviewer_guideline=cited, **decided())
        assert "IMR506" not in codes(imr("decide", "-", stdin=case.encode()))
        late = imr("decide", "-", stdin=in_edition_of_2016(case).encode())
        assert late.code == 0
        (line,) = [each for each in late.stderr.splitlines() if "IMR506" in each]
        assert "warning" in line
        assert "chronic-pain-2016" in line


class TestTopics:
    """A topic comes from the case or from the treatment's words, and is never guessed."""

    @pytest.mark.parametrize(
        ("treatment", "topic"),
        [("Massage therapy 2 x 3", "massage-therapy"), ("THERAPEUTIC MASSAGE, 4 visits", "massage-therapy"),
         ("Chiropractic treatment, 6 visits", "manual-therapy-manipulation"), ("Lumbar ESI at L4-5", "epidural-steroid-injections")],
    )  # fmt: skip
    def test_found_by_words(self, treatment: str, topic: str, standing: Callable[..., Any]) -> None:
        cited = "{mtus: [{document: chronic-pain-2009}]}"
        assert standing(item(f'"{treatment}"', reviewer_guideline=cited, **decided()))["topic"] == topic

    def test_named_goes_before_words(self, standing: Callable[..., Any]) -> None:
        found = standing(item("Massage therapy", "manual-therapy-manipulation", **decided()))
        assert found["topic"] == "manual-therapy-manipulation"

    def test_unknown_words_find_none(self, standing: Callable[..., Any]) -> None:
        found = standing(item("Zzyzx qwertyuiop", **decided()))
        assert found["direction"] == "cannot-tell"
        assert found.get("topic") is None
        assert found["reasons"]


def test_check_guidelines_shows_how_items_stand(imr: Callable[..., Any]) -> None:
    ended = imr("check-guidelines", "-", stdin=MASSAGE.encode())
    assert ended.code == 0
    for words in ("CM13-0004321", "massage-therapy", "does not support", "not met", "not documented"):
        assert words in ended.stdout


def test_check_guidelines_refuses_what_decide_refuses(imr: Callable[..., Any]) -> None:
    ended = imr("check-guidelines", "-", stdin=changed("priority: standard", "priority: urgent").encode())
    assert (ended.code, ended.stdout) == (1, "")
    assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR206"]
