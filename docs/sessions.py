"""The sessions in the documents: read, played, compared.

In a `console` block a line `$ command` is run by `sh`, and what follows is its output; a line `...` stands
for any lines. A block with `title="FILE"` is a file that the sessions of its page find there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent
MADE = ("docs/guidelines.md", "docs/rules.md", "docs/dwc.md")
"""Pages that are made from data, or kept by tests of their own."""

LEFT_OUT = "..."
_BLOCK = re.compile(
    r'^```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A fenced block of a page."""

    kind: str
    title: str | None
    text: str


class Step(NamedTuple):
    """A command of a session and the lines that it is said to print."""

    command: str
    output: tuple[str, ...]


def pages() -> list[Path]:
    """The documents that people write, from the top of the checkout."""
    found = [CHECKOUT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    found += sorted((CHECKOUT / "docs").rglob("*.md"))
    return [place for each in found if str(place := each.relative_to(CHECKOUT)) not in MADE]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    return [Block(each["kind"], each["title"], each["text"]) for each in _BLOCK.finditer(text)]


def steps(session: str) -> list[Step]:
    """The commands of a `console` block."""
    found: list[Step] = []
    for line in session.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], ()))
        else:
            found[-1] = Step(found[-1].command, (*found[-1].output, line))
    return found


class Stage:
    """A folder in which a page's sessions are played: `imr` on the path, the bundled folders at hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        for name in ("samples", "templates", "guidelines"):
            shutil.copytree(CHECKOUT / name, self.folder / name)
        programs = folder / "bin"
        programs.mkdir()
        (programs / "imr").write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m imr_cli "$@"\n', encoding="utf-8"
        )
        (programs / "imr").chmod(0o755)
        self._environment = {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(CHECKOUT),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "TERM": "dumb",
            "TYPER_USE_RICH": "0",
        }
        self._status = 0

    def run(self, command: str) -> list[str]:
        """What a command prints, standard error included; `$?` is the exit code of the one before."""
        ended = subprocess.run(
            ["sh", "-c", f"(exit {self._status}); {command}"],
            cwd=self.folder, env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, check=False, timeout=60,
        )  # fmt: skip
        self._status = ended.returncode
        return ended.stdout.decode("utf-8").splitlines()

    def prepare(self, block: Block) -> None:
        """Put the file of a block with a title in its place."""
        if block.title is not None and not (CHECKOUT / block.title).is_file():
            place = self.folder / block.title
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")


def fits(said: tuple[str, ...], printed: list[str]) -> bool:
    """Whether the printed lines are those that a page says, `...` standing for any lines."""
    pattern = "".join("(?:.*\n)*?" if line == LEFT_OUT else f"{re.escape(line)}\n" for line in said)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def played_anew(page: Path) -> str:
    """Return a page with what its sessions print now."""
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        text = (CHECKOUT / page).read_text(encoding="utf-8")
        for block in blocks(page):
            stage.prepare(block)
            if block.kind != "console":
                continue
            for step in steps(block.text):
                printed = stage.run(step.command)
                if any("a fault of the program" in line for line in printed):
                    sys.exit(f"{page}: the program fails: {step.command}")
                if fits(step.output, printed):
                    continue
                if LEFT_OUT in step.output:
                    print(f"{page}: look yourself at: {step.command}", *printed, sep="\n")
                    continue
                old, new = ("\n".join([f"$ {step.command}", *lines]) for lines in (step.output, printed))
                text = text.replace(old + "\n", new + "\n", 1)
        return text
