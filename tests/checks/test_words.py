"""What rules say, word for word, and what they read in a text."""

from __future__ import annotations

import datetime as dt

import pytest

from imr_cli.checks.prose import grade
from imr_cli.files.document import documents
from imr_cli.pipeline import examine
from imr_cli.texts.conclusion import conclusion_of
from imr_cli.texts.prose import Prose
from support.case_file import CASE, ENDING, LAST_ITEM, RECORDS, SUMMARY, changed
from support.findings import RESOURCES

NO_DAY = ("  records_received: 2016-05-18\n", "")
TREATMENT = "treatment: Massage therapy\n"
NONE = (
    'reviewer_guideline:\n      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n'
    + CASE[CASE.index("      other:") : CASE.index("    decision: overturned\n    rationale: The visits go")]
)
THIRD = LAST_ITEM.replace("Transport to the visits\n    depends_on: 1", "Knee sleeve")
PROGRESS = "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20"


def messages(code: str, *changes: str) -> list[str]:
    [document], _ = documents(changed(*changes).encode())
    findings = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    return [each.message for each in findings if each.rule.code == code]


@pytest.mark.parametrize(
    ("code", "changes", "message"),
    [
        ("IMR311", ["records_received: 2016-05-18", "records_received: 2016-05-05"], "decided 32 days after the records were complete, 2 days late: due on 2016-06-04 (30 days, LC 4610.6(d)(1)(B))"),
        ("IMR311", ["records_received: 2016-05-18", "records_received: 2016-05-06"], "decided 31 days after the records were complete, 1 day late: due on 2016-06-05 (30 days, LC 4610.6(d)(1)(B))"),
        ("IMR311", ["priority: standard", "priority: standard\nformulary_dispute: yes", "decision: 2016-06-06", "decision: 2018-01-03", "records_received: 2016-05-18", "records_received: 2017-12-22"], "decided 6 working days after the records were complete, 1 working day late: due on 2018-01-02 (5 working days, LC 4610.6(d)(1)(A))"),
        ("IMR312", [*NO_DAY], "`records_received` is missing, so it is not known whether the letter is in time"),
        ("IMR313", [*NO_DAY, "decision: 2016-06-06", "decision: 2016-07-02"], "decided 47 days after the case was assigned, 2 days late: due on 2016-06-30 (45 days, measure of the organization's annual report)"),
        ("IMR521", [NONE, "reviewer_guideline: none\n"], "no evidence is cited for item 1"),
        ("IMR521", [NONE, "reviewer_guideline: none\n", LAST_ITEM, LAST_ITEM + THIRD], "no evidence is cited for items 1 and 3"),
        ("IMR521", [NONE, "reviewer_guideline: none\n", LAST_ITEM, THIRD + THIRD.replace("sleeve", "brace")], "no evidence is cited for items 1, 2 and 3"),
        ("IMR405", [f"{TREATMENT}    topic: massage-therapy\n", "treatment: Massage, 4 visits\n    original_request: Massage, 12 visits\n    authorized: Massage, 6 visits\n"], "12 visits requested and 6 authorized do not leave 4"),
        ("IMR705", [TREATMENT, "treatment: Massage of the neck and the low back\n", ENDING, "Massage of the foot and of the knee. They are medically necessary."], "the rationale speaks of ankle foot, knee, the request is for low back, neck"),
        ("IMR716", [TREATMENT, "treatment: Massage of the left ankle\n", ENDING, "The right foot hurts. They are medically necessary."], "the text is about the right ankle or foot, item 1 the left"),
        ("IMR451", ["depends_on: 1", "depends_on: 2"], "an item cannot depend on itself"),
        ("IMR451", ["topic: massage-therapy", "topic: massage-therapy\n    depends_on: 2"], "items depend on one another in a circle"),
        ("IMR451", ["depends_on: 1", "depends_on: 7"], "`depends_on` names no item of this case (items 1 to 2)"),
        ("IMR461", ["decision: overturned\n    rationale: The visits go", "votes: [upheld, upheld, overturned]\n    decision: overturned\n    rationale: The visits go"], "2 of 3 votes uphold the denial, so the item is upheld"),
        ("IMR462", ["decision: overturned\n    rationale: The visits go", "votes: [overturned, overturned]\n    rationale: The visits go"], "2 votes, and the case has 1 reviewer"),
        ("IMR711", [SUMMARY, SUMMARY.replace("41", "55")], "the text says 55 years old, the case 41"),
        ("IMR713", [SUMMARY, "A 41-year-old woman was injured on 3-4-2015."], "the text dates the date of injury 2015-03-04, the case 2015-03-02"),
    ],
)  # fmt: skip
def test_message(code: str, changes: list[str], message: str) -> None:
    assert message in messages(code, *changes)


@pytest.mark.parametrize(
    ("record", "is_listed"),
    [
        ("date: 2015-05-05", True),
        ("date: 2015-05-06", False),
        ("from: 2015-05-01, to: 2015-06-01", True),
        ("from: 2015-05-05, to: 2015-05-05", True),
        ("from: 2015-05-06, to: 2015-06-01", False),
        ("to: 2015-05-05", True),
        ("to: 2015-05-04", False),
        ("from: 2015-05-05", True),
        ("from: 2015-05-06", False),
        ("title: Reports", True),
    ],
)
def test_days_that_a_record_covers(record: str, is_listed: bool) -> None:
    told = f"The note of May 5, 2015, is clear. {ENDING}"
    found = messages("IMR605", PROGRESS, f"kind: progress-report, {record}", ENDING, told)
    assert (not found) == is_listed


@pytest.mark.parametrize(
    ("record", "told", "is_used"),
    [
        ("id: X9, kind: imaging, date: 2015-04-01", "See x9.", True),
        ("id: X9, kind: imaging, date: 2015-04-01", "On April 1, 2015, it was seen.", True),
        ("id: X9, kind: imaging, date: 2015-04-01", "The MRI shows it.", True),
        (
            "id: X9, kind: imaging, title: Scan of the (spine), date: 2015-04-01",
            "The spine is straight.",
            True,
        ),
        ("id: X9, kind: imaging, author: radiologist, date: 2015-04-01", "The radiologist saw it.", True),
        ("id: X9, kind: therapy-note, date: 2015-04-01", "In therapy it was seen.", True),
        ("id: X9, kind: imaging, title: Of the leg, date: 2015-04-01", "The leg is straight.", False),
        ("id: X9, kind: imaging, date: 2015-04-01", "On April 2, 2015, it was seen.", False),
    ],
)
def test_records_that_a_rationale_rests_on(record: str, told: str, is_used: bool) -> None:
    listed = RECORDS[: RECORDS.index("  - {id: R2")] + f"  - {{{record}}}\n"
    found = messages(
        "IMR606", RECORDS, listed, "records: [R1, R2]", "records: [X9]", ENDING, f"{told} {ENDING}"
    )
    assert (not found) == is_used


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 10/21/2016", "2016-10-21"),
        ("on 9/3/10.", "2010-09-03"),
        ("on October 21, 2016", "2016-10-21"),
        ("on Oct. 21 2016", "2016-10-21"),
        ("on Sept. 3rd, 2016", "2016-09-03"),
        ("on 21 October 2016", "2016-10-21"),
        ("on 11-7-16", "2016-11-07"),
        ("on 2016-11-07", "2016-11-07"),
        ("on 1/2/40", "2040-01-02"),
        ("on 1/2/41", "1941-01-02"),
        ("on 1/2/99", "1999-01-02"),
        ("11-7-16", "2016-11-07"),
    ],
)
def test_spellings_of_a_day(text: str, day: str) -> None:
    assert [each.day for each in Prose(text).dates] == [dt.date.fromisoformat(day)]


@pytest.mark.parametrize(
    "text",
    ["13/45/2016", "123-45-6789", "4/5 strength", "10/10/10/10/2016x1", "Tuesday 21, 2016", "1/2-2016"],
)
def test_no_day(text: str) -> None:
    assert [each.day for each in Prose(text).dates if each.day.year > 2010] == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("left knee", {("knee", "left")}),
        ("pain of the left lateral knee and right wrist", {("knee", "left"), ("wrist-hand", "right")}),
        ("bilateral wrists", {("wrist-hand", "both")}),
        ("left and right knees, both feet", {("knee", "both"), ("ankle-foot", "both")}),
        ("the left of the knee", set()),
        ("upright knee", set()),
        ("left shoulder, left elbow", {("shoulder", "left"), ("elbow", "left")}),
    ],
)
def test_sides(text: str, sides: set[tuple[str, str]]) -> None:
    assert Prose(text).sides == sides


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is medically necessary.", "necessary"),
        ("It is not medically necessary.", "not-necessary"),
        ("It is medically unnecessary", "not-necessary"),
        ("None of it is medically necessary.", "not-necessary"),
        ("Six are medically necessary; the other six are not.", "not-necessary"),
        ("It is medically necessary. The other is not.", "necessary"),
        (
            'The guideline says "is not medically necessary" of others. It is medically necessary.',
            "necessary",
        ),
        ('It is not medically necessary. "It is medically necessary" is what they say.', "not-necessary"),
        ("Whether it is medically necessary is asked.", None),
        ("The medical necessity of the therapy has been established.", "necessary"),
        ("The medical necessity of the therapy is not established.", "not-necessary"),
        ("The denial is upheld.", "not-necessary"),
        ("The utilization review decision should be overturned.", "necessary"),
        ("The therapy goes on.", None),
    ],
)
def test_conclusions(text: str, said: str | None) -> None:
    assert conclusion_of(Prose(text)).said == said


def test_grade() -> None:
    """Six words of one syllable a sentence; the longer text has more of both."""
    plain = "the cat sat on the mat. " * 20
    assert grade(plain.strip(), 60, -100) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade("short text.", 60) is None
    assert grade(plain, 60, 10) is None
    hard = "considerable functional improvement notwithstanding multidisciplinary rehabilitation. " * 12
    assert grade(hard.strip(), 60, 10) == pytest.approx(0.39 * 6 + 11.8 * 26 / 6 - 15.59, abs=9)
