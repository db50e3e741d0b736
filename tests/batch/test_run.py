"""A batch: every case gets its letter or is reported, in order, whatever happens to the others."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.batch import pool
from imr_cli.batch import run as batch
from imr_cli.case.sources import Task
from imr_cli.case.streams import cases_in
from imr_cli.files import output as writer
from imr_cli.files.yaml import MOST_BYTES
from support.batches import BROKEN, contents, records, write_cases
from support.case_file import CASE, changed, numbered
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable


def errors_in(stderr: str) -> list[str]:
    return re.findall(r"^(\S+?:\d+:\d+): error: ", stderr, re.MULTILINE)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_percent_broken(jobs: int, tmp_path: Path, letters: Path, imr: Callable[..., Any]) -> None:
    cases = write_cases(tmp_path / "cases", 300, broken=(7, 150, 300))
    ended = imr("decide", cases, "-O", letters, "-f", "html", "--jobs", jobs)
    assert (ended.code, ended.stdout) == (1, "")
    assert errors_in(ended.stderr) == [f"{cases}/{each:05}.yaml:2:11" for each in (7, 150, 300)]
    assert "297 of 300 cases have their letters; 3 errors" in ended.stderr
    assert "3 refused" in ended.stderr
    expected = {f"CM16-{each:07}.html" for each in range(1, 301) if each not in (7, 150, 300)}
    assert set(contents(letters)) == expected | {"manifest.jsonl"}


def test_any_number_of_processes_gives_the_same_folder(tmp_path: Path, imr: Callable[..., Any]) -> None:
    cases = write_cases(tmp_path / "cases", 120, broken=(5, 77))
    (cases / "stream.yaml").write_text("---\n".join(map(numbered, (500, 501, 3))), encoding="utf-8")
    ended = {}
    for jobs in (1, 2, 3):
        folder = tmp_path / str(jobs)
        folder.mkdir()
        ended[jobs] = imr("decide", cases, "-O", folder, "-f", "html", "-f", "json", "-j", jobs, "-q")
        assert ended[jobs].code == 1
    assert contents(tmp_path / "1") == contents(tmp_path / "2") == contents(tmp_path / "3")
    assert ended[1] == ended[2] == ended[3]
    assert len(contents(tmp_path / "1")) == 2 * 120 + 1
    assert (letter := tmp_path / "1" / "CM16-0000001.html").stat().st_mode & 0o777 == 0o600, letter


def test_the_manifest_is_in_the_order_of_the_input(
    tmp_path: Path, letters: Path, imr: Callable[..., Any]
) -> None:
    cases = write_cases(tmp_path / "cases", 90)
    stream = "---\n".join(map(numbered, (200, 100)))
    ended = imr(
        "decide", cases / "00090.yaml", "-", cases, "-O", letters, "-j", 2, "-q", stdin=stream.encode()
    )
    assert ended.code == 1  # case 90 is there twice
    sources = [(Path(each["source"]).name, each["index"]) for each in records(letters)]
    assert sources == [
        ("00090.yaml", 1),
        ("<stdin>", 1),
        ("<stdin>", 2),
        *((f"{n:05}.yaml", 1) for n in range(1, 91)),
    ]


def test_few_faults_on_the_screen_all_in_the_manifest(
    tmp_path: Path, letters: Path, imr: Callable[..., Any]
) -> None:
    cases = write_cases(tmp_path / "cases", 30, broken=tuple(range(1, 31)))
    ended = imr("decide", cases, "-O", letters)
    assert errors_in(ended.stderr) == [f"{cases}/{each:05}.yaml:2:11" for each in range(1, 21)]
    assert "10 more errors: " in ended.stderr
    assert [each["findings"][0]["code"] for each in records(letters)] == ["IMR206"] * 30
    findings = imr("decide", cases, "--check", "--output-format", "json")
    assert len(json.loads(findings.stdout)) == 30


def test_fail_fast_ends_at_the_first_refused_case(tmp_path: Path, imr: Callable[..., Any]) -> None:
    cases = write_cases(tmp_path / "cases", 150, broken=(40,))
    for jobs in (1, 2):
        folder = tmp_path / str(jobs)
        folder.mkdir()
        assert imr("decide", cases, "-O", folder, "--fail-fast", "-q", "-j", jobs).code == 1
        assert set(contents(folder)) == {f"CM16-{n:07}.md" for n in range(1, 40)} | {"manifest.jsonl"}
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_files_from(tmp_path: Path, letters: Path, imr: Callable[..., Any]) -> None:
    cases = write_cases(tmp_path / "cases", 3)
    names = [str(cases / f"{each:05}.yaml") for each in (3, 1)]
    ended = imr("decide", "--files-from", "-", "-O", letters, stdin="\n".join([*names, ""]).encode())
    assert ended.code == 0
    assert [each["source"] for each in records(letters)] == names
    (tmp_path / "list").write_text(f"{names[0]}\n{cases}/none.yaml\n", encoding="utf-8")
    ended = imr("decide", "--files-from", tmp_path / "list", "-O", letters, "-q")
    assert ended.code == 1
    assert "none.yaml: error: cannot be read" in ended.stderr


@pytest.mark.parametrize(("content", "name"), [(b"", "-"), (None, "none")])
def test_a_list_that_names_nothing(
    content: bytes | None, name: str, tmp_path: Path, letters: Path, imr: Callable[..., Any]
) -> None:
    ended = imr(
        "decide",
        "--files-from",
        name if name == "-" else tmp_path / name,
        "-O",
        letters,
        stdin=content or b"",
    )
    assert (ended.code, ended.stdout) == (2, "")
    assert contents(letters) == {}


class TestNames:
    """`--name` puts parts of a case into the names of letters, and never a path or another's letter."""

    def test_parts(self, letters: Path, imr: Callable[..., Any]) -> None:
        pattern = "{year}-{decision_date} {case_number}_{outcome},{priority}+{status}"
        assert imr("decide", "-", "-O", letters, "--name", pattern, stdin=CASE.encode()).code == 0
        assert "2016-2016-06-06 CM16-0123456_overturn,standard+final.md" in contents(letters)

    @pytest.mark.parametrize(
        "pattern",
        ["{treatment}", "a/{case_number}", "../{case_number}", "{case_number!r}", "{case_number:>99}", "letter", "",
         ".{case_number}", "{case_number}.", "{}", "{case_number", "{case_number.x}", "\\{case_number}", "{0}", "{year}\0"],
    )  # fmt: skip
    def test_unsafe_patterns(self, pattern: str, letters: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "-O", letters, "--name", pattern, stdin=CASE.encode())
        assert (ended.code, ended.stdout) == (2, "")
        assert contents(letters) == {}

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_two_cases_with_one_name(
        self, jobs: int, tmp_path: Path, letters: Path, imr: Callable[..., Any]
    ) -> None:
        cases = write_cases(tmp_path / "cases", 4)
        ended = imr("decide", cases, "-O", letters, "--name", "{decision_date}", "-q", "-j", jobs)
        assert ended.code == 1
        assert errors_in(ended.stderr) == [f"{cases}/{each:05}.yaml:1:14" for each in (2, 3, 4)]
        assert ended.stderr.count("[IMR954]") == 3
        assert b"CM16-0000001" in contents(letters)["2016-06-06.md"]
        assert [each["outcome"] for each in records(letters)] == ["overturn", None, None, None]

    def test_the_letter_of_another_case_is_not_replaced(self, letters: Path, imr: Callable[..., Any]) -> None:
        first = imr("decide", "-", "-O", letters, "--name", "{year}", stdin=numbered(1).encode())
        before = contents(letters)
        second = imr("decide", "-", "-O", letters, "--name", "{year}", "-q", stdin=numbered(2).encode())
        assert (first.code, second.code) == (0, 1)
        assert "case CM16-0000001" in second.stderr
        assert "[IMR953]" in second.stderr
        assert contents(letters)["2016.md"] == before["2016.md"]
        again = imr("decide", "-", "-O", letters, "--name", "{year}", "-q", stdin=numbered(1).encode())
        assert again.code == 0

    def test_a_file_of_somebody_else_is_not_replaced(self, letters: Path, imr: Callable[..., Any]) -> None:
        (letters / "2016.md").write_text("notes of the year", encoding="utf-8")
        ended = imr("decide", "-", "-O", letters, "--name", "{year}", "-q", stdin=CASE.encode())
        assert (ended.code, ended.stderr.count("[IMR953]")) == (1, 1)
        assert contents(letters)["2016.md"] == b"notes of the year"


class TestPreflight:
    """A fault that every letter would meet is found before the first one."""

    def test_a_layout(self, tmp_path: Path, letters: Path, imr: Callable[..., Any]) -> None:
        (tmp_path / "letter.txt.jinja").write_text("{{ letter.nothing }}", encoding="utf-8")
        ended = imr(
            "decide",
            "-",
            "-O",
            letters,
            "-f",
            "md",
            "-f",
            "txt",
            "--templates",
            tmp_path,
            stdin=CASE.encode(),
        )
        assert (ended.code, contents(letters)) == (2, {})

    def test_a_folder_that_cannot_be_written_to(
        self, letters: Path, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

        monkeypatch.setattr("imr_cli.batch.preflight.write_beside", refuse)
        ended = imr("decide", "-", "-O", letters, stdin=CASE.encode())
        assert (ended.code, ended.stdout, contents(letters)) == (2, "", {})
        assert ended.stderr == f"imr: {letters} cannot be written to: read-only file system\n"

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
    def test_a_read_only_folder(self, letters: Path, imr: Callable[..., Any]) -> None:
        letters.chmod(0o500)
        assert imr("decide", "-", "-O", letters, stdin=CASE.encode()).code == 2


def own_layout(folder: Path, before: str) -> list[object]:
    """The options for a layout of text letters that begins with something of its own."""
    bundled = (CHECKOUT / "templates" / "letter.txt.jinja").read_text(encoding="utf-8")
    (folder / "letter.txt.jinja").write_text(before + bundled, encoding="utf-8")
    return ["-f", "text", "--templates", folder]


@pytest.mark.parametrize("style", ["concise", "json"])
@pytest.mark.parametrize("how", ["letters", "check"])
def test_a_layout_that_fails_on_one_case_ends_the_run(
    how: str, style: str, tmp_path: Path, letters: Path, imr: Callable[..., Any]
) -> None:
    fails = '{% if letter.header[0][0].text == "CM16-0000002" %}{{ letter.nothing }}{% endif %}'
    options = [*own_layout(tmp_path, fails), "--output-format", style, "-j", 1]
    options += ["-O", letters] if how == "letters" else ["-O", letters, "--check"]
    cases = "---\n".join((changed(*BROKEN, case=numbered(1)), *map(numbered, (2, 3))))
    ended = imr("decide", "-", *options, stdin=cases.encode())
    assert ended.code == 2
    if style == "json":
        listed = json.loads(ended.stdout if how == "check" else ended.stderr)
        assert [each["code"] for each in listed] == ["IMR206", "IMR854"]
    else:
        assert "[IMR854]" in ended.stderr.splitlines()[-1]
        assert "cases have their letters" not in ended.stderr
    assert set(contents(letters)) <= {"manifest.jsonl"}


def test_a_letter_that_lacks_a_part_is_refused_and_the_others_written(
    tmp_path: Path, letters: Path, imr: Callable[..., Any]
) -> None:
    options = own_layout(tmp_path, '{% if letter.header[0][0].text != "CM16-0000002" %}')
    with (tmp_path / "letter.txt.jinja").open("a", encoding="utf-8") as layout:
        layout.write("{% endif %}\n")
    cases = "---\n".join(map(numbered, (1, 2, 3)))
    ended = imr("decide", "-", "-O", letters, "-q", *options, stdin=cases.encode())
    assert ended.code == 1
    assert "the text letter lacks a required part: case number" in ended.stderr
    assert set(contents(letters)) == {"CM16-0000001.txt", "CM16-0000003.txt", "manifest.jsonl"}


def test_resume_needs_a_folder(imr: Callable[..., Any]) -> None:
    ended = imr("decide", "-", "--resume", stdin=CASE.encode())
    assert (ended.code, ended.stdout) == (2, "")
    assert "-O" in ended.stderr


def test_verbose_says_a_line_a_case(letters: Path, imr: Callable[..., Any]) -> None:
    stream = "---\n".join((numbered(1), changed(*BROKEN, case=numbered(2))))
    ended = imr("decide", "-", "-O", letters, "-v", stdin=stream.encode())
    assert "<stdin>: CM16-0000001: overturn: CM16-0000001.md\n" in ended.stderr
    assert "<stdin>: CM16-0000002: refused: no letter\n" in ended.stderr


def test_no_progress_in_a_pipe(tmp_path: Path, letters: Path, imr: Callable[..., Any]) -> None:
    cases = write_cases(tmp_path / "cases", 100)
    ended = imr("decide", cases, "-O", letters, "-q", "-j", 2)
    assert (ended.code, ended.stdout, ended.stderr) == (0, "", "")


def test_progress_on_a_terminal(tmp_path: Path, letters: Path) -> None:
    pty = pytest.importorskip("pty")
    cases = write_cases(tmp_path / "cases", 100, broken=(3,))
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    command = [sys.executable, "-m", "imr_cli", "decide", str(cases), "-O", str(letters)]
    with subprocess.Popen(command, stderr=theirs, cwd=CHECKOUT, env=environment) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                chunk = os.read(ours, 4096)
            except OSError:  # the terminal's other side is closed
                break
            if not chunk:
                break
            shown += chunk
    os.close(ours)
    assert process.returncode == 1
    assert b"100/100" in shown
    assert b"1 refused" in shown


def test_a_fault_of_the_program_costs_one_case(
    letters: Path, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = batch.Worker._decided

    def fail(self: Any, text: Any, *more: Any) -> Any:
        if "0000002" in text.document.text:
            raise KeyError("never shown")
        return usual(self, text, *more)

    monkeypatch.setattr(batch.Worker, "_decided", fail)
    ended = imr("decide", "-", "-O", letters, "-q", stdin="---\n".join(map(numbered, (1, 2, 3))).encode())
    assert ended.code == 3
    assert "[IMR952]" in ended.stderr
    assert "never shown" not in ended.stderr
    assert set(contents(letters)) == {"CM16-0000001.md", "CM16-0000003.md", "manifest.jsonl"}


class TestStreams:
    """A long stream is cut while it is read, exactly where the reader would cut it."""

    @pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 64, 1 << 20])
    def test_cut_anywhere(self, size: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("imr_cli.case.streams.PIECE", size)
        text = (
            "# a\n---\n\n--- # b\na: 1\n---\nb: |\n  ---\n  x\n---\t\n---x: 1\n...\n---\r\nc: 1\r\n--- d\n---"
        )
        file = tmp_path / "stream"
        file.write_bytes(b"\xef\xbb\xbf" + text.encode())
        with file.open("rb") as stream:
            found = [(line, part.decode()) for line, part in cases_in(stream)]
        from imr_cli.files.document import documents

        assert found == [(each.first_line, each.text) for each in documents(file.read_bytes())[0]]

    def test_a_long_stream_is_cut(self, tmp_path: Path, letters: Path, imr: Callable[..., Any]) -> None:
        filler = "# " + "x" * 1000 + "\n"
        good, bad = numbered(1), changed(*BROKEN, case=numbered(3))
        large = numbered(2).replace(
            "clinical_summary: >-\n", "clinical_summary: >-\n" + "  long words\n" * 400_000
        )
        text = "---\n".join([good, large, filler * 10 + bad, numbered(4)])
        stream = tmp_path / "stream.yaml"
        stream.write_text(text, encoding="utf-8")
        assert stream.stat().st_size > MOST_BYTES
        ended = imr("decide", stream, "-O", letters, "-q", "-j", 2)
        assert ended.code == 1
        large_line = good.count("\n") + 1
        line = text[: text.index("priority: urgent")].count("\n") + 1
        assert errors_in(ended.stderr) == [f"{stream}:{large_line}:1", f"{stream}:{line}:11"]
        assert set(contents(letters)) == {"CM16-0000001.md", "CM16-0000004.md", "manifest.jsonl"}

    def test_an_empty_stream(self, letters: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "-O", letters, "-q", stdin=b"# nothing\n---\n")
        assert (ended.code, "[IMR101]" in ended.stderr) == (1, True)

    def test_bytes_that_are_no_text_cost_one_case_of_a_stream(
        self, letters: Path, imr: Callable[..., Any]
    ) -> None:
        stream = b"---\n".join([numbered(1).encode(), b"a: \xff\n", numbered(2).encode()])
        ended = imr("decide", "-", "-O", letters, "-q", stdin=stream)
        assert errors_in(ended.stderr) == [f"<stdin>:{CASE.count(chr(10)) + 2}:4"]
        assert len(contents(letters)) == 3

    def test_a_stream_in_utf_16(self, letters: Path, imr: Callable[..., Any]) -> None:
        stream = "---\n".join(map(numbered, (1, 2)))
        assert imr("decide", "-", "-O", letters, stdin=stream.encode("utf-16")).code == 0
        ended = imr("decide", "-", "-O", letters, "-q", stdin=stream.encode("utf-16") + b"\x00")
        assert (ended.code, "[IMR102]" in ended.stderr) == (1, True)


class TestPool:
    """Processes may die; their work is done again, and only what kills every time is given up."""

    @staticmethod
    def run(tasks: list[Task], work: Callable[[Any], Any], size: int = 4, jobs: int = 2) -> list[Any]:
        chunks = (tasks[start : start + size] for start in range(0, len(tasks), size))
        made = pool.Pool(
            jobs,
            lambda: work,
            lambda lost, times: [(each.source, "lost", times) for each in lost],
            lambda: False,
        )
        return [each for chunk in made.results(chunks) for each in chunk]

    def test_in_order(self) -> None:
        tasks = [Task(str(number)) for number in range(100)]
        assert self.run(tasks, lambda chunk: [each.source for each in chunk]) == [
            each.source for each in tasks
        ]

    def test_large_pieces(self) -> None:
        tasks = [Task(str(number), b"x" * 200_000) for number in range(40)]
        assert self.run(tasks, lambda chunk: [each.content for each in chunk]) == [
            each.content for each in tasks
        ]

    def test_a_process_that_dies_once(self, tmp_path: Path) -> None:
        def work(chunk: list[Task]) -> list[str]:
            if chunk[0].source == "8" and not (tmp_path / "died").exists():
                (tmp_path / "died").touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return [each.source for each in chunk]

        tasks = [Task(str(number)) for number in range(60)]
        assert self.run(tasks, work) == [each.source for each in tasks]

    def test_a_case_that_always_kills(self) -> None:
        def work(chunk: list[Task]) -> list[str]:
            if any(each.source == "13" for each in chunk):
                os.kill(os.getpid(), signal.SIGKILL)
            return [each.source for each in chunk]

        tasks = [Task(str(number)) for number in range(40)]
        expected: list[Any] = [each.source for each in tasks]
        expected[13] = ("13", "lost", 2)
        assert self.run(tasks, work) == expected


def test_a_case_that_kills_its_process_is_refused(
    tmp_path: Path, letters: Path, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = batch.Worker._decided

    def die(self: Any, text: Any, *more: Any) -> Any:
        if "0000005" in text.document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return usual(self, text, *more)

    monkeypatch.setattr(batch.Worker, "_decided", die)
    cases = write_cases(tmp_path / "cases", 20)
    ended = imr("decide", cases, "-O", letters, "-q", "-j", 2)
    assert ended.code == 1
    assert f"{cases}/00005.yaml:1:1: error: " in ended.stderr
    assert ended.stderr.count("[IMR951]") == 1
    assert set(contents(letters)) == {f"CM16-{n:07}.md" for n in range(1, 21) if n != 5} | {"manifest.jsonl"}


def test_leftovers_of_processes_that_are_gone(letters: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    for name in (
        f".a.md.{process.pid}-7-1.part",
        f".b.md.{process.pid}.part",
        f".c.md.{os.getppid()}.part",
        ".d.part",
        "e.part",
    ):
        (letters / name).touch()
    writer.remove_leftovers(letters)
    assert set(contents(letters)) == {f".c.md.{os.getppid()}.part", ".d.part", "e.part"}


def test_a_whole_letter_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes half of the bytes leaves the old letter as it was."""
    (tmp_path / "letter").write_bytes(b"old")
    usual, calls = os.write, []

    def half(file: int, content: bytes) -> int:
        if calls:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        calls.append(1)
        return usual(file, bytes(content)[: len(content) // 2])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(OSError, match="No space"):
        writer.write_private(tmp_path / "letter", b"new letter")
    assert contents(tmp_path) == {"letter": b"old"}
