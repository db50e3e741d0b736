"""Find the topic of the table that a disputed item is about.

In this order: the case names it; its words lead to one in a document that the reviewer cites, that the
claims administrator cites, or in any document in force; the reviewer cites its section. Several or none
are said as such, never guessed at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imr_cli.decision.reason import Reason
from imr_cli.guideline.aliases import TOPICAL, alias_index
from imr_cli.guideline.table import folded

if TYPE_CHECKING:
    import datetime as dt

    from imr_cli.case.model import Case, Guidelines, Item
    from imr_cli.guideline.aliases import AliasIndex, Match
    from imr_cli.guideline.rows import Document, Topic
    from imr_cli.guideline.table import Table
    from imr_cli.guideline.vocabulary import Terms

AFTER_SURGERY = frozenset({"postoperative", "postsurgical", "associated"})
"""Words of a request for a service around an operation, in their usual form."""

_ENOUGH = 0.5
"""Share of a request's telling words that an alias must have for the topic to be found with certainty."""


class TopicMatch(NamedTuple):
    """The topic that was found, and how. Without a topic `how` says why there is none.

    `candidates` are the topics that fit equally well where there are several. A topic that is not certain
    is shown but carries no direction.
    """

    how: Reason
    document: Document | None = None
    topic: Topic | None = None
    candidates: tuple[Topic, ...] = ()
    is_not_addressed: bool = False
    is_certain: bool = True


def find_topic(case: Case, item: Item, day: dt.date, table: Table) -> TopicMatch:
    """Find the topic of an item in the guideline in force on its governing date."""
    if item.topic is not None:
        return _named(item, day, table)
    index = alias_index(table)
    request = _in_context(case, item, index)
    tiers = _tiers(item, day, table)
    after_surgery = _after_surgery(case, item, request, tiers, index, table)
    if after_surgery is not None:
        return after_surgery
    several: TopicMatch | None = None
    for place, documents in enumerate(tiers):
        names = [each.id for each in documents if not each.therapy_after_surgery]
        matches = _best(index.matches(request, names, near=place < 2))
        left_out = _left_out(request, documents, index, near=place < 2)
        if left_out is not None and (not matches or matches[0].weight < left_out[1]):
            return TopicMatch(
                Reason("found.not_addressed", document=left_out[0].name), left_out[0], is_not_addressed=True
            )
        found = _chosen(item, matches, request, index)
        if found is not None and found.topic is not None:
            return found
        several = several or found
        if place == 0:
            by_section = _by_section(item, documents, table)
            if by_section is not None and by_section.topic is not None:
                return by_section
    return (
        several
        or _by_section(item, tiers[0], table)
        or _in_other_edition(request, day, index, table)
        or TopicMatch(Reason("found.none"))
    )


def _in_context(case: Case, item: Item, index: AliasIndex) -> Terms:
    """Return what the item is about; a service around an operation takes its body part if it names none."""
    request = index.vocabulary.terms(item.treatment)
    parent = case.parent_of(item)
    if request.parts or (parent is None and not request.words & AFTER_SURGERY):
        return request
    others = [parent] if parent else [each for each in case.disputed_items if each is not item]
    around = index.vocabulary.terms(*(each.treatment for each in others))
    return request._replace(parts=around.parts, named=around.named)


def _in_other_edition(request: Terms, day: dt.date, index: AliasIndex, table: Table) -> TopicMatch | None:
    """Return a hint where the table has the topic in another edition than the one in force only."""
    others = [each for each in table.documents() if not each.is_in_force(day) and table.topic_ids(each.id)]
    for match in _best(index.matches(request, [each.id for each in others], near=False)):
        topic, older = table.topic(match.document, match.topic), table.document(match.document)
        in_force = table.edition_on(older.guideline, day) if older else None
        if topic is not None and older is not None and in_force is not None:
            how = Reason("found.other_edition", document=in_force.name, other=older.name, topic=topic.title)
            return TopicMatch(how, in_force)
    return None


def _left_out(
    request: Terms, documents: list[Document], index: AliasIndex, *, near: bool
) -> tuple[Document, int] | None:
    """Return the first document that is known not to address the treatment, and by how many words."""
    for document in documents:
        words = index.left_out(request, document, near=near)
        if words:
            return document, len(words)
    return None


def _named(item: Item, day: dt.date, table: Table) -> TopicMatch:
    """Return the topic that the case names, in a cited document first, else in the one edition in force."""
    name = item.topic or ""
    having = [document for document in map(table.document, table.documents_of_topic(name)) if document]
    in_force = [document for document in having if document.is_in_force(day)]
    cited = [each.document for each in item.reviewer_guideline.mtus]
    for document in sorted(in_force, key=lambda each: each.id not in cited):
        topic = table.topic(document.id, name)
        if topic is not None:
            return TopicMatch(Reason("found.named"), document, topic)
    guideline = having[0].guideline if having else name
    return TopicMatch(Reason("found.no_edition", guideline=guideline, date=day.isoformat()))


def _tiers(item: Item, day: dt.date, table: Table) -> list[list[Document]]:
    """Return the documents to search, likelier ones first: the reviewer's, the claims administrator's, all.

    An edition that was not in force on the day stands for the edition that was.
    """
    seen: set[str] = set()
    tiers = []
    for cited in (item.reviewer_guideline, item.claims_administrator_guideline):
        tier = [document for document in _in_force(cited, day, table) if document.id not in seen]
        seen.update(document.id for document in tier)
        tiers.append(tier)
    others = [each for each in table.documents_on(day) if each.id not in seen]
    tiers.append([each for each in others if each.status != "statute"])
    return tiers


def _in_force(cited: Guidelines | None, day: dt.date, table: Table) -> list[Document]:
    documents: dict[str, Document] = {}
    for citation in cited.mtus if cited else ():
        document = table.document(citation.document)
        if document is not None and not document.is_in_force(day):
            document = table.edition_on(document.guideline, day)
        if document is not None:
            documents[document.id] = document
    return list(documents.values())


def _after_surgery(
    case: Case, item: Item, request: Terms, tiers: list[list[Document]], index: AliasIndex, table: Table
) -> TopicMatch | None:
    """Return the entry of the postsurgical guideline that the operation leads to, of therapy after one."""
    for documents in tiers:
        for document in documents:
            if not document.therapy_after_surgery:
                continue
            therapies = [index.vocabulary.terms(each).words for each in document.therapy_after_surgery]
            if not any(therapy and therapy <= request.words for therapy in therapies):
                continue
            parent = case.parent_of(item)
            is_cited = document in tiers[0]
            if parent is None and not is_cited and not request.words & AFTER_SURGERY:
                continue
            others = [parent] if parent else [each for each in case.disputed_items if each is not item]
            operation = index.vocabulary.terms(item.treatment, *(each.treatment for each in others))
            matches = _best(index.matches(operation, [document.id], near=True))
            found = _chosen(item, matches, operation, index)
            if found is not None:
                return found
            return _by_section(item, [document], table) or TopicMatch(
                Reason("found.operation_unknown", document=document.name), document
            )
    return None


def _best(matches: list[Match]) -> list[Match]:
    """Return the matches with the most telling words."""
    most = max((match.weight for match in matches), default=0)
    return [match for match in matches if match.weight == most]


def _chosen(item: Item, matches: list[Match], request: Terms, index: AliasIndex) -> TopicMatch | None:
    """Return the topic of the best matches: the only one, or that whose section alone the reviewer cites."""
    table = index.table
    topics: list[Topic] = []
    for match in matches:
        topic = table.topic(match.document, match.topic)
        if topic is not None and topic not in topics:
            topics.append(topic)
    if not topics:
        return None
    topics = _without_pointers(topics)
    if len(topics) > 1:
        topics = _with_cited_section(item, topics) or topics
    if len(topics) > 1:
        return _several(topics, table)
    topic = topics[0]
    document = table.document(topic.document)
    words = next(
        match.words for match in matches if (match.document, match.topic) == (topic.document, topic.id)
    )
    # The ingredients of a cream are what it is made of; they do not say that it is something else.
    telling = request.words - (index.vocabulary.drug_names if TOPICAL in words else frozenset())
    enough = len(words) >= _ENOUGH * len(telling)
    how = Reason(
        "found.words" if enough else "found.few_words",
        words=" ".join(sorted(words)),
        document=document.name if document else "",
    )
    return TopicMatch(how, document, topic, is_certain=enough)


def _several(topics: list[Topic], table: Table) -> TopicMatch:
    """Return topics that fit equally well: of one section of one document, or of several."""
    listed = ", ".join(f"{topic.document}/{topic.id}" for topic in topics)
    places = {(topic.document, topic.cited_section) for topic in topics}
    if len(places) > 1:
        return TopicMatch(Reason("found.several", topics=listed), candidates=tuple(topics))
    name, section = places.pop()
    document = table.document(name)
    return TopicMatch(
        Reason("found.several_in_section", section=section, topics=listed), document, candidates=tuple(topics)
    )


def _without_pointers(topics: list[Topic]) -> list[Topic]:
    """Return the topics without those that only point to another of them."""
    names = {topic.id for topic in topics} | {f"{topic.document} {topic.id}" for topic in topics}
    return [topic for topic in topics if not names & set(topic.see)] or topics


def _with_cited_section(item: Item, topics: list[Topic]) -> list[Topic]:
    """Return the topic that the reviewer's section is about; none where the section has several of them."""
    sections = {
        (each.document, folded(name)) for each in item.reviewer_guideline.mtus for name in each.sections
    }
    cited = [topic for topic in topics if any((topic.document, name) in sections for name in _names(topic))]
    return cited if len(cited) == 1 else []


def _by_section(item: Item, documents: list[Document], table: Table) -> TopicMatch | None:
    """Return the only topic of a section that the reviewer cites, else the section alone."""
    for document in documents:
        topics = [topic for name in table.topic_ids(document.id) if (topic := table.topic(document.id, name))]
        known = {folded(name) for name in document.sections}
        for citation in item.reviewer_guideline.mtus:
            cited = table.document(citation.document)
            if cited is None or cited.guideline != document.guideline:
                continue
            for section in citation.sections:
                inside = [topic for topic in topics if folded(section) in _names(topic)]
                if len(inside) == 1:
                    return TopicMatch(Reason("found.section", section=section), document, inside[0])
                if inside or folded(section) in known:
                    return TopicMatch(
                        Reason("found.section_only", section=section, document=document.name),
                        document,
                        candidates=tuple(inside),
                    )
    return None


def _names(topic: Topic) -> set[str]:
    names = (topic.title, topic.cited_section, *topic.also_cited_as)
    return {folded(name) for name in names}
