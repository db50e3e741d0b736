"""The rules of how items stand against the guideline: IMR505 and others of its family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.decision.amounts import amounts_of
from imr_cli.decision.decide import PROPOSALS
from imr_cli.decision.topic import AFTER_SURGERY
from imr_cli.findings.finding import Fault, check
from imr_cli.guideline.aliases import alias_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Case, Item
    from imr_cli.checks.audit import Audit
    from imr_cli.decision.standing import Standing
    from imr_cli.guideline.rows import Topic
    from imr_cli.guideline.table import Table

_CAP = "max_visits_per_injury"
_AFTER = "postoperative"
"""The usual form of all words for what comes after an operation."""


@check("IMR505", "warning")
def departure_without_reason(audit: Audit) -> Iterator[Fault]:
    """A decision goes against the guideline's direction and gives no reason for it.

    Why: the MTUS is presumed correct; who departs from it says why.
    Example: `overturned` where a limit of the guideline is exceeded.
    Remedy: write the reason as `departure`, correct the findings or amounts, or name the right `topic`.
    Authority: LC 4604.5(a) (presumption; memory); 8 CCR 9792.21.1.
    """
    against = {"supports": "upheld", "does-not-support": "overturned"}
    for index, (item, standing) in enumerate(zip(audit.case.disputed_items, audit.standings, strict=True)):
        if item.decision is None or item.departure is not None or standing.topic is None:
            continue
        if against.get(standing.direction) == item.decision:
            words = "supports" if standing.direction == "supports" else "does not support"
            yield Fault(
                f"{item.decision}, but the guideline {words} it ({standing.topic.document}, "
                f"{standing.topic.title}){_unverified(standing)}; "
                "give the reason as `departure`",
                ("disputed_items", index, "decision"),
            )


@check("IMR507", "warning")
def decision_proposed(audit: Audit) -> Iterator[Fault]:
    """A decision is only proposed: the letter is a draft.

    Why: a physician decides; a draft must never be taken for a determination.
    Example: an item with findings and without `decision`.
    Remedy: the physician reviewer decides and writes `decision` and `rationale` into the case file.
    Authority: LC 4610.6; 8 CCR 9792.10.6.
    """
    for index, decision in enumerate(audit.decisions):
        if decision is not None and decision.is_proposed:
            yield Fault(
                f"item {index + 1} is undecided; {decision.decision} is proposed and the letter is a draft"
                f"{_unverified(audit.standings[index])}",
                ("disputed_items", index, "treatment"),
            )


@check("IMR509", "warning")
def statutory_visit_cap(audit: Audit) -> Iterator[Fault]:
    """Visits go over a statutory cap.

    Why: chiropractic, occupational and physical therapy have 24 visits each per injury. The review decides
    necessity and not the cap, but whoever reads the letter should know.
    Example: 12 physical therapy visits requested after 18 earlier ones.
    Remedy: check the visits in `requested` and `prior`; record `cap-waived-in-writing: yes` where more were
    authorized in writing. Visits after surgery do not count.
    Authority: LC 4604.5(c).
    """
    for index, (item, standing) in enumerate(zip(audit.case.disputed_items, audit.standings, strict=True)):
        for topic, visits, most in _visits_over_cap(audit, item, standing):
            yield Fault(
                f"{visits} is more than {most:g} ({topic.title}); the cap is not what this review decides",
                ("disputed_items", index, "treatment"),
            )


@check("IMR514", "warning")
def departure_from_nothing(audit: Audit) -> Iterator[Fault]:
    """A reason for departing from the guideline is given, and the decision follows the guideline.

    Why: the letter prints the reason as a departure from the guideline, which there is not.
    Example: `departure` with `upheld` where a limit of the guideline is exceeded.
    Remedy: take `departure` away, or correct the decision, the findings or the topic.
    """
    for index, (item, standing) in enumerate(zip(audit.case.disputed_items, audit.standings, strict=True)):
        decision = audit.decisions[index]
        if item.departure is None or decision is None or standing.topic is None:
            continue
        if PROPOSALS.get(standing.direction) == decision.decision:
            topic, memory = standing.topic, _unverified(standing)
            yield Fault(
                f"{decision.decision}, as the guideline has it ({topic.document}, {topic.title}){memory}; "
                "it departs from nothing",
                ("disputed_items", index, "departure"),
            )


def _unverified(standing: Standing) -> str:
    return " [the table's entry is unverified]" if standing.rests_on_unverified_row else ""


def _visits_over_cap(audit: Audit, item: Item, standing: Standing) -> Iterator[tuple[Topic, str, float]]:
    """Yield each cap that the item's visits go over: the statute's topic, the arithmetic in words, the cap.

    Caps count by kind of therapy and by injury. Therapy after surgery stands outside them, as do visits
    that were authorized in writing.
    """
    amounts = amounts_of(item, standing.governing_date)
    requested, prior = amounts.requested.get("visits"), amounts.prior.get("visits")
    if requested is None:
        return
    visits = requested + (prior or 0)
    topics = _caps_named(audit.case, item, standing, audit.table)
    if len(topics) != 1 or visits <= topics[0].limits[_CAP].high:
        return
    if _is_waived(item) or _is_after_surgery(audit, item, standing):
        return
    words = (
        f"{requested:g} requested + {prior:g} before = {visits:g} visits"
        if prior
        else f"{visits:g} requested visits"
    )
    yield topics[0], words, topics[0].limits[_CAP].high


def _is_waived(item: Item) -> bool:
    """Return whether more visits were authorized in writing, a fact that two criteria ask for both ways."""
    waived, not_waived = item.findings.get("cap-waived-in-writing"), item.findings.get("cap-not-waived")
    return waived == "yes" or not_waived == "no"


def _is_after_surgery(audit: Audit, item: Item, standing: Standing) -> bool:
    """Return whether the visits belong to an operation, or may do so."""
    if item.findings.get("within-ps-period") == "no" or item.findings.get("not-postsurgical") == "yes":
        return False
    vocabulary = alias_index(audit.table).vocabulary
    request = vocabulary.terms(item.treatment, item.original_request or "", item.diagnosis or "")
    return (
        (standing.document is not None and bool(standing.document.therapy_after_surgery))
        or item.surgery_date is not None
        or item.depends_on is not None
        or item.findings.get("not-postsurgical") == "no"
        or item.findings.get("within-ps-period") == "yes"
        or bool(request.words & AFTER_SURGERY)
        or _AFTER in vocabulary.terms(item.rationale or "").words
        or any(each.is_surgery for each in audit.requests)
    )


def _caps_named(case: Case, item: Item, standing: Standing, table: Table) -> list[Topic]:
    """Return the statute's caps on the therapy that a request names, for an injury of their time.

    Of a request that names two therapies nobody can say which visits are of which.
    """
    aliases = alias_index(table)
    request = aliases.vocabulary.terms(item.treatment)
    return [
        topic
        for document in table.documents_on(standing.governing_date)
        if document.status == "statute"
        for name in table.topic_ids(document.id)
        if (topic := table.topic(document.id, name)) is not None
        and _CAP in topic.limits
        and (topic.injury_from is None or case.dates.injury >= topic.injury_from)
        and aliases.names_topic(request, topic)
    ]
