"""One case of a run: review it as the options have it, lay its letters out, and prove that they are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.compose import compose
from imr_cli.finding import errors
from imr_cli.letter_parts import missing_parts
from imr_cli.review import Reviewed
from imr_cli.review import review as review_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.finding import Finding
    from imr_cli.inputs import CaseText
    from imr_cli.kit import Kit
    from imr_cli.run import Run


def reviewed_text(text: CaseText, run: Run, kit: Kit) -> Reviewed:
    """Read, check, hold up and decide one case."""
    if text.document is None:
        return Reviewed(None, text.findings)
    return review_of(text.document, text.source, kit.table, kit.wording, run.selection)


def letters_of(reviewed: Reviewed, formats: Sequence[str], kit: Kit) -> tuple[dict[str, str], list[Finding]]:
    """The letter of a case that was not refused in each format, and what the finished letters lack.

    For `json` it is the determination record.
    """
    if reviewed.review is None or errors(reviewed.findings):
        raise ValueError("a refused case has no letter")
    review = reviewed.review
    letters: dict[str, str] = {}
    lacking: list[Finding] = []
    letter = None
    for form in formats:
        if form == "json":
            from imr_cli.record import determination_record

            letters[form] = determination_record(reviewed, kit.wording)
            continue
        if letter is None:
            letter = compose(review.case, review.decided, kit.wording, kit.table)
        letters[form] = kit.layouts.lay_out(letter, form)
        missing = missing_parts(letter, letters[form], form, review, kit.wording)
        if missing:  # the bundled layouts show all that they are given
            place = kit.words_place if kit.layouts.is_bundled(form) else kit.layouts.named(form)
            lacking += [each.in_source(place) for each in missing]
    return letters, lacking
