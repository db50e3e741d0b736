"""One case of a run: review it as the options have it, and lay its letters out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from imr_cli.compose import compose
from imr_cli.finding import errors
from imr_cli.review import Reviewed, review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.inputs import CaseText
    from imr_cli.kit import Kit
    from imr_cli.run import Run


def reviewed_text(text: CaseText, run: Run, kit: Kit) -> Reviewed:
    """Read, check, hold up and decide one case."""
    if text.document is None:
        return Reviewed(None, text.findings)
    reviewed = review(text.document, text.source, kit.table, kit.wording)
    return _strictly(reviewed) if run.strict else reviewed


def _strictly(reviewed: Reviewed) -> Reviewed:
    """Warnings count as errors."""
    return replace(
        reviewed,
        findings=tuple(
            replace(each, severity="error") if each.severity == "warning" else each
            for each in reviewed.findings
        ),
    )


def letters_of(reviewed: Reviewed, formats: Sequence[str], kit: Kit) -> Iterator[tuple[str, str]]:
    """The letter of a case that was not refused in each format; for `json`, its determination record."""
    if reviewed.review is None or errors(reviewed.findings):
        raise ValueError("a refused case has no letter")
    letter = None
    for form in formats:
        if form == "json":
            from imr_cli.record import determination_record

            yield form, determination_record(reviewed, kit.wording)
            continue
        if letter is None:
            letter = compose(reviewed.review.case, reviewed.review.decided, kit.wording, kit.table)
        yield form, kit.layouts.lay_out(letter, form)
