"""How items stand against the guideline, in lines for a physician or an auditor to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.decide import limit_words
from imr_cli.layout_filters import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.review import Review
    from imr_cli.standing import Standing
    from imr_cli.wording import Wording

_MARKS = {"met": "+", "not-met": "-", "not-documented": "?"}


def standing_lines(review: Review, wording: Wording) -> Iterator[str]:
    """The case's number, then each item with the guideline, its direction and what is met or not."""
    yield review.case.case_number
    for number, (item, standing) in enumerate(
        zip(review.case.disputed_items, review.standings, strict=True), 1
    ):
        yield wrap(item.treatment, f"  {number}. ", "     ")
        yield from _one(standing, wording)
        if item.decision is not None:
            yield f"     decision: {wording.say(f'decision.{item.decision}')}"


def _one(standing: Standing, wording: Wording) -> Iterator[str]:
    topic, document = standing.topic, standing.document
    if document is not None:
        guideline = document.name if topic is None else f"{document.name}, {topic.title} ({topic.id})"
        yield wrap(f"guideline: {guideline}", "     ", "       ")
    reasons = "; ".join(wording.speak(reason) for reason in standing.reasons)
    direction = wording.say(f"direction.{standing.direction}")
    yield wrap(f"on {standing.governing_date.isoformat()}: {direction} - {reasons}", "     ", "       ")
    for limit in standing.limits:
        statement = limit_words(limit.kind.statement, str(limit.figure))
        status = wording.say(f"status.{limit.status}")
        text = f"{_MARKS[limit.status]} {status}: {statement} ({wording.speak(limit.amount)})"
        yield wrap(text, "       ", "         ")
    for each in standing.criteria:
        text = f"{_MARKS[each.status]} {wording.say(f'status.{each.status}')}: {each.criterion.statement}"
        yield wrap(text, "       ", "         ")
    if topic is not None:
        yield f"     table entry: {topic.basis}, confidence {topic.confidence}"
