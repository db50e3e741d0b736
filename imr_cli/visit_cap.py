"""Statutory caps on visits: topics of the statute in the table, held against requested and earlier visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.alias_index import alias_index
from imr_cli.amounts import amounts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case, Item
    from imr_cli.guideline import Topic
    from imr_cli.standing import Standing
    from imr_cli.table import Table

CAP = "max_visits_per_injury"


def visits_over_cap(
    case: Case, item: Item, standing: Standing, table: Table
) -> Iterator[tuple[Topic, str, float]]:
    """Each cap that the item's visits go over: the statute's topic, the arithmetic in words, the cap.

    Caps count by kind of therapy and by injury. Therapy after surgery stands outside them, as do visits
    that were authorized in writing.
    """
    if standing.document is not None and standing.document.therapy_after_surgery:
        return
    amounts = amounts_of(item, standing.governing_date)
    requested, prior = amounts.requested.get("visits"), amounts.prior.get("visits")
    if requested is None or item.findings.get("cap-waived-in-writing") == "yes":
        return
    visits = requested + (prior or 0)
    words = (
        f"{requested:g} requested + {prior:g} before = {visits:g} visits"
        if prior
        else f"{visits:g} requested visits"
    )
    request = alias_index(table).vocabulary.request(item.treatment)
    for document in table.documents_on(standing.governing_date):
        if document.status != "statute":
            continue
        for name in table.topic_ids(document.id):
            topic = table.topic(document.id, name)
            if topic is None or CAP not in topic.limits or visits <= topic.limits[CAP].high:
                continue
            if topic.injury_from is not None and case.dates.injury < topic.injury_from:
                continue
            if alias_index(table).names_topic(request, topic):
                yield topic, words, topic.limits[CAP].high
