"""Where the bundled folders are: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def bundled(name: str) -> Path | Traversable:
    """The bundled folder `name`: `guidelines`, `templates` or `samples`.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    package = Path(__file__).parent
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    from importlib.resources import files  # a zipped package; 16 ms that others need not pay

    inside = files(__package__) / name
    if inside.is_dir():
        return inside
    raise FileNotFoundError(f"the installation of imr lacks its folder {name}")
