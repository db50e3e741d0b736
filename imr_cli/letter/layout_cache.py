"""Keep compiled layouts beside the package's own bytecode.

A compiled layout is used only if it was compiled from exactly this source by this Jinja and this Python,
which Jinja itself checks; so it cannot go stale. Where nothing can be written, layouts are compiled anew.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from imr_cli import __version__

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


_FOLDER = os.path.join(os.path.dirname(__file__), "__pycache__")


class LayoutCache(BytecodeCache):
    """Jinja's bytecode, one file per layout and format."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where its bytecode is there and fits."""
        try:
            with open(_place(bucket), "rb") as file:
                bucket.bytecode_from_string(file.read())
        except OSError:
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's bytecode, where bytecode may be kept."""
        if sys.dont_write_bytecode:
            return
        place = _place(bucket)
        beside = f"{place}.{os.getpid()}"
        try:
            with open(beside, "wb") as file:
                file.write(bucket.bytecode_to_string())
            os.replace(beside, place)
        except OSError:
            return


def _place(bucket: Bucket) -> str:
    return os.path.join(_FOLDER, f"layout-{__version__}-{bucket.key}.{sys.implementation.cache_tag}.bin")
