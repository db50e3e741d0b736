"""What stands in a case never shows in the findings: they are read, logged and sent by people without a need to know."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from support.case_file import CASE, changed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME, BIRTH, CLAIM = "Quentin Zebrowski", "04/23/1971", "WC-88213-XQ77"
TELLING = ("Quentin", "Zebrowski", "04/23", "1971-04-23", "88213", "XQ77")
STYLES = ("concise", "json", "github")

PARTLY = changed(
    "treatment: Transport to the visits",
    "treatment: Transport to the visits\n    original_request: Rides\n    authorized: Two\n    disputed_part: remainder\n"
    "    timing: retrospective\n    service_date: 2016-01-05\n    topic: massage-therapy\n    departure: Reasons",
)


def tree() -> dict[str, Any]:
    return yaml.load(PARTLY, Loader=yaml.BaseLoader)  # noqa: S506  (text only)


def paths(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value of a case."""
    yield path
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, below in steps:
        yield from paths(below, (*path, step))


def planted(path: tuple[str | int, ...], secret: str, *, as_name: bool) -> dict[str, Any]:
    """The case with the secret in place of a value, or of a field's name."""
    case = deepcopy(tree())
    place: Any = case
    for step in path[:-1]:
        place = place[step]
    if as_name:
        place[secret] = place.pop(path[-1])
    else:
        place[path[-1]] = secret
    return case


def everywhere(secret: str) -> Iterator[str]:
    for path in paths(tree()):
        if path:
            yield json.dumps(planted(path, secret, as_name=False))
        if path and isinstance(path[-1], str):
            yield json.dumps(planted(path, secret, as_name=True))


RAW = (
    f'treatment: "{NAME}\n', f"{NAME}: x\n{NAME}: y\n", f"a: &{NAME}\n", f"a: *{NAME}\n", f"a: !{NAME} b\n", f"a: !<{NAME}> b\n",
    f"%{NAME}\n---\na: b\n", f"? [{NAME}]\n: x\n", f"{NAME}: {BIRTH}: {CLAIM}\n", f"{NAME}\n", f"- {NAME}\n", f"a: @{NAME}\n", f"a: |{NAME}\n",
    f"a: b #{NAME}\n", f"a: [{NAME}\n", f"a: 'x' {NAME}\n", f'a: "\\q{NAME}"\n', f"a: b\n...\n{NAME}\n", f"\t{NAME}: b\n",
    f"a: {NAME}\0\n",
)  # fmt: skip


def telling_lines(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if any(word in line for word in TELLING)]


@pytest.mark.parametrize("secret", [NAME, BIRTH, CLAIM])
def test_no_value_or_name_of_a_case_shows_in_findings(
    secret: str, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    cases = list(everywhere(secret))
    assert len(cases) > 100
    for number, case in enumerate([*cases, *RAW]):
        (tmp_path / f"{number:03}.yaml").write_text(case, encoding="utf-8")
    ended = imr("decide", tmp_path, "--check", "--output-format", "json")
    assert ended.code == 1
    assert len(json.loads(ended.stdout)) > 100
    assert telling_lines(ended.stdout + ended.stderr) == []


@pytest.mark.parametrize("style", ["concise", "github"])
def test_nor_in_another_style(style: str, imr: Callable[..., Any]) -> None:
    for case in (*RAW, *list(everywhere(NAME))[::9], *list(everywhere(CLAIM))[::9]):
        ended = imr("decide", "-", "--check", "--output-format", style, stdin=case.encode())
        assert telling_lines(ended.stdout + ended.stderr) == []


def test_nor_in_the_manifest_of_a_batch(tmp_path: Path, imr: Callable[..., Any]) -> None:
    cases, letters = tmp_path / "cases", tmp_path / "letters"
    cases.mkdir()
    letters.mkdir()
    for number, case in enumerate(everywhere(NAME)):
        (cases / f"{number:03}.yaml").write_text(
            case.replace("CM16-0123456", f"CM16-{number + 1:07}"), encoding="utf-8"
        )
    ended = imr("decide", cases, "-O", letters, "--jobs", "1")
    assert ended.code == 1
    assert len(list(letters.glob("*.md"))) > 10
    manifest = (letters / "manifest.jsonl").read_text(encoding="utf-8")
    assert manifest.count("IMR") > 100
    assert telling_lines(manifest + ended.stderr) == []


@pytest.mark.parametrize("style", STYLES)
def test_a_similar_id_is_not_suggested_aloud(style: str, imr: Callable[..., Any]) -> None:
    """Ids of records are free text, so what is like a wrong one may be a name."""
    case = changed("id: R2", f"id: {NAME} 2", "[R1, R2]", f"[R1, {NAME} 3]")
    ended = imr("decide", "-", "--check", "--output-format", style, stdin=case.encode())
    assert "IMR452" in ended.stdout + ended.stderr
    assert not any(word in ended.stdout + ended.stderr for word in TELLING)


@pytest.mark.parametrize("style", STYLES)
def test_a_refused_item_is_not_quoted(style: str, imr: Callable[..., Any]) -> None:
    case = changed(
        "treatment: Transport to the visits", f"treatment: Massage for {NAME}, born {BIRTH}",
        "    reviewer_guideline: none\n    decision: overturned\n",
        f"    reviewer_guideline: {{mtus: [{{document: chronic-pain-2009, sections: [{NAME}], pages: {CLAIM}}}]}}\n",
    )  # fmt: skip
    ended = imr("decide", "-", "--check", "--output-format", style, stdin=case.encode())
    assert "IMR204" in ended.stdout + ended.stderr
    assert not any(word in ended.stdout + ended.stderr for word in TELLING)


@pytest.mark.parametrize("suffix", ["md", "html", "txt", "json"])
def test_what_is_written_is_for_its_owner_only(suffix: str, tmp_path: Path, imr: Callable[..., Any]) -> None:
    letter = tmp_path / f"letter.{suffix}"
    assert imr("decide", "-", "-o", letter, stdin=CASE.encode()).code == 0
    assert letter.stat().st_mode & 0o077 == 0
    record = tmp_path / "record.json"
    imr("decide", "-", "-o", record, stdin=CASE.encode())
    rendered = tmp_path / "rendered.html"
    assert imr("render", record, "-o", rendered).code == 0
    assert rendered.stat().st_mode & 0o077 == 0
