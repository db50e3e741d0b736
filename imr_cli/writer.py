"""Write files whole and private: nobody else can read them, and no reader ever sees half of one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_private(place: Path, content: bytes) -> None:
    """Write a file that only its owner can read (0600), replacing it in one step.

    Raises:
        OSError: the folder cannot be written to; nothing is left behind.
    """
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_stdout(text: str) -> None:
    """Write to standard output as UTF-8, whatever the terminal's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
