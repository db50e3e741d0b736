"""Cut a long stream into its cases while it is being read: a year of cases needs no more memory than one."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli.files.document import SEPARATOR
from imr_cli.files.yaml import CONTENT_LINE, MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

PIECE = 1 << 20

# The expressions by which a text is cut, for bytes.
_SEPARATOR, _CONTENT = (re.compile(each.pattern.encode(), re.MULTILINE) for each in (SEPARATOR, CONTENT_LINE))
_MARK = codecs.BOM_UTF8


def cases_in(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the cases of a stream: first line, and bytes. Parts of blanks and comments are left out.

    Of a case beyond the size that the reader accepts only so much is kept that the reader will refuse it.

    Raises:
        UnicodeDecodeError: a stream in UTF-16 is broken.
    """
    line = 1
    for lines, part in _parts(file):
        if _CONTENT.search(part):
            yield line, part
        line += lines


def number_of_cases(path: str) -> int:
    """Return about how many cases a stream holds, for a progress bar: only its separators are counted."""
    separators, last = 0, b""
    with Path(path).open("rb") as file:
        while piece := file.read(PIECE):
            separators += (last + piece).count(b"\n---")
            last = piece[-3:]
    return separators + 1


def _parts(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the stream cut before each `---` line: number of lines, and bytes."""
    kept = bytearray()
    cut_away = 0  # lines of a case that is too large
    for piece in _pieces(file):
        kept += piece
        start = 0
        for separator in _SEPARATOR.finditer(kept):
            if start < separator.start() and separator.end() < len(kept):  # or more may follow on its line
                part = bytes(kept[start : separator.start()])
                yield cut_away + part.count(b"\n"), _capped(part)
                start, cut_away = separator.start(), 0
        del kept[:start]
        if len(kept) > MOST_BYTES + PIECE:
            # The middle of the case goes; its last line stays, for it may become a separator.
            last = max(kept.rfind(b"\n"), MOST_BYTES)
            cut_away += kept.count(b"\n", MOST_BYTES, last)
            del kept[MOST_BYTES:last]
    if _SEPARATOR.search(kept, max(len(kept) - len("---"), 0)):
        del kept[-len("---") :]
    yield cut_away + kept.count(b"\n"), _capped(bytes(kept))


def _capped(part: bytes) -> bytes:
    return part if len(part) <= MOST_BYTES else part[: MOST_BYTES + 1].ljust(MOST_BYTES + 1)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield the stream as UTF-8, a piece at a time. UTF-16 with its mark is recoded."""
    read = getattr(file, "read1", file.read)
    first = file.read(len(_MARK))
    if first[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        decoder = codecs.getincrementaldecoder("utf-16")()
        while first:
            yield decoder.decode(first).replace("\r\n", "\n").encode("utf-8", "surrogatepass")
            first = read(PIECE)
        yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")
        return
    yield first.removeprefix(_MARK)
    while piece := read(PIECE):
        yield piece
