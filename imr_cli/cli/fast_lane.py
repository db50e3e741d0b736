"""One letter without the command line's machinery: `imr decide CASE [-f FORMAT] [-o FILE]`.

The app takes longer to start than a letter to write, and shell loops start it once a letter. Whatever else is
asked for, and every fault of usage, is left to the app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from imr_cli.batch.options import Run
    from imr_cli.resources import Resources

_OPTIONS = {"-f": "format", "--format": "format", "-o": "output", "--output": "output"}


def plain_run(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Run, Resources] | None:
    """Return what plain arguments ask for, or None where the app has to read them."""
    if arguments[:1] != ["decide"]:
        return None
    values: dict[str, str] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        name = _OPTIONS.get(argument, "case")
        value = next(rest, "") if argument in _OPTIONS else argument
        if name in values or not value or (value.startswith("-") and argument != "-"):
            return None
        values[name] = value
    if "case" not in values:
        return None
    from pathlib import Path

    from imr_cli.batch.options import Run
    from imr_cli.cli.run import WrongUsage, checked, format_names
    from imr_cli.resources import Resources

    file = Path(values["output"]) if "output" in values else None
    house = environment.get("IMR_HOUSE")
    formats = [values["format"]] if "format" in values else []
    try:
        run = checked(Run([values["case"]], format_names(formats, file), file))
    except WrongUsage:
        return None
    return run, Resources(Path(house) if house else None)
