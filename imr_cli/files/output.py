"""Write files whole and private: nobody else can read them, and no reader ever sees half of one.

What is being written stands beside its place under a hidden name that ends in `.part` and holds the number
of the process that the run belongs to. A killed run leaves such files; the next run takes them away.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from imr_cli.findings.faults.files import not_writable

if TYPE_CHECKING:
    from pathlib import Path

    from imr_cli.findings.finding import Finding

PRIVATE = 0o600
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_PART = r"\..+\.(\d{1,9})(?:-\d+-\d+)?\.part"


def write_private(place: Path, content: bytes) -> None:
    """Write a file that only its owner can read (0600), replacing it in one step.

    Raises:
        OSError: the folder cannot be written to; nothing is left behind.
    """
    beside = str(place.with_name(f".{place.name}.{os.getpid()}.part"))
    write_beside(beside, content)
    try:
        os.replace(beside, place)
    except BaseException:
        remove(beside)
        raise


def write_beside(beside: str, content: bytes) -> None:
    """Write the hidden file that is to become a letter by one renaming.

    Raises:
        OSError: it could not be written whole; nothing is left behind.
    """
    try:
        file = os.open(beside, _NEW_FILE, PRIVATE)
        try:
            written = os.write(file, content)
            while written < len(content):
                written += os.write(file, memoryview(content)[written:])
        finally:
            os.close(file)
    except BaseException:
        remove(beside)
        raise


def reason_of(error: OSError) -> str:
    """Return why a file could not be read or written, in the system's words."""
    return (error.strerror or type(error).__name__).lower()


def not_written(error: OSError, place: str) -> Finding:
    """Return the finding that a letter could not be written."""
    return not_writable(reason_of(error)).in_source(place)


def remove(file: str) -> None:
    """Take a file away if it is there."""
    with suppress(OSError):
        os.unlink(file)


def remove_leftovers(folder: Path, of: int | None = None) -> None:
    """Take away the hidden files that killed runs left in a folder, or those of the process `of`.

    A file whose process still runs is somebody's work and stays.
    """
    gone: dict[int, bool] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            match = re.fullmatch(_PART, entry.name) if entry.name.startswith(".") else None
            if match is None:
                continue
            owner = int(match[1])
            if owner not in gone:
                gone[owner] = owner == of or (of is None and not _is_running(owner))
            if gone[owner]:
                remove(entry.path)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False  # the number of a run that ended before this process began
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def write_stdout(content: str | bytes) -> None:
    """Write to standard output, text as UTF-8, whatever the terminal's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8"))
    sys.stdout.buffer.flush()
