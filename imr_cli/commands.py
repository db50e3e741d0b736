"""What the commands do: plain functions that return an exit code."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli import rules_file
from imr_cli.compose import compose
from imr_cli.finding import errors
from imr_cli.inputs import CaseText, case_texts
from imr_cli.layout import FORMATS
from imr_cli.review import Reviewed, review, settle
from imr_cli.show import count_words, json_of, print_findings, print_standings
from imr_cli.writer import write_private, write_stdout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from imr_cli.finding import Finding
    from imr_cli.kit import Kit
    from imr_cli.review import Review

DONE, REFUSED, WRONG_USAGE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130


@dataclass(frozen=True)
class Run:
    """How a run of `decide` or `render` was asked for. `folder` is set for several cases, `file` for one."""

    cases: Sequence[str]
    formats: Sequence[str]
    file: Path | None = None
    folder: Path | None = None
    check: bool = False
    strict: bool = False
    quiet: bool = False
    style: str = "concise"


def decide(run: Run, kit: Kit) -> int:
    """Read, check, hold up, decide and write the letters of a run's cases."""
    return _write_letters(run, kit, lambda text: _review(text, run, kit))


def render(run: Run, kit: Kit) -> int:
    """Lay out decided cases or determination records; decide nothing."""
    return _write_letters(run, kit, lambda text: _settle(text, kit))


def check_cases(run: Run, kit: Kit) -> int:
    """Show how every item of the cases stands against the guideline."""
    from imr_cli.standing_report import standing_lines

    status = DONE
    found: list[Finding] = []
    for text in case_texts(run.cases):
        reviewed = _review(text, run, kit)
        found += reviewed.findings
        if reviewed.review is None:
            status = REFUSED
        else:
            write_stdout("\n".join(standing_lines(reviewed.review, kit.wording)) + "\n")
        _report(reviewed, text, run)
    if run.style == "json":
        sys.stderr.write(json_of(found))
    return status


def _write_letters(run: Run, kit: Kit, look: Callable[[CaseText], Reviewed]) -> int:
    _ = kit.wording, kit.table  # faults of either stop the run before the first letter
    found: list[Finding] = []
    reviews: list[Review] = []
    written: dict[str, str] = {}
    refused = 0
    for text in case_texts(run.cases):
        reviewed = look(text)
        if not reviewed.is_refused and reviewed.review is not None:
            reviewed = _deliver(reviewed, text, run, kit, written)
        if reviewed.is_refused or reviewed.review is None:
            refused += 1
        else:
            reviews.append(reviewed.review)
        found += reviewed.findings
        _report(reviewed, text, run)
    if run.style == "json":
        (write_stdout if run.check else sys.stderr.write)(json_of(found))
    if not run.quiet and reviews and reviews[0].standings and sys.stderr.isatty():
        print_standings(reviews, kit.wording)
    if not run.quiet and run.folder is not None and run.style == "concise":
        words = count_words(found)
        done = f"{len(reviews)} of {len(reviews) + refused} cases have their letters"
        print(f"{done}; {words}" if words else done, file=sys.stderr)
    return REFUSED if refused else DONE


def _review(text: CaseText, run: Run, kit: Kit) -> Reviewed:
    if text.document is None:
        return Reviewed(None, text.findings)
    reviewed = review(text.document, text.source, kit.table, kit.wording)
    return _strictly(reviewed) if run.strict else reviewed


def _settle(text: CaseText, kit: Kit) -> Reviewed:
    if text.document is None:
        return Reviewed(None, text.findings)
    return settle(text.document, text.source, kit.table)


def _strictly(reviewed: Reviewed) -> Reviewed:
    """Warnings count as errors."""
    return replace(
        reviewed,
        findings=tuple(
            replace(each, severity="error") if each.severity == "warning" else each
            for each in reviewed.findings
        ),
    )


def _deliver(reviewed: Reviewed, text: CaseText, run: Run, kit: Kit, written: dict[str, str]) -> Reviewed:
    """Write the letter where it was asked for; a letter that cannot be written makes the case refused."""
    if reviewed.review is None:
        return reviewed
    number = reviewed.review.case.case_number
    if number in written and run.folder is not None:
        clash = rules_file.case_twice(written[number], path=("case_number",)).in_source(text.source)
        placed = text.document.places([clash]) if text.document else [clash]
        return replace(reviewed, findings=(*reviewed.findings, *placed))
    written[number] = text.source
    letters = {form: letter_text(reviewed, form, kit) for form in run.formats}
    if run.check:
        return reviewed
    try:
        for form, letter in letters.items():
            if run.folder is not None:
                write_private(run.folder / f"{number}.{FORMATS[form]}", letter.encode("utf-8"))
            elif run.file is not None:
                write_private(run.file, letter.encode("utf-8"))
            else:
                write_stdout(letter)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = str(run.folder or run.file)
        fault = rules_file.not_writable((error.strerror or type(error).__name__).lower()).in_source(place)
        return replace(reviewed, findings=(*reviewed.findings, fault))
    return reviewed


def letter_text(reviewed: Reviewed, form: str, kit: Kit) -> str:
    """The letter of a case that was not refused, or its determination record."""
    from imr_cli.record import determination_record

    if reviewed.review is None or errors(reviewed.findings):
        raise ValueError("a refused case has no letter")
    if form == "json":
        return determination_record(reviewed, kit.wording)
    letter = compose(reviewed.review.case, reviewed.review.decided, kit.wording, kit.table)
    return kit.layouts.lay_out(letter, form)


def _report(reviewed: Reviewed, text: CaseText, run: Run) -> None:
    if run.style == "json":
        return
    shown = [each for each in reviewed.findings if not run.quiet or each.severity == "error"]
    print_findings(shown, run.style, text.document)
