"""How a run was asked for: what the command line's options mean, in one value."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.findings.selection import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from imr_cli.findings.selection import Selection

DONE, REFUSED, WRONG_USAGE, OUR_FAULT, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143

USUAL = "{case_number}"
"""How letters are named unless the user says otherwise."""


class Run(NamedTuple):
    """How a run of `decide` or `render` was asked for.

    `file` is set for one letter that has its own place, `folder` for a batch. `jobs` counts processes, None
    for one per core. `timings` and `scheduler` are those of a batch.
    """

    cases: Sequence[str]
    formats: Sequence[str]
    file: Path | None = None
    folder: Path | None = None
    check: bool = False
    selection: Selection = EVERYTHING
    quiet: bool = False
    verbose: bool = False
    style: str = "concise"
    name: str = USUAL
    jobs: int | None = None
    fail_fast: bool = False
    resume: bool = False
    timings: Path | None = None
    scheduler: str | None = None
    debug: bool = False

    @property
    def has_several_files(self) -> bool:
        """Whether it is about more than one file. One file may still hold several cases."""
        return len(self.cases) != 1 or os.path.isdir(self.cases[0])

    @property
    def errors_only(self) -> bool:
        """Whether people are shown errors only; JSON lists all findings."""
        return self.quiet and self.style != "json"
