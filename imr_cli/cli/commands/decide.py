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
from imr_cli.pipeline import Reviewed, letters_of, reviewed_text, settle
from imr_cli.reports.standings import print_standings

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_cli.batch.publish import EarlierCases
    from imr_cli.findings.finding import Finding
    from imr_cli.resources import Kit


__all__ = ["DONE", "REFUSED", "WRONG_USAGE", "Run", "check_cases", "decide", "render"]


def decide(run: Run, kit: Kit) -> int:
    """Read, check, hold up, decide and write the letters of a run's cases."""
    return _shown(run, lambda: _decide(run, kit))


def _decide(run: Run, kit: Kit) -> int:
    if run.folder is not None or (run.check and is_batch(run)):
        from imr_cli.batch.preflight import UsageFault
        from imr_cli.batch.run import decide_batch

        try:
            return decide_batch(run, kit)
        except UsageFault as fault:
            print(f"imr: {fault}", file=sys.stderr)
            return WRONG_USAGE
    return _one_letter(run, kit, lambda text: reviewed_text(text, run, kit))


def is_batch(run: Run) -> bool:
    """Whether the run is about more than one file. One file may still hold several cases."""
    from os.path import isdir

    return len(run.cases) != 1 or isdir(run.cases[0])


def render(run: Run, kit: Kit) -> int:
    """Lay out a decided case or a determination record; decide nothing."""
    return _shown(run, lambda: _one_letter(run, kit, lambda text: _settle(text, kit)))


def check_cases(run: Run, kit: Kit) -> int:
    """Show how every item of the cases stands against the guideline."""
    return _shown(run, lambda: _check_cases(run, kit))


def _shown(run: Run, command: Callable[[], int]) -> int:
    """The command's exit code. A fault of the files that it works with ends it, shown as findings are."""
    try:
        return command()
    except DataFault as fault:
        print_fault(fault, run.style, on_stdout=run.check)
        return WRONG_USAGE


def _check_cases(run: Run, kit: Kit) -> int:
    from imr_cli.reports.standings import standing_lines

    status = DONE
    found: list[Finding] = []
    for text in case_texts(run.cases):
        reviewed = reviewed_text(text, run, kit)
        found += reviewed.findings
        if reviewed.review is None:
            status = REFUSED
        else:
            write_stdout("\n".join(standing_lines(reviewed.review, kit.wording)) + "\n")
        _report(reviewed, text, run)
    if run.style == "json":
        sys.stderr.write(json_of(found))
    return status


def _one_letter(run: Run, kit: Kit, look: Callable[[CaseText], Reviewed]) -> int:
    """Write the letter of one file's case to stdout or its place; with `--check`, look at all its cases."""
    _ = kit.wording, kit.table  # faults of either stop the run before the first letter
    if kit.templates is not None:
        from imr_cli.batch.preflight import prove_letters

        prove_letters(run.formats, kit)
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
    earlier = _earlier(run, kit)
    for text in texts:
        reviewed = look(text)
        if not reviewed.is_refused and earlier is not None:
            reviewed = earlier.compared(reviewed, text)
        if not reviewed.is_refused:
            reviewed = _deliver(reviewed, text, run, kit)
        if reviewed.is_refused:
            status = REFUSED
        elif not run.quiet and reviewed.review and reviewed.review.standings and sys.stderr.isatty():
            print_standings([reviewed.review], kit.wording)
        found += reviewed.findings
        _report(reviewed, text, run)
    if run.style == "json":
        (write_stdout if run.check else sys.stderr.write)(json_of(found))
    return status


def _earlier(run: Run, kit: Kit) -> EarlierCases | None:
    """What to hold each case of a stream against; a letter of its own has no other case beside it."""
    if not run.check:
        return None
    from imr_cli.batch.publish import EarlierCases

    return EarlierCases(run.selection.of_house(kit.wording.severities))


def _settle(text: CaseText, kit: Kit) -> Reviewed:
    if text.document is None:
        return Reviewed(None, text.findings)
    return settle(text.document, text.source, kit.table)


def _deliver(reviewed: Reviewed, text: CaseText, run: Run, kit: Kit) -> Reviewed:
    """Write the letter where it was asked for; a letter that cannot be written makes the case refused."""
    letters, lacking = letters_of(reviewed, run.formats, kit)
    if lacking:
        raise DataFault(lacking)
    if run.check:
        return reviewed
    try:
        for letter in letters.values():
            if run.file is not None:
                write_private(run.file, letter.encode("utf-8"))
            else:
                write_stdout(letter)
    except BrokenPipeError:
        raise
    except OSError as error:
        fault = rules_file.not_writable((error.strerror or type(error).__name__).lower())
        return reviewed._replace(findings=(*reviewed.findings, fault.in_source(str(run.file or text.source))))
    return reviewed


def _report(reviewed: Reviewed, text: CaseText, run: Run) -> None:
    if run.style == "json":
        return
    shown = [each for each in reviewed.findings if not run.quiet or each.severity == "error"]
    print_findings(shown, run.style, text.document)
