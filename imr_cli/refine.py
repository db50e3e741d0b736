"""A topic refined by what a request says: its body part, condition, drug or ingredients."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from imr_cli.guideline import Topic, Variant
    from imr_cli.request_words import Request, Vocabulary

ONE_DECIDES = "one-ingredient-decides"
"""Flag of a topic on mixtures: one ingredient that is not recommended makes the whole not recommended."""


class Refined(NamedTuple):
    """A topic with its variant applied. `against` names ingredients that make a mixture not recommended."""

    topic: Topic
    variant: Variant | None = None
    against: tuple[str, ...] = ()


def refine(topic: Topic, request: Request, vocabulary: Vocabulary) -> Refined:
    """Apply the variant that the request names; several that differ are left to the reviewer."""
    matching = [variant for variant in topic.variants if _matches(variant, request, vocabulary)]
    if ONE_DECIDES in topic.flags:
        against = tuple(_name(variant) for variant in matching if variant.stance == "not-recommended")
        if against:
            return Refined(topic, against=against)
    if len(matching) != 1:
        return Refined(topic)
    variant = matching[0]
    if variant.stance == "not-recommended":
        # The row's limits and criteria are conditions of its recommendation; against it they say nothing.
        topic = topic._replace(limits={}, criteria=(), criteria_logic="all", stance="not-recommended")
    refined = topic._replace(
        stance=variant.stance or topic.stance,
        limits={**topic.limits, **variant.limits},
        criteria=variant.criteria or topic.criteria,
        criteria_logic="all" if variant.criteria else topic.criteria_logic,
        pages=variant.pages or topic.pages,
    )
    return Refined(refined, variant)


def _matches(variant: Variant, request: Request, vocabulary: Vocabulary) -> bool:
    """Whether the request names the variant's body part and one of its words, as far as it has them."""
    part = variant.when.get("body_part")
    if part is not None and part not in request.parts:
        return False
    named = [vocabulary.request(each) for each in variant.words]
    if named:
        return any(each.words <= request.words and each.parts <= request.parts for each in named)
    return part is not None


def _name(variant: Variant) -> str:
    return variant.words[0] if variant.words else next(iter(variant.when.values()))
