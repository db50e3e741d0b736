"""What the commands do: plain functions that return an exit code."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

from imr_cli.batch.options import DONE, REFUSED, WRONG_USAGE, Run
from imr_cli.case.sources import CaseText, case_texts
from imr_cli.cli.output import print_fault, print_findings
from imr_cli.files.bundled import DataFault
from imr_cli.files.output import write_private, write_stdout
from imr_cli.findings.faults import files as rules_file
from imr_cli.findings.render import json_of
from imr_cli.pipeline import Examined, examine_text, letters_of, read_decided
from imr_cli.reports.standings import print_standings

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_cli.batch.publish import EarlierCases
    from imr_cli.findings.finding import Finding
    from imr_cli.resources import Resources


__all__ = ["DONE", "REFUSED", "WRONG_USAGE", "Run", "check_cases", "decide", "render"]


def decide(run: Run, resources: Resources) -> int:
    """Read, check, hold up, decide and write the letters of a run's cases."""
    return _shown(run, lambda: _decide(run, resources))


def _decide(run: Run, resources: Resources) -> int:
    if run.folder is not None or (run.check and is_batch(run)):
        from imr_cli.batch.preflight import UsageFault
        from imr_cli.batch.run import decide_batch

        try:
            return decide_batch(run, resources)
        except UsageFault as fault:
            print(f"imr: {fault}", file=sys.stderr)
            return WRONG_USAGE
    return _one_letter(run, resources, lambda text: examine_text(text, run, resources))


def is_batch(run: Run) -> bool:
    """Whether the run is about more than one file. One file may still hold several cases."""
    from os.path import isdir

    return len(run.cases) != 1 or isdir(run.cases[0])


def render(run: Run, resources: Resources) -> int:
    """Lay out a decided case or a determination record; decide nothing."""
    return _shown(run, lambda: _one_letter(run, resources, lambda text: _settle(text, resources)))


def check_cases(run: Run, resources: Resources) -> int:
    """Show how every item of the cases stands against the guideline."""
    return _shown(run, lambda: _check_cases(run, resources))


def _shown(run: Run, command: Callable[[], int]) -> int:
    """The command's exit code. A fault of the files that it works with ends it, shown as findings are."""
    try:
        return command()
    except DataFault as fault:
        print_fault(fault, run.style, on_stdout=run.check)
        return WRONG_USAGE


def _check_cases(run: Run, resources: Resources) -> int:
    from imr_cli.reports.standings import standing_lines

    status = DONE
    found: list[Finding] = []
    for text in case_texts(run.cases):
        examined = examine_text(text, run, resources)
        found += examined.findings
        if examined.determination is None:
            status = REFUSED
        else:
            write_stdout("\n".join(standing_lines(examined.determination, resources.wording)) + "\n")
        _report(examined, text, run)
    if run.style == "json":
        sys.stderr.write(json_of(found))
    return status


def _one_letter(run: Run, resources: Resources, look: Callable[[CaseText], Examined]) -> int:
    """Write the letter of one file's case to stdout or its place; with `--check`, look at all its cases."""
    _ = resources.wording, resources.table  # faults of either stop the run before the first letter
    if resources.templates is not None:
        from imr_cli.batch.preflight import prove_letters

        prove_letters(run.formats, resources)
    texts = case_texts(run.cases)
    if not run.check:
        first = list(islice(texts, 2))
        if len(first) > 1:
            print(
                f"imr: {first[0].source} holds several cases; they need a folder for their letters: -O DIR",
                file=sys.stderr,
            )
            return WRONG_USAGE
        texts = iter(first)
    status = DONE
    found: list[Finding] = []
    earlier = _earlier(run, resources)
    for text in texts:
        examined = look(text)
        if not examined.is_refused and earlier is not None:
            examined = earlier.compared(examined, text)
        if not examined.is_refused:
            examined = _deliver(examined, text, run, resources)
        if examined.is_refused:
            status = REFUSED
        elif (
            not run.quiet
            and examined.determination
            and examined.determination.standings
            and sys.stderr.isatty()
        ):
            print_standings([examined.determination], resources.wording)
        found += examined.findings
        _report(examined, text, run)
    if run.style == "json":
        (write_stdout if run.check else sys.stderr.write)(json_of(found))
    return status


def _earlier(run: Run, resources: Resources) -> EarlierCases | None:
    """What to hold each case of a stream against; a letter of its own has no other case beside it."""
    if not run.check:
        return None
    from imr_cli.batch.publish import EarlierCases

    return EarlierCases(run.selection.of_house(resources.wording.severities))


def _settle(text: CaseText, resources: Resources) -> Examined:
    if text.document is None:
        return Examined(None, text.findings)
    return read_decided(text.document, text.source, resources.table)


def _deliver(examined: Examined, text: CaseText, run: Run, resources: Resources) -> Examined:
    """Write the letter where it was asked for; a letter that cannot be written makes the case refused."""
    letters, lacking = letters_of(examined, run.formats, resources)
    if lacking:
        raise DataFault(lacking)
    if run.check:
        return examined
    try:
        for letter in letters.values():
            if run.file is not None:
                write_private(run.file, letter)
            else:
                write_stdout(letter)
    except BrokenPipeError:
        raise
    except OSError as error:
        fault = rules_file.not_writable((error.strerror or type(error).__name__).lower())
        return examined._replace(findings=(*examined.findings, fault.in_source(str(run.file or text.source))))
    return examined


def _report(examined: Examined, text: CaseText, run: Run) -> None:
    if run.style == "json":
        return
    shown = [each for each in examined.findings if not run.quiet or each.severity == "error"]
    print_findings(shown, run.style, text.document)
