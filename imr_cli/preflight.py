"""What is looked at before the first letter of a batch: a fault in any of it stops the run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from imr_cli.layout import LayoutFault
from imr_cli.places import bundled, content_of
from imr_cli.writer import remove, write_beside

if TYPE_CHECKING:
    from pathlib import Path

    from imr_cli.kit import Kit
    from imr_cli.run import Run


class UsageFault(Exception):
    """The run cannot be done as it was asked for: exit 2. Its text says why."""


def preflight(run: Run, kit: Kit) -> None:
    """Look at table, wording, house, layouts and folder.

    Raises:
        UsageFault: the folder cannot be written to.
        DataFault: one of them has a fault.
    """
    _ = kit.wording, kit.table
    _try_layouts(run, kit)
    if run.folder is not None and not run.check:
        _try_folder(run.folder)


def _try_layouts(run: Run, kit: Kit) -> None:
    """Lay a sample out in every format: a layout that cannot be used shows before it costs a night."""
    from imr_cli.deliver import letters_of, reviewed_text
    from imr_cli.inputs import texts_of

    for text in texts_of("sample", content_of(bundled("samples"), "massage-therapy.yaml")):
        reviewed = reviewed_text(text, run, kit)
        if not reviewed.is_refused:
            _, lacking = letters_of(reviewed, run.formats, kit)
            if lacking:
                raise LayoutFault(lacking[0])


def _try_folder(folder: Path) -> None:
    place = str(folder / f".imr.{os.getpid()}.part")
    try:
        write_beside(place, b"")
    except OSError as error:
        raise UsageFault(f"{folder} cannot be written to: {(error.strerror or '').lower()}") from None
    remove(place)
