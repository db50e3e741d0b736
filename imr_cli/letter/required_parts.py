"""Prove that a finished letter has every part that the law requires of it.

Which parts those are is data (`guidelines/law/letter.yaml`). Each is held against the case and proved in the
text that a reader sees, so a layout or a house's wording that drops one is found whatever it looks like.
White space, markup between words and the case of letters do not count, and neither does the layout's order,
except that a decision stands behind its own treatment.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.findings.faults.house import required_part_missing
from imr_cli.guideline.law import required_parts
from imr_cli.letter.compose import paragraphs, record_name
from imr_cli.letter.visible_text import Fact, VisibleText, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from imr_cli.case.model import Guidelines, Item
    from imr_cli.decision.decide import ItemDecision
    from imr_cli.decision.determination import Determination
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table
    from imr_cli.letter.formats.format import Format, Manuscript
    from imr_cli.letter.model import Letter, LetterItem, Part
    from imr_cli.letter.wording import Wording

    _Facts = Callable[["_Promise"], Iterator[Fact | None]]


class _Promise(NamedTuple):
    """What a letter has to say: the case with its decisions, and the words that it was put into."""

    letter: Letter
    determination: Determination
    decided: tuple[ItemDecision, ...]
    wording: Wording
    table: Table
    items: tuple[tuple[Item, LetterItem | None], ...]
    """The case's items with those of the letter; None for one that the letter lost."""

    def decisions(self) -> Iterator[str]:
        """The word for the decision on each item, as the house says it."""
        for each in self.decided:
            word = self.wording.say(f"decision.{each.decision}")
            yield self.wording.say("decision.proposed", decision=word) if each.is_proposed else word


def missing_parts(manuscript: Manuscript, content: bytes, fmt: Format) -> list[Finding]:
    """Return the required parts that a letter laid out in a format lacks."""
    visible = VisibleText(fmt.visible_text(content))
    determination = manuscript.determination
    promise = _Promise(
        manuscript.letter,
        determination,
        determination.decided,
        manuscript.wording,
        manuscript.table,
        tuple(_items(manuscript.letter, determination)),
    )
    missing = []
    for part in required_parts():
        if part.since > determination.case.dates.decision or not _CONDITIONS[part.required_when](promise):
            continue
        if not _PROOFS[part.says](promise, visible):
            missing.append(required_part_missing(part.id, part.authority, fmt.name))
    return missing


def _items(letter: Letter, determination: Determination) -> Iterator[tuple[Item, LetterItem | None]]:
    shown = [item for section in letter.sections for item in section.items]
    for place, item in enumerate(determination.case.disputed_items):
        yield item, shown[place] if place < len(shown) else None


def _anywhere(facts: _Facts, promise: _Promise, visible: VisibleText) -> bool:
    """Whether each of the facts is shown. None stands for one that was lost before that."""
    return all(fact is not None and visible.has(fact, promise.letter) for fact in facts(promise))


def _in_order(facts: _Facts, promise: _Promise, visible: VisibleText) -> bool:
    """The same for facts of the items, each behind the one before it: what two items share is shown twice."""
    wanted = list(facts(promise))
    found = [fact for fact in wanted if fact is not None]
    return len(found) == len(wanted) and visible.has_in_order(found, promise.letter)


def _case_number(promise: _Promise) -> Iterator[Fact | None]:
    yield Fact(promise.determination.case.case_number)


def _decision_date(promise: _Promise) -> Iterator[Fact | None]:
    day = promise.determination.case.dates.decision
    said = promise.wording.date(day)
    # The house chooses the form of a date; year, month and day must be in it.
    numbers = [int(number) for number in re.findall(r"[0-9]+", said)]
    for number in (day.day, day.month, day.year):
        if number not in numbers:
            yield None
            return
        numbers.remove(number)
    yield Fact(said, promise.wording.say("label.decision_date"), may_stand_alone=True)


def _qualifications(promise: _Promise) -> Iterator[Fact | None]:
    """Licences and certifications with their labels: a state alone may be that of an address."""
    labeled = [each for section in promise.letter.sections for each in section.labeled]
    for place, reviewer in enumerate(promise.determination.case.all_reviewers):
        for fact, names in zip(
            labeled[2 * place : 2 * place + 2],
            (reviewer.licensed_in, reviewer.board_certifications),
            strict=True,
        ):
            is_whole = fact.label.strip() and all(_is_within(name, fact.text) for name in names)
            yield Fact(fact.text, fact.label) if is_whole else None


def _records(promise: _Promise) -> Iterator[Fact | None]:
    entries = [entry for section in promise.letter.sections for entry in section.entries]
    for place, record in enumerate(promise.determination.case.records):
        entry = entries[place] if place < len(entries) else ""
        yield Fact(entry) if _is_within(record_name(record, promise.wording), entry) else None


def _summary(promise: _Promise) -> Iterator[Fact | None]:
    yield from map(Fact, paragraphs(promise.determination.case.clinical_summary))


def _treatments(promise: _Promise, visible: VisibleText) -> bool:
    """Whether each treatment is shown, in the order of the items."""
    treatments = tuple((item.treatment,) for item, _ in promise.items)
    return _decisions(promise, visible) or visible.has_headings(promise.letter, treatments)


def _decisions(promise: _Promise, visible: VisibleText) -> bool:
    """Whether each decision is shown behind its own treatment and before the next one."""
    treatments = (item.treatment for item, _ in promise.items)
    return visible.has_headings(promise.letter, tuple(zip(treatments, promise.decisions(), strict=True)))


def _evidence(promise: _Promise) -> Iterator[Fact | None]:
    """What the reviewer relied on. Its line names every document with its sections, and every source."""
    for item, shown in promise.items:
        part = _part_of(shown, "reviewer")
        line = part.paragraphs[0] if part is not None and part.paragraphs else ""
        cited = _cited(item.reviewer_guideline, promise.table)
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


def _votes(promise: _Promise) -> Iterator[Fact | None]:
    """Every reviewer's own determination, in the house's word for it."""
    say = promise.wording.say
    for item, shown in promise.items:
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


def _of_items(name: str, promise: _Promise) -> Iterator[Fact | None]:
    """The paragraphs of every item's `rationale`, or of the `departure` of those that have one."""
    for place, (item, shown) in enumerate(promise.items):
        text = item.departure if name == "departure" else promise.decided[place].rationale
        wanted = paragraphs(text or "")
        part = _part_of(shown, name)
        if (wanted or name == "rationale") and (part is None or part.paragraphs != wanted or not wanted):
            yield None
        yield from map(Fact, wanted)


def _draft_notice(promise: _Promise) -> Iterator[Fact | None]:
    notice = promise.letter.draft_notice
    for text in (promise.letter.draft_mark, notice):
        yield Fact(text, without="" if text == notice else notice) if text.strip() else None


def _part_of(shown: LetterItem | None, name: str) -> Part | None:
    return next((each for each in shown.parts if each.id == name), None) if shown is not None else None


def _is_within(fact: str, text: str) -> bool:
    return bool(fact.strip()) and (fact in text or squeezed(fact) in squeezed(text))


# What each part of the law's list is proved by.
_PROOFS: dict[str, Callable[[_Promise, VisibleText], bool]] = {
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

_CONDITIONS: dict[str, Callable[[_Promise], bool]] = {
    "always": lambda _: True,
    "records-are-listed": lambda promise: bool(promise.determination.case.records),
    "a-departure-is-given": lambda promise: any(
        item.departure for item in promise.determination.case.disputed_items
    ),
    "several-reviewers-voted": lambda promise: any(
        item.votes for item in promise.determination.case.disputed_items
    ),
    "a-decision-is-proposed": lambda promise: any(each.is_proposed for each in promise.decided),
}
