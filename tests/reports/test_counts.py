"""`imr report`: what it counts is what the batch did, and its page stands alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from support.batches import BROKEN
from support.case_file import CASE, changed, numbered
from support.html_page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UPHELD = changed(
    "    decision: overturned\n    rationale: The visits cannot be reached on foot. The transport is medically necessary.\n",
    "    decision: upheld\n    departure: x\n    rationale: The visits can be reached on foot. The transport is not medically necessary.\n",
)
LATE = changed("  decision: 2016-06-06", "  decision: 2016-06-20")
DRAFT = changed(
    "    decision: overturned\n    rationale: The visits go along with exercise. They are medically necessary.\n",
    "",
)
NAME = changed(*BROKEN)


@pytest.fixture
def folder(tmp_path: Path, imr: Callable[..., Any]) -> Path:
    texts = [CASE, UPHELD, LATE, DRAFT, NAME.replace("treatment: Massage", "treatment: <b>Massage")]
    stream = "---\n".join(numbered(number, text) for number, text in enumerate(texts, 1))
    assert imr("decide", "-", "-O", tmp_path, "-q", stdin=stream.encode()).code == 1
    return tmp_path


def report_of(folder: Path, imr: Callable[..., Any]) -> dict[str, Any]:
    ended = imr("report", folder, "--format", "json")
    assert (ended.code, ended.stderr) == (0, "")
    return json.loads(ended.stdout)


def test_counts(folder: Path, imr: Callable[..., Any]) -> None:
    report = report_of(folder, imr)
    assert (report["cases"], report["letters"], report["refused"], report["drafts"]) == (5, 4, 1, 1)
    assert report["complete"] is True
    assert report["outcomes"] == {"uphold": 0, "partial-overturn": 1, "overturn": 3}
    # A proposed decision is nobody's decision yet: seven of the eight items count.
    assert report["items"] == {"items": 7, "overturned": 6, "overturn_rate": 0.8571}
    massage = next(row for row in report["by_topic"] if row["topic"] == "massage-therapy")
    assert (massage["items"], massage["overturn_rate"], massage["document"]) == (3, 1.0, "chronic-pain-2009")
    assert report["by_guideline"][0]["items"] == 3
    assert [row["case_number"] for row in report["refused_cases"]] == ["CM16-0000005"]
    assert report["refused_cases"][0]["code"] == "IMR206"
    assert {"code": "IMR206", "severity": "error", "cases": 1} in report["findings"]


def test_lateness(folder: Path, imr: Callable[..., Any]) -> None:
    late = report_of(folder, imr)["lateness"]
    assert (late["in_time"], late["late"], late["not_known"]) == (3, 1, 0)
    assert (late["median_days"], late["longest_days"]) == (19, 33)
    assert sum(row["letters"] for row in late["days"]) == 4


@pytest.mark.parametrize(
    ("lines", "received", "decision", "is_late"),
    [
        ("formulary_dispute: yes", "2018-08-20", "2018-08-27", False),
        ("formulary_dispute: yes", "2018-08-20", "2018-08-28", True),
        ("formulary_dispute: yes", "2018-08-20", "2018-09-14", True),
        ("formulary_dispute: no", "2018-08-20", "2018-09-14", False),
        ("formulary_dispute: yes\nextension_days: 3", "2018-08-20", "2018-08-30", False),
        ("extension_days: 3", "2018-08-20", "2018-09-22", False),
        ("extension_days: 3", "2018-08-20", "2018-09-23", True),
    ],
)
def test_lateness_is_counted_with_the_clock_of_the_rule(
    lines: str, received: str, decision: str, is_late: bool, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    """What a run ignores is no finding, but the letter is as late as it is."""
    case = changed(
        "priority: standard", f"priority: standard\n{lines}", "decision: 2016-06-06", f"decision: {decision}",
        "records_received: 2016-05-18", f"records_received: {received}",
    )  # fmt: skip
    assert imr("decide", "-", "-O", tmp_path, "-q", "--ignore", "IMR311", stdin=case.encode()).code == 0
    late = report_of(tmp_path, imr)["lateness"]
    assert (late["late"], late["in_time"]) == ((1, 0) if is_late else (0, 1))


def test_the_order_of_the_manifests_does_not_matter(
    folder: Path, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert imr("decide", "-", "-O", other, "-q", stdin=numbered(9).encode()).code == 0
    both = [imr("report", *each, "-f", "json").stdout for each in ((folder, other), (other, folder))]
    assert both[0] == both[1]
    assert json.loads(both[0])["letters"] == 5


def test_the_table(folder: Path, imr: Callable[..., Any]) -> None:
    ended = imr("report", folder / "manifest.jsonl")
    assert ended.code == 0
    assert ended.stdout.startswith("4 of 5 cases have their letters; 1 refused; drafts: 1\n")
    assert "<stdin>:" in ended.stdout


def test_the_page_stands_alone(folder: Path, imr: Callable[..., Any]) -> None:
    html = imr("report", folder, "--format", "html").stdout
    page = Page(html)
    assert [each.split()[0] for each in page.elements].count("h1") == 1
    assert not re.search(r"(?i)<(script|link|img|iframe|object)\b|\bsrc=|\bhref=|url\(|@import|https?:", html)
    identifiers = re.findall(r' id="([^"]+)"', html)
    assert len(identifiers) == len(set(identifiers))
    for names in re.findall(r'aria-labelledby="([^"]+)"', html):
        assert set(names.split()) <= set(identifiers)
    charts = html.count("<svg")
    assert charts == html.count('role="img"') == html.count("<desc") == html.count("<title id=")
    assert charts >= 4


def test_a_run_that_was_cut_off(folder: Path, imr: Callable[..., Any]) -> None:
    manifest = folder / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-30])
    assert report_of(folder, imr)["complete"] is False
    assert "cut off" in imr("report", folder).stdout
    assert "cut off" in imr("report", folder, "-f", "html").stdout


def test_into_a_file(folder: Path, tmp_path: Path, imr: Callable[..., Any]) -> None:
    assert imr("report", folder, "-o", tmp_path / "report.html").code == 0
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [None, "", "x\n", "{}\n", '{"source": "a", "files": {}}\n'])
def test_what_is_no_manifest(content: str | None, tmp_path: Path, imr: Callable[..., Any]) -> None:
    manifest = tmp_path / "manifest.jsonl"
    if content is not None:
        manifest.write_text(content, encoding="utf-8")
    ended = imr("report", manifest)
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.stderr.startswith("imr: ")
