"""Compare what two versions of the program make of the same cases.

`python tests/support/compare_versions.py OLD NEW CASE...`: OLD and NEW start the program (a path, or a command with
its variables: `"PYTHONPATH=/work/new python -m imr_cli"`). Every folder is a batch of its own; the files are one more.
Compared are the letters in every format, manifests (without the version and the hashes of the data), findings in every
style, exit codes, and, for a few single cases, the commands `decide`, `render` and `check-guidelines`.
"""

from __future__ import annotations

import argparse
import difflib
import itertools
import json
import os
import re
import shlex
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FORMATS = {"html": "html", "md": "md", "text": "txt", "json": "json"}
"""Names of the formats, and the suffixes of their letters."""

STYLES = ("concise", "full", "json", "github")
MOST_LINES, MOST_FILES = 20, 5
NOT_COMPARED = ("imr", "table", "wording", "layouts")
"""What the header of a manifest says of the version and its data."""

CLOCK = re.compile(rb"^[\d,.]+ seconds.*\n", re.MULTILINE)

OTHER_NAME = b"python -m imr_cli"
"""What a version that is started as a module calls itself."""

Outcome = dict[str, bytes]
"""What one version has made: texts by their kind and name, joined by a space."""


class Version:
    """An installed version of the program."""

    def __init__(self, command: str, folder: Path) -> None:
        self._command = ["env", *shlex.split(command)]
        self._folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "IMR_HOUSE"},
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "TERM": "dumb",
        }

    def run(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Return how a run ended."""
        return subprocess.run(
            [*self._command, *arguments],
            input=stdin, capture_output=True, check=False, env=self._environment,
        )  # fmt: skip

    def batch(self, cases: list[str], jobs: int) -> Outcome:
        """Return letters, manifest and findings of a batch."""
        with TemporaryDirectory(dir=self._folder) as folder:
            formats = [word for name in FORMATS for word in ("-f", name)]
            ended = self.run("decide", *cases, "-O", folder, *formats, "-j", str(jobs))
            stderr = (
                CLOCK.sub(b"", ended.stderr).replace(folder.encode(), b"FOLDER").replace(OTHER_NAME, b"imr")
            )
            made = {"batch:stderr": stderr, "batch:exit-code": b"%d\n" % ended.returncode}
            for place in sorted(Path(folder).iterdir()):
                kind = "manifest" if place.suffix == ".jsonl" else f"letters:{place.suffix}"
                content = place.read_bytes()
                made[f"{kind} {place.name}"] = _comparable(content) if kind == "manifest" else content
        return made

    def findings(self, cases: list[str], style: str) -> Outcome:
        """Return the findings of `--check` in one style."""
        return _ended(f"check:{style}", self.run("decide", *cases, "--check", "--output-format", style))

    def single(self, case: str, format_name: str) -> Outcome:
        """Return what becomes of one case by itself."""
        record = self.run("decide", case, "--format", "json")
        return {
            **_ended(f"decide:{format_name} {case}", self.run("decide", case, "-f", format_name)),
            **_ended(f"decide:record {case}", record),
            **_ended(
                f"render:{format_name} {case}", self.run("render", "-f", format_name, stdin=record.stdout)
            ),
            **_ended(f"check-guidelines {case}", self.run("check-guidelines", case)),
        }


def _ended(name: str, ended: subprocess.CompletedProcess[bytes]) -> Outcome:
    return {
        f"{name} stdout": ended.stdout,
        f"{name} stderr": ended.stderr.replace(OTHER_NAME, b"imr"),
        f"{name} exit-code": b"%d\n" % ended.returncode,
    }


def _comparable(manifest: bytes) -> bytes:
    """Return a manifest without what differs between versions that do the same."""
    lines = []
    for line in manifest.splitlines():
        record: dict[str, Any] = json.loads(line)
        if "manifest" in record:
            record = {name: value for name, value in record.items() if name not in NOT_COMPARED}
        lines.append(json.dumps(record, ensure_ascii=True))
    return "".join(f"{line}\n" for line in lines).encode()


def _units(names: list[str]) -> list[list[str]]:
    """Return the batches: each folder is one, the files together are one."""
    folders = [[name] for name in names if Path(name).is_dir()]
    files = [name for name in names if not Path(name).is_dir()]
    return [*folders, files] if files else folders


def _sample(names: list[str], number: int) -> list[str]:
    """Return that many case files, evenly spread over all."""
    files: list[str] = []
    for name in names:
        place = Path(name)
        files += sorted(map(str, place.rglob("*.y*ml"))) if place.is_dir() else [name]
    step = max(1, len(files) // max(1, number))
    return files[::step][:number]


def _pairs(
    versions: tuple[Version, Version], names: list[str], singles: int, jobs: int
) -> Iterator[tuple[Outcome, Outcome]]:
    """Yield what both versions make of one batch or one case, one after the other."""
    with ThreadPoolExecutor(2) as side_by_side:

        def both(work: Callable[[Version], Outcome]) -> tuple[Outcome, Outcome]:
            old, new = side_by_side.map(work, versions)
            return old, new

        for cases in _units(names):
            yield both(lambda version: version.batch(cases, jobs))  # noqa: B023  (used at once)
            for style in STYLES:
                yield both(lambda version: version.findings(cases, style))  # noqa: B023  (used at once)
        for case, format_name in zip(_sample(names, singles), itertools.cycle(FORMATS), strict=False):
            yield both(lambda version: version.single(case, format_name))  # noqa: B023  (used at once)


def _shown_difference(name: str, old: bytes | None, new: bytes | None) -> list[str]:
    """Return the first lines in which two texts differ."""
    if old is None or new is None:
        return [f"  {name}: only {'OLD' if new is None else 'NEW'} has it"]
    lines = [text.decode("utf-8", "backslashreplace").splitlines() for text in (old, new)]
    changed = [
        line for line in difflib.unified_diff(*lines, n=0, lineterm="") if line[:3] not in ("---", "+++")
    ]
    return [f"  {name}:", *(f"    {line[:300]}" for line in changed or ["(only the ends of lines differ)"])]


def compare(outcomes: Iterator[tuple[Outcome, Outcome]]) -> tuple[int, Mapping[str, list[list[str]]]]:
    """Return how many texts were compared, and the differing ones by their kind."""
    number = 0
    differing: dict[str, list[list[str]]] = defaultdict(list)
    for old, new in outcomes:
        for name in sorted({*old, *new}):
            number += 1
            if old.get(name) != new.get(name):
                kind = name.partition(" ")[0]
                is_shown = len(differing[kind]) < MOST_FILES
                differing[kind].append(
                    _shown_difference(name, old.get(name), new.get(name)) if is_shown else []
                )
    return number, differing


def main() -> int:
    """Return the exit code: 1 where anything differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    parser.add_argument("cases", metavar="CASE", nargs="+")
    parser.add_argument(
        "--singles", type=int, default=16, metavar="N", help="cases that are run by themselves"
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes of each batch")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        versions = (Version(options.old, Path(folder)), Version(options.new, Path(folder)))
        number, differing = compare(_pairs(versions, options.cases, options.singles, options.jobs))
    for kind, texts in differing.items():
        print(f"{kind}: {len(texts)} differ")
        lines = list(itertools.chain.from_iterable(texts))
        print(*lines[:MOST_LINES], *["  ..."] * (len(lines) > MOST_LINES), sep="\n")
    print(f"{number} texts compared, {sum(map(len, differing.values()))} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
