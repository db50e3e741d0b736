"""The determination record: what `--format json` writes, `render` lays out to the same bytes, and no other."""
# ruff: noqa: RUF001  (one example a line; odd characters are what is tested)

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from support.case_file import CASE, HERE, changed, places
from support.checkout import CHECKOUT, SHARED
from support.findings import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = [*sorted((CHECKOUT / "samples").glob("*.yaml")), *sorted((SHARED / "cases").glob("*.yaml"))]
FORMS = ("markdown", "html", "text")
UNDECIDED = changed(
    "    decision: overturned\n    rationale: The visits go along with exercise. They are medically necessary.\n",
    "",
)


def record_of(case: str, imr: Callable[..., Any]) -> dict[str, Any]:
    ended = imr("decide", "-", "--format", "json", stdin=case.encode())
    assert ended.code == 0, ended.stderr
    return json.loads(ended.stdout)


def rendered(record: dict[str, Any], imr: Callable[..., Any], form: str = "text") -> Any:
    return imr("render", "--format", form, stdin=json.dumps(record).encode())


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.stem)
def test_render_gives_the_bytes_that_decide_gives(
    case: Path, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    formats = [f"--format={form}" for form in (*FORMS, "json")]
    assert imr("decide", case, "-O", tmp_path, *formats).code == 0
    letters = {each.suffix: each.read_bytes() for each in tmp_path.iterdir()}
    for form, suffix in zip(FORMS, (".md", ".html", ".txt"), strict=True):
        ended = imr("render", "-", "--format", form, stdin=letters[".json"])
        assert (ended.code, ended.stdout.encode(), ended.stderr) == (0, letters[suffix], "")


def test_the_pipe_of_the_contract(imr_process: Callable[..., Any]) -> None:
    case = CHECKOUT / "samples" / "massage-therapy.yaml"
    record = imr_process("decide", case, "--format", "json").stdout
    direct = imr_process("decide", case, "--format", "html")
    piped = imr_process("render", "--format", "html", stdin=record)
    assert (piped.returncode, piped.stdout) == (direct.returncode, direct.stdout)
    assert piped.stdout.endswith(b"</html>\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param('"#60 [121] & é × – 😀"', "#60 [121] & é × – 😀", id="signs"),
        pytest.param(r"""'a \ b "c" {d}'""", r'a \ b "c" {d}', id="backslash-and-quotes"),
        pytest.param(r'"tab\there\nand a new line"', "tab\there\nand a new line", id="tab-and-line-break"),
        pytest.param(r'"a\u2028b\u2029c\x85d"', "a\u2028b\u2029c\x85d", id="rare-line-breaks"),
        pytest.param(r'"\ufeffmark"', "\ufeffmark", id="byte-order-mark"),
        pytest.param("'- one: two # three'", "- one: two # three", id="like-yaml"),
        pytest.param("null", "null", id="null"),
        pytest.param("x " * 5000 + "y", "x " * 5000 + "y", id="long"),
    ],
)
def test_no_text_is_changed_on_the_way(written: str, meant: str, imr: Callable[..., Any]) -> None:
    case = changed("treatment: Transport to the visits", f"treatment: {written}")
    direct = imr("decide", "-", "--format", "html", stdin=case.encode())
    record = imr("decide", "-", "--format", "json", stdin=case.encode())
    assert direct.code == record.code == 0, record.stderr
    assert json.loads(record.stdout)["disputed_items"][1]["treatment"] == meant
    piped = imr("render", "--format", "html", stdin=record.stdout.encode())
    assert (piped.code, piped.stdout) == (0, direct.stdout)


def test_fields_of_the_contract(imr: Callable[..., Any]) -> None:
    record = record_of(CASE, imr)
    assert record["case_number"] == "CM16-0123456"
    assert record["dates"]["injury"] == "2015-03-02"
    assert record["patient"] == {"age": 41, "sex": "female"}
    assert record["records"][1] == {"id": "R2", "kind": "progress-report", "author": "treating physician",
                                    "from": "2015-03-04", "to": "2016-04-20"}  # fmt: skip
    assert (record["outcome"], record["draft"]) == ("overturn", False)
    massage, transport = record["disputed_items"]
    assert massage["governing_date"] == "2016-06-06"
    assert "proposed" not in massage
    assert transport["reviewer_guideline"] == "none"
    standing = massage["standing"]
    assert {"topic", "document", "direction", "reasons", "limits", "criteria", "basis", "confidence"} <= set(
        standing
    )
    assert (standing["topic"], standing["document"]) == ("massage-therapy", "chronic-pain-2009")
    assert transport["standing"]["direction"] in ("cannot-tell", "does-not-address")
    for each in (*standing["limits"], *standing["criteria"]):
        assert each["status"] in ("met", "not-met", "not-documented")
    for finding in record["findings"]:
        assert set(finding) == {"code", "severity", "message", "path", "file", "line", "column"}


def test_the_governing_date_of_a_past_service_is_its_date(imr: Callable[..., Any]) -> None:
    case = changed(
        "treatment: Transport to the visits",
        "treatment: Transport to the visits\n    timing: retrospective\n    service_date: 2016-01-05",
    )
    assert [each["governing_date"] for each in record_of(case, imr)["disputed_items"]] == [
        "2016-06-06",
        "2016-01-05",
    ]


def test_the_record_carries_its_findings(imr: Callable[..., Any]) -> None:
    case, (place,) = places(changed(
        "    claims_administrator_guideline: none\n    reviewer_guideline: none\n", "    reviewer_guideline: none\n",
        "treatment: Transport", f"treatment: {HERE}Transport",
    ))  # fmt: skip
    (finding,) = [each for each in record_of(case, imr)["findings"] if each["code"] == "IMR508"]
    assert (finding["severity"], finding["path"], finding["file"]) == (
        "warning",
        "disputed_items.1.treatment",
        "<stdin>",
    )
    assert (finding["line"], finding["column"]) == place


class TestDrafts:
    """A draft stays a draft until a person writes the decision into the case file."""

    def test_a_proposal_is_no_decision(self, imr: Callable[..., Any]) -> None:
        record = record_of(UNDECIDED, imr)
        item = record["disputed_items"][0]
        assert record["draft"] is True
        assert "decision" not in item
        assert item["proposed"]["decision"] == "overturned"

    @pytest.mark.parametrize("form", FORMS)
    def test_render_keeps_the_mark(self, form: str, imr: Callable[..., Any]) -> None:
        direct = imr("decide", "-", "--format", form, stdin=UNDECIDED.encode())
        ended = rendered(record_of(UNDECIDED, imr), imr, form)
        assert (ended.code, ended.stdout) == (0, direct.stdout)
        assert "DRAFT" in ended.stdout
        assert "proposed" in ended.stdout

    def test_the_mark_does_not_hang_on_one_word_of_the_record(self, imr: Callable[..., Any]) -> None:
        ended = rendered(record_of(UNDECIDED, imr) | {"draft": False}, imr)
        assert ended.code == 1 or "DRAFT" in ended.stdout

    def test_an_undecided_case_file_is_not_rendered(self, imr: Callable[..., Any]) -> None:
        ended = imr("render", "-", stdin=UNDECIDED.encode())
        assert (ended.code, ended.stdout) == (1, "")
        assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR204"]


def test_a_decided_case_file_is_rendered(imr: Callable[..., Any]) -> None:
    for form in FORMS:
        direct = imr("decide", "-", "--format", form, stdin=CASE.encode())
        assert imr("render", "-", "--format", form, stdin=CASE.encode()).stdout == direct.stdout


def tampered(name: str, change: Callable[[dict[str, Any], dict[str, Any]], Any], *, case: str = CASE) -> Any:
    return pytest.param(case, change, id=name)


@pytest.mark.parametrize(
    ("case", "change"),
    [
        tampered("other-version", lambda record, _: record.update(record_version="999")),
        tampered("no-decision", lambda _, item: item.pop("decision")),
        tampered("other-word", lambda _, item: item.update(decision="denied")),
        tampered("blank-rationale", lambda _, item: item.update(rationale=" ")),
        tampered("no-rationale", lambda _, item: item.pop("rationale")),
        tampered("unknown-field", lambda record, _: record.update(note="x")),
        tampered("unknown-field-of-item", lambda _, item: item.update(note="x")),
        tampered("reviewer-named", lambda record, _: record["reviewer"].update(name="Ann Example")),
        tampered("other-outcome", lambda record, _: record.update(outcome="uphold")),
        tampered("dates-turned-around", lambda record, _: record["dates"].update(decision="2014-01-01")),
        tampered("proposal-without-rationale", lambda _, item: item["proposed"].pop("rationale"), case=UNDECIDED),
        tampered("proposal-of-another-word", lambda _, item: item["proposed"].update(decision="denied"), case=UNDECIDED),
        tampered("proposal-that-is-text", lambda _, item: item.update(proposed="overturned"), case=UNDECIDED),
        tampered("proposal-taken-away", lambda _, item: item.pop("proposed"), case=UNDECIDED),
        tampered("proposal-beside-a-decision", lambda _, item: item.update(decision="upheld", rationale="x"), case=UNDECIDED),
        tampered("items-taken-away", lambda record, _: record.update(disputed_items=[])),
        tampered("items-that-are-text", lambda record, _: record.update(disputed_items="none")),
    ],
)  # fmt: skip
def test_a_tampered_record_is_refused(case: str, change: Callable[..., Any], imr: Callable[..., Any]) -> None:
    record = record_of(case, imr)
    change(record, record["disputed_items"][0])
    ended = rendered(record, imr)
    assert (ended.code, ended.stdout) == (1, "")
    assert errors_of(ended.stderr)


def test_half_a_record_is_refused(imr: Callable[..., Any]) -> None:
    text = imr("decide", "-", "--format", "json", stdin=CASE.encode()).stdout
    ended = imr("render", "-", stdin=text[: len(text) // 2].encode())
    assert (ended.code, ended.stdout) == (1, "")
    assert errors_of(ended.stderr)


def test_the_order_of_sets_changes_no_byte(
    imr_process: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python orders sets of text otherwise in every process; the seeds stand for processes."""
    several = "Physical therapy and occupational therapy, 6 visits; MRI and x-rays of the lumbar spine"
    case = changed("treatment: Massage therapy\n    topic: massage-therapy", f"treatment: {several}")
    records = set()
    for seed in range(1, 7):
        monkeypatch.setenv("PYTHONHASHSEED", str(seed))
        records.add(imr_process("decide", "-", "-f", "json", stdin=case.encode()).stdout)
    assert len(records) == 1
    assert b"disputed_items" in records.pop()
