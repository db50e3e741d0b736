"""Hostile and broken input is refused with one clear line for each fault, at its place, and no letter."""
# ruff: noqa: RUF001  (one example a line; odd characters are what is tested)

from __future__ import annotations

import json
import os
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_cli.files.document import documents
from imr_cli.files.yaml import odd_character, unfit
from imr_cli.findings.faults.fields import missing_field
from support.case_file import CASE, HERE, changed, numbered, places
from support.checkout import CHECKOUT
from support.findings import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def fault(name: str, *changes_and_code: str, says: str = "") -> Any:
    """A valid case with changes, the code that is expected at each mark, and a word of the sentence."""
    *changes, code = changes_and_code
    return pytest.param(changed(*changes), code.split(), says, id=name)


def whole(name: str, text: str, code: str, says: str = "") -> Any:
    """A whole file, marked in the same way."""
    return pytest.param(text, code.split(), says, id=name)


MASSAGE, TRANSPORT = "treatment: Massage therapy", "treatment: Transport to the visits"
SUMMARY = "A 41-year-old woman strained her back on March 2, 2015."

YAML_TRAPS = [
    # What YAML itself would do silently, or die of.
    fault(
        "quantity-lost-to-comment",
        MASSAGE,
        f"treatment: {HERE}Tramadol 50 mg #60",
        "IMR104",
        says="quotation",
    ),
    fault("quantity-lost-in-flow", "title: Denial", f"title: {HERE}Denial #60 ", "IMR104 IMR103"),
    fault(
        "quantity-lost-in-several-lines",
        MASSAGE,
        f"treatment: {HERE}Tramadol\n      50 mg\n      tablets #60",
        "IMR104",
    ),
    fault("quantity-lost-behind-tab", MASSAGE, f"treatment: {HERE}Tramadol 50 mg\t#60", "IMR104"),
    fault(
        "comment-behind-short-value", "priority: standard", f"priority: {HERE}standard  # as asked", "IMR104"
    ),
    fault(
        "key-twice",
        "    depends_on: 1\n",
        f"    depends_on: 1\n    {HERE}depends_on: 1\n",
        "IMR105",
        says="twice",
    ),
    fault("key-twice-at-top", "patient:", f"{HERE}priority: expedited\npatient:", "IMR105"),
    fault("key-twice-in-flow", "{visits: 4}", f"{{visits: 4, {HERE}visits: 40}}", "IMR105"),
    fault("anchor", MASSAGE, f"treatment: {HERE}&m Massage therapy", "IMR106"),
    fault("alias", TRANSPORT, f"treatment: {HERE}*m", "IMR106"),
    fault("anchor-on-mapping", "dates:\n", f"dates: {HERE}&d\n", "IMR106"),
    fault("tag", "age: 41", f"age: {HERE}!!int 41", "IMR107"),
    fault("python-tag", MASSAGE, f"treatment: {HERE}!!python/object/apply:os.system [id]", "IMR107 IMR203"),
    fault("merge-key", "  injury: 2015-03-02\n", f"  {HERE}<<: {{}}\n  injury: 2015-03-02\n", "IMR108"),
    fault("key-not-a-word", "{visits: 4}", f"{{{HERE}[visits]: 4}}", "IMR112"),
    fault(
        "directive", "case_number: CM16-0123456", f"{HERE}%YAML 1.1\n---\ncase_number: CM16-0123456", "IMR113"
    ),
    fault("tab-indentation", "  injury: 2015-03-02", f"{HERE}\tinjury: 2015-03-02", "IMR103", says="tab"),
    fault("quote-not-closed", MASSAGE, 'treatment: "Massage therapy', "IMR103"),
    fault("second-colon", MASSAGE, f"treatment: Massage{HERE}: daily", "IMR103", says="quotation"),
    fault("reserved-character", MASSAGE, f"treatment: {HERE}@massage", "IMR103", says="reserve"),
    fault("bracket-not-closed", "[Occupational Medicine]", "[Occupational Medicine", "IMR103"),
    fault(
        "second-case-without-separator",
        "patient: {age: 41, sex: female}\n",
        f"...\n{HERE}more: 1\n",
        "IMR114",
    ),
    whole("deep-list", f"a: {'[' * 29}{HERE}{'[' * 99_971}", "IMR109"),
    whole("deep-mapping", f"{'{a: ' * 30}{HERE}{'{a: ' * 20_000}", "IMR109"),
    whole(
        "deep-indentation", "".join(f"{' ' * n}a:\n" for n in range(30)) + f"{' ' * 30}{HERE}a: 1\n", "IMR109"
    ),
    whole("alias-bomb", f"a: {HERE}&a [x, x]\nb: {HERE}&b [{HERE}*a, *a]\n", "IMR106 IMR106 IMR106"),
    whole("too-large", f"{HERE}a: {'x' * (4 * 1024 * 1024)}", "IMR110", says="4 MiB"),
    # Not a case at all.
    whole("empty", HERE, "IMR101"),
    whole("comment-only", f"{HERE}# nothing here\n\n", "IMR101"),
    whole("separators-only", f"{HERE}---\n---\n", "IMR101"),
    whole("list-at-top", f"{HERE}- {CASE.splitlines()[0]}\n", "IMR203", says="mapping"),
    whole("text-at-top", f"{HERE}Dear Sir or Madam\n", "IMR203"),
    # Characters that are not what they seem.
    fault("nul", MASSAGE, f"treatment: Massage{HERE}\0 therapy", "IMR111", says="U+0000"),
    fault("control-character", MASSAGE, f"treatment: Massage{HERE}\x1b[31m", "IMR111", says="U+001B"),
    fault("bidi-override", SUMMARY, f"Take {HERE}\u202e05 mg", "IMR111", says="U+202E"),
    fault("bidi-isolate", SUMMARY, f"Take {HERE}\u2067 50 mg", "IMR111", says="U+2067"),
    fault("nul-by-escape", MASSAGE, f'treatment: {HERE}"Massage\\0"', "IMR111"),
    fault("bidi-by-escape", MASSAGE, f'treatment: {HERE}"Massage\\u202e"', "IMR111", says="U+202E"),
    fault("escape-in-key", "patient:", f'{HERE}"pat\\0ient":', "IMR111 IMR201"),
]

FIELDS = [
    # Names.
    fault("unknown-field-of-case", "priority: standard", f"priority: standard\n{HERE}priorty: standard", "IMR201",
          says="`priority`"),
    fault("unknown-field-of-dates", "  records_received:", f"  {HERE}record_received:", "IMR201", says="`records_received`"),
    fault("unknown-field-of-reviewer", "  active_practice_hours_per_week:", f"  {HERE}practice_hours:", "IMR201"),
    fault("unknown-field-of-patient", "{age: 41", f"{{{HERE}agee: 41", "IMR201", says="`age`"),
    fault("unknown-field-of-record", "author: treating", f"{HERE}autor: treating", "IMR201", says="`author`"),
    fault("unknown-field-of-item", "    depends_on: 1", f"    {HERE}depend_on: 1", "IMR201", says="`depends_on`"),
    fault("unknown-field-of-guideline", "      adds:", f"      {HERE}add:", "IMR201", says="`adds`"),
    fault("unknown-field-of-citation", 'pages: "60"', f'{HERE}page: "60"', "IMR201", says="`pages`"),
    fault("unknown-field-of-source", "chapter: Pain", f"{HERE}chapte: Pain", "IMR201", says="`chapter`"),
    fault("reviewer-named", "  licensed_in:", f"  {HERE}name: Ann Example\n  licensed_in:", "IMR213", says="name"),
    # What must be there.
    fault("case-number-missing", "case_number: CM16-0123456\n", HERE, "IMR202", says="`case_number`"),
    fault("priority-missing", "case_number", f"{HERE}case_number", "priority: standard\n", "", "IMR202", says="`priority`"),
    fault("date-missing", "  injury: 2015-03-02\n  utilization_review", f"  {HERE}utilization_review", "IMR202", says="`injury`"),
    fault("certification-missing", "  board_certifications: [Occupational Medicine]\n  licensed", f"  {HERE}licensed", "IMR202",
          says="`board_certifications`"),
    fault("treatment-missing", "  - treatment: Transport to the visits\n    depends_on", f"  - {HERE}depends_on", "IMR202",
          says="`treatment`"),
    fault("reviewer-guideline-missing", TRANSPORT, f"{HERE}{TRANSPORT}", "    reviewer_guideline: none\n", "", "IMR202",
          says="`reviewer_guideline`"),
    fault("rationale-missing", TRANSPORT, f"treatment: {HERE}Transport to the visits",
          "    rationale: The visits cannot be reached on foot. The transport is medically necessary.\n", "", "IMR403"),
    fault("decision-missing", TRANSPORT, f"treatment: {HERE}Transport to the visits",
          "    decision: overturned\n    rationale: The visits cannot", "    rationale: The visits cannot", "IMR204",
          says="item 2"),
    # Kinds and blanks.
    fault("text-for-list", "licensed_in: [California]", f"licensed_in: {HERE}California", "IMR203", says="list"),
    fault("list-for-text", MASSAGE, f"treatment: {HERE}[Massage therapy]", "IMR203", says="text"),
    fault("mapping-for-text", "chapter: Pain", f"chapter: {HERE}{{name: Pain}}", "IMR203", says="text"),
    fault("text-for-mapping", "patient: {age: 41, sex: female}", f"patient: {HERE}woman of 41", "IMR203", says="mapping"),
    fault("list-for-word", "decision: overturned\n    rationale: The visits go", f"decision: {HERE}[upheld]\n    rationale: The visits go",
          "IMR203"),
    fault("nothing-for-mapping", "reviewer:\n", f"reviewer: {HERE}''\nparties:\n", "IMR203"),
    fault("empty-list", "licensed_in: [California]", f"licensed_in: {HERE}[]", "IMR210"),
    fault("blank-text", TRANSPORT, f'treatment: {HERE}"  "', "IMR205", says="blank"),
    fault("blank-entry", "[Occupational Medicine]", f"[Occupational Medicine, {HERE}'']", "IMR205"),
    fault("citation-of-nothing", "reviewer_guideline: none", f"reviewer_guideline: {HERE}{{mtus: []}}", "IMR404", says="none"),
    fault("source-half-cited", "- {kind: guideline", f"- {HERE}{{kind: guideline", ", organization: ODG", "", "IMR214"),
    # Days.
    fault("no-such-day", "2016-05-09", f"{HERE}2021-06-31", "IMR208", says="calendar"),
    fault("no-such-month", "2016-05-09", f"{HERE}2016-13-01", "IMR208", says="13"),
    fault("leap-day-that-is-none", "2016-05-09", f"{HERE}2015-02-29", "IMR208"),
    fault("american-date", "2016-05-09", f"{HERE}05/09/2016", "IMR207", says="YYYY-MM-DD"),
    fault("date-without-hyphens", "2016-05-09", f"{HERE}20160509", "IMR207"),
    fault("date-with-short-month", "2016-05-09", f"{HERE}2016-5-9", "IMR207"),
    fault("date-with-time", "2016-05-09", f"{HERE}2016-05-09T00:00:00Z", "IMR207"),
    fault("unix-time", "2016-05-09", f"{HERE}1462752000", "IMR207"),
    fault("week-date", "2016-05-09", f"{HERE}2016-W19-1", "IMR207"),
    fault("date-in-other-digits", "2016-05-09", f"{HERE}２０１６-０５-０９", "IMR207"),
    fault("last-day-of-the-calendar", "decision: 2016-06-06", f"decision: {HERE}9999-12-31", "IMR217", says="2099"),
    fault("records-at-the-end-of-time", "records_received: 2016-05-18\n  decision: 2016-06-06",
          f"records_received: {HERE}9999-12-20\n  decision: {HERE}9999-12-31", "IMR217 IMR217"),
    fault("assigned-at-the-end-of-time", "2016-05-16\n  records_received: 2016-05-18\n  decision: 2016-06-06",
          f"{HERE}9999-12-20\n  decision: {HERE}9999-12-31", "IMR217 IMR217"),
    fault("year-one", "injury: 2015-03-02", f"injury: {HERE}0001-03-02", "IMR217", says="0001"),
    fault("year-too-early", "injury: 2015-03-02", f"injury: {HERE}1899-12-31", "IMR217"),
    fault("year-too-late", "decision: 2016-06-06", f"decision: {HERE}2100-01-01", "IMR217"),
    fault("year-of-a-record", "date: 2016-05-02}", f"date: {HERE}0216-05-02}}", "IMR217"),
    fault("injury-after-review", "utilization_review: 2016-05-02", f"utilization_review: {HERE}2015-03-01", "IMR301"),
    fault("application-before-review", "2016-05-09", f"{HERE}2016-05-01", "IMR301", says="application_received"),
    fault("assigned-before-application", "2016-05-16", f"{HERE}2016-05-08", "IMR301", says="assigned"),
    fault("decided-before-assigned", "assigned: 2016-05-16\n  records_received: 2016-05-18\n  decision: 2016-06-06",
          f"assigned: 2016-05-16\n  decision: {HERE}2016-05-15", "IMR301", says="decision"),
    fault("records-after-decision", "2016-05-18", f"{HERE}2016-06-07", "IMR301"),
    fault("record-after-decision", "date: 2016-05-02}", f"date: {HERE}2016-06-07}}", "IMR304"),
    fault("record-span-reversed", "from: 2015-03-04", f"from: {HERE}2016-04-21", "IMR304"),
    # Numbers.
    fault("negative-number", "{visits: 4}", f"{{visits: {HERE}-4}}", "IMR209"),
    fault("number-in-words", "{visits: 4}", f"{{visits: {HERE}four}}", "IMR209"),
    fault("huge-number", "{visits: 4}", f"{{visits: {HERE}{'9' * 5000}}}", "IMR209"),
    fault("nan", "{visits: 4}", f"{{visits: {HERE}.nan}}", "IMR209"),
    fault("inf", "{visits: 4}", f"{{visits: {HERE}inf}}", "IMR209"),
    fault("exponent", "{visits: 4}", f"{{visits: {HERE}1e9}}", "IMR209"),
    fault("underscores", "{visits: 4}", f"{{visits: {HERE}1_000}}", "IMR209"),
    fault("number-in-other-digits", "{visits: 4}", f"{{visits: {HERE}٤}}", "IMR209"),
    fault("age-with-half", "age: 41", f"age: {HERE}41.5", "IMR209"),
    fault("age-over-120", "age: 41", f"age: {HERE}121", "IMR209", says="120"),
    fault("hours-over-a-week", "week: 30", f"week: {HERE}169", "IMR209", says="168"),
    # Case numbers.
    *(fault(f"case-number-{name}", "CM16-0123456", f"{HERE}{number}", code)
      for name, number, code in (
          ("without-hyphen", "CM160123456", "IMR211"), ("lower-case", "cm16-0123456", "IMR211"),
          ("long-year", "CM2016-0123456", "IMR211"), ("six-digits", "CM16-123456", "IMR211"),
          ("eight-digits", "CM16-01234567", "IMR211"), ("other-digits", "CM１６-0123456", "IMR211"),
          ("with-path", "../CM16-0123456", "IMR211"), ("line-break", '"CM16-0123456\\n"', "IMR211"),
          ("sequence-zero", "CM16-0000000", "IMR212"))),
    # Words.
    *(fault(f"decision-{name}", "decision: overturned\n    rationale: The visits go",
            f"decision: {HERE}{word}\n    rationale: The visits go", "IMR206", says="`upheld` or `overturned`")
      for name, word in (("denied", "denied"), ("upper-case", "Upheld"), ("partial", "partially-overturned"),
                         ("yes", "yes"), ("empty", "''"), ("null", "null"))),
    fault("priority-word", "priority: standard", f"priority: {HERE}urgent", "IMR206", says="`standard` or `expedited`"),
    fault("sex-word", "sex: female", f"sex: {HERE}woman", "IMR206"),
    fault("timing-word", MASSAGE, f"{MASSAGE}\n    timing: {HERE}later", "IMR206", says="`retrospective`"),
    fault("finding-word", "rehabilitation: yes", f"rehabilitation: {HERE}true", "IMR206", says="`unknown`"),
    fault("record-kind", "kind: progress-report", f"kind: {HERE}Progress Report (PR-2)", "IMR215"),
    # What the table does not have.
    fault("unknown-document", "document: chronic-pain-2009", f"document: {HERE}chronic-pain-2010", "IMR501", says="chronic-pain-20"),
    fault("unknown-topic", "topic: massage-therapy", f"topic: {HERE}massage-terapy", "IMR502", says="`massage-therapy`"),
    fault("unknown-criterion", "functional-improvement-documented", f"{HERE}functional-improvment-documented", "IMR503",
          says="`functional-improvement-documented`"),
    fault("unknown-quantity", "requested: {visits: 4}", f"requested: {{{HERE}visitss: 4}}", "IMR504", says="`visits`"),
    fault("unknown-prior-quantity", "prior: {visits: 2}", f"prior: {{{HERE}vists: 2}}", "IMR504", says="`visits`"),
    # What an item and a case say about themselves.
    fault("depends-on-missing", "depends_on: 1", f"depends_on: {HERE}3", "IMR451", says="1 to 2"),
    fault("depends-on-zero", "depends_on: 1", f"depends_on: {HERE}0", "IMR451"),
    fault("depends-on-itself", "depends_on: 1", f"depends_on: {HERE}2", "IMR451", says="itself"),
    fault("depends-on-unknown-treatment", "depends_on: 1", f"depends_on: {HERE}Surgery", "IMR451"),
    fault("depends-on-huge-number", "depends_on: 1", f"depends_on: {HERE}{'9' * 5000}", "IMR451"),
    fault("depends-on-circle", MASSAGE, f"{MASSAGE}\n    depends_on: {HERE}2", "depends_on: 1\n", f"depends_on: {HERE}1\n",
          "IMR451 IMR451", says="circle"),
    fault("authorized-alone", MASSAGE, f"{MASSAGE}\n    authorized: {HERE}2 visits", "IMR401"),
    fault("original-request-alone", MASSAGE, f"{MASSAGE}\n    original_request: {HERE}6 visits", "IMR401"),
    fault("disputed-part-alone", MASSAGE, f"{MASSAGE}\n    disputed_part: {HERE}whole", "IMR401"),
    fault("retrospective-without-day", MASSAGE, f"{MASSAGE}\n    timing: {HERE}retrospective", "IMR402"),
    fault("service-date-of-prospective", MASSAGE, f"{MASSAGE}\n    service_date: {HERE}2016-01-05", "IMR402"),
    fault("service-before-injury", MASSAGE, f"{MASSAGE}\n    timing: retrospective\n    service_date: {HERE}2015-03-01", "IMR303"),
    fault("service-after-decision", MASSAGE, f"{MASSAGE}\n    timing: retrospective\n    service_date: {HERE}2016-06-07", "IMR303"),
    fault("record-not-listed", "[R1, R2]", f"[R1, {HERE}R7]", "IMR452"),
    fault("record-id-twice", "id: R2", f"id: {HERE}R1", "[R1, R2]", "[R1]", "IMR452"),
]  # fmt: skip


def test_the_unbroken_case_is_fine(imr: Callable[..., Any]) -> None:
    ended = imr("decide", "-", "--format", "text", stdin=CASE.encode())
    assert (ended.code, errors_of(ended.stderr)) == (0, [])


@pytest.mark.parametrize(("marked", "codes", "says"), [*YAML_TRAPS, *FIELDS])
def test_refused_at_its_place(
    marked: str, codes: list[str], says: str, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    text, expected = places(marked)
    case, letter = tmp_path / "case.yaml", tmp_path / "letter.html"
    case.write_text(text, encoding="utf-8", newline="")

    ended = imr("decide", case, "-o", letter)

    assert (ended.code, ended.stdout) == (1, "")
    found = errors_of(ended.stderr)
    assert [code for code, _, _ in found] == codes
    assert [(line, column) for _, line, column in found][: len(expected)] == expected
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["case.yaml"]


def test_at_least_45_kinds_are_tried() -> None:
    assert len(YAML_TRAPS) + len(FIELDS) >= 45
    assert len({each.id for each in (*YAML_TRAPS, *FIELDS)}) == len(YAML_TRAPS) + len(FIELDS)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        pytest.param(CASE.replace("woman", "woman 5\N{DEGREE SIGN}").encode("latin-1"), "IMR102", (19, 24), id="latin-1"),
        pytest.param(b"\xff\xfe\x00\xd8" + CASE.encode("utf-16-le"), "IMR102", (1, 1), id="utf-16-broken"),
        pytest.param(b"case_number: \xed\xa0\x80\n", "IMR102", (1, 14), id="lone-surrogate"),
        pytest.param(b"case_number: \xc0\xaf\n", "IMR102", (1, 14), id="overlong-utf-8"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", "IMR102", (1, 1), id="an-image"),
        pytest.param(b"%PDF-1.7\n", "IMR113", (1, 1), id="a-pdf"),
        pytest.param(CASE.encode("utf-16-le"), "IMR111", (1, 2), id="utf-16-without-mark"),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text(
    content: bytes, code: str, place: tuple[int, int], imr: Callable[..., Any]
) -> None:
    ended = imr("decide", "-", stdin=content)
    assert (ended.code, ended.stdout) == (1, "")
    assert errors_of(ended.stderr) == [(code, *place)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + CASE.encode(), id="byte-order-mark"),
        pytest.param(CASE.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(CASE.encode("utf-16"), id="utf-16"),
        pytest.param(CASE.replace("\n", "\r\n").encode("utf-16"), id="utf-16-crlf"),
        pytest.param(("# first\n" + CASE + "# last\n").encode(), id="comments-on-their-own-lines"),
        pytest.param(("---\n" + CASE + "...\n").encode(), id="document-marks"),
        pytest.param(CASE.rstrip("\n").encode(), id="no-line-break-at-the-end"),
    ],
)
def test_harmless_differences_change_no_letter(content: bytes, imr: Callable[..., Any]) -> None:
    plain = imr("decide", "-", "--format", "html", stdin=CASE.encode())
    ended = imr("decide", "-", "--format", "html", stdin=content)
    assert (ended.code, ended.stdout) == (0, plain.stdout)


@pytest.mark.parametrize(
    "text", ['"Tramadol 50 mg #60"', "Tramadol 50 mg#60", "'Tramadol #60'", ">-\n      Tramadol #60"]
)
def test_a_number_sign_that_is_text_is_kept(text: str, imr: Callable[..., Any]) -> None:
    case = changed("treatment: Transport to the visits", f"treatment: {text}")
    ended = imr("decide", "-", "--format", "text", stdin=case.encode())
    assert ended.code == 0
    assert "#60: Overturned" in ended.stdout


def test_positions_hold_in_crlf_files(imr: Callable[..., Any]) -> None:
    text, (place,) = places(changed("age: 41", f"age: {HERE}old"))
    ended = imr("decide", "-", stdin=text.replace("\n", "\r\n").encode())
    assert errors_of(ended.stderr) == [("IMR209", *place)]


def test_positions_count_characters_not_bytes(imr: Callable[..., Any]) -> None:
    text, (place,) = places(changed("author: treating physician, from: 2015-03-04",
                                    f"author: médecin traitant 😀, from: {HERE}2015"))  # fmt: skip
    ended = imr("decide", "-", stdin=text.encode())
    assert errors_of(ended.stderr) == [("IMR207", *place)]


def test_all_faults_of_a_file_in_its_order(imr: Callable[..., Any]) -> None:
    text, expected = places(changed(
        "priority: standard", f"priority: {HERE}urgent",
        "injury: 2015-03-02", f"injury: {HERE}3/2/2015",
        "patient:", f"{HERE}patiant:",
        "id: R1", f"{HERE}idd: R1",
        "document: chronic-pain-2009", f"document: {HERE}chronic-pain-2010",
        "decision: overturned\n    rationale: The visits cannot", f"decision: {HERE}denied\n    rationale: The visits cannot",
    ))  # fmt: skip
    ended = imr("decide", "-", stdin=text.encode())
    assert errors_of(ended.stderr) == [
        (code, *place)
        for code, place in zip(
            ("IMR206", "IMR207", "IMR201", "IMR201", "IMR501", "IMR206"), expected, strict=True
        )
    ]


def test_reading_faults_do_not_hide_those_of_fields(imr: Callable[..., Any]) -> None:
    text, expected = places(changed(
        "priority: standard", f"priority: {HERE}urgent",
        "treatment: Massage therapy", f"treatment: {HERE}Massage therapy #6",
        "age: 41", f"age: {HERE}old",
    ))  # fmt: skip
    ended = imr("decide", "-", stdin=text.encode())
    assert errors_of(ended.stderr) == [
        (code, *place) for code, place in zip(("IMR206", "IMR209", "IMR104"), expected, strict=True)
    ]


class TestFilesAndFolders:
    """What is wrong with the place where a case or its letter should be."""

    def test_missing_file(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        self.assert_refused(imr("decide", tmp_path / "none.yaml"), "none.yaml", "IMR115")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
    def test_unreadable_file(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
        (tmp_path / "case.yaml").chmod(0)
        self.assert_refused(imr("decide", tmp_path / "case.yaml"), "case.yaml", "IMR115")

    def test_folder_without_cases(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        (tmp_path / "case.yml.txt").write_text(CASE, encoding="utf-8")
        (tmp_path / ".hidden.yaml").write_text(CASE, encoding="utf-8")
        self.assert_refused(imr("decide", tmp_path, "--check"), str(tmp_path), "IMR116")

    def test_output_is_a_folder(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        self.assert_refused(imr("decide", "-", "-o", tmp_path, stdin=CASE.encode()), str(tmp_path), "IMR118")
        assert list(tmp_path.iterdir()) == []

    def test_output_in_a_missing_folder(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        letter = tmp_path / "none" / "letter.md"
        self.assert_refused(imr("decide", "-", "-o", letter, stdin=CASE.encode()), str(letter), "IMR118")
        assert list(tmp_path.iterdir()) == []

    def test_output_folder_missing(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "-O", tmp_path / "none", stdin=CASE.encode())
        assert (ended.code, ended.stdout) == (2, "")
        assert "none" in ended.stderr
        assert list(tmp_path.iterdir()) == []

    @staticmethod
    def assert_refused(ended: Any, name: str, code: str) -> None:
        assert (ended.code, ended.stdout) == (1, "")
        (line,) = [each for each in ended.stderr.splitlines() if ": error: " in each]
        assert re.fullmatch(rf".*{re.escape(name)}: error: .*  \[{code}\]", line)


def run_all(contents: list[bytes], folder: Path, imr: Callable[..., Any]) -> tuple[Any, list[str]]:
    """All contents as the files of one folder, in one run; and the codes of all errors."""
    cases, letters = folder / "cases", folder / "letters"
    for each in (cases, letters):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir()
    for number, content in enumerate(contents):
        (cases / f"{number:03}.yaml").write_bytes(content)
    ended = imr("decide", cases, "-O", letters, "-f", "json", "--output-format", "json", "--jobs", "1")
    findings = json.loads(ended.stderr)
    return ended, [each["code"] for each in findings if each["severity"] == "error"]


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, len(CASE) - 1),
        st.integers(0, 12),
        st.one_of(st.sampled_from(["", "\n", "  ", "\t", ": ", "- ", "#", " #", "&a ", "*a", "!!x ", "[", "{", "'", '"', "\0",
                                   "---\n", "...\n", "%", "?", "|", ">", "<<: ", "\\", "\r", "\x85", "\u2028", "٣", "9" * 5000]),
                  st.text(max_size=6)),
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip


@settings(max_examples=15)
@given(contents=st.lists(st.binary(max_size=300), min_size=10, max_size=20))
def test_random_bytes_never_break_the_program(
    contents: list[bytes], tmp_path: Path, imr: Callable[..., Any]
) -> None:
    ended, codes = run_all(contents, tmp_path, imr)
    assert ended.code == 1
    assert len(codes) >= len(contents)


@settings(max_examples=40)
@given(mutants=st.lists(MUTATIONS, min_size=10, max_size=20))
def test_random_changes_of_a_case_never_break_the_program(
    mutants: list[list[tuple[int, int, str]]], tmp_path: Path, imr: Callable[..., Any]
) -> None:
    contents = []
    for number, mutations in enumerate(mutants, 1):
        text = numbered(number)
        for place, length, words in mutations:
            text = text[:place] + words + text[place + length :]
        contents.append(text.encode("utf-8", "surrogatepass"))
    ended, codes = run_all(contents, tmp_path, imr)
    assert ended.code == (1 if codes else 0)


def test_nothing_that_cannot_be_printed_passes() -> None:
    characters = [*map(chr, range(0x3000)), *map(chr, range(0xD700, 0x10100)), "\U0001f600", "\U0010ffff"]
    refused = [each for each in characters if odd_character(each) is not None]
    assert refused == [each for each in characters if unfit(f"a: {each}é") is not None]
    assert [each for each in refused if unfit(f"a: {each}") is None] == []


@pytest.mark.parametrize("file", sorted((CHECKOUT / "samples").glob("*.yaml")), ids=lambda file: file.name)
def test_every_value_is_located_where_it_is_written(file: Path) -> None:
    for document in documents(file.read_bytes())[0]:
        node, findings = document.read()
        assert findings == []

        def look(node: Any, path: tuple[str | int, ...], document: Any = document) -> None:
            for below, value in node.items() if isinstance(node, dict) else enumerate(node):
                value_there, key_there = (
                    document.locate([missing_field("x", path=(*path, below), at_key=at_key)])[0]
                    for at_key in (False, True)
                )
                if isinstance(below, str):
                    line = document.line(key_there.line)
                    assert line[key_there.column - 1 :].startswith(f"{below}:")
                if isinstance(value, str):
                    written = document.line(value_there.line)[value_there.column - 1 :].lstrip("'\"")
                    assert written.startswith((">", "|", value[:9].split("\n")[0]))
                else:
                    look(value, (*path, below))

        look(node, ())
