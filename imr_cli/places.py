"""Where the bundled folders are, and how files of any folder are read: inside the package or a checkout.

Folders are named by text and read with `os`: `pathlib` takes as long to import as a case takes to be held up.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    Folder = str | os.PathLike[str] | Traversable


def bundled(name: str) -> str | Traversable:
    """The bundled folder `name`: `guidelines`, `templates` or `samples`.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    for place in (os.path.join(package, name), os.path.join(os.path.dirname(package), name)):
        if os.path.isdir(place):
            return place
    from importlib.resources import files  # a zipped package; 16 ms that others need not pay

    inside = files(__package__) / name
    if inside.is_dir():
        return inside
    raise FileNotFoundError(f"the installation of imr lacks its folder {name}")


def content_of(folder: Folder, name: str) -> bytes:
    """The bytes of a file below a folder, by its name with `/` between the parts.

    Raises:
        OSError: it cannot be read.
    """
    if isinstance(folder, (str, os.PathLike)):
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            return file.read()
    return (folder / name).read_bytes()


def has_file(folder: Folder, name: str) -> bool:
    """Whether there is such a file below a folder."""
    if isinstance(folder, (str, os.PathLike)):
        return os.path.isfile(os.path.join(folder, name))
    return (folder / name).is_file()


def names_in(folder: Folder, below: str = "") -> list[str]:
    """The names in a folder, or in a folder below it, in their order; none where that is not there."""
    if isinstance(folder, (str, os.PathLike)):
        place = os.path.join(folder, below)
        return sorted(os.listdir(place)) if os.path.isdir(place) else []
    inside = folder / below if below else folder
    return sorted(each.name for each in inside.iterdir()) if inside.is_dir() else []


def shown_place(folder: Folder, name: str) -> str:
    """The file's path as a message names it."""
    if isinstance(folder, (str, os.PathLike)):
        return os.path.join(folder, name.replace("/", os.sep))
    return str(folder / name)
