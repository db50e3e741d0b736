"""The plain form of `imr decide` means the same whether the fast lane or the app reads it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from imr_cli.cli.app import app
from imr_cli.cli.commands import decide as commands
from imr_cli.cli.fast_lane import plain_run
from support.checkout import CHECKOUT

WORDS = [
    *("case.yaml", "-", ".", "-f", "--format", "html", "md", "json", "pdf", "-o", "out.txt", "out.html"),
    *("--output", "--check", "-q", "-O", "--format=html", "--house", "--help", "2", ""),
]


def by_the_app(arguments: list[str], environment: dict[str, str]) -> Any:
    """The run and resources that the app makes of the arguments; None where it refuses them."""
    asked: list[Any] = []
    kept = commands.decide
    commands.decide = lambda run, resources: asked.append((run, resources)) or 0  # type: ignore[assignment]
    try:
        CliRunner().invoke(app, arguments, env={"IMR_HOUSE": "", **environment}, catch_exceptions=False)
    finally:
        commands.decide = kept
    return meant(asked[0]) if asked else None


def meant(asked: Any) -> Any:
    run, resources = asked
    return run, vars(resources)


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from([{}, {"IMR_HOUSE": "own.yaml"}]))
def test_what_the_lane_takes_it_takes_as_the_app_does(
    arguments: list[str], environment: dict[str, str]
) -> None:
    plain = plain_run(["decide", *arguments], environment)
    if plain is not None:
        assert meant(plain) == by_the_app(["decide", *arguments], environment)


@pytest.mark.parametrize(
    "arguments",
    [
        ["case.yaml"],
        ["-"],
        ["case.yaml", "-f", "html"],
        ["--format", "json", "case.yaml"],
        ["case.yaml", "-o", "letter.html"],
        ["case.yaml", "-f", "txt", "--output", "letter"],
    ],
)
def test_plain_forms_are_taken(arguments: list[str]) -> None:
    assert plain_run(["decide", *arguments], {}) is not None


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide"],
        ["render", "case.yaml"],
        ["--debug", "decide", "case.yaml"],
        ["decide", "--help"],
        ["decide", "a.yaml", "b.yaml"],
        ["decide", "."],
        ["decide", "case.yaml", "-f", "pdf"],
        ["decide", "case.yaml", "-f", "html", "-f", "text"],
        ["decide", "case.yaml", "-O", "."],
        ["decide", "case.yaml", "--check"],
        ["decide", "case.yaml", "-q"],
        ["decide", "case.yaml", "--house", "house.yaml"],
        ["decide", "case.yaml", "--format=html"],
        ["decide", "case.yaml", "-o", "-"],
        ["decide", "case.yaml", "-o"],
    ],
)
def test_all_else_is_left_to_the_app(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent)
    assert plain_run(arguments, {}) is None


def test_the_lane_imports_no_app(tmp_path: Path) -> None:
    """What a shell loop pays for: nothing of typer, rich or pydantic is loaded for one letter."""
    code = (
        "import sys; sys.argv = ['imr', 'decide', 'samples/massage-therapy.yaml', '-o', sys.argv[1]]\n"
        "import imr_cli.__main__ as edge\n"
        "try:\n    edge.main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "heavy = {'typer', 'rich', 'pydantic', 'concurrent.futures', 'importlib.metadata', 'imr_cli.cli.app'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "letter.html")],
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
    )
    assert ended.stdout.strip() == "[]"
    assert (tmp_path / "letter.html").is_file()
