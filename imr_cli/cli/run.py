"""What the options of a command mean, whoever reads them: the app or the fast lane.

Every function here raises `WrongUsage` where an option cannot be followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.batch.options import USUAL
from imr_cli.files.output import reason_of
from imr_cli.findings.finding import RETIRED, RULES
from imr_cli.findings.render import STYLES
from imr_cli.findings.selection import Selection
from imr_cli.findings.suggest import did_you_mean, shown_code
from imr_cli.letter.formats.registry import DEFAULT, FORMATS, format_named, format_of_suffix

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from imr_cli.batch.options import Run
    from imr_cli.findings.finding import Finding


class WrongUsage(ValueError):
    """Options that cannot be followed. The text is a sentence for the user; `option` the one it is about."""

    def __init__(self, sentence: str, option: str | None = None) -> None:
        super().__init__(sentence)
        self.option = option


def read_selection(
    select: Sequence[str] = (), ignore: Sequence[str] = (), *, strict: bool = False
) -> Selection:
    """Return which findings are reported, and how severe they are; codes may be joined by commas."""
    return Selection(_codes(select), _codes(ignore), strict)


def _codes(words: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(word.strip().upper() for each in words for word in each.split(",") if word.strip())
    if not codes:
        return ()
    from imr_cli.checks import catalogue as all_rules  # noqa: F401  (only here must every rule be known)

    for code in codes:
        if not code.startswith("IMR") or not any(known.startswith(code) for known in (*RULES, *RETIRED)):
            sentence = f"no rule has the code {shown_code(code)}{did_you_mean(code, RULES)}"
            raise WrongUsage(sentence, "--select, --ignore")
    return codes


def checked(run: Run) -> Run:
    """Return a run whose options can be followed, and do not contradict one another."""
    if run.name != USUAL:
        from imr_cli.batch.publish import fault_of_pattern

        if fault := fault_of_pattern(run.name):
            raise WrongUsage(fault, "--name")
    check_style(run.style)
    if run.file and run.folder:
        raise WrongUsage("-o is for one letter, -O for a folder of them; use one of the two")
    if run.folder is None and not run.check and run.has_several_files:
        raise WrongUsage("several cases need a folder for their letters: -O DIR")
    if run.folder is None and len(run.formats) > 1:
        raise WrongUsage("several formats need a folder for the letters: -O DIR")
    if run.folder is not None and not run.folder.is_dir():
        raise WrongUsage(f"{run.folder} is not a folder", "--output-dir")
    if run.folder is None or run.check:
        for option in ("resume", "timings", "scheduler"):
            if getattr(run, option):
                raise WrongUsage("it is for a batch of letters: -O DIR", f"--{option}")
    return run


def format_names(given: Sequence[str], file: Path | None) -> list[str]:
    """Return the formats of a run's letters; by default that of the file's suffix, else Markdown."""
    names = []
    for written in given or [(format_of_suffix(file.suffix) if file else DEFAULT).name]:
        fmt = format_named(written)
        if fmt is None:
            raise WrongUsage(f"no format {written!r}; there are {', '.join(FORMATS)}", "--format")
        names.append(fmt.name)
    return names


def check_style(style: str) -> None:
    """Ensure that findings can be shown in that style."""
    if style not in STYLES:
        raise WrongUsage(f"no style {style!r}; there are {', '.join(STYLES)}", "--output-format")


def case_names(given: Sequence[str], files_from: str | None) -> list[str]:
    """Return the cases named on the command line and in a list, one a line; `-` is standard input."""
    names = list(given)
    if files_from is not None:
        from imr_cli.case.sources import listed

        try:
            files = listed(files_from)
        except OSError as error:
            raise WrongUsage(f"{files_from} cannot be read: {reason_of(error)}", "--files-from") from None
        if not files:
            raise WrongUsage("the list names no file", "--files-from")
        names += files
    if not names:
        raise WrongUsage("name case files or folders, or a list of them with --files-from")
    return names


def day_of(text: str) -> dt.date:
    """Return the day that `--on` names."""
    from imr_cli.files.schema import DAY

    faults: list[Finding] = []
    day: dt.date = DAY.read(text, ("--on",), faults)
    if faults:
        raise WrongUsage(faults[0].message.replace("`--on`", "the day"), "--on")
    return day
