"""What is parsed or compiled beforehand is what its files say, and is never believed once they change."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest
from conftest import CHECKOUT

from imr_cli import compiled_html, compiled_md, compiled_txt
from imr_cli.build_layouts import compiled_layouts
from imr_cli.build_table import compiled_law, compiled_words
from imr_cli.case.sources import texts_of
from imr_cli.letter.layouts import Layouts
from imr_cli.pipeline import examine_text, letters_of
from imr_cli.resources import Resources

if TYPE_CHECKING:
    from pathlib import Path

LAYOUTS = {"html": compiled_html, "markdown": compiled_md, "text": compiled_txt}
SUFFIXES = {"html": "html", "markdown": "md", "text": "txt"}
SAMPLES = sorted((CHECKOUT / "samples").rglob("*.yaml"))


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

    def test_layouts_are_those_of_their_files(self) -> None:
        made = compiled_layouts(CHECKOUT / "templates")
        assert len(made) == len(LAYOUTS)
        for form, module in LAYOUTS.items():
            text = made[f"compiled_{SUFFIXES[form]}.py"]
            assert f'BUILT_FROM = "{module.BUILT_FROM}"' in text, "make table"
            if f"Jinja {version('jinja2')} " in (module.__doc__ or ""):
                assert (CHECKOUT / f"imr_cli/compiled_{SUFFIXES[form]}.py").read_text(
                    encoding="utf-8"
                ) == text

    @pytest.mark.parametrize("form", LAYOUTS)
    def test_jinja_lays_the_same_letters_out(self, form: str, tmp_path: Path) -> None:
        name = f"letter.{SUFFIXES[form]}.jinja"
        text = (CHECKOUT / "templates" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(f"{text}{{# another layout, with the same letters #}}", encoding="utf-8")
        resources = Resources()
        by_jinja = Resources()
        by_jinja.__dict__["layouts"] = Layouts([tmp_path])
        laid_out = 0
        for sample in SAMPLES:
            for each in texts_of(str(sample)):
                examined = examine_text(each, resources)
                if not examined.is_refused:
                    laid_out += 1
                    assert letters_of(examined, [form], resources) == letters_of(examined, [form], by_jinja)
        assert laid_out >= 10


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

    @pytest.mark.parametrize("form", LAYOUTS)
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


@pytest.mark.parametrize(
    "layout",
    [
        "{% for each in letter.sections %}{{ loop.index }}{% endfor %}",
        "{% for each in letter.sections %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% macro m() %}a{% endmacro %}{{ m() }}",
        "{% block a %}b{% endblock %}",
        "{% include 'letter.md.jinja' %}",
        "{{ letter.title | upper }}",
        "{{ letter.title is string }}",
        "{{ letters.title }}",
        "{{ range(3) }}",
        "{{ letter.title.upper() }}",
        "{% set a = namespace(b=1) %}{{ a.b }}",
    ],
)
def test_a_layout_that_uses_more_of_jinja_is_left_to_it(layout: str, tmp_path: Path) -> None:
    for suffix in SUFFIXES.values():
        (tmp_path / f"letter.{suffix}.jinja").write_text("{{ letter.title }}", encoding="utf-8")
    assert all('BUILT_FROM = ""' not in text for text in compiled_layouts(tmp_path).values())
    (tmp_path / "letter.html.jinja").write_text(layout, encoding="utf-8")
    assert 'BUILT_FROM = ""' in compiled_layouts(tmp_path)["compiled_html.py"]


def test_a_kit_that_was_used_can_go_to_another_process() -> None:
    resources = Resources()
    (text,) = texts_of(str(CHECKOUT / "samples/massage-therapy.yaml"))
    examined = examine_text(text, resources)
    letters = letters_of(examined, ["html"], resources)
    sent = pickle.loads(pickle.dumps(resources))  # noqa: S301  (packed on the line itself)
    assert letters_of(examined, ["html"], sent) == letters


def test_a_compiled_layout_escapes_as_jinja_does() -> None:
    case = (CHECKOUT / "samples/massage-therapy.yaml").read_text(encoding="utf-8")
    marked = case.replace("massage therapy", 'massage <b>&amp;</b> "it\'s" *therapy*')
    assert marked != case
    (text,) = texts_of("case", marked.encode())
    resources: Any = Resources()
    examined = examine_text(text, resources)
    letters, _ = letters_of(examined, ["html", "markdown"], resources)
    assert "massage &lt;b&gt;&amp;amp;&lt;/b&gt; &#34;it&#39;s&#34; *therapy*" in letters["html"]
    assert "massage \\<b\\>\\&amp;\\</b\\>" in letters["markdown"]
