"""The documents are true: sessions are played, tables are made anew, links lead somewhere."""

from __future__ import annotations

import ast
import re
from runpy import run_path
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli import __version__
from imr_cli.cli.app import app
from imr_cli.letter.formats.registry import FORMATS
from imr_cli.resources import Resources
from make_pages import FIELDS_PAGE, TABLE_PAGE, fields_page, table_page
from sessions import MADE, Stage, blocks, fits, pages, steps
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST_LINES = 400

_MARK = r"(?:TODO|FIXME|XXX|HACK|WIP|TBD)"
UNFINISHED = re.compile(rf"(?:#|//|<!--|\{{#)\s*{_MARK}\b|\b{_MARK}(?=[:(])|(?i:\blorem[ ]ipsum\b)")
"""Marks of what is still to be done. Rules about placeholders may name them."""
TEXT_SUFFIXES = {".py", ".md", ".yaml", ".toml", ".jinja", ".txt", ".html", ".json", ".cfg", ""}
FOLDERS = ("imr_cli", "templates", "guidelines", "samples", "tests", "docs", "benchmarks", ".ci")
SESSIONS = [page for page in pages() if any(block.kind == "console" for block in blocks(page))]
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:|mailto:)([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def text_of(name: str | Path) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def commands() -> dict[str, Callable[..., Any]]:
    """The program's commands by name."""
    return {
        each.name or each.callback.__name__.replace("_", "-"): each.callback
        for each in app.registered_commands
        if each.callback is not None
    }


def text_files() -> Iterator[Path]:
    """Every file of the project that people read."""
    found = [each for each in CHECKOUT.iterdir() if each.is_file()]
    found += [each for folder in FOLDERS for each in (CHECKOUT / folder).rglob("*") if each.is_file()]
    for each in found:
        if each.suffix in TEXT_SUFFIXES and "__pycache__" not in each.parts:
            yield each


@pytest.mark.parametrize("page", SESSIONS, ids=str)
def test_a_page_shows_what_the_program_prints(page: Path, tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for block in blocks(page):
        stage.prepare(block)
        for step in steps(block.text) if block.kind == "console" else ():
            printed = stage.run(step.command)
            assert fits(step.output, printed), "\n".join(
                ["`make pages` writes it anew", f"$ {step.command}", *printed]
            )


@pytest.mark.parametrize("page", pages(), ids=str)
def test_a_quoted_piece_of_code_stands_in_its_file(page: Path) -> None:
    for block in blocks(page):
        if block.title is not None and (CHECKOUT / block.title).is_file():
            assert block.text in text_of(block.title), f"{page} quotes another {block.title}"


def test_the_fields_of_a_case_file_are_the_programs() -> None:
    page = text_of(FIELDS_PAGE)
    assert page == fields_page(page, Resources().table), "make pages"


def test_the_page_of_the_table_is_made_from_the_table() -> None:
    assert text_of(TABLE_PAGE) == table_page(Resources().table), "make pages"


@pytest.mark.parametrize("page", [*pages(), "guidelines/README.md", *MADE], ids=str)
def test_links_lead_somewhere(page: str | Path) -> None:
    place = CHECKOUT / page
    if not place.is_file():
        pytest.skip("this page is not made yet")
    for link in _LINK.findall(_FENCED.sub("", text_of(page))):
        name, _, anchor = link.partition("#")
        target = (place.parent / name) if name else place
        assert target.exists(), f"{page}: {link}"
        if anchor:
            assert anchor in anchors(target), f"{page}: {link}"


def anchors(page: Path) -> set[str]:
    """The names that a page's headings can be linked by."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("name", sorted(commands()))
def test_help_of_every_command_has_an_example(name: str, imr: Callable[..., Any]) -> None:
    ended = imr(name, "--help")
    assert ended.code == 0
    assert re.search(rf"Examples?:.* imr {name}\b", " ".join(ended.stdout.split()))


def test_the_readme_names_every_command_and_exit_code() -> None:
    readme = text_of("README.md")
    for name in commands():
        assert f"| `imr {name}" in readme, f"the table of commands lacks {name}"
    for code in (0, 1, 2, 3, 130):
        assert f"\n| {code} | " in readme
    for target in ("make demo", "make test"):
        assert target in readme


def test_the_page_on_houses_explains_every_group_of_sentences() -> None:
    page = text_of("docs/house.md")
    known = set(re.findall(r"^  ([\w.-]+):", text_of("templates/wording/en.yaml"), re.MULTILINE))
    named = set(
        re.findall(r"`([a-z_]+(?:\.[\w.*-]+)?)`", page[page.index("| keys") : page.index("## Layouts")])
    )
    groups = {each.removesuffix(".*") for each in named if each.endswith(".*") or "." not in each}
    assert {each.split(".")[0] for each in known} <= groups
    assert {each for each in named if "." in each and not each.endswith("*")} <= known


def test_a_format_is_added_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, imr: Callable[..., Any]
) -> None:
    stage = Stage(tmp_path)
    for block in blocks(CHECKOUT / "CONTRIBUTING.md"):
        if "lines" in (block.title or ""):
            stage.prepare(block)
    fmt = run_path(str(stage.folder / "imr_cli/letter/formats/lines.py"))["FORMAT"]
    monkeypatch.setitem(FORMATS, fmt.name, fmt)
    options = ("--templates", stage.folder / "templates", "--format", "lines", "--quiet")
    for sample in sorted((CHECKOUT / "samples").glob("*.yaml")):
        ended = imr("decide", sample, *options)
        assert (ended.code, ended.stderr) == (0, "")
        plain = imr("decide", sample, "--format", "text", "--quiet").stdout
        assert [word for word in ended.stdout.split() if word not in plain] == []
    assert "\nDecision rationale: " in ended.stdout


def test_the_changelog_knows_this_version() -> None:
    assert re.search(rf"^## .*{re.escape(__version__)}", text_of("CHANGELOG.md"), re.MULTILINE)


@pytest.mark.parametrize(
    "module",
    sorted((CHECKOUT / "imr_cli").rglob("*.py")),
    ids=lambda each: str(each.relative_to(CHECKOUT / "imr_cli")),
)
def test_a_module_is_short_and_says_what_it_is_for(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert len(text.splitlines()) <= MOST_LINES


def test_nothing_unfinished_is_left_in_a_text_file() -> None:
    for place in text_files():
        found = UNFINISHED.search(place.read_text(encoding="utf-8", errors="replace"))
        assert found is None, f"{place.relative_to(CHECKOUT)}: {found.group()}"
