"""What the reviewer cites: sources and their years, and statements that contradict a citation."""

from __future__ import annotations

import json

import pytest

from support.case_file import (
    ENDING,
    HERE,
    LAST_ITEM,
    ONE_ITEM,
    OTHER,
    TREATMENT,
    changed,
)
from support.findings import codes_past_form
from support.sentences import RATIONALE, Row, left_alone, noticed, worded

MTUS = '      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n'
SOURCE = "{kind: guideline, organization: ODG, year: 2016, chapter: Pain}"
STUDY = "{kind: study, authors: A, title: B, journal: C, year: 2014}"
BEFORE = {
    "injury: 2015-03-02": "injury: 2011-03-02",
    "on March 2, 2015": "in 2011",
    "utilization_review: 2016-05-02": "utilization_review: 2013-05-02",
    "application_received: 2016-05-09": "application_received: 2013-05-09",
    "assigned: 2016-05-16": "assigned: 2013-05-16",
    "records_received: 2016-05-18": "records_received: 2013-05-18",
    "decision: 2016-06-06": "decision: 2013-06-06",
    "CM16": "CM13",
    "date: 2016-05-02}": "date: 2013-05-02}",
    "from: 2015-03-04, to: 2016-04-20": "from: 2011-03-04, to: 2013-04-20",
}
"""The same case three years earlier."""


def codes(*changes: str) -> set[str]:
    return {code for code in codes_past_form(changed(*changes)) if "IMR500" < code < "IMR531"}


def earlier(*changes: str, **days: str) -> set[str]:
    """The codes of a changed case three years before, with some other days."""
    new = [each for old, moved in BEFORE.items() for each in (old, days.get(old.partition(":")[0], moved))]
    return codes(*changes, *new)


class TestSinceWhen:
    """Decisions before the rules of 2015-04-20 are not held up to them."""

    @pytest.mark.parametrize(
        ("code", "changes"),
        [
            ("IMR522", [MTUS, ""]),
            ("IMR523", [SOURCE, "{kind: guideline, organization: ODG, year: 2003}"]),
            ("IMR524", ["      adds: It gives a number of visits.\n", ""]),
            ("IMR525", [SOURCE, STUDY.replace("2014", "2010")]),
        ],
    )
    def test_rules_of_citation(self, code: str, changes: list[str]) -> None:
        assert code in codes(*changes)
        assert code not in earlier(*changes)
        to = {"decision": "decision: 2015-04-19"}, {"decision": "decision: 2015-04-20"}
        assert [code in earlier(*changes, **days) for days in to] == [False, True]


class TestYears:
    @pytest.mark.parametrize(
        "source",
        [
            "ODG 2003",
            "ODG-TWC, 5th edition, 2007",
            "Official Disability Guidelines, 2009",
            "ODG, Pain chapter (2008)",
        ],
    )
    def test_an_old_guideline(self, source: str) -> None:
        assert "IMR523" in codes(SOURCE, json.dumps(source))

    @pytest.mark.parametrize(
        "source",
        [
            "ODG 2011",
            "ODG 2003, updated 2015",
            "ODG 2003, updated 11/29/2015",
            "ODG 2003, updated 11/29/15",
            "ODG, Pain chapter",
            "ODG, pages 2003-2008",
            "Chou R et al. Clinical guidelines. Ann Intern Med 2007;147:478-491",
            "Chou R. Clinical guidelines. Annals 2007;147:478-491",
            "Chou R. Guidelines for pain. J Pain 2007, 147:478-491",
            "Textbook of guidelines, 1999",
            "A systematic review of guidelines, 2004",
            "Operative surgery, 2004",
            "Guidelines at http://example.org/2004",
        ],
    )
    def test_a_new_one_or_none(self, source: str) -> None:
        assert not {"IMR523", "IMR530"} & codes(SOURCE, json.dumps(source))

    @pytest.mark.parametrize(
        ("source", "is_later"),
        [
            ("ODG 2018", True),
            ("{kind: guideline, organization: ODG, year: 2017}", True),
            (STUDY.replace("2014", '"2019", pages: "3"'), True),
            ("{kind: guideline, organization: ODG, year: 2016}", False),
            ("ODG 2014, to be updated in 2018", False),
            ("ODG, pages 2018-2020 of 2015", False),
            ("ODG at http://example.org/2019", False),
        ],
    )
    def test_a_year_after_the_decision(self, source: str, is_later: bool) -> None:
        assert ("IMR530" in codes(SOURCE, source)) is is_later

    @pytest.mark.parametrize(("decided", "is_later"), [("2015-09-30", True), ("2015-10-01", False)])
    def test_the_next_edition_may_be_out_in_autumn(self, decided: str, is_later: bool) -> None:
        assert ("IMR530" in earlier(decision=f"decision: {decided}")) is is_later


class TestMtusAmongOtherSources:
    @pytest.mark.parametrize(
        ("source", "is_mtus"),
        [
            ("Chronic Pain Medical Treatment Guidelines, page 60", True),
            ("Acupuncture Medical Treatment Guidelines", True),
            ("Postsurgical Treatment Guidelines", True),
            ("ACOEM Guidelines, chapter 12", True),
            ("Colorado Chronic Pain Medical Treatment Guidelines", False),
            ("New York Acupuncture Medical Treatment Guidelines", False),
            ("ODG, Chronic pain", False),
        ],
    )
    def test_named_in_words(self, source: str, is_mtus: bool) -> None:
        assert ("IMR526" in codes(SOURCE, json.dumps(source))) is is_mtus


class TestTwice:
    @pytest.mark.parametrize(
        ("more", "is_twice"),
        [
            ('{document: chronic-pain-2009, sections: [Massage], pages: "98"}', True),
            ("{document: chronic-pain-2009, sections: [massage]}", True),
            ("{document: chronic-pain-2009, sections: [Exercise]}", False),
            ('{document: chronic-pain-2009, pages: "98"}', False),
            ("{document: low-back-2004, sections: [Massage]}", False),
        ],
    )
    def test_a_document(self, more: str, is_twice: bool) -> None:
        assert ("IMR527" in codes(MTUS, f"{MTUS}        - {more}\n")) is is_twice

    @pytest.mark.parametrize(
        ("first", "second", "is_twice"),
        [
            ("ODG, Pain", "ODG,  pain.", True),
            (SOURCE, SOURCE, True),
            (SOURCE, SOURCE.replace("Pain", "Back"), False),
            ("ODG, Pain", "ODG, Back", False),
        ],
    )
    def test_another_source(self, first: str, second: str, is_twice: bool) -> None:
        assert ("IMR527" in codes(f"- {SOURCE}", f"- {first}\n        - {second}")) is is_twice


class TestStatementsThatContradict:
    @pytest.mark.parametrize(("why", "is_wrong"), [("not-addressed", True), ("rebutted", False)])
    def test_cited_and_said_silent(self, why: str, is_wrong: bool) -> None:
        told = codes("      adds: It", f"      why_not_mtus: {why}\n      adds: It")
        assert ("IMR528" in told) is is_wrong
        assert "IMR529" not in told

    @pytest.mark.parametrize(("why", "is_wrong"), [("not-addressed", True), ("rebutted", False)])
    def test_said_silent_where_it_speaks(self, why: str, is_wrong: bool) -> None:
        told = codes(MTUS, f"      why_not_mtus: {why}\n")
        assert ("IMR529" in told) is is_wrong
        assert "IMR528" not in told

    def test_said_silent_where_the_table_is_silent_too(self) -> None:
        assert "IMR529" not in codes(
            TREATMENT, "  - treatment: Magnetic bracelet\n", MTUS, "      why_not_mtus: not-addressed\n"
        )


CITATION = f"reviewer_guideline:\n{MTUS}{OTHER}"
THIRD = LAST_ITEM.replace("Transport to the visits\n    depends_on: 1", "Knee sleeve")


def outside(text: str) -> str:
    """A rationale under a citation of nothing but other sources."""
    case = changed(
        MTUS, "", "reviewer_guideline:\n      other", f"reviewer_guideline:\n      {HERE}other", case=ONE_ITEM
    )
    return changed(RATIONALE, f"rationale: {json.dumps(f'{text} {ENDING}')}", case=case)


NOTICED: list[Row] = [
    ("IMR522", outside, "The ~.", "MTUS addresses it|MTUS is cited. It is silent|record is silent|MTUS does not decide"),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR522", outside, "The ~.", "MTUS is silent|ACOEM chapter is silent|guideline is silent|guidelines are silent|MTUS does not address it|guidelines do not mention it|MTUS did not discuss it|MTUS does not speak of it|MTUS does not cover it|MTUS does not contain it|MTUS does not include it|MTUS does not refer to it|MTUS does not specifically address it|treatment is not addressed by the MTUS: in the MTUS it is not addressed|MTUS (in which it is not mentioned) is read|MTUS (in which it is not discussed) is read|MTUS (in which it is not covered) is read|MTUS (in which it is not really covered) is read|MTUS has no recommendation on it|MTUS has no recommendations on it|MTUS contains no word on it"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


MESSAGES = [
    ("IMR521", [CITATION, "reviewer_guideline: none\n"], "no evidence is cited for item 1"),
    ("IMR521", [CITATION, "reviewer_guideline: none\n", LAST_ITEM, LAST_ITEM + THIRD], "no evidence is cited for items 1 and 3"),
    ("IMR521", [CITATION, "reviewer_guideline: none\n", LAST_ITEM, THIRD + THIRD.replace("sleeve", "brace")], "no evidence is cited for items 1, 2 and 3"),
]  # fmt: skip


test_message = worded(MESSAGES)
