"""`imr new`: a commented starter case."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from imr_cli.batch.options import DONE, WRONG_USAGE
from imr_cli.files.bundled import bundled, content_of
from imr_cli.files.output import reason_of, write_private, write_stdout

if TYPE_CHECKING:
    from pathlib import Path


def write_starter(file: Path | None) -> int:
    """Write the starter case to a new file, or to standard output. 2 where the file is there already."""
    starter = content_of(bundled("samples"), "starter/case.yaml").decode("utf-8")
    if file is None:
        write_stdout(starter)
        return DONE
    if file.exists():
        print(f"imr: {file} is there already; nothing was written", file=sys.stderr)
        return WRONG_USAGE
    try:
        write_private(file, starter.encode("utf-8"))
    except OSError as error:
        print(f"imr: {file} cannot be written: {reason_of(error)}", file=sys.stderr)
        return WRONG_USAGE
    print(f"{file} is written; fill it in, then: imr decide {file}", file=sys.stderr)
    return DONE
