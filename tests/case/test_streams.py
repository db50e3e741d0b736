"""Several cases in one run: each stands for itself, and none of their letters is lost or mixed up."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

from support.case_file import CASE, HERE, changed, numbered, places
from support.findings import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BROKEN = changed("priority: standard", f"priority: {HERE}urgent", case=numbered(2))


def stream(*cases: str) -> str:
    return "---\n".join(cases)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != "manifest.jsonl")


def test_each_case_of_a_file_gets_the_letter_it_gets_alone(tmp_path: Path, imr: Callable[..., Any]) -> None:
    ended = imr("decide", "-", "-O", tmp_path, "-f", "html", stdin=stream(numbered(1), numbered(2)).encode())
    assert (ended.code, ended.stdout) == (0, "")
    assert names(tmp_path) == ["CM16-0000001.html", "CM16-0000002.html"]
    for number in (1, 2):
        alone = imr("decide", "-", "-f", "html", stdin=numbered(number).encode())
        assert (tmp_path / f"CM16-000000{number}.html").read_bytes() == alone.stdout.encode()


def test_several_formats_at_once(tmp_path: Path, imr: Callable[..., Any]) -> None:
    ended = imr(
        "decide",
        "-",
        "-O",
        tmp_path,
        "-f",
        "md",
        "-f",
        "html",
        "-f",
        "txt",
        "-f",
        "json",
        stdin=CASE.encode(),
    )
    assert ended.code == 0
    assert names(tmp_path) == [f"CM16-0123456.{suffix}" for suffix in ("html", "json", "md", "txt")]


@pytest.mark.parametrize("output", ["stdout", "file"])
def test_several_cases_of_one_file_need_a_folder(
    output: str, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    """Neither run together on stdout nor one over the other in one file."""
    target = ["-o", tmp_path / "letter.txt"] if output == "file" else []
    ended = imr("decide", "-", "--format", "text", *target, stdin=stream(numbered(1), numbered(2)).encode())
    assert (ended.code, ended.stdout) == (2, "")
    assert "-O" in ended.stderr
    assert names(tmp_path) == []


def test_several_files_need_a_folder(tmp_path: Path, imr: Callable[..., Any]) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.yaml").write_text(numbered(number), encoding="utf-8")
    for cases in ([tmp_path / "1.yaml", tmp_path / "2.yaml"], [tmp_path]):
        ended = imr("decide", *cases)
        assert (ended.code, ended.stdout) == (2, "")
        assert "-O" in ended.stderr


def test_a_broken_case_does_not_take_its_neighbors(tmp_path: Path, imr: Callable[..., Any]) -> None:
    text, (place,) = places(stream(numbered(1), BROKEN, numbered(3)))
    ended = imr("decide", "-", "-O", tmp_path, "-q", stdin=text.encode())
    assert ended.code == 1
    assert names(tmp_path) == ["CM16-0000001.md", "CM16-0000003.md"]
    assert errors_of(ended.stderr) == [("IMR206", *place)]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        pytest.param(f'a: {HERE}"not closed\n', "IMR103", id="quote"),
        pytest.param(f"a: {HERE}*alias\n", "IMR106", id="alias"),
        pytest.param(f"a: {HERE}\0\n", "IMR111", id="nul"),
        pytest.param(f"a: {'[' * 29}{HERE}{'[' * 500}\n", "IMR109", id="depth"),
        pytest.param(f"{HERE}just text\n", "IMR203", id="no-mapping"),
    ],
)
def test_unreadable_yaml_does_not_take_its_neighbors(
    broken: str, code: str, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    text, (place,) = places(stream(numbered(1), broken, numbered(3)))
    ended = imr("decide", "-", "-O", tmp_path, "-q", stdin=text.encode())
    assert ended.code == 1
    assert names(tmp_path) == ["CM16-0000001.md", "CM16-0000003.md"]
    found = errors_of(ended.stderr)
    assert [each[0] for each in found] == [code]
    if code != "IMR103":  # where an open quotation mark is noticed is the reader's choice
        assert found[0][1:] == place


def test_positions_are_those_of_the_file(tmp_path: Path, imr: Callable[..., Any]) -> None:
    text, (place,) = places("# two cases\n\n---\n" + stream(numbered(1), "# the second\n" + BROKEN))
    case = tmp_path / "cases.yaml"
    case.write_text(text, encoding="utf-8")
    ended = imr("decide", case, "--check", "-q")
    assert errors_of(ended.stderr) == [("IMR206", *place)]
    assert ended.stderr.startswith(f"{case}:{place[0]}:{place[1]}: ")


def test_positions_hold_across_separators_of_crlf_files(imr: Callable[..., Any]) -> None:
    text, (place,) = places(stream(numbered(1), BROKEN))
    ended = imr("decide", "-", "--check", "-q", stdin=text.replace("\n", "\r\n").encode())
    assert errors_of(ended.stderr) == [("IMR206", *place)]


def test_a_line_of_hyphens_in_a_text_parts_nothing(tmp_path: Path, imr: Callable[..., Any]) -> None:
    case = changed("  A 41-year-old woman", "  ---\n  A 41-year-old woman")
    ended = imr("decide", "-", "-O", tmp_path, stdin=case.encode())
    assert (ended.code, names(tmp_path)) == (0, ["CM16-0123456.md"])
    assert "A 41-year-old woman" in (tmp_path / "CM16-0123456.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["one-file", "two-files"])
def test_a_case_number_twice_is_refused_the_second_time(
    how: str, tmp_path: Path, imr: Callable[..., Any]
) -> None:
    cases, letters = tmp_path / "cases", tmp_path / "letters"
    cases.mkdir()
    letters.mkdir()
    other = changed("41-year-old woman", "OTHER", "41", "42")
    texts = [stream(CASE, other)] if how == "one-file" else [CASE, other]
    for name, text in zip("ab", texts, strict=False):
        (cases / f"{name}.yaml").write_text(text, encoding="utf-8")
    ended = imr("decide", cases, "-O", letters, "-q")
    line = CASE.count("\n") + 2 if how == "one-file" else 1
    assert ended.code == 1
    assert errors_of(ended.stderr) == [("IMR117", line, 14)]
    assert "a.yaml" in ended.stderr.split("error:")[1]
    assert names(letters) == ["CM16-0123456.md"]
    assert "OTHER" not in (letters / "CM16-0123456.md").read_text(encoding="utf-8")


def test_a_case_number_twice_is_seen_by_check_too(tmp_path: Path, imr: Callable[..., Any]) -> None:
    ended = imr("decide", "-", "-O", tmp_path, "--check", "-q", stdin=stream(CASE, CASE).encode())
    assert (ended.code, names(tmp_path)) == (1, [])
    assert [code for code, _, _ in errors_of(ended.stderr)] == ["IMR117"]


REPEATED = changed(
    "They are medically necessary.", f"{'They go along with exercise. ' * 9}They are medically necessary."
)


@pytest.mark.parametrize("how", ["file", "stdin"])
@pytest.mark.parametrize(
    ("cases", "options", "code", "line"),
    [
        ((CASE, CASE), [], "IMR117", CASE.count("\n") + 2),
        ((numbered(1, REPEATED), numbered(2, REPEATED)), ["--strict"], "IMR729", 0),
        ((numbered(1, REPEATED), numbered(2, REPEATED)), ["--strict", "--ignore", "IMR729"], "", 0),
        ((numbered(1), numbered(2)), ["--strict"], "", 0),
    ],
)
def test_check_ends_as_the_run_would(
    cases: tuple[str, ...],
    options: list[str],
    code: str,
    line: int,
    how: str,
    tmp_path: Path,
    imr: Callable[..., Any],
) -> None:
    text, file, letters = stream(*cases), tmp_path / "cases.yaml", tmp_path / "letters"
    file.write_text(text, encoding="utf-8")
    letters.mkdir()
    source, stdin = (file, b"") if how == "file" else ("-", text.encode())
    run = imr("decide", source, "-O", letters, "-q", *options, stdin=stdin)
    check = imr("decide", source, "--check", "-q", *options, stdin=stdin)
    assert (check.code, check.stdout, check.stderr.count("\n")) == (run.code, "", run.stderr.count("\n"))
    if how == "file":  # a run that has read standard input cannot look up places there again
        assert check.stderr == run.stderr
    assert [each[0] for each in errors_of(check.stderr)] == ([code] if code else [])
    assert not line or errors_of(check.stderr)[0][1] == line
    as_json = json.loads(imr("decide", source, "--check", "--output-format", "json", stdin=stdin).stdout)
    assert (code in {each["code"] for each in as_json}) == bool(code)


def test_a_house_may_let_repeated_rationales_be(tmp_path: Path, imr: Callable[..., Any]) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("organization: {name: A, short_name: A}\nseverities: {imr729: off}\n", encoding="utf-8")
    text = stream(numbered(1, REPEATED), numbered(2, REPEATED)).encode()
    for options in (["--check"], ["-O", tmp_path, "-q"]):
        ended = imr("decide", "-", "--strict", "--house", house, *options, stdin=text)
        assert (ended.code, ended.stderr) == (0, "")


def test_folders_are_searched_in_order_hidden_files_left_alone(
    tmp_path: Path, imr: Callable[..., Any]
) -> None:
    cases, letters = tmp_path / "cases", tmp_path / "letters"
    (cases / "b").mkdir(parents=True)
    letters.mkdir()
    for number, name in enumerate(("z.yaml", "b/a.yml", "notes.txt", ".draft.yaml"), 1):
        (cases / name).write_text(numbered(number), encoding="utf-8")
    ended = imr("decide", cases, "-O", letters)
    assert ended.code == 0
    assert names(letters) == ["CM16-0000001.md", "CM16-0000002.md"]


@pytest.mark.parametrize("option", ["-o", "-O"])
def test_letters_are_private_whatever_the_umask(option: str, tmp_path: Path, imr: Callable[..., Any]) -> None:
    letter = tmp_path / "CM16-0123456.html"
    letter.write_text("an old letter, readable by all", encoding="utf-8")
    letter.chmod(0o644)
    before = os.umask(0)
    try:
        ended = imr(
            "decide", "-", "-f", "html", option, letter if option == "-o" else tmp_path, stdin=CASE.encode()
        )
    finally:
        os.umask(before)
    assert ended.code == 0
    assert stat.S_IMODE(letter.stat().st_mode) == 0o600
    assert letter.read_text(encoding="utf-8").endswith("</html>\n")


def test_a_letter_that_cannot_be_written_leaves_nothing_half_done(
    tmp_path: Path, imr: Callable[..., Any]
) -> None:
    (tmp_path / "CM16-0000002.md").mkdir()  # in the way of the second letter
    ended = imr("decide", "-", "-O", tmp_path, "-q", stdin=stream(*map(numbered, (1, 2, 3))).encode())
    assert ended.code == 1
    assert ended.stderr.count("IMR118") == 1
    assert names(tmp_path) == [f"CM16-000000{number}.md" for number in (1, 2, 3)]
    assert list((tmp_path / "CM16-0000002.md").iterdir()) == []


def test_a_refused_case_leaves_its_old_letter_alone(tmp_path: Path, imr: Callable[..., Any]) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text("the letter of yesterday", encoding="utf-8")
    text, _ = places(BROKEN)
    assert imr("decide", "-", "-o", letter, stdin=text.encode()).code == 1
    assert letter.read_text(encoding="utf-8") == "the letter of yesterday"


def test_findings_of_a_run_are_one_json_list(imr: Callable[..., Any]) -> None:
    text, (place,) = places(stream(numbered(1), BROKEN, "*alias\n"))
    ended = imr("decide", "-", "--check", "--output-format", "json", stdin=text.encode())
    errors = [each for each in json.loads(ended.stdout) if each["severity"] == "error"]
    assert [(each["code"], each["line"], each["column"]) for each in errors][:1] == [("IMR206", *place)]
    assert [each["code"] for each in errors] == ["IMR206", "IMR106"]
    assert {each["file"] for each in errors} == {"<stdin>"}
    assert ended.code == 1
