"""Statutory caps on visits: topics of the statute in the table, held against requested and earlier visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.alias_index import alias_index
from imr_cli.amounts import amounts_of
from imr_cli.find_topic import AFTER_SURGERY
from imr_cli.treatment_fields import is_surgery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case, Item
    from imr_cli.guideline import Topic
    from imr_cli.standing import Standing
    from imr_cli.table import Table

CAP = "max_visits_per_injury"
_AFTER = "postoperative"
"""The usual form of all words for what comes after an operation."""


def visits_over_cap(
    case: Case, item: Item, standing: Standing, table: Table
) -> Iterator[tuple[Topic, str, float]]:
    """Each cap that the item's visits go over: the statute's topic, the arithmetic in words, the cap.

    Caps count by kind of therapy and by injury. Therapy after surgery stands outside them, as do visits
    that were authorized in writing.
    """
    amounts = amounts_of(item, standing.governing_date)
    requested, prior = amounts.requested.get("visits"), amounts.prior.get("visits")
    if requested is None:
        return
    visits = requested + (prior or 0)
    topics = _caps_named(case, item, standing, table)
    if len(topics) != 1 or visits <= topics[0].limits[CAP].high:
        return
    if _is_waived(item) or _is_after_surgery(case, item, standing, table):
        return
    words = (
        f"{requested:g} requested + {prior:g} before = {visits:g} visits"
        if prior
        else f"{visits:g} requested visits"
    )
    yield topics[0], words, topics[0].limits[CAP].high


def _is_waived(item: Item) -> bool:
    """Whether more visits were authorized in writing. The two criteria are the same fact, asked both ways."""
    waived, not_waived = item.findings.get("cap-waived-in-writing"), item.findings.get("cap-not-waived")
    return waived == "yes" or not_waived == "no"


def _is_after_surgery(case: Case, item: Item, standing: Standing, table: Table) -> bool:
    """Whether the visits belong to an operation, as far as the case tells; where it may be so, they do."""
    if item.findings.get("within-ps-period") == "no" or item.findings.get("not-postsurgical") == "yes":
        return False
    vocabulary = alias_index(table).vocabulary
    request = vocabulary.request(item.treatment, item.original_request or "", item.diagnosis or "")
    return (
        (standing.document is not None and bool(standing.document.therapy_after_surgery))
        or item.surgery_date is not None
        or item.depends_on is not None
        or item.findings.get("not-postsurgical") == "no"
        or item.findings.get("within-ps-period") == "yes"
        or bool(request.words & AFTER_SURGERY)
        or _AFTER in vocabulary.request(item.rationale or "").words
        or any(is_surgery(each.treatment) for each in case.disputed_items)
    )


def _caps_named(case: Case, item: Item, standing: Standing, table: Table) -> list[Topic]:
    """The statute's caps on the therapy that a request names, for an injury of their time.

    Of a request that names two therapies nobody can say which visits are of which.
    """
    index = alias_index(table)
    request = index.vocabulary.request(item.treatment)
    topics = [
        topic
        for document in table.documents_on(standing.governing_date)
        if document.status == "statute"
        for name in table.topic_ids(document.id)
        if (topic := table.topic(document.id, name)) is not None and CAP in topic.limits
    ]
    return [
        topic
        for topic in topics
        if (topic.injury_from is None or case.dates.injury >= topic.injury_from)
        and index.names_topic(request, topic)
    ]
