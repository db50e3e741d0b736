"""Write the committed letters of the samples, and what the broken samples give: `make letters`.

`test_samples.py` compares the same files with what the program writes now; look at the difference before
committing it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).resolve().parent.parent
FORMATS = {"md": "markdown", "html": "html", "txt": "text", "json": "json"}
LETTERS, EXPECTED = Path("samples/letters"), Path("samples/broken/expected")


def samples() -> list[Path]:
    """The samples that get letters, named from the top of the checkout."""
    return sorted(each.relative_to(CHECKOUT) for each in (CHECKOUT / "samples").glob("*.yaml"))


def broken_samples() -> list[Path]:
    """The samples that are refused."""
    return sorted(each.relative_to(CHECKOUT) for each in (CHECKOUT / "samples" / "broken").glob("*.yaml"))


def golden() -> dict[Path, str]:
    """Every committed file with what should be in it."""
    files = {}
    for sample in samples():
        with TemporaryDirectory() as folder:
            _run("decide", sample, "-O", folder, *(f"--format={form}" for form in FORMATS.values()))
            for suffix in FORMATS:
                (letter,) = Path(folder).glob(f"*.{suffix}")
                files[LETTERS / f"{sample.stem}.{suffix}"] = letter.read_text(encoding="utf-8")
    for sample in broken_samples():
        files[EXPECTED / f"{sample.stem}.txt"] = _run("decide", sample)
    return files


def _run(*arguments: object) -> str:
    """What the program writes to stderr, started at the top of the checkout."""
    command = [sys.executable, "-m", "imr_cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, cwd=CHECKOUT).stderr.decode("utf-8")


def main() -> None:
    """Write all of them, and delete those whose samples are gone."""
    files = golden()
    for folder in (LETTERS, EXPECTED):
        (CHECKOUT / folder).mkdir(exist_ok=True)
        for old in (CHECKOUT / folder).iterdir():
            if folder / old.name not in files:
                old.unlink()
    for place, content in files.items():
        (CHECKOUT / place).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
