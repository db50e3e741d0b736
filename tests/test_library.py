"""`import imr_cli` gives programs what `imr decide` does, and costs the command nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import imr_cli
from make_pages import FORMATS, LETTERS, samples
from sessions import blocks
from support.checkout import CHECKOUT

PAGE = Path("docs/library.md")
BROKEN = "samples/broken/missing-decision.yaml"


@pytest.fixture(autouse=True)
def at_the_top_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """The samples are then where the page names them."""
    monkeypatch.chdir(CHECKOUT)


@pytest.fixture(scope="module")
def resources() -> imr_cli.Resources:
    return imr_cli.Resources()


def test_the_example_of_the_page_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    example, printed = blocks(PAGE)
    exec(compile(example.text, str(PAGE), "exec"), {})  # noqa: S102  (our own page)
    assert capsys.readouterr().out == printed.text


def test_the_page_names_all_that_there_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    unnamed = set(imr_cli.__all__) - {"CaseText", "Examined"}
    assert {name for name in unnamed if f"\n| `{name}" not in page} == set()
    assert all(f"(`{name}`)" in page for name in ("CaseText", "Examined"))
    assert all(getattr(imr_cli, name) is not None for name in imr_cli.__all__)


def test_what_there_is_not_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'decide'"):
        imr_cli.decide  # noqa: B018


def test_the_import_alone_loads_nothing_else() -> None:
    program = "import imr_cli, sys; print([name for name in sys.modules if name.startswith('imr_cli.')])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


@pytest.mark.parametrize("sample", samples(), ids=lambda each: each.stem)
def test_letters_are_those_of_the_command(sample: Path, resources: imr_cli.Resources) -> None:
    [case] = imr_cli.find_cases(sample)
    examined = imr_cli.examine(case, resources)
    for suffix, name in FORMATS.items():
        committed = (LETTERS / f"{sample.stem}.{suffix}").read_bytes()
        assert imr_cli.make_letter(examined, name, resources) == committed


def test_cases_come_from_folders_and_streams(tmp_path: Path) -> None:
    content = Path("samples/massage-therapy.yaml").read_bytes()
    stream = tmp_path / "stream.yaml"
    stream.write_bytes(content + b"---\n" + content)
    empty = tmp_path / "empty"
    empty.mkdir()
    found = list(imr_cli.find_cases(tmp_path, empty, "no-such-file.yaml"))
    assert [each.source for each in found] == [str(stream)] * 2 + [str(empty), "no-such-file.yaml"]
    assert [each.document is None for each in found] == [False, False, True, True]
    assert all(each.findings for each in found[2:])
    assert [each.source for each in imr_cli.read_cases(stream.read_bytes(), "ours")] == ["ours", "ours"]


def test_a_long_stream_keeps_its_lines(tmp_path: Path, resources: imr_cli.Resources) -> None:
    content = Path(BROKEN).read_bytes() + b"---\n"
    stream = tmp_path / "stream.yaml"
    stream.write_bytes(content * (5_000_000 // len(content)))
    cases = imr_cli.find_cases(stream)
    first, second, third = (imr_cli.examine(next(cases), resources).findings[0].line for _ in range(3))
    assert third - second == second - first == content.count(b"\n")


def test_a_refused_case_has_no_letter(resources: imr_cli.Resources) -> None:
    for case in imr_cli.find_cases(BROKEN, "no-such-file.yaml"):
        examined = imr_cli.examine(case, resources)
        assert examined.is_refused
        with pytest.raises(ValueError, match="a refused case has no letter"):
            imr_cli.make_letter(examined, "html", resources)


def test_a_format_that_there_is_not_is_refused(resources: imr_cli.Resources) -> None:
    [case] = imr_cli.find_cases("samples/massage-therapy.yaml")
    with pytest.raises(ValueError, match="no format 'odt'; there are markdown, html, text, json"):
        imr_cli.make_letter(imr_cli.examine(case, resources), "odt", resources)


def test_a_selection_says_what_is_reported(resources: imr_cli.Resources) -> None:
    [case] = imr_cli.find_cases("samples/nothing-cited.yaml")
    (warning,) = imr_cli.examine(case, resources).findings
    assert (warning.rule.code, warning.severity) == ("IMR521", "warning")
    assert imr_cli.examine(case, resources, imr_cli.Selection(strict=True)).is_refused
    assert imr_cli.examine(case, resources, imr_cli.Selection(ignore=("IMR5",))).findings == ()


def test_a_house_that_cannot_be_used_is_a_fault(tmp_path: Path) -> None:
    [case] = imr_cli.find_cases("samples/massage-therapy.yaml")
    with pytest.raises(imr_cli.DataFault) as fault:
        imr_cli.examine(case, imr_cli.Resources(house=tmp_path / "none.yaml"))
    assert fault.value.findings
