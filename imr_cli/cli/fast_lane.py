"""Letters without the command line's machinery: `imr decide CASE` or `imr decide CASE... -O DIR`, plainly.

The command line (`cli`) costs three times as much to start as a letter to write, and shell loops start it
once a letter. So the plain form is read here; whatever is not plain (help, a value that `cli` would refuse)
is left to `cli`. What options mean is in `run_options`, for both; a test holds the two against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from imr_cli.batch.options import Run
    from imr_cli.resources import Resources


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


def quick_run(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Run, Resources] | None:
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


def _run(cases: list[str], values: Mapping[str, str], flags: set[str]) -> tuple[Run, Resources] | None:
    from imr_cli.cli.run import WrongUsage, build_run
    from imr_cli.findings.selection import EVERYTHING, Selection
    from imr_cli.resources import Resources

    places = _places({name: value for name, value in values.items() if name not in ("format", "style")})
    try:
        run = build_run(
            cases,
            [values["format"]] if "format" in values else [],
            places.pop("output", None),
            places.pop("folder", None),
            check="check" in flags,
            quiet="quiet" in flags,
            style=values.get("style", "concise"),
        )
    except WrongUsage:
        return None
    return run._replace(selection=Selection(strict=True) if "strict" in flags else EVERYTHING), Resources(
        **places
    )


def _places(values: dict[str, str]) -> dict[str, Path]:
    if not values:
        return {}
    from pathlib import Path

    return {name: Path(value) for name, value in values.items()}
