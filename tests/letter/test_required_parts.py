"""What the law requires of a letter is proved in the finished text, whatever the layout or the house says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.files.document import documents
from imr_cli.guideline.law import required_parts
from imr_cli.letter.formats.format import Manuscript
from imr_cli.letter.formats.registry import FORMATS
from imr_cli.letter.required_parts import missing_parts
from imr_cli.pipeline import examine
from imr_cli.resources import Resources
from support.case_file import CASE, changed
from support.checkout import CHECKOUT

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


def parts_missing(
    case: str, form: str, resources: Resources, change: Callable[[str], str] = str
) -> list[str]:
    [document], _ = documents(case.encode())
    examined = examine(document, "case.yaml", resources.table, resources.wording).determination
    assert examined is not None
    manuscript = Manuscript(examined, (), resources.wording, resources.table, resources.layouts)
    text = change(FORMATS[form].lay_out(manuscript).decode())
    found = missing_parts(manuscript, text.encode(), FORMATS[form])
    assert {each.rule.code for each in found} <= {"IMR861"}
    return [re.sub(r".*required part: | \(.*", "", each.message).replace(" ", "-") for each in found]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [CASE, PANEL], ids=["one", "panel"])
def test_bundled_layouts_have_every_part(case: str, form: str) -> None:
    assert parts_missing(case, form, Resources()) == []


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
    assert part in parts_missing(PANEL, form, Resources(), lambda text: text.replace(LOST[part], ""))


def test_every_part_is_tried() -> None:
    assert {each.id for each in required_parts()} == {*LOST, "draft-notice"}


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_says_so(form: str) -> None:
    draft = (CHECKOUT / "samples" / "undecided.yaml").read_text(encoding="utf-8")
    assert parts_missing(draft, form, Resources()) == []
    assert parts_missing(draft, form, Resources(), lambda text: text.replace("not a determination", "")) == [
        "draft-notice"
    ]


@pytest.fixture
def decide(tmp_path: Path, imr: Any) -> Callable[..., Any]:
    """Write one case's letter with a house's own sentences and with changes of a bundled layout."""

    def run(
        form: str = "text", *changes: str, case: str = CASE, wording: str = "", address: str = "", **more: Any
    ) -> Any:
        house, file = tmp_path / "house.yaml", tmp_path / "case.yaml"
        sentences = "".join(f"  {each}\n" for each in wording.split("; "))
        house.write_text(
            f"organization: {{name: A, short_name: A, address: [{address}]}}\n"
            + (f"wording:\n{sentences}" if wording else ""),
            encoding="utf-8",
        )
        file.write_text(case, encoding="utf-8")
        options = ["--house", house, "--format", form]
        if changes:
            layout = (CHECKOUT / "templates" / f"letter.{FORMS[form]}.jinja").read_text(encoding="utf-8")
            (tmp_path / f"letter.{FORMS[form]}.jinja").write_text(
                changed(*changes, case=layout), encoding="utf-8"
            )
            options += ["--templates", tmp_path]
        return imr("decide", file, *options, *more.get("options", ()))

    return run


@pytest.mark.parametrize(
    ("sentences", "part"),
    [
        ('item.heading: "{decision}"', "disputed treatment"),
        ('item.heading: "{treatment}"', "decision on each treatment"),
        ('item.whole: "{treatment} {authorized}"', "decision on each treatment"),
        ('decision.overturned: ""', "decision on each treatment"),
        ('records.entry: "{dates}"', "documents reviewed"),
        ('record.progress-report: ""', "documents reviewed"),
        ('guideline.none.reviewer: ""', "evidence"),
        ('guideline.mtus: "Based on the MTUS."', "evidence"),
        ('guideline.document: ""', "evidence"),
        ('guideline.document: "{year}"', "evidence"),
        ('guideline.section: ""', "evidence"),
        ('guideline.other: ""; guideline.others: ""', "evidence"),
        ('source.guideline: "{organization} {year}{chapter}"', "evidence"),
        ('source.study: "{authors} {year}"', "evidence"),
        ('votes.one: ""', "every determination"),
        ('votes.one: "Reviewer {number}"', "every determination"),
        ('date: "{month}/{year}"', "decision date"),
        ('label.licensed_in: ""', "reviewer qualifications"),
        ('draft.notice: " "', "draft notice"),
    ],
)
def test_a_house_that_drops_a_part_is_refused_at_its_sentence(
    sentences: str, part: str, decide: Callable[..., Any]
) -> None:
    ended = decide(wording=sentences)
    assert (ended.code, ended.stdout) == (2, "")
    assert f"a letter lacks a required part: {part} (" in ended.stderr
    for line in ended.stderr.splitlines():
        assert re.search(r"/house\.yaml:[34]:\d+: error: .*\[IMR861\]$", line)


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        ("decision.upheld: Overturned; decision.overturned: Upheld", "the word for upheld says overturned"),
        ("decision.upheld: Decided; decision.overturned: DECIDED.", "both decisions have the same word"),
        ("decision.upheld: overturned", "both decisions have the same word"),
        ("decision.overturned: Not medically necessary", "the word for overturned says upheld"),
        ("decision.upheld: Not upheld", "the word for upheld says overturned"),
        ('decision.proposed: "{decision}"', "a proposal looks like a decision"),
        ('decision.proposed: "({decision}) *"', "a proposal looks like a decision"),
        ('item.heading: "{treatment}: not {decision}"', "`item.heading` says overturned where"),
        (
            'item.heading: "{decision}: {treatment}"',
            "`{decision}` stands before `{treatment}` in `item.heading`",
        ),
        ('votes.one: "{number}: {decision}, that is, upheld"', "`votes.one` says upheld where"),
    ],
)
def test_words_that_falsify_a_decision_are_refused(
    sentences: str, reason: str, decide: Callable[..., Any]
) -> None:
    ended = decide(wording=sentences)
    assert (ended.code, ended.stdout) == (2, "")
    assert f"a decision could be misunderstood: {reason}" in ended.stderr
    assert "[IMR864]" in ended.stderr


def test_a_wording_of_its_own_is_held_to_the_same(tmp_path: Path, imr: Any) -> None:
    wording = (CHECKOUT / "templates" / "wording" / "en.yaml").read_text(encoding="utf-8")
    changes = 'votes.one: "Reviewer {number}: {decision}"', 'votes.one: ""'
    changes += "decision.upheld: Upheld", "decision.upheld: Overturned"
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "en.yaml").write_text(changed(*changes, case=wording), encoding="utf-8")
    ended = imr("decide", "-", "--templates", tmp_path, stdin=CASE.encode())
    found = re.findall(r"wording/en\.yaml:\d+:\d+: error: .*\[(IMR\d+)\]", ended.stderr)
    assert (ended.code, ended.stdout, sorted(found)) == (2, "", ["IMR861", "IMR864"])


def test_what_the_bundled_layout_cannot_have_dropped_is_the_words_fault(
    decide: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imr_cli.letter.house.wording_faults", lambda *_: [])
    ended = decide(wording='votes.one: ""', case=PANEL)
    assert (ended.code, ended.stdout) == (2, "")
    assert "/house.yaml: error: the text letter lacks a required part: every determination" in ended.stderr


@pytest.mark.parametrize(
    "sentences",
    [
        'decision.upheld: Se confirma; decision.overturned: Se revoca; decision.proposed: "{decision} (propuesta)"',
        "decision.upheld: Upheld (not medically necessary); decision.overturned: Not upheld",
        'decision.proposed: "Proposed, not final: {decision}"',
        'votes.one: "{decision}"; label.votes: ""; label.reviewer_guideline: ""; label.decision_date: ""',
        'guideline.mtus: "{documents}."; guideline.document: "{title}"; guideline.page: ""',
        'date: "{year}-{month}-{day}"; item.heading: "{treatment} - {decision}"',
    ],
)
@pytest.mark.parametrize("case", [CASE, PANEL], ids=["one", "panel"])
def test_a_house_may_say_all_else_in_its_own_way(
    sentences: str, case: str, decide: Callable[..., Any]
) -> None:
    for form in FORMS:
        ended = decide(form, wording=sentences, case=case)
        assert ended.code == 0, ended.stderr


HEADINGS = {
    "text": "{{ item.heading | wrap }}",
    "html": "{{ item.heading }}",
    "markdown": "### {{ item.heading }}",
}
SPLIT = '{{ item.heading | replace(": " ~ item.decision, "") }}'
ITEMS = "{% for part in item.parts %}"


@pytest.mark.parametrize("form", FORMS)
def test_treatment_and_decision_on_lines_of_their_own(form: str, decide: Callable[..., Any]) -> None:
    for case in (CASE, PANEL):
        ended = decide(form, HEADINGS[form], f"{SPLIT}\n\n{{{{ item.decision }}}}", case=case)
        assert ended.code == 0, ended.stderr


@pytest.mark.parametrize("heading", [SPLIT, "{{ item.decision }} " + SPLIT, SPLIT + "{{ item.number }}"])
@pytest.mark.parametrize("form", FORMS)
def test_a_decision_stands_behind_its_treatment(form: str, heading: str, decide: Callable[..., Any]) -> None:
    ended = decide(form, HEADINGS[form], heading, case=PANEL)
    assert (ended.code, ended.stdout) == (2, "")
    assert "lacks a required part: decision on each treatment" in ended.stderr


@pytest.mark.parametrize("form", FORMS)
def test_certifications_may_stand_before_licences(form: str, decide: Callable[..., Any]) -> None:
    for case in (CASE, PANEL):
        ended = decide(form, "in section.labeled %}", "in section.labeled | reverse %}", case=case)
        assert ended.code == 0, ended.stderr


@pytest.mark.parametrize("form", FORMS)
def test_a_licence_is_not_proved_by_an_address(form: str, decide: Callable[..., Any]) -> None:
    changes = "for fact in section.labeled", "for fact in section.labeled[1:]"
    ended = decide(form, *changes, address='"Sacramento, California"')
    assert (ended.code, ended.stdout) == (2, "")
    assert "lacks a required part: reviewer qualifications" in ended.stderr


HEADER = "{{ letter.header | columns }}"
WITHOUT_DECISION = """\
{% for row in letter.header %}{% for fact in row if fact.label != "Decision Date:" %}
{{ fact.label }} {{ fact.text }}
{% endfor %}{% endfor %}"""


@pytest.mark.parametrize("injury", ["2015-03-02", "2015-06-06"])
def test_another_day_is_not_the_decision_date(injury: str, decide: Callable[..., Any]) -> None:
    case = changed("injury: 2015-03-02", f"injury: {injury}", "March 2, 2015", "that day")
    ended = decide("text", HEADER, WITHOUT_DECISION, case=case)
    assert (ended.code, ended.stdout) == (2, "")
    assert "lacks a required part: decision date" in ended.stderr


def test_the_decision_date_may_stand_without_its_label(decide: Callable[..., Any]) -> None:
    alone = "{{ letter.header[2][0].text }}\n\n{{ letter.header[0][0].text }}"
    ended = decide("text", HEADER, alone)
    assert ended.code == 0, ended.stderr


@pytest.mark.parametrize(
    ("form", "changes"),
    [
        ("html", ("<body>", "<body><!--", "</body>", "--></body>")),
        ("html", ("{{ paragraph }}</p>\n{% endfor %}\n{% endfor %}",
                  "<!-- <i>{{ paragraph }}</i> --></p>\n{% endfor %}\n{% endfor %}")),
        ("html", ("<main>", "<main hidden>")),
        ("html", ("<main>", '<script type="text/plain">', "</main>", "</script>")),
        ("html", ("<main>", "<template>", "</main>", "</template>")),
        ("html", ("<main>", '<main style="display:none">')),
        ("html", ("<h3 ", "<h3 hidden ")),
        ("markdown", ("\n{% for item in section.items %}", "\n<!--\n{% for item in section.items %}",
                      "{% for line in letter.closing %}", "-->\n{% for line in letter.closing %}")),
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_printed(
    form: str, changes: tuple[str, ...], decide: Callable[..., Any]
) -> None:
    ended = decide(form, *changes)
    assert (ended.code, ended.stdout) == (2, "")
    assert "IMR861" in ended.stderr


@pytest.mark.parametrize(
    ("form", "changes"),
    [
        ("html", ("<main>", '<main style="color: black"><!-- our own -->')),
        ("markdown", ("{% for section in letter.sections %}", "<!-- our own -->\n{% for section in letter.sections %}")),
    ],
)  # fmt: skip
def test_comments_of_a_layout_do_no_harm(
    form: str, changes: tuple[str, ...], decide: Callable[..., Any]
) -> None:
    ended = decide(form, *changes, case=PANEL)
    assert ended.code == 0, ended.stderr


DROPPED = [
    ('if part.id != "departure"', "reason for departure"),
    ('if part.id != "votes"', "every determination"),
    ('if part.id != "reviewer"', "evidence"),
    ('if part.id != "rationale" or item.is_proposed', "clinical reasons"),
]


@pytest.mark.parametrize(("condition", "part"), DROPPED)
@pytest.mark.parametrize("form", FORMS)
def test_a_layout_that_drops_what_few_cases_have_is_refused_at_once(
    form: str, condition: str, part: str, tmp_path: Path, decide: Callable[..., Any]
) -> None:
    changes = ITEMS, f"{{% for part in item.parts {condition} %}}"
    letters = tmp_path / "letters"
    letters.mkdir()
    for options in ([], ["--check"], ["-O", letters]):
        ended = decide(form, *changes, options=options)
        assert (ended.code, ended.stdout, list(letters.iterdir())) == (2, "", [])
        assert ended.stderr.startswith(f"{tmp_path}/letter.{FORMS[form]}.jinja: error: ")
        assert f"the {form} letter lacks a required part: {part} (" in ended.stderr


@pytest.mark.parametrize("form", FORMS)
def test_the_mark_of_a_draft_is_not_proved_by_its_notice(form: str) -> None:
    draft = (CHECKOUT / "samples" / "undecided.yaml").read_text(encoding="utf-8")
    assert parts_missing(draft, form, Resources(), lambda text: text.replace("DRAFT", "")) == ["draft-notice"]


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
    assert ended.code == 2
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
