"""What the options of a command mean, whoever reads them: the app or the fast lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """Return which findings are reported, and how severe they are; codes may be joined by commas.

    Raises:
        WrongUsage: no rule has such a code.
    """
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
    """Return a run whose options can be followed.

    Raises:
        WrongUsage: they contradict one another, or name what there is not.
    """
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
        for given, option in (
            (run.resume, "--resume"),
            (run.timings, "--timings"),
            (run.scheduler, "--scheduler"),
        ):
            if given:
                raise WrongUsage("it is for a batch of letters: -O DIR", option)
    return run


def format_names(given: Sequence[str], file: Path | None) -> list[str]:
    """Return the formats of a run's letters; where none is given, that of the file's suffix, else Markdown.

    Raises:
        WrongUsage: there is no such format.
    """
    names = []
    for written in given or [(format_of_suffix(file.suffix) if file else DEFAULT).name]:
        fmt = format_named(written)
        if fmt is None:
            raise WrongUsage(f"no format {written!r}; there are {', '.join(FORMATS)}", "--format")
        names.append(fmt.name)
    return names


def check_style(style: str) -> None:
    """Ensure that findings can be shown in that style.

    Raises:
        WrongUsage: there is no such style.
    """
    if style not in STYLES:
        raise WrongUsage(f"no style {style!r}; there are {', '.join(STYLES)}", "--output-format")


def case_names(given: Sequence[str], files_from: str | None) -> list[str]:
    """Return the cases that are named on the command line and in a list, one a line; `-` is standard input.

    Raises:
        WrongUsage: there is none, or the list cannot be read.
    """
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


def name_pattern(pattern: str) -> str:
    """Return the pattern by which letters are named.

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
    """Return the day that `--on` names.

    Raises:
        WrongUsage: it is no day.
    """
    from imr_cli.files.schema import DAY

    faults: list[Finding] = []
    day: dt.date = DAY.read(text, ("--on",), faults)
    if faults:
        raise WrongUsage(faults[0].message.replace("`--on`", "the day"), "--on")
    return day
