"""Runs that are killed: nothing half-written is ever seen, and `--resume` ends as if nothing had happened."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from support.batches import BROKEN, contents, records, write_cases
from support.case_file import changed, numbered
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = 150
HIDDEN = re.compile(r"\..+\.part")

# Kills its own process group member after so many letters got their names, in the middle of a run.
KILLER = """
import os, sys
from imr_cli.batch import run as batch
usual, left = batch.os.replace, [int(sys.argv.pop(1))]
def replace(*places):
    if left[0] == 0:
        os.kill(os.getpid(), int(os.environ["TEST_SIGNAL"]))
    left[0] -= 1
    usual(*places)
batch.os.replace = replace
from imr_cli.__main__ import main
main()
"""


def killed_after(letters: int, how: int, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", KILLER, str(letters), *map(str, arguments)]
    environment = os.environ | {"TEST_SIGNAL": str(int(how))}
    return subprocess.run(
        command, cwd=CHECKOUT, env=environment, capture_output=True, check=False, timeout=60
    )


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_cases(tmp_path_factory.mktemp("kill") / "cases", CASES, broken=(31, 99))


@pytest.fixture
def undisturbed(cases: Path, tmp_path: Path, imr: Callable[..., Any]) -> dict[str, bytes]:
    folder = tmp_path / "undisturbed"
    folder.mkdir()
    assert imr("decide", cases, "-O", folder, "-f", "html", "-f", "txt", "-q", "-j", 1).code == 1
    return contents(folder)


@pytest.mark.parametrize("jobs", [1, 2])
def test_kill_and_resume(
    jobs: int, cases: Path, tmp_path: Path, undisturbed: dict[str, bytes], imr: Callable[..., Any]
) -> None:
    random = Random(jobs)
    letters = tmp_path / "letters"
    letters.mkdir()
    options = ("decide", cases, "-O", letters, "-f", "html", "-f", "txt", "-q", "-j", jobs, "--resume")
    for _ in range(3):
        ended = killed_after(random.randrange(60), signal.SIGKILL, *options)
        assert ended.returncode == -signal.SIGKILL
        for name, content in contents(letters).items():
            if name != "manifest.jsonl" and not HIDDEN.fullmatch(name):
                assert content == undisturbed[name]
        for record in records(letters):
            for name, digest in record["files"].items():
                assert sha256((letters / name).read_bytes()).hexdigest() == digest
    assert imr(*options).code == 1
    assert contents(letters) == undisturbed


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupted(
    how: int,
    code: int,
    jobs: int,
    cases: Path,
    tmp_path: Path,
    undisturbed: dict[str, bytes],
    imr: Callable[..., Any],
) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    options = ("decide", cases, "-O", letters, "-f", "html", "-f", "txt", "-q", "-j", jobs)
    ended = killed_after(20, how, *options)
    assert (ended.returncode, ended.stdout) == (code, b"")
    assert b"--resume" in ended.stderr
    assert b"Traceback" not in ended.stderr
    found = contents(letters)
    named = [name for record in records(letters) for name in record["files"]]
    assert sorted([*named, "manifest.jsonl"]) == sorted(found)  # no more and no less than the manifest says
    assert 20 <= len(named) < len(undisturbed) - 1
    assert imr(*options, "--resume").code == 1
    assert contents(letters) == undisturbed


def test_a_worker_is_killed(cases: Path, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    code = """
import os, signal, sys
from imr_cli.batch import work
usual, mark = work.Worker._cases, sys.argv.pop(1)
def cases(self, unit):
    if "00070" in unit.source and os.getpid() != self.run_pid:
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
    return usual(self, unit)
work.Worker._cases = cases
from imr_cli.__main__ import main
main()
"""
    options = ("decide", cases, "-O", letters, "-f", "html", "-f", "txt", "-q", "-j", "2")
    mark = tmp_path / "mark"
    command = [sys.executable, "-c", code, mark, *options]
    ended = subprocess.run(command, cwd=CHECKOUT, check=False, timeout=60, capture_output=True)
    assert ended.returncode == 1
    assert mark.exists()
    assert contents(letters) == undisturbed


def test_a_full_disk(
    cases: Path, tmp_path: Path, undisturbed: dict[str, bytes], imr: Callable[..., Any]
) -> None:
    """A file that may not grow further stands for the disk: the manifest ends on a whole line."""
    letters = tmp_path / "letters"
    letters.mkdir()
    options = ("decide", cases, "-O", letters, "-f", "html", "-f", "txt", "-q", "-j", 1)
    command = [sys.executable, "-m", "imr_cli", *map(str, options)]
    ended = subprocess.run(
        command, cwd=CHECKOUT, check=False, timeout=60, capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
    )  # fmt: skip
    assert ended.returncode == 1
    assert b"manifest.jsonl cannot be written: file too large" in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert (letters / "manifest.jsonl").read_bytes().endswith(b"}\n")
    for name, content in contents(letters).items():
        assert name == "manifest.jsonl" or content == undisturbed[name]
    assert imr(*options, "--resume").code == 1
    assert contents(letters) == undisturbed


class TestResume:
    """`--resume` trusts hashes and nothing else."""

    @pytest.fixture
    def folder(self, cases: Path, tmp_path: Path, imr: Callable[..., Any]) -> Path:
        own = tmp_path / "cases"
        write_cases(own, 12, broken=(4,))
        letters = tmp_path / "letters"
        letters.mkdir()
        assert imr("decide", own, "-O", letters, "-q").code == 1
        return letters

    def resume(self, folder: Path, imr: Callable[..., Any], *more: str) -> dict[str, bytes]:
        """The folder after a resumed run, which must be that of a new run into an empty folder."""
        cases, fresh = folder.parent / "cases", folder.parent / "fresh"
        fresh.mkdir()
        assert (
            imr("decide", cases, "-O", folder, "-q", "--resume", *more).code
            == imr("decide", cases, "-O", fresh, "-q", *more).code
        )
        assert contents(folder) == contents(fresh)
        return contents(fresh)

    def test_what_is_unchanged_is_left_alone(self, folder: Path, imr: Callable[..., Any]) -> None:
        before = {each.name: each.stat().st_ino for each in folder.iterdir() if each.suffix == ".md"}
        self.resume(folder, imr)
        assert {each.name: each.stat().st_ino for each in folder.iterdir() if each.suffix == ".md"} == before

    def test_a_changed_letter_is_written_again(self, folder: Path, imr: Callable[..., Any]) -> None:
        (folder / "CM16-0000003.md").write_text("changed", encoding="utf-8")
        (folder / "CM16-0000007.md").unlink()
        assert b"changed" not in self.resume(folder, imr)["CM16-0000003.md"]

    def test_a_changed_case_is_decided_again(self, folder: Path, imr: Callable[..., Any]) -> None:
        case = folder.parent / "cases" / "00002.yaml"
        case.write_text(
            changed("41-year-old woman", "41-year-old welder", case=numbered(2)), encoding="utf-8"
        )
        assert b"welder" in self.resume(folder, imr)["CM16-0000002.md"]

    def test_a_mended_case_gets_its_letter(self, folder: Path, imr: Callable[..., Any]) -> None:
        (folder.parent / "cases" / "00004.yaml").write_text(numbered(4), encoding="utf-8")
        assert "CM16-0000004.md" in self.resume(folder, imr)

    def test_other_words_write_every_letter_again(self, folder: Path, imr: Callable[..., Any]) -> None:
        house = folder.parent / "house.yaml"
        house.write_text("organization: {name: Other House, short_name: OTHER}\n", encoding="utf-8")
        letters = self.resume(folder, imr, "--house", str(house))
        assert all(b"OTHER guideline" in letters[name] for name in letters if name.endswith(".md"))

    def test_a_cut_off_line(self, folder: Path, imr: Callable[..., Any]) -> None:
        manifest = folder / "manifest.jsonl"
        content = manifest.read_bytes()
        for cut in (len(content) - 1, len(content) // 2, len(content) // 3, 40, 0):
            manifest.write_bytes(content[:cut])
            assert imr("decide", folder.parent / "cases", "-O", folder, "-q", "--resume").code == 1
            assert manifest.read_bytes() == content

    def test_a_file_that_is_no_manifest(self, folder: Path, imr: Callable[..., Any]) -> None:
        for content in ("notes\n", "[]\n", '{"source": 1}\n'):
            (folder / "manifest.jsonl").write_text(content, encoding="utf-8")
            ended = imr("decide", folder.parent / "cases", "-O", folder, "-q", "--resume")
            assert ended.code == 2
            assert "is not a manifest" in ended.stderr
            assert (folder / "manifest.jsonl").read_text(encoding="utf-8") == content

    def test_other_cases_of_the_folder_stay_in_the_manifest(
        self, folder: Path, imr: Callable[..., Any]
    ) -> None:
        before = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
        new = numbered(500)
        assert imr("decide", "-", "-O", folder, "-q", stdin=new.encode()).code == 0
        after = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
        assert after[:13] == before[:13]
        assert after[13] == before[0]  # the header of the new run
        assert [record["case_number"] for record in records(folder)][-1] == "CM16-0000500"
        assert imr("decide", "-", "-O", folder, "-q", stdin=new.encode()).code == 0
        assert (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines() == after

    def test_one_run_at_a_time(self, folder: Path, imr: Callable[..., Any]) -> None:
        code = "import fcntl, sys; file = open(sys.argv[1], 'r+'); fcntl.lockf(file, fcntl.LOCK_EX); print(); input()"
        command = [sys.executable, "-c", code, str(folder / "manifest.jsonl")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
            assert other.stdout
            other.stdout.readline()
            ended = imr("decide", folder.parent / "cases", "-O", folder)
            assert (ended.code, ended.stderr) == (2, f"imr: another run is writing into {folder}\n")
            other.communicate(b"\n")


def test_repeated_rationales_survive_a_resume(tmp_path: Path, imr: Callable[..., Any]) -> None:
    """What depends on other cases of the run is worked out anew, whatever was kept."""
    reasons = "The records show a gain in function that was measured twice. " * 6
    cases = tmp_path / "cases"
    cases.mkdir()
    text = changed("The visits go along with exercise.", reasons)
    for number in (1, 2, 3):
        (cases / f"{number}.yaml").write_text(numbered(number, text), encoding="utf-8")
    folders = []
    for name in ("first", "second"):
        folders.append(tmp_path / name)
        folders[-1].mkdir()
    assert imr("decide", cases, "-O", folders[0]).code == 0
    repeated = [
        sum(each["code"] == "IMR729" for each in record["findings"]) for record in records(folders[0])
    ]
    assert repeated == [0, 1, 1]
    (cases / "1.yaml").write_text(numbered(1), encoding="utf-8")
    assert imr("decide", cases, "-O", folders[0], "--resume").code == 0
    assert imr("decide", cases, "-O", folders[1]).code == 0
    assert contents(folders[0]) == contents(folders[1])
    assert BROKEN
