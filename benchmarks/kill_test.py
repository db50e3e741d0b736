"""Kill runs at random moments and resume them: `python benchmarks/kill_test.py [KILLS] [CASES]`.

The process is killed from outside (SIGKILL, to the whole process group on every second kill), at a moment that
no code chooses. After each kill the folder must hold whole letters, the manifest and hidden parts, and nothing
else; the final set must equal that of an undisturbed run byte for byte.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic, sleep

CHECKOUT = Path(__file__).resolve().parent.parent
HIDDEN = re.compile(r"\..+\.part")


def command(cases: Path, letters: Path, *more: str) -> list[str]:
    """Return the command of a run over the cases."""
    return [
        sys.executable,
        "-m",
        "imr_cli",
        "decide",
        str(cases),
        "-O",
        str(letters),
        "-f",
        "html",
        "-q",
        "-j",
        "2",
        *more,
    ]


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def main() -> None:
    """Kill, look, resume; exit 1 at the first difference."""
    kills, number = (int(each) for each in (*sys.argv[1:], *("50", "600")[len(sys.argv) - 1 :]))
    random = Random(5)
    with tempfile.TemporaryDirectory() as place:
        cases, whole = Path(place) / "cases", Path(place) / "whole"
        subprocess.run(
            [sys.executable, CHECKOUT / "benchmarks/generate.py", cases, str(number), "--broken", "100"],
            check=True,
        )
        whole.mkdir()
        began = monotonic()
        subprocess.run(command(cases, whole), cwd=CHECKOUT, check=False, stderr=subprocess.DEVNULL)
        seconds = monotonic() - began
        expected = contents(whole)
        killed = finished = 0
        rounds = 0
        while killed < kills:
            letters = Path(place) / f"letters{rounds}"
            letters.mkdir()
            for turn in range(random.randrange(1, 6)):
                run = subprocess.Popen(
                    command(cases, letters, "--resume"),
                    cwd=CHECKOUT,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
                sleep(random.uniform(0.05, 1.0) * seconds)
                if run.poll() is None:
                    killed += 1
                    (os.killpg if turn % 2 else os.kill)(run.pid, signal.SIGKILL)
                else:
                    finished += 1
                run.wait()
                for name, content in contents(letters).items():
                    if name != "manifest.jsonl" and not HIDDEN.fullmatch(name) and content != expected[name]:
                        sys.exit(f"{name} is not whole")
            subprocess.run(
                command(cases, letters, "--resume"), cwd=CHECKOUT, check=False, stderr=subprocess.DEVNULL
            )
            found = contents(letters)
            if found != expected:
                wrong = sorted(
                    name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)
                )
                sys.exit(f"after {killed} kills the folder differs: {wrong[:5]}")
            rounds += 1
        print(
            f"{killed} kills in {rounds} batches of {number} cases ({finished} runs were done before the kill): no difference"
        )


if __name__ == "__main__":
    main()
