"""Rationales drafted for proposed decisions, from what the guideline says of an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.decision.decide import PROPOSALS, limit_words

if TYPE_CHECKING:
    from imr_cli.case.model import Item
    from imr_cli.decision.decide import ItemDecision
    from imr_cli.decision.standing import Standing
    from imr_cli.letter.wording import Wording


def with_draft(
    decided: ItemDecision | None, item: Item, standing: Standing, wording: Wording
) -> ItemDecision | None:
    """Return a decision as it is, but a proposal with a drafted rationale where the case has none."""
    if decided is None or not decided.is_proposed or decided.rationale:
        return decided
    return decided._replace(rationale=draft_rationale(item, standing, wording))


def draft_rationale(item: Item, standing: Standing, wording: Wording) -> str:
    """Return the guideline's side of the matter in sentences, for a physician to check and rewrite."""
    say, topic, document = wording.say, standing.topic, standing.document
    if topic is None or document is None:
        raise LookupError("a rationale is drafted only for an item that has a topic")
    sentences = [
        say("draft.request", treatment=item.treatment),
        say("draft.source", document=document.name, section=topic.cited_section),
        say(f"draft.stance.{topic.stance}"),
    ]
    for status in ("met", "not-met", "not-documented"):
        clauses = [
            each.criterion.not_met if status != "met" and each.criterion.not_met else each.criterion.statement
            for each in standing.criteria
            if each.status == status
        ]
        clauses += [
            say("draft.limit", limit=limit_words(each.kind.statement, str(each.figure)), amount=each.amount)
            for each in standing.limits
            if each.status == status and each.decides
        ]
        if clauses:
            sentences.append(
                say(f"draft.{status.replace('-', '_')}", clauses=say("join.clauses").join(clauses))
            )
    if standing.rests_on_unverified_row:
        sentences.append(say("draft.unverified"))
    sentences.append(say(f"draft.{PROPOSALS[standing.direction]}"))
    return " ".join(sentences)
