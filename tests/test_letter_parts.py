"""What the law requires of a letter is proved in the finished text, whatever the layout or the house says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from case_file import CASE, changed
from conftest import CHECKOUT

from imr_cli.compose import compose
from imr_cli.kit import Kit
from imr_cli.law_files import required_parts
from imr_cli.letter_parts import missing_parts
from imr_cli.reader import documents
from imr_cli.review import review

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMS = {"markdown": "md", "html": "html", "text": "txt"}
PANEL = changed(
    "reviewer:\n  board_certifications: [Occupational Medicine]\n  licensed_in: [California]\n"
    "  active_practice_hours_per_week: 30\n",
    "reviewers:\n  - {board_certifications: [Occupational Medicine], licensed_in: [California]}\n"
    "  - {board_certifications: [Neurology], licensed_in: [Nevada]}\n",
    "    decision: overturned\n    rationale: The visits go",
    "    votes: [upheld, overturned]\n    departure: More is known now.\n    rationale: The visits go",
    "    decision: overturned\n    rationale: The visits cannot",
    "    votes: [overturned, overturned]\n    rationale: The visits cannot",
)


def parts_missing(case: str, form: str, kit: Kit, change: Callable[[str], str] = str) -> list[str]:
    [document], _ = documents(case.encode())
    reviewed = review(document, "case.yaml", kit.table, kit.wording).review
    assert reviewed is not None
    letter = compose(reviewed.case, reviewed.decided, kit.wording, kit.table)
    text = change(kit.layouts.lay_out(letter, form))
    found = missing_parts(letter, text, form, reviewed.case)
    assert {each.rule.code for each in found} <= {"IMR861"}
    return [re.sub(r".*required part: | \(.*", "", each.message).replace(" ", "-") for each in found]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [CASE, PANEL], ids=["one", "panel"])
def test_bundled_layouts_have_every_part(case: str, form: str) -> None:
    assert parts_missing(case, form, Kit()) == []


REFUSED = (1, 2)
"""The case without its whole letter, or the run whose layout drops a part from every letter."""

LOST = {
    "case-number": "CM16-0123456",
    "decision-date": "06/06/2016",
    "reviewer-qualifications": "Nevada",
    "documents-reviewed": "Denial",
    "medical-condition": "strained",
    "disputed-treatment": "Transport",
    "decision-on-each-treatment": "Overturned",
    "evidence": "Massage, page 60",
    "clinical-reasons": "on foot",
    "reason-for-departure": "More is known",
    "every-determination": "Reviewer 2: Overturned",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("part", LOST)
def test_a_lost_part_is_missed(part: str, form: str) -> None:
    assert part in parts_missing(PANEL, form, Kit(), lambda text: text.replace(LOST[part], ""))


def test_every_part_is_tried() -> None:
    assert {each.id for each in required_parts()} == {*LOST, "draft-notice"}


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_says_so(form: str) -> None:
    draft = (CHECKOUT / "samples" / "undecided.yaml").read_text(encoding="utf-8")
    assert parts_missing(draft, form, Kit()) == []
    assert parts_missing(draft, form, Kit(), lambda text: text.replace("not a determination", "")) == [
        "draft-notice"
    ]


@pytest.mark.parametrize(
    ("sentences", "part"),
    [
        ('item.heading: "{decision}"', "disputed treatment"),
        ('item.heading: "{treatment}"', "decision on each treatment"),
        ('decision.overturned: ""', "decision on each treatment"),
        ('records.entry: "{dates}"', "documents reviewed"),
        ('guideline.none.reviewer: ""', "evidence"),
    ],
)
def test_a_house_that_drops_a_part_is_refused(sentences: str, part: str, tmp_path: Path, imr: Any) -> None:
    house, case = tmp_path / "house.yaml", tmp_path / "case.yaml"
    house.write_text(f"organization: {{name: A, short_name: A}}\nwording:\n  {sentences}\n", encoding="utf-8")
    case.write_text(CASE, encoding="utf-8")
    ended = imr("decide", case, "--house", house, "--format", "text")
    assert ended.code in REFUSED
    assert ended.stdout == ""
    assert part in ended.stderr
    assert "IMR861" in ended.stderr


@pytest.mark.parametrize(("form", "suffix"), FORMS.items())
def test_a_layout_that_drops_the_rationale_is_refused(
    form: str, suffix: str, tmp_path: Path, imr: Any
) -> None:
    layout = (CHECKOUT / "templates" / f"letter.{suffix}.jinja").read_text(encoding="utf-8")
    assert "for part in item.parts" in layout
    broken = layout.replace("for part in item.parts", 'for part in item.parts if part.id != "rationale"')
    (tmp_path / f"letter.{suffix}.jinja").write_text(broken, encoding="utf-8")
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    ended = imr("decide", case, "--templates", tmp_path, "--format", form)
    assert ended.code in REFUSED
    assert ended.stdout == ""
    assert f"the {form} letter lacks a required part: clinical reasons" in ended.stderr


def test_several_reviewers_in_the_letter(imr: Any) -> None:
    ended = imr("decide", "-", "--format", "text", stdin=PANEL.encode())
    assert ended.code == 0, ended.stderr
    words = " ".join(ended.stdout.split())
    assert "Reviewer 1, State(s) of Licensure: California" in words
    assert "Reviewer 2, Certification(s)/Specialty: Neurology" in words
    assert "Massage therapy: Overturned" in words
    assert "Determinations: Reviewer 1: Upheld; Reviewer 2: Overturned" in words


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        ("[{decision: upheld}, {decision: overturned}]", None),
        ("[{reviewer: 1, decision: upheld}, {decision: overturned}]", None),
        ("[{decision: upheld}, {reviewer: 1, decision: overturned}]", "IMR464"),
        ("[{reviewer: 2, decision: upheld}, {decision: overturned}]", "IMR464"),
        ("[upheld]", "IMR218"),
        ("[]", "IMR210"),
    ],
)
def test_votes_of_reviewers_who_are_not_numbered(votes: str, code: str | None, imr: Any) -> None:
    ended = imr("decide", "-", "--check", stdin=PANEL.replace("[upheld, overturned]", votes).encode())
    assert ended.code == (1 if code else 0), ended.stderr
    assert code is None or code in ended.stderr


def test_one_of_several_reviewers(imr: Any) -> None:
    second = "  - {board_certifications: [Neurology], licensed_in: [Nevada]}\n"
    ended = imr("decide", "-", "--check", stdin=PANEL.replace(second, "").encode())
    assert "`reviewers` needs 2 entries or more, and has 1  [IMR218]" in ended.stderr


FIRST, SECOND = "licensed_in: [California]}", "licensed_in: [Nevada]}"
ALL = "The reviewer has practiced actively for more than five years and still does so for at least 24 hours a week."


def practice_of(first: str, second: str, imr: Any) -> str:
    """What a panel's letter says of practice: fields that are added to the two reviewers."""
    case = PANEL.replace(FIRST, f"{FIRST[:-1]}{first}}}").replace(SECOND, f"{SECOND[:-1]}{second}}}")
    ended = imr("decide", "-", "--format", "text", stdin=case.encode())
    assert ended.code == 0, ended.stderr
    return " ".join(ended.stdout.split())


def test_reviewers_who_practice_alike_share_a_sentence(imr: Any) -> None:
    assert ALL in practice_of("", "", imr)
    assert ALL in practice_of(", active_practice_hours_per_week: 24", "", imr)
    assert "what is said here of the reviewer holds for each of them" in practice_of("", "", imr)


def test_of_reviewers_who_differ_each_has_a_sentence(imr: Any) -> None:
    words = practice_of(
        ", active_practice_years: more than ten",
        ", active_practice_years: two, active_practice_hours_per_week: 8",
        imr,
    )
    assert "The reviewer has practiced" not in words
    assert (
        "Reviewer 1 has practiced actively for more than ten years and still does so for at least 24 hours a week. "
        "Reviewer 2 has practiced actively for two years and still does so for at least 8 hours a week."
    ) in words


def test_a_house_sentence_that_is_true_of_all_stays(tmp_path: Path, imr: Any) -> None:
    house = tmp_path / "house.yaml"
    house.write_text(
        "organization: {name: A, short_name: A}\nwording:\n  made.practice: All of them practice.\n",
        encoding="utf-8",
    )
    case = PANEL.replace(FIRST, f"{FIRST[:-1]}, active_practice_years: two}}")
    ended = imr("decide", "-", "--house", house, "--format", "text", stdin=case.encode())
    assert "All of them practice." in " ".join(ended.stdout.split())
    assert "Reviewer 2 has practiced" not in ended.stdout
