"""`imr export dwc`: what went wrong in the state's real data files cannot go wrong here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.reports.dwc import CASE_FILE, REQUEST_FILE
from support.case_file import CASE, changed, numbered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAFT = changed(
    "    decision: overturned\n    rationale: The visits go along with exercise. They are medically necessary.\n",
    "",
)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    head, *lines = (folder / name).read_text(encoding="utf-8").splitlines()
    names = head.split("|")
    for line in lines:
        assert line.count("|") == head.count("|")
    return [dict(zip(names, line.split("|"), strict=True)) for line in lines]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    return folder


def test_a_case_and_its_items(out: Path, letters: Path, imr: Callable[..., Any]) -> None:
    last = "rationale: The visits cannot be reached on foot. The transport is medically necessary."
    mixed = changed(
        f"decision: overturned\n    {last}", f"decision: upheld\n    {last.replace('is med', 'is not med')}"
    )
    assert (
        imr("decide", "-", "-O", letters, "-q", stdin=f"{CASE}---\n{numbered(2, mixed)}".encode()).code == 0
    )
    ended = imr("export", "dwc", letters, "-O", out)
    assert (ended.code, ended.stdout) == (0, "")
    assert "2 cases with 4 requests" in ended.stderr
    assert rows(out, CASE_FILE)[0] == {
        "CASE_NUMBER": "CM16-0123456", "PRIORITY": "S", "DATE_OF_INJURY": "20150302", "UR_DECISION_DATE": "20160502",
        "APPLICATION_RECEIVED_DATE": "20160509", "ASSIGNED_DATE": "20160516", "RECORDS_RECEIVED_DATE": "20160518",
        "DECISION_DATE": "20160606", "DECISION": "O", "REQUESTS": "2",
    }  # fmt: skip
    assert [row["DECISION"] for row in rows(out, CASE_FILE)] == ["O", "P"]
    requests = rows(out, REQUEST_FILE)
    assert [(row["CASE_NUMBER"], row["REQUEST"], row["DECISION"]) for row in requests] == [
        ("CM16-0123456", "1", "O"), ("CM16-0123456", "2", "O"), ("CM16-0000002", "1", "O"), ("CM16-0000002", "2", "U"),
    ]  # fmt: skip
    assert (requests[0]["IMR_CHAPTER_1"], requests[0]["IMR_YEAR_1"]) == (
        "Chronic Pain Medical Treatment",
        "2009",
    )
    assert requests[0]["CA_CHAPTER_1"] == requests[1]["IMR_CHAPTER_1"] == ""
    assert (out / CASE_FILE).stat().st_mode & 0o777 == 0o600


def test_cases_give_what_their_manifest_gives(
    out: Path, letters: Path, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    assert imr("decide", tmp_path / "case.yaml", "-O", letters, "-q").code == 0
    assert imr("export", "dwc", letters, "-O", out).code == 0
    before = (out / CASE_FILE).read_bytes(), (out / REQUEST_FILE).read_bytes()
    assert imr("export", "dwc", tmp_path / "case.yaml", "-O", out).code == 0
    assert before == ((out / CASE_FILE).read_bytes(), (out / REQUEST_FILE).read_bytes())


def test_no_citation_is_dropped(out: Path, imr: Callable[..., Any]) -> None:
    ids = (
        "neck-upper-back-2004",
        "shoulder-2004",
        "elbow-2007",
        "forearm-wrist-hand-2004",
        "low-back-2004",
        "knee-2004",
        "acupuncture-2007",
    )
    cited = "".join(f"        - {{document: {each}}}\n" for each in (*ids, ids[0]))
    case = changed("      mtus:\n", f"      mtus:\n{cited}")
    assert imr("export", "dwc", "-", "-O", out, stdin=case.encode()).code == 0
    first, second = rows(out, REQUEST_FILE)
    assert [first[f"IMR_CHAPTER_{number}"] for number in (1, 7, 8)] == [
        "Neck and Upper Back Complaints", "Acupuncture Treatment", "Chronic Pain Medical Treatment",
    ]  # fmt: skip
    assert "IMR_CHAPTER_9" not in first
    assert "CA_CHAPTER_6" not in first
    assert second["IMR_CHAPTER_8"] == ""


def test_a_draft_is_not_exported(out: Path, letters: Path, imr: Callable[..., Any]) -> None:
    stream = "---\n".join((numbered(1, DRAFT), numbered(2)))
    assert imr("decide", "-", "-O", letters, "-q", stdin=stream.encode()).code == 0
    ended = imr("export", "dwc", letters, "-O", out)
    assert ended.code == 1
    assert "<stdin>:1:1: error: item 1 has no decision" in ended.stderr
    assert [row["CASE_NUMBER"] for row in rows(out, CASE_FILE)] == ["CM16-0000002"]
    assert len(rows(out, REQUEST_FILE)) == 2


def test_a_refused_case_is_named(out: Path, letters: Path, imr: Callable[..., Any]) -> None:
    stream = "---\n".join((changed("priority: standard", "priority: x", case=numbered(1)), numbered(2)))
    assert imr("decide", "-", "-O", letters, "-q", stdin=stream.encode()).code == 1
    ended = imr("export", "dwc", letters / "manifest.jsonl", "-O", out)
    assert (ended.code, ended.stderr.count("[IMR965]"), len(rows(out, CASE_FILE))) == (1, 1, 1)


def test_a_case_twice(out: Path, letters: Path, imr: Callable[..., Any]) -> None:
    assert imr("decide", "-", "-O", letters, "-q", stdin=CASE.encode()).code == 0
    ended = imr("export", "dwc", letters, "-", "-O", out, stdin=CASE.encode())
    assert (ended.code, ended.stderr.count("[IMR964]"), len(rows(out, CASE_FILE))) == (1, 1, 1)


@pytest.mark.parametrize(
    ("cited_as", "code"),
    [
        ("{title: 'A | B', year: '2020'}", "IMR962"),
        ("{title: \"A\\nB\", year: '2020'}", "IMR962"),
        ("{title: A}", "IMR963"),
    ],
)
def test_a_title_that_would_shift_the_columns(
    cited_as: str, code: str, out: Path, imr: Callable[..., Any]
) -> None:
    from imr_cli.guideline.rows import CitedAs
    from imr_cli.reports.dwc import DwcFile

    class Row:
        cited_as: Any

    class Rows:
        def document(self, name: str) -> Any:
            row = Row()
            title = {"{title: A}": ("A", None)}.get(
                cited_as, ("A | B" if "|" in cited_as else "A\nB", "2020")
            )
            row.cited_as = CitedAs(*title)
            return row

    record = {
        "source": "a", "line": 1, "outcome": "uphold", "case_number": "CM16-0000001", "priority": "standard", "dates": {},
        "items": [{"decision": "upheld", "proposed": False, "reviewer": ["x"], "claims_administrator": []}],
    }  # fmt: skip
    file = DwcFile(Rows())  # type: ignore[arg-type]
    assert [each.rule.code for each in file.add(record)][:1] == [code]
    assert file.counts == (0, 0)


def test_a_run_that_was_cut_off_is_not_exported(out: Path, letters: Path, imr: Callable[..., Any]) -> None:
    assert imr("decide", "-", "-O", letters, "-q", stdin=CASE.encode()).code == 0
    manifest = letters / "manifest.jsonl"
    manifest.write_bytes(b"".join(manifest.read_bytes().splitlines(keepends=True)[:-1]))
    ended = imr("export", "dwc", letters, "-O", out)
    assert (ended.code, list(out.iterdir())) == (2, [])
    assert "--resume" in ended.stderr


def test_wrong_usage(out: Path, imr: Callable[..., Any]) -> None:
    assert imr("export", "csv", "-", "-O", out, stdin=CASE.encode()).code == 2
    assert imr("export", "dwc", out / "none.jsonl", "-O", out).code == 2
