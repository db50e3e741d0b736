"""What is looked at before the first letter: a fault in any of it stops the run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from imr_cli.files.bundled import DataFault
from imr_cli.files.output import reason_of, remove, write_beside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from imr_cli.batch.options import Run
    from imr_cli.findings.finding import Finding
    from imr_cli.resources import Resources


class UsageFault(Exception):
    """The run cannot be done as it was asked for: exit 2. Its text says why."""


def preflight(run: Run, resources: Resources) -> None:
    """Look at table, wording, house, layouts and folder.

    Raises:
        UsageFault: the folder cannot be written to.
        DataFault: one of them has a fault.
    """
    _ = resources.wording, resources.table
    prove_letters(run.formats, resources)
    if run.folder is not None and not run.check:
        place = str(run.folder / f".imr.{os.getpid()}.part")
        try:
            write_beside(place, b"")
        except OSError as error:
            raise UsageFault(f"{run.folder} cannot be written to: {reason_of(error)}") from None
        remove(place)


def prove_letters(formats: Iterable[str], resources: Resources) -> None:
    """Write specimen letters: words or layouts that drop a part show before that costs a night.

    Raises:
        DataFault: a layout has an error, or a letter lacks what the law requires.
    """
    from imr_cli.letter.formats.registry import FORMATS
    from imr_cli.letter.specimens import specimens
    from imr_cli.pipeline import Examined, letters_of

    proved = [name for name in formats if FORMATS[name].is_letter]
    lacking: list[Finding] = []
    for determination in specimens(resources.table):
        lacking += letters_of(Examined(determination, ()), proved, resources)[1]
    if lacking:
        raise DataFault(list(dict.fromkeys(lacking)))
