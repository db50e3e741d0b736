"""What the options of a command mean, whoever read them: the command line, or the quick way past it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from imr_cli.batch.options import Run
from imr_cli.findings.finding import RETIRED, RULES
from imr_cli.findings.render import STYLES
from imr_cli.findings.selection import Selection
from imr_cli.findings.suggest import did_you_mean, shown_code
from imr_cli.letter.layouts import FORMATS, SHORT_NAMES, format_of_suffix

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from imr_cli.findings.finding import Finding


def read_selection(
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    *,
    strict: bool = False,
) -> Selection:
    """The selection that a command line asks for; codes may be joined by commas.

    Raises:
        ValueError: no rule has such a code; the text is a sentence for the user.
    """
    return Selection(_codes(select), _codes(ignore), strict)


def _codes(words: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(word.strip().upper() for each in words for word in each.split(",") if word.strip())
    if not codes:
        return ()
    from imr_cli.checks import catalogue as all_rules  # noqa: F401  (only here must every rule be known)

    for code in codes:
        if not code.startswith("IMR") or not any(known.startswith(code) for known in (*RULES, *RETIRED)):
            raise ValueError(f"no rule has the code {shown_code(code)}{did_you_mean(code, RULES)}")
    return codes


class WrongUsage(ValueError):
    """Options that cannot be followed. The text is a sentence for the user; `option` the one it is about."""

    def __init__(self, sentence: str, option: str | None = None) -> None:
        super().__init__(sentence)
        self.option = option


def build_run(
    cases: Sequence[str],
    formats: Sequence[str],
    file: Path | None = None,
    folder: Path | None = None,
    *,
    check: bool = False,
    quiet: bool = False,
    style: str = "concise",
) -> Run:
    """The run that cases, formats (none: the suffix of `file`, else Markdown) and places ask for.

    Raises:
        WrongUsage: they contradict one another, or name what there is not.
    """
    check_style(style)
    if not cases:
        raise WrongUsage("name case files or folders, or a list of them with --files-from")
    default = format_of_suffix(file.suffix) if file else "markdown"
    forms = [SHORT_NAMES.get(name, name) for name in formats or [default]]
    for name in forms:
        if name not in FORMATS:
            raise WrongUsage(f"no format {name!r}; there are {', '.join(FORMATS)}", "--format")
    if file and folder:
        raise WrongUsage("-o is for one letter, -O for a folder of them; use one of the two")
    if folder is None and not check and (len(cases) > 1 or any(map(_is_folder, cases))):
        raise WrongUsage("several cases need a folder for their letters: -O DIR")
    if folder is None and len(forms) > 1:
        raise WrongUsage("several formats need a folder for the letters: -O DIR")
    if folder is not None and not folder.is_dir():
        raise WrongUsage(f"{folder} is not a folder", "--output-dir")
    return Run(cases, forms, file, folder, check=check, quiet=quiet, style=style)


def check_style(style: str) -> None:
    """See to it that findings can be shown in that style.

    Raises:
        WrongUsage: there is no such style.
    """
    if style not in STYLES:
        raise WrongUsage(f"no style {style!r}; there are {', '.join(STYLES)}", "--output-format")


def listed_cases(name: str) -> list[str]:
    """The case files that a list names, one a line; `-` is standard input.

    Raises:
        WrongUsage: the list cannot be read, or names no file.
    """
    from imr_cli.case.sources import listed

    try:
        files = listed(name)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise WrongUsage(f"{name} cannot be read: {reason}", "--files-from") from None
    if not files:
        raise WrongUsage("the list names no file", "--files-from")
    return files


def selection_of(select: Sequence[str], ignore: Sequence[str], *, strict: bool) -> Selection:
    """Which findings are reported, and how severe they are.

    Raises:
        WrongUsage: no rule has such a code.
    """
    try:
        return read_selection(select, ignore, strict=strict)
    except ValueError as error:
        raise WrongUsage(str(error), "--select, --ignore") from None


def name_pattern(pattern: str) -> str:
    """The pattern by which letters are named.

    Raises:
        WrongUsage: it cannot name files.
    """
    from imr_cli.batch.publish import NameFault, check_pattern

    try:
        check_pattern(pattern)
    except NameFault as fault:
        raise WrongUsage(str(fault), "--name") from None
    return pattern


def day_of(text: str) -> dt.date:
    """The day that `--on` names.

    Raises:
        WrongUsage: it is no day.
    """
    from imr_cli.files.schema import Day

    faults: list[Finding] = []
    day = Day().read(text, ("--on",), faults)
    if faults:
        raise WrongUsage(faults[0].message.replace("`--on`", "the day"), "--on")
    return day


def _is_folder(name: str) -> bool:
    return os.path.isdir(name)
