"""The files of a batch beside its letters: the manifest, and the seconds of each case."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from imr_cli import __version__
from imr_cli.manifest import NAME, Manifest, ManifestFault
from imr_cli.preflight import UsageFault

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from imr_cli.kit import Kit
    from imr_cli.run import Run


def open_manifest(run: Run, kit: Kit, *, owners: bool) -> Manifest:
    """The manifest of a run, with all that its letters depend on in its header.

    Raises:
        UsageFault: it cannot be used.
    """
    if run.folder is None:
        raise ValueError("a manifest belongs to a folder")
    header = {
        "manifest": 1,
        "imr": __version__,
        **kit.fingerprints,
        "formats": list(run.formats),
        "name": run.name,
        "select": list(run.selection.select),
        "ignore": list(run.selection.ignore),
        "strict": run.selection.strict,
    }
    try:
        return Manifest(run.folder / NAME, header, owners=owners)
    except ManifestFault as fault:
        raise UsageFault(str(fault)) from None


def open_timings(place: Path | None) -> TextIO | None:
    """The file for the seconds of each case: `seconds TAB number in its stream TAB source`.

    Raises:
        UsageFault: it cannot be written.
    """
    if place is None:
        return None
    try:
        return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8")
    except OSError as error:
        raise UsageFault(f"{place} cannot be written: {(error.strerror or '').lower()}") from None
