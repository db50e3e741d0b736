"""What is parsed or compiled beforehand is what its files say, and is never believed once they change."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.build_table import compiled_law, compiled_words
from imr_cli.case.sources import texts_of
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
    command = [sys.executable, "-m", "imr_cli", "decide", "samples/massage-therapy.yaml", "-f", form]
    ended = subprocess.run([*command, *options], capture_output=True, check=False, cwd=installed)
    return ended.stdout.decode() + ended.stderr.decode()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


class TestMade:
    def test_law_and_words_are_those_of_their_files(self) -> None:
        assert (CHECKOUT / "guidelines/law.jsonl").read_text(encoding="utf-8") == compiled_law(
            CHECKOUT / "guidelines"
        ), "make table"
        assert (CHECKOUT / "templates/words.jsonl").read_text(encoding="utf-8") == compiled_words(
            CHECKOUT / "templates"
        ), "make table"


class TestChanged:
    """Whoever edits a file of an installation sees it in the next letter."""

    def test_nothing_compiled_is_needed(self, installed: Path) -> None:
        usual = letter(installed)
        assert usual.endswith("</html>\n")
        for file in ("guidelines/table.jsonl", "guidelines/law.jsonl", "templates/words.jsonl"):
            (installed / file).unlink()
        assert letter(installed) == usual

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

    def test_check_guidelines_says_so(self, installed: Path) -> None:
        edit(installed / "guidelines/law/clocks.yaml", "extension_days: 3", "extension_days: 4")
        command = [sys.executable, "-m", "imr_cli", "check-guidelines", "-q"]
        ended = subprocess.run(command, capture_output=True, check=False, cwd=installed)
        assert ended.returncode == 2
        assert (
            "guidelines/law.jsonl: error: law.jsonl was not built from these files" in ended.stderr.decode()
        )


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
    for spoiled in (b"", content[:100], content[: len(content) // 2], b"x" * 1000):
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
