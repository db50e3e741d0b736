"""Letters without the command line's machinery: `imr decide CASE` or `imr decide CASE... -O DIR`, plainly.

The command line (`cli`) costs three times as much to start as a letter to write, and shell loops start it
once a letter. So the plain form is read here, in the way `cli` reads it; whatever is not plain (help, a
value that `cli` would refuse) is left to `cli`. A test holds the two against each other.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from imr_cli.kit import Kit
    from imr_cli.run import Run

_VALUES = {
    "-f": "format",
    "--format": "format",
    "-o": "output",
    "--output": "output",
    "-O": "folder",
    "--output-dir": "folder",
    "--house": "house",
    "--templates": "templates",
    "--guidelines": "guidelines",
    "--output-format": "style",
}
_FLAGS = {"--check": "check", "--strict": "strict", "-q": "quiet", "--quiet": "quiet"}


def quick_run(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Run, Kit] | None:
    """What plain arguments of `imr decide` ask for, or None where `cli` has to read them."""
    if len(arguments) < 2 or arguments[0] != "decide":
        return None
    values: dict[str, str] = {}
    flags: set[str] = set()
    cases: list[str] = []
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in _FLAGS:
            flags.add(_FLAGS[argument])
        elif argument in _VALUES:
            value = next(rest, "")
            name = _VALUES[argument]
            if not value or value.startswith("-") or name in values:
                return None
            values[name] = value
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            cases.append(argument)
    if "house" not in values and environment.get("IMR_HOUSE"):
        values["house"] = environment["IMR_HOUSE"]
    return _run(cases, values, flags)


def _run(cases: list[str], values: Mapping[str, str], flags: set[str]) -> tuple[Run, Kit] | None:
    from imr_cli.kit import Kit
    from imr_cli.layout import FORMATS, SHORT_NAMES, format_of_suffix
    from imr_cli.run import Run
    from imr_cli.selection import EVERYTHING, Selection
    from imr_cli.show import STYLES

    places = _places({name: value for name, value in values.items() if name not in ("format", "style")})
    file, folder = places.pop("output", None), places.pop("folder", None)
    if folder is not None:
        if not cases or file is not None or not folder.is_dir():
            return None
    elif len(cases) != 1 or os.path.isdir(cases[0] or "."):
        return None
    style = values.get("style", "concise")
    default = format_of_suffix(file.suffix) if file else "markdown"
    form = SHORT_NAMES.get(values.get("format", default), values.get("format", default))
    if form not in FORMATS or style not in STYLES:
        return None
    run = Run(
        cases,
        [form],
        file,
        folder,
        check="check" in flags,
        selection=Selection(strict=True) if "strict" in flags else EVERYTHING,
        quiet="quiet" in flags,
        style=style,
    )
    return run, Kit(**places)


def _places(values: dict[str, str]) -> dict[str, Path]:
    if not values:
        return {}
    from pathlib import Path

    return {name: Path(value) for name, value in values.items()}
