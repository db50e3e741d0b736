"""What is kept of the files' data is what they say, is never believed once they change, and is never needed."""

from __future__ import annotations

import errno
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.case.sources import texts_of
from imr_cli.files import cache
from imr_cli.pipeline import examine_text, letters_of
from imr_cli.resources import Resources
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = {"html": "html", "markdown": "md", "text": "txt"}


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """An installation of one's own, with its files beside it as in a checkout."""
    for name in ("imr_cli", "templates", "guidelines", "samples"):
        shutil.copytree(CHECKOUT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def letter(installed: Path, form: str = "html", *options: str) -> str:
    """What that installation makes of a sample."""
    return output(installed, "decide", "samples/massage-therapy.yaml", "-f", form, *options)


def output(installed: Path, *arguments: str) -> str:
    """What that installation prints."""
    command = [sys.executable, "-m", "imr_cli", *arguments]
    ended = subprocess.run(command, capture_output=True, check=False, cwd=installed)
    return ended.stdout.decode() + ended.stderr.decode()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


class TestKept:
    """`derived`: from a file where one fits, made anew where not, and never a failure."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr(cache, "FOLDER", str(tmp_path / "kept"))
        monkeypatch.setattr(sys, "dont_write_bytecode", False)
        return tmp_path / "kept"

    def made(self, content: bytes = b"1", data: object = (1, "two", {"three": None})) -> bool:
        """Whether the data had to be made."""
        calls = []
        assert cache.derived("data", {"a": content}, lambda: calls.append(1) or data) == data
        return bool(calls)

    def test_once(self, folder: Path) -> None:
        assert [self.made(), self.made()] == [True, False]
        assert [each.name for each in folder.iterdir()] == ["data.bin"]

    def test_again_for_other_sources(self) -> None:
        self.made()
        assert self.made(b"2", "other data")
        assert not self.made(b"2", "other data")
        assert self.made()

    def test_no_damaged_file_is_believed(self, folder: Path) -> None:
        self.made()
        whole = (folder / "data.bin").read_bytes()
        for place in range(len(whole)):
            for content in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
                (folder / "data.bin").write_bytes(content)
                assert self.made()
        assert (folder / "data.bin").read_bytes() == whole

    def test_a_folder_that_cannot_be(self, folder: Path) -> None:
        folder.write_bytes(b"")
        assert [self.made(), self.made()] == [True, True]

    def test_no_folder_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache, "FOLDER", "")
        assert [self.made(), self.made()] == [True, True]

    def test_a_full_disk(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(cache.os, "replace", full)
        assert [self.made(), self.made()] == [True, True]
        assert list(folder.iterdir()) == []

    def test_where_no_bytecode_is_written(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        assert [self.made(), self.made()] == [True, True]
        assert not folder.exists()

    def test_what_killed_processes_left_goes(self, folder: Path) -> None:
        folder.mkdir()
        (folder / "data.123.part").write_bytes(b"half")
        (folder / "database.123.part").write_bytes(b"another's")
        assert self.made()
        assert sorted(each.name for each in folder.iterdir()) == ["data.bin", "database.123.part"]

    def test_a_fault_is_not_kept(self, folder: Path) -> None:
        def fail() -> None:
            raise LookupError

        with pytest.raises(LookupError):
            cache.derived("data", {}, fail)
        assert not folder.exists()


class TestStarts:
    """The first letters of an installation."""

    @staticmethod
    def kept(folder: Path) -> list[str]:
        return sorted(
            each.name
            for each in folder.rglob("*")
            if each.name.startswith(("law.", "table.")) and each.suffix in {".bin", ".part"}
        )

    @pytest.fixture(autouse=True)
    def bytecode(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)

    def test_a_kept_table_makes_the_same_letter(self, installed: Path) -> None:
        first = letter(installed)
        assert first.endswith("</html>\n")
        assert self.kept(installed) == ["law.bin", "table.bin"]
        assert letter(installed) == first

    def test_two_at_once(self, installed: Path) -> None:
        with ThreadPoolExecutor(4) as several:
            letters = list(several.map(letter, [installed] * 4))
        assert len(set(letters)) == 1
        assert letters[0].endswith("</html>\n")
        assert letter(installed) == letters[0]
        assert self.kept(installed) == ["law.bin", "table.bin"]

    def test_killed_while_it_writes(self, installed: Path) -> None:
        code = (
            "import os, signal, sys, imr_cli.files.cache as cache\n"
            "cache.os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
            "sys.argv = ['imr', 'decide', 'samples/massage-therapy.yaml', '-f', 'html']\n"
            "from imr_cli.__main__ import main\nmain()"
        )
        ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=installed)
        assert ended.returncode == -9
        (left,) = self.kept(installed)
        assert left.endswith(".part")
        assert letter(installed).endswith("</html>\n")
        assert self.kept(installed) == ["law.bin", "table.bin"]

    def test_bytecode_in_another_place(
        self, installed: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = tmp_path_factory.mktemp("bytecode")
        monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(place))
        assert letter(installed).endswith("</html>\n")
        assert (self.kept(installed), self.kept(place)) == ([], ["law.bin", "table.bin"])

    def test_no_place_for_bytecode(self, installed: Path) -> None:
        """As in an installation that cannot be written to."""
        for folder in {each.parent for each in (installed / "imr_cli").rglob("*.py")}:
            (folder / "__pycache__").write_bytes(b"")
        assert letter(installed).endswith("</html>\n")
        assert self.kept(installed) == []


class TestChanged:
    """Whoever edits a file of an installation sees it in the next letter."""

    def test_the_table(self, installed: Path) -> None:
        assert "8 to 9" not in output(installed, "guideline", "massage-therapy")
        table = installed / "guidelines/topics/chronic-pain-2009.yaml"
        edit(table, "max_visits: 4 to 6", "max_visits: 8 to 9")
        assert "8 to 9" in output(installed, "guideline", "massage-therapy")

    def test_the_program(self, installed: Path) -> None:
        """The finder's index depends on the code that makes it as on the table."""
        code = (
            "from imr_cli.resources import Resources; from imr_cli.guideline.aliases import alias_index\n"
            "print(len(alias_index(Resources().table).entries))"
        )
        command = [sys.executable, "-c", code]
        assert int(subprocess.run(command, capture_output=True, check=True, cwd=installed).stdout) > 100
        edit(installed / "imr_cli/guideline/aliases.py", "if each.words:", "if False:")
        assert int(subprocess.run(command, capture_output=True, check=True, cwd=installed).stdout) == 0

    def test_the_wording(self, installed: Path) -> None:
        edit(installed / "templates/wording/en.yaml", "decision.upheld: Upheld", "decision.upheld: Confirmed")
        assert ">Unknown massage therapy visits: Confirmed<" in letter(installed)

    def test_the_house(self, installed: Path) -> None:
        house = installed / "templates/house.yaml"
        house.write_text("organization: {name: A Review House, short_name: ARH}\n", encoding="utf-8")
        assert "ARH guideline" in letter(installed)

    def test_a_fault_has_its_place(self, installed: Path) -> None:
        house = installed / "templates/house.yaml"
        house.write_text("organization: {name: A Review House}\n", encoding="utf-8")
        assert "templates/house.yaml:1:15: error:" in letter(installed)

    def test_the_law(self, installed: Path) -> None:
        edit(installed / "guidelines/law/reviewers.yaml", "Arkansas, California, ", "Arkansas, ")
        assert "this is no state of the United States  [IMR611]" in letter(installed)

    @pytest.mark.parametrize("form", SUFFIXES)
    def test_a_layout(self, form: str, installed: Path) -> None:
        layout = installed / "templates" / f"letter.{SUFFIXES[form]}.jinja"
        layout.write_text(layout.read_text(encoding="utf-8") + "An end of its own.\n", encoding="utf-8")
        assert letter(installed, form).endswith("An end of its own.\n")


def cached_layouts(installed: Path) -> list[Path]:
    return sorted((installed / "imr_cli").rglob("letter.html.jinja-*.bin"))


def test_the_bytecode_of_layouts_is_kept_beside_the_package_s(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    usual = letter(installed)
    assert cached_layouts(installed) == []
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE")
    assert letter(installed) == usual
    (cached,) = cached_layouts(installed)
    assert cached.parent.name == "__pycache__"
    content = cached.read_bytes()
    flipped = [
        content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        for place in range(7, len(content), len(content) // 6)
    ]
    for spoiled in (b"", content[:100], content[: len(content) // 2], b"x" * 1000, *flipped):
        cached.write_bytes(spoiled)
        assert letter(installed) == usual
        assert cached.read_bytes() == content


def test_what_a_layout_includes_is_escaped_for_its_format(installed: Path) -> None:
    templates = installed / "templates"
    (templates / "title.jinja").write_text("{{ '<a*b>' ~ letter.title }}", encoding="utf-8")
    for suffix in SUFFIXES.values():
        layout = templates / f"letter.{suffix}.jinja"
        layout.write_text(
            layout.read_text(encoding="utf-8") + "{% include 'title.jinja' %}", encoding="utf-8"
        )
    for _ in range(2):
        assert "\n&lt;a*b&gt;" in letter(installed, "html")
        assert "\n\\<a\\*b\\>" in letter(installed, "markdown")
        assert "\n<a*b>" in letter(installed, "text")


def test_a_kit_that_was_used_can_go_to_another_process() -> None:
    resources = Resources()
    (text,) = texts_of(str(CHECKOUT / "samples/massage-therapy.yaml"))
    examined = examine_text(text, resources)
    letters = letters_of(examined, ["html"], resources)
    sent = pickle.loads(pickle.dumps(resources))  # noqa: S301  (packed on the line itself)
    assert letters_of(examined, ["html"], sent) == letters


def test_layouts_escape_what_a_case_says() -> None:
    case = (CHECKOUT / "samples/massage-therapy.yaml").read_text(encoding="utf-8")
    marked = case.replace("massage therapy", 'massage <b>&amp;</b> "it\'s" *therapy*')
    assert marked != case
    (text,) = texts_of("case", marked.encode())
    resources: Any = Resources()
    examined = examine_text(text, resources)
    letters, _ = letters_of(examined, ["html", "markdown"], resources)
    assert "massage &lt;b&gt;&amp;amp;&lt;/b&gt; &#34;it&#39;s&#34; *therapy*" in letters["html"].decode()
    assert "massage \\<b\\>\\&amp;\\</b\\>" in letters["markdown"].decode()
