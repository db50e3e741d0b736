"""Prove that a finished letter has every part that the law requires of it.

Which parts those are is data (`guidelines/law/letter.yaml`). Each is compared with the case and proved in the
text that a reader sees, so a layout or a house's wording that drops one is found whatever it looks like.
White space, markup between words and the case of letters do not count, and neither does the layout's order,
except that a decision stands behind its own treatment.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from imr_cli.findings.faults.house import required_part_missing
from imr_cli.guideline.law import required_parts
from imr_cli.letter.compose import paragraphs, record_name
from imr_cli.letter.visible_text import Fact, VisibleText, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from imr_cli.case.model import Guidelines, Item
    from imr_cli.decision.determination import Determination
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table
    from imr_cli.letter.formats.format import Format, Manuscript
    from imr_cli.letter.model import LetterItem, Part

    _Facts = Callable[[Manuscript], Iterator[Fact | None]]


def missing_parts(manuscript: Manuscript, content: bytes, fmt: Format) -> list[Finding]:
    """Return the required parts that a letter laid out in a format lacks."""
    visible = VisibleText(fmt.visible_text(content), manuscript.letter)
    day = manuscript.determination.case.dates.decision
    return [
        required_part_missing(part.id, part.authority, fmt.name)
        for part in required_parts()
        if part.since <= day and _CONDITIONS[part.required_when](manuscript.determination)
        if not _PROOFS[part.says](manuscript, visible)
    ]


def _items(manuscript: Manuscript) -> Iterator[tuple[Item, LetterItem | None]]:
    """Yield the case's items with those of the letter; None for one that the letter lost."""
    items = manuscript.determination.case.disputed_items
    shown = [item for section in manuscript.letter.sections for item in section.items]
    yield from zip_longest(items, shown[: len(items)])


def _anywhere(facts: _Facts, manuscript: Manuscript, visible: VisibleText) -> bool:
    """Whether each of the facts is shown. None stands for one that was lost before that."""
    return all(fact is not None and visible.has(fact) for fact in facts(manuscript))


def _in_order(facts: _Facts, manuscript: Manuscript, visible: VisibleText) -> bool:
    """The same for facts of the items, each behind the one before it: what two items share is shown twice."""
    wanted = list(facts(manuscript))
    found = [fact for fact in wanted if fact is not None]
    return len(found) == len(wanted) and visible.has(*found)


def _case_number(manuscript: Manuscript) -> Iterator[Fact | None]:
    yield Fact(manuscript.determination.case.case_number)


def _summary(manuscript: Manuscript) -> Iterator[Fact | None]:
    yield from map(Fact, paragraphs(manuscript.determination.case.clinical_summary))


def _decision_date(manuscript: Manuscript) -> Iterator[Fact | None]:
    """Yield the date in the form that the house chose; year, month and day must be in it."""
    day = manuscript.determination.case.dates.decision
    said = manuscript.wording.date(day)
    is_whole = Counter((day.day, day.month, day.year)) <= Counter(map(int, re.findall(r"[0-9]+", said)))
    label = manuscript.wording.say("label.decision_date")
    yield Fact(said, label, may_stand_alone=True) if is_whole else None


def _qualifications(manuscript: Manuscript) -> Iterator[Fact | None]:
    """Yield licences and certifications with their labels: a state alone may be that of an address."""
    labeled = [each for section in manuscript.letter.sections for each in section.labeled]
    for place, reviewer in enumerate(manuscript.determination.case.all_reviewers):
        named = (reviewer.licensed_in, reviewer.board_certifications)
        for fact, names in zip(labeled[2 * place : 2 * place + 2], named, strict=True):
            is_whole = fact.label.strip() and all(_is_within(name, fact.text) for name in names)
            yield Fact(fact.text, fact.label) if is_whole else None


def _records(manuscript: Manuscript) -> Iterator[Fact | None]:
    entries = [entry for section in manuscript.letter.sections for entry in section.entries]
    for place, record in enumerate(manuscript.determination.case.records):
        entry = entries[place] if place < len(entries) else ""
        yield Fact(entry) if _is_within(record_name(record, manuscript.wording), entry) else None


def _treatments(manuscript: Manuscript, visible: VisibleText) -> bool:
    """Whether each treatment is shown, in the order of the items."""
    treatments = [(item.treatment,) for item in manuscript.determination.case.disputed_items]
    return _decisions(manuscript, visible) or visible.has_headings(treatments)


def _decisions(manuscript: Manuscript, visible: VisibleText) -> bool:
    """Whether each decision is shown behind its own treatment and before the next one."""
    say, determination = manuscript.wording.say, manuscript.determination
    wanted = []
    for item, decided in zip(determination.case.disputed_items, determination.decided, strict=True):
        word = say(f"decision.{decided.decision}")
        said = say("decision.proposed", decision=word) if decided.is_proposed else word
        wanted.append((item.treatment, said))
    return visible.has_headings(wanted)


def _evidence(manuscript: Manuscript) -> Iterator[Fact | None]:
    """Yield the line of what the reviewer relied on; it names every document, section and source."""
    for item, shown in _items(manuscript):
        part = _part_of(shown, "reviewer")
        line = part.paragraphs[0] if part is not None and part.paragraphs else ""
        cited = _cited(item.reviewer_guideline, manuscript.table)
        is_whole = part is not None and line.strip() and all(_is_within(each, line) for each in cited)
        yield Fact(line, part.label, may_stand_alone=True) if part is not None and is_whole else None


def _cited(cited: Guidelines, table: Table) -> Iterator[str]:
    for each in cited.mtus:
        document = table.document(each.document)
        yield document.cited_as.title if document is not None else ""
        yield from each.sections
    for source in cited.other:
        if isinstance(source, str):
            yield source.rstrip(" .") or source
        else:
            named = (source.organization, source.chapter, source.section, source.authors, source.title)
            yield from (each.rstrip(".") for each in (*named, source.journal) if each and each.strip(" ."))


def _votes(manuscript: Manuscript) -> Iterator[Fact | None]:
    """Yield every reviewer's own determination, in the house's word for it."""
    say = manuscript.wording.say
    for item, shown in _items(manuscript):
        if not item.votes:
            continue
        part = _part_of(shown, "votes")
        text, place = part.paragraphs[0] if part is not None and part.paragraphs else "", 0
        for number, vote in enumerate(item.votes, 1):
            word = say(f"decision.{vote}")
            said = say("votes.one", number=number, decision=word)
            found = text.find(said, place)
            if found < 0 or not word.strip() or word not in said:
                yield None
                return
            place = found + len(said)
        yield Fact(text)


def _of_items(name: str, manuscript: Manuscript) -> Iterator[Fact | None]:
    """Yield the paragraphs of every item's `rationale`, or of the `departure` of those that have one."""
    decided = manuscript.determination.decided
    for place, (item, shown) in enumerate(_items(manuscript)):
        text = item.departure if name == "departure" else decided[place].rationale
        wanted = paragraphs(text or "")
        part = _part_of(shown, name)
        if (wanted or name == "rationale") and (part is None or part.paragraphs != wanted or not wanted):
            yield None
        yield from map(Fact, wanted)


def _draft_notice(manuscript: Manuscript) -> Iterator[Fact | None]:
    notice = manuscript.letter.draft_notice
    for text in (manuscript.letter.draft_mark, notice):
        yield Fact(text, without="" if text == notice else notice) if text.strip() else None


def _part_of(shown: LetterItem | None, name: str) -> Part | None:
    return next((each for each in shown.parts if each.id == name), None) if shown is not None else None


def _is_within(fact: str, text: str) -> bool:
    return bool(fact.strip()) and (fact in text or squeezed(fact) in squeezed(text))


_PROOFS: dict[str, Callable[[Manuscript, VisibleText], bool]] = {
    "case-number": partial(_anywhere, _case_number),
    "decision-date": partial(_anywhere, _decision_date),
    "qualifications": partial(_anywhere, _qualifications),
    "records": partial(_anywhere, _records),
    "summary": partial(_anywhere, _summary),
    "treatments": _treatments,
    "decisions": _decisions,
    "reviewer-guidelines": partial(_in_order, _evidence),
    "rationales": partial(_in_order, partial(_of_items, "rationale")),
    "departures": partial(_in_order, partial(_of_items, "departure")),
    "votes": partial(_in_order, _votes),
    "draft-notice": partial(_anywhere, _draft_notice),
}
"""What each part of the law's list is proved by."""

_CONDITIONS: dict[str, Callable[[Determination], bool]] = {
    "always": lambda _: True,
    "records-are-listed": lambda given: bool(given.case.records),
    "a-departure-is-given": lambda given: any(item.departure for item in given.case.disputed_items),
    "several-reviewers-voted": lambda given: any(item.votes for item in given.case.disputed_items),
    "a-decision-is-proposed": lambda given: given.is_draft,
}
