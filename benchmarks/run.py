"""Measure batches and cold starts: `python benchmarks/run.py [CASES] [ROUNDS]`. See README.md beside this file.

All contestants take turns, round by round, so that a busy moment of the machine hits each of them alike; the
medians are compared with raw read + write of the same bytes on as many processes.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def copied(pairs: list[tuple[str, str, str]]) -> None:
    """Read each case, read nothing else, and write the bytes of its letter: what no tool can do without."""
    for case, letter, place in pairs:
        with open(case, "rb", buffering=0) as file:
            file.read()
        content = LETTERS[letter]
        new = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(new, content)
        os.close(new)


LETTERS: dict[str, bytes] = {}


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that the work takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def imr(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process."""
    command = [str(BIN / "imr"), *map(str, arguments)]
    return subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=CHECKOUT
    )


def batches(place: Path, number: int, rounds: int) -> None:
    """Measure the letters in HTML of a folder of cases, on one and two processes."""
    cases, out = place / "cases", place / "out"
    subprocess.run([sys.executable, CHECKOUT / "benchmarks/generate.py", cases, str(number)], check=True)
    out.mkdir()
    imr("decide", cases, "-O", out, "-f", "html", "-q")
    pairs = []
    for case, letter in zip(sorted(cases.rglob("*.yaml")), sorted(out.glob("*.html")), strict=False):
        LETTERS[letter.name] = letter.read_bytes()
        pairs.append((str(case), letter.name, str(place / "raw" / letter.name)))
    size = sum(map(len, LETTERS.values()))
    print(f"{number:,} cases, {len(LETTERS):,} letters, {size / 1e6:.0f} MB of HTML")
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        for jobs in (1, 2):
            shutil.rmtree(place / "raw", ignore_errors=True)
            (place / "raw").mkdir()
            parts = [pairs[start : start + 200] for start in range(0, len(pairs), 200)]
            with Pool(jobs) as pool:
                times.setdefault(f"raw, {jobs}", []).append(
                    timed(lambda p=pool, q=parts: p.map(copied, q, 1))
                )
            shutil.rmtree(out)
            out.mkdir()
            run = ("decide", cases, "-O", out, "-f", "html", "-q", "-j", jobs)
            times.setdefault(f"imr, {jobs}", []).append(timed(lambda r=run: imr(*r)))
    middle = {name: median(each) for name, each in times.items()}
    for name, seconds in middle.items():
        jobs = name[-1]
        ratio = seconds / middle[f"raw, {jobs}"]
        print(
            f"{name} process{'es' if jobs == '2' else ''}: {seconds:7.2f} s  {seconds / number * 1e6:6.0f} us a case  {ratio:5.1f} x raw"
        )
    print(f"two processes against one: {middle['imr, 1'] / middle['imr, 2']:.2f} x")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process: {peak:.0f} MB")


def cold_starts(place: Path, rounds: int) -> None:
    """Measure one letter, whole process, against renderers that check nothing."""
    case = CHECKOUT / "samples/massage-therapy.yaml"
    template = CHECKOUT / "benchmarks/letter.html.jinja"
    record = place / "letter.json"
    with record.open("wb") as file:
        subprocess.run([BIN / "imr", "decide", case, "-f", "json"], stdout=file, check=True)
    commands = {
        "imr decide": [BIN / "imr", "decide", case, "-f", "html"],
        "imr decide -O": [BIN / "imr", "decide", case, "-f", "html", "-O", place],
        "jinja2-cli": [BIN / "jinja2", template, record, "--format=json"],
        "jinjanator": [BIN / "jinjanate", template, record],
        "pandoc": ["pandoc", "-f", "markdown", "-t", "html", CHECKOUT / "README.md"],
    }
    commands = {name: each for name, each in commands.items() if shutil.which(str(each[0]))}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, each in commands.items():
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            times[name].append(timed(lambda c=each, q=quiet: subprocess.run(c, check=True, **q)))
    for name, each in times.items():
        print(f"{name}: {median(each) * 1000:.0f} ms")


def main() -> None:
    """Measure both."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as place:
        batches(Path(place), number, rounds)
        cold_starts(Path(place), 15)


if __name__ == "__main__":
    main()
