"""Data made from source files, kept beside the bytecode and believed only while its sources are the same.

The hash of the sources, the code that makes the data among them, stands in the file: a start reads one file
instead of parsing many, and an edited source is never overlooked. An installed wheel brings the files along,
in the folder `derived` of the package. Nothing here ever fails: without a file, the data is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType


try:  # as `random` of the standard library does: `hashlib` loads the whole of OpenSSL for the same hash
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

FOLDER = os.path.dirname(__spec__.cached or "")
"""Where data is kept: with this module's bytecode, wherever that is. Empty where there is no such place."""

SHIPPED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "derived")
_FORMAT = 4  # of marshal, and the same in every Python that can run this
_SIZE = 32


def fingerprint_of(contents: Mapping[str, bytes]) -> str:
    """Return one hash over names and bytes: what something was made of."""
    return _digest(contents).hex()


def code_of(*modules: ModuleType) -> dict[str, bytes]:
    """Return the code of modules, as sources of what they make."""
    return {module.__name__: _content(module.__file__ or "") or b"" for module in modules}


def derived(name: str, sources: Mapping[str, bytes], make: Callable[[], Any]) -> Any:
    """Return what `make` gives for these sources, from a file where one has it.

    It must be plain data: mappings, lists, texts, numbers, truth values and None. The module of `make` is a
    source by itself; others that it works with are named (`code_of`).
    """
    sources = {**sources, **code_of(sys.modules[make.__module__])}
    data = kept(name, sources)
    if data is not None:
        return marshal.loads(data)  # noqa: S302  (whole, as the hash says, and as trusted as bytecode)
    made = make()
    keep(name, sources, marshal.dumps(made, _FORMAT))
    return made


def kept(name: str, sources: Mapping[str, bytes]) -> memoryview | None:
    """Return the bytes that were kept under a name, if they are whole and were made from these sources."""
    for folder in filter(None, (SHIPPED, FOLDER)):
        content = memoryview(_content(os.path.join(folder, f"{name}.bin")) or b"")
        data = content[2 * _SIZE :]
        if content[: 2 * _SIZE] == _head(sources, data):
            return data
    return None


def keep(name: str, sources: Mapping[str, bytes], data: bytes) -> None:
    """Write bytes beside their place and rename them, where bytecode may be written."""
    if sys.dont_write_bytecode or not FOLDER:
        return
    beside = os.path.join(FOLDER, f"{name}.{os.getpid()}.part")
    try:
        os.makedirs(FOLDER, exist_ok=True)
        _remove_parts(name)
        with open(beside, "wb") as file:
            file.write(_head(sources, data) + data)
        os.replace(beside, os.path.join(FOLDER, f"{name}.bin"))
    except OSError:
        with suppress(OSError):
            os.remove(beside)


def _head(sources: Mapping[str, bytes], data: bytes | memoryview) -> bytes:
    """Return what stands before kept data: the hash of its sources, and its own."""
    return _digest(sources) + blake2b(data, digest_size=_SIZE).digest()


def _digest(contents: Mapping[str, bytes]) -> bytes:
    digest = blake2b(digest_size=_SIZE)
    for name, content in contents.items():
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _content(place: str) -> bytes | None:
    """Return the bytes of a file, which may stand inside the zipped package; None where there is none."""
    loader: Any = __spec__.loader
    try:
        content: bytes = loader.get_data(place)
    except OSError:
        return None
    return content


def _remove_parts(name: str) -> None:
    """Remove what killed processes left. A process that is writing just now then keeps nothing."""
    for each in os.listdir(FOLDER):
        if each.startswith(f"{name}.") and each.endswith(".part"):
            os.remove(os.path.join(FOLDER, each))
