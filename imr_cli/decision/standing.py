"""How a disputed item stands against one row of the guideline table.

Limits are compared with what is requested and what went before, criteria with the findings. The result
is one of four directions with its reasons; it is never a decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from imr_cli.decision.amounts import MONTHS_SINCE_SURGERY, Amounts, amounts_of
from imr_cli.decision.reason import Reason
from imr_cli.guideline.aliases import alias_index
from imr_cli.guideline.logic import Answer, all_true, parse_logic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from imr_cli.case.model import Item, Quantity
    from imr_cli.decision.topic import TopicMatch
    from imr_cli.guideline.rows import Criterion, Document, Figure, LimitKind, Topic, Variant
    from imr_cli.guideline.table import Table
    from imr_cli.guideline.vocabulary import Terms, Vocabulary

Direction = Literal["supports", "does-not-support", "does-not-address", "cannot-tell"]
Status = Literal["met", "not-met", "not-documented"]
_ANSWERS: Mapping[str, Answer] = {"yes": True, "no": False, "unknown": None}
_STATUS: Mapping[Answer, Status] = {True: "met", False: "not-met", None: "not-documented"}


class LimitStanding(NamedTuple):
    """One limit against the item.

    `is_within` is the bare comparison; `status` counts a criterion that lifts the limit. `decides` is False
    where the item states other amounts of the topic but not this one.
    """

    kind: LimitKind
    figure: Figure
    status: Status
    amount: Reason
    is_within: Answer
    decides: bool = True


class CriterionStanding(NamedTuple):
    """One criterion against the findings of the item."""

    criterion: Criterion
    status: Status


class Standing(NamedTuple):
    """An item against the guideline. `topic` and `document` are None where none was found."""

    governing_date: dt.date
    direction: Direction
    reasons: tuple[Reason, ...]
    found: TopicMatch
    document: Document | None = None
    topic: Topic | None = None
    limits: tuple[LimitStanding, ...] = ()
    criteria: tuple[CriterionStanding, ...] = ()

    @property
    def rests_on_unverified_row(self) -> bool:
        """Whether the row has not been seen in a source, or not as a whole."""
        return self.topic is not None and self.topic.rests_on_memory


def compare_with_topic(
    item: Item, topic: Topic, document: Document, table: Table, *, found: TopicMatch, day: dt.date
) -> Standing:
    """Compare an item with one topic of one document, refined by what the request says."""
    vocabulary = alias_index(table).vocabulary
    refined = apply_variant(topic, vocabulary.terms(item.treatment, item.diagnosis or ""), vocabulary)
    topic = refined.topic
    amounts = amounts_of(item, day)
    answers = _answers(item, table)
    limits = tuple(_limits(amounts, topic, table, answers))
    _answer_from_limits(answers, limits, topic, table)
    asked = _Asked(amounts, topic, document, table, answers, limits)
    direction, reason = _direction(topic, asked, limits)
    if refined.against and not topic.is_uncertain:
        direction = "does-not-support"
        reason = Reason("standing.ingredient", ingredients=", ".join(refined.against))
    if not found.is_certain and not refined.against:
        direction, reason = "cannot-tell", Reason("standing.topic_uncertain")
    criteria = tuple(CriterionStanding(each, _STATUS[answers.get(each.id)]) for each in asked.shown())
    return Standing(day, direction, (reason,), found, document, topic, limits, criteria)


def _answers(item: Item, table: Table) -> dict[str, Answer]:
    """Return the findings under the ids that the table uses today."""
    answers = {}
    for name, finding in item.findings.items():
        criterion = table.criterion(name)
        if criterion is not None:
            answers[criterion.id] = _ANSWERS[finding]
    return answers


def _answer_from_limits(
    answers: dict[str, Answer], limits: tuple[LimitStanding, ...], topic: Topic, table: Table
) -> None:
    """Answer the criteria that a limit answers, where no finding does."""
    by_limit = {limit.kind.id: limit for limit in limits}
    for name in topic.criteria:
        criterion = table.criterion(name)
        if criterion is not None and criterion.from_limit in by_limit and criterion.id not in answers:
            answers[criterion.id] = by_limit[criterion.from_limit].is_within


class _Asked:
    """The criteria of a topic that apply to this item, and their answers."""

    def __init__(
        self,
        amounts: Amounts,
        topic: Topic,
        document: Document,
        table: Table,
        answers: Mapping[str, Answer],
        limits: tuple[LimitStanding, ...],
    ) -> None:
        self.topic = topic
        self.answers = answers
        exceeded = {limit.kind.waived_by for limit in limits if limit.is_within is False}
        self._idle_waivers = {limit.kind.waived_by for limit in limits} - exceeded
        self.is_over = any(limit.status == "not-met" and limit.decides for limit in limits)
        self._is_beyond = any(limit.is_within is False and limit.decides for limit in limits)
        self._goes_on = amounts.goes_on
        self._own = _criteria(topic.criteria, table)
        further = document.continuing_care if topic.limits else ()
        self._further = [each for each in _criteria(further, table) if each not in self._own]
        self._situation = _criteria((*topic.applies_when, *topic.except_when), table)

    def _is_asked(self, criterion: Criterion) -> bool:
        if self.answers.get(criterion.id) is not None and criterion.asked != "when-over-limit":
            return True
        if criterion.asked == "when-continuing":
            return self._goes_on
        # What lifts a limit is asked for only where the limit is exceeded.
        return criterion.asked == "always" and criterion.id not in self._idle_waivers

    def shown(self) -> list[Criterion]:
        """Return those that a reader should see: asked for, or answered."""
        own = [
            each
            for each in (*self._own, *self._situation)
            if self._is_asked(each) or (self._is_beyond and each.asked == "when-over-limit")
        ]
        return own + [each for each in self._further if self._is_asked(each)]

    def held(self) -> Answer:
        """Return whether what the topic asks for is documented."""
        logic = self.topic.criteria_logic
        names = tuple(each.id for each in self._own)
        asked = tuple(each.id for each in self._own if self._is_asked(each))
        own = parse_logic(logic, asked if logic in ("all", "any") else names)(self.answers.get)
        if logic == "any" and not asked:
            own = True
        return all_true([own, *(self.answers.get(each.id) for each in self._further if self._is_asked(each))])

    @property
    def is_excused(self) -> bool:
        """Whether special reasons for an amount over the limit are documented."""
        return any(each.asked == "when-over-limit" and self.answers.get(each.id) for each in self._own)


def _criteria(names: tuple[str, ...], table: Table) -> list[Criterion]:
    return [criterion for name in names if (criterion := table.criterion(name)) is not None]


def _direction(topic: Topic, asked: _Asked, limits: tuple[LimitStanding, ...]) -> tuple[Direction, Reason]:
    if topic.is_uncertain:
        return "cannot-tell", Reason("standing.uncertain_row")
    if topic.stance == "informational":
        return "cannot-tell", Reason("standing.informational")
    if topic.stance == "under-study":
        return "cannot-tell", Reason("standing.under_study")
    if topic.stance == "not-recommended":
        return _against(topic, asked.answers, limits)
    held = asked.held()
    if held is False or (asked.is_over and not asked.is_excused):
        return "does-not-support", Reason("standing.not_met")
    if not topic.criteria and not limits and topic.stance != "recommended":
        return "cannot-tell", Reason(f"standing.only_{topic.stance.replace('-', '_')}")
    if held is None or any(limit.status == "not-documented" and limit.decides for limit in limits):
        return "cannot-tell", Reason("standing.not_documented")
    return "supports", Reason("standing.met" if topic.criteria or limits else "standing.recommended")


def _against(
    topic: Topic, answers: Mapping[str, Answer], limits: tuple[LimitStanding, ...]
) -> tuple[Direction, Reason]:
    """Return the direction where the guideline advises against: always, in a situation, or beyond a limit."""
    deciding = [limit for limit in limits if limit.decides]
    within = bool(deciding) and all(limit.status == "met" for limit in deciding)
    if within or (topic.except_when and all_true([answers.get(name) for name in topic.except_when])):
        return "cannot-tell", Reason("standing.exception_documented")
    if topic.applies_when:
        applies = all_true([answers.get(name) for name in topic.applies_when])
        if applies is False:
            return "does-not-address", Reason("standing.other_situation")
        if applies is None:
            return "cannot-tell", Reason("standing.situation_not_documented")
    return "does-not-support", Reason("standing.not_recommended")


def _limits(
    amounts: Amounts, topic: Topic, table: Table, answers: Mapping[str, Answer]
) -> list[LimitStanding]:
    kinds = [(kind, figure) for name, figure in topic.limits.items() if (kind := table.limit_kind(name))]
    stated = any(kind.compares in amounts.requested for kind, _ in kinds if kind.compares)
    standings = []
    for kind, figure in kinds:
        if kind.compares is None:
            continue
        if kind.counts == "prior" and not _is_asked_of_prior(kind.compares, amounts):
            continue
        asked = kind.counts == "prior" or kind.compares in amounts.requested
        words = table.quantities.get(kind.compares, {}).get("plural", kind.compares)
        within, amount = _compare(amounts, kind, figure, words)
        status = _STATUS[within]
        if within is False and kind.waived_by is not None:
            waiver = answers.get(kind.waived_by)
            status = "met" if waiver else "not-met" if waiver is False else "not-documented"
        standings.append(LimitStanding(kind, figure, status, amount, within, decides=asked or not stated))
    return standings


def _is_asked_of_prior(quantity: str, amounts: Amounts) -> bool:
    """Return whether what went before counts: where treatment is repeated, or where the case states it."""
    return quantity in amounts.prior or (amounts.goes_on and quantity != MONTHS_SINCE_SURGERY)


def _compare(amounts: Amounts, kind: LimitKind, figure: Figure, words: str) -> tuple[Answer, Reason]:
    """Return whether the amount that counts is within the figure. A prior one not stated counts nothing."""
    name = kind.compares or ""
    before = kind.prior_quantity or name
    requested, prior = amounts.requested.get(name), amounts.prior.get(before)
    parts = [prior] if kind.counts == "prior" else [requested]
    if kind.counts == "total" and before in amounts.prior:
        parts.append(prior)
    known = [amount for amount in parts if amount is not None]
    total, is_complete = sum(known), len(known) == len(parts)
    within: Answer = None
    if kind.bound == "at-least":
        within = total >= figure.low if is_complete else None
    elif total > figure.high:
        within = False  # whatever an unknown part may add
    elif is_complete:
        within = True
    return within, _amount_said(words, parts, known, amounts, kind)


def _amount_said(
    quantity: str, parts: list[Quantity], known: list[float], amounts: Amounts, kind: LimitKind
) -> Reason:
    """Return the amount in words: what is requested, what went before, and where the figures come from."""
    name, total = kind.compares or "", sum(known)
    if not known:
        stated = name in (amounts.prior if kind.counts == "prior" else amounts.requested)
        return Reason("amount.unknown" if stated else "amount.not_stated", quantity=quantity)
    if kind.counts == "prior":
        return Reason("amount.prior", quantity=quantity, amount=total)
    origin = Reason("amount.read" if name in amounts.read else "amount.stated")
    if len(parts) == 1:
        return Reason("amount.requested", quantity=quantity, amount=total, origin=origin)
    if len(known) < len(parts):
        return Reason("amount.partly_known", quantity=quantity, amount=total)
    before = Reason("amount.authorized" if name in amounts.authorized else "amount.before", amount=known[1])
    return Reason(
        "amount.total", quantity=quantity, amount=known[0], before=before, total=total, origin=origin
    )


class AppliedVariant(NamedTuple):
    """A topic with its variant applied. `against` names ingredients that make a mixture not recommended."""

    topic: Topic
    variant: Variant | None = None
    against: tuple[str, ...] = ()


def apply_variant(topic: Topic, request: Terms, vocabulary: Vocabulary) -> AppliedVariant:
    """Apply the variant that the request names; several that differ are left to the reviewer."""
    matching = [variant for variant in topic.variants if _matches(variant, request, vocabulary)]
    if "one-ingredient-decides" in topic.flags:
        against = [each for each in matching if each.stance == "not-recommended"]
        if against:
            names = (each.words[0] if each.words else next(iter(each.when.values())) for each in against)
            return AppliedVariant(topic, against=tuple(names))
    if len(matching) != 1:
        return AppliedVariant(topic)
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
    return AppliedVariant(refined, variant)


def _matches(variant: Variant, request: Terms, vocabulary: Vocabulary) -> bool:
    """Return whether the request names the variant's body part and one of its words, where it has them."""
    part = variant.when.get("body_part")
    if part is not None and part not in request.parts:
        return False
    named = [vocabulary.terms(each) for each in variant.words]
    if named:
        return any(each.words <= request.words and each.parts <= request.parts for each in named)
    return part is not None
