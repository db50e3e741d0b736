"""`imr decide`, `imr render`, and `imr check-guidelines` with cases."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

from imr_cli.batch.options import DONE, REFUSED, WRONG_USAGE, Run
from imr_cli.case.sources import CaseText, case_texts
from imr_cli.files.bundled import DataFault
from imr_cli.files.output import not_written, write_private, write_stdout
from imr_cli.pipeline import Examined, examine_text, letters_of, read_decided
from imr_cli.reports.reporter import Reporter, say
from imr_cli.reports.standings import print_standings, standing_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_cli.batch.seen import SeenCases
    from imr_cli.findings.selection import Selection
    from imr_cli.resources import Resources

    _Examine = Callable[[CaseText, Resources, Selection], Examined]


def decide(run: Run, resources: Resources) -> int:
    """Read, check, decide and write the letters of a run's cases. Return the exit code."""
    if run.folder is None and not (run.check and run.has_several_files):
        return _one_file(run, resources, examine_text)
    from imr_cli.batch.preflight import UsageFault
    from imr_cli.batch.run import decide_batch

    try:
        return decide_batch(_of_house(run, resources), resources)
    except UsageFault as fault:
        say(f"imr: {fault}")
        return WRONG_USAGE
    except DataFault as fault:
        return _stopped(fault, Reporter(run.style, on_stdout=run.check))


def render(run: Run, resources: Resources) -> int:
    """Lay out a decided case or a determination record; decide nothing. Return the exit code."""
    return _one_file(run, resources, lambda text, resources, _: read_decided(text, resources))


def check_cases(run: Run, resources: Resources) -> int:
    """Show how every item of the cases stands against the guideline. Return the exit code."""
    reporter = Reporter(run.style, quiet=run.quiet)
    status = DONE
    try:
        run = _of_house(run, resources)
        for text in case_texts(run.cases):
            examined = examine_text(text, resources, run.selection)
            if examined.determination is None:
                status = REFUSED
            else:
                lines = standing_lines(examined.determination, resources.wording)
                write_stdout("\n".join(lines) + "\n")
            reporter.report(examined.findings, text.document)
    except DataFault as fault:
        return _stopped(fault, reporter)
    reporter.close()
    return status


def _of_house(run: Run, resources: Resources) -> Run:
    """The run with the house's severities, over which its own selection goes."""
    return run._replace(selection=run.selection.of_house(resources.house.severities))


def _stopped(fault: DataFault, reporter: Reporter) -> int:
    """Report why the files that the program works with cannot be used, and return the exit code."""
    reporter.report(fault.findings, fault.document)
    reporter.close()
    return WRONG_USAGE


def _one_file(run: Run, resources: Resources, examine: _Examine) -> int:
    """Write the letter of one file's case to stdout or its place; with `--check`, look at all its cases."""
    reporter = Reporter(run.style, quiet=run.quiet, on_stdout=run.check)
    try:
        status = _letters(_of_house(run, resources), resources, examine, reporter)
    except DataFault as fault:
        return _stopped(fault, reporter)
    if status != WRONG_USAGE:
        reporter.close()
    return status


def _letters(run: Run, resources: Resources, examine: _Examine, reporter: Reporter) -> int:
    _ = resources.wording, resources.table  # faults of either stop the run before the first letter
    if resources.templates is not None:
        from imr_cli.batch.preflight import prove_letters

        prove_letters(run.formats, resources)
    texts = case_texts(run.cases)
    seen = None
    if run.check:
        from imr_cli.batch.seen import SeenCases

        seen = SeenCases(run.selection)
    else:
        first = list(islice(texts, 2))
        if len(first) > 1:
            say(f"imr: {first[0].source} holds several cases; they need a folder for their letters: -O DIR")
            return WRONG_USAGE
        texts = iter(first)
    status = DONE
    for text in texts:
        examined = examine(text, resources, run.selection)
        if seen is not None:
            examined = _compared(examined, text, seen)
        if not examined.is_refused:
            examined = _written(examined, text, run, resources)
        if examined.is_refused:
            status = REFUSED
        elif (
            not run.quiet
            and sys.stderr.isatty()
            and examined.determination is not None
            and examined.determination.standings
        ):
            print_standings([examined.determination], resources.wording)
        reporter.report(examined.findings, text.document)
    return status


def _compared(examined: Examined, text: CaseText, seen: SeenCases) -> Examined:
    """Return a case with findings on what it shares with an earlier one of its stream."""
    determination, document = examined.determination, text.document
    if determination is None or document is None or examined.is_refused:
        return examined
    from imr_cli.batch.seen import rationale_digests

    case = determination.case
    clash = seen.clash(case.case_number)
    found = [clash] if clash else seen.repeats(case.case_number, rationale_digests(case))
    examined = examined.also(each.in_source(text.source) for each in document.locate(found))
    if not examined.is_refused:
        seen.add(case.case_number, text.source)
    return examined


def _written(examined: Examined, text: CaseText, run: Run, resources: Resources) -> Examined:
    """Write the letter where it was asked for; one that cannot be written makes the case refused."""
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
        return examined.also([not_written(error, str(run.file or text.source))])
    return examined
