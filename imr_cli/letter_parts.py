"""Prove that a finished letter has every part that the law requires of it.

Which parts those are is data (`guidelines/law/letter.yaml`). Each is proved in the finished text, with the
format's escaping undone, so a layout or a house's wording that drops one is found whatever it looks like.
White space, markup between words and the case of letters do not count.
"""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING

from imr_cli.compose import paragraphs
from imr_cli.law_files import required_parts
from imr_cli.rules_house import required_part_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from imr_cli.case import Case
    from imr_cli.finding import Finding
    from imr_cli.letter import Letter, LetterItem, Section

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"<[^>]*>")


def missing_parts(letter: Letter, text: str, form: str, case: Case) -> list[Finding]:
    """The required parts that a finished letter lacks; none for the determination record (`json`)."""
    if form == "json":
        return []
    finished = _Finished(_plain(text, form))
    missing = []
    for part in required_parts():
        if part.since > case.dates.decision or not _CONDITIONS[part.required_when](letter, case):
            continue
        finished.start_again()
        if not all(map(finished.has, _SAYS[part.says](letter, case))):
            missing.append(required_part_missing(part.id, form, part.authority))
    return missing


class _Finished:
    """A finished letter's characters. Facts are looked for in their order, from where the last one stood."""

    def __init__(self, text: str) -> None:
        self.text = _squeezed(text)
        self.place = 0

    def start_again(self) -> None:
        self.place = 0

    def has(self, fact: str | None) -> bool:
        """Whether the fact stands there, behind the one before it."""
        if fact is None:
            return False
        wanted = _squeezed(fact)
        found = self.text.find(wanted, self.place)
        if found >= 0:
            self.place = found + len(wanted)
        return found >= 0


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _plain(text: str, form: str) -> str:
    if form == "html":
        return html.unescape(_TAG.sub(" ", text))
    if form == "markdown":
        return _ESCAPED.sub(r"\1", text)
    return text


def _section(letter: Letter, name: str) -> Section | None:
    return next((each for each in letter.sections if each.id == name), None)


def _items(letter: Letter, case: Case) -> Iterator[LetterItem | None]:
    """The letter's items beside the case's; None for one that the letter lost."""
    section = _section(letter, "decisions")
    items = section.items if section is not None else ()
    for place in range(len(case.disputed_items)):
        yield items[place] if place < len(items) else None


def _within(fact: str, text: str) -> str | None:
    """The text, where it has the fact."""
    return text if fact.strip() and _squeezed(fact) in _squeezed(text) else None


def _case_number(letter: Letter, case: Case) -> Iterator[str | None]:  # noqa: ARG001
    yield case.case_number


def _decision_date(letter: Letter, case: Case) -> Iterator[str | None]:
    day = case.dates.decision
    texts = (fact.text for row in letter.header for fact in row)
    # The house chooses the form of a date, so the header's own text is looked for; it must be of that day.
    yield next((text for text in texts if _is_day(text, day.year, day.day)), None)


def _is_day(text: str, year: int, day: int) -> bool:
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    return day in numbers and (year in numbers or year % 100 in numbers)


def _qualifications(letter: Letter, case: Case) -> Iterator[str | None]:  # noqa: ARG001
    for reviewer in case.all_reviewers:
        yield from reviewer.licensed_in
        yield from reviewer.board_certifications


def _records(letter: Letter, case: Case) -> Iterator[str | None]:
    section = _section(letter, "records")
    entries = section.entries if section is not None else ()
    for place, record in enumerate(case.records):
        entry = entries[place] if place < len(entries) else ""
        yield _within(record.title or entry, entry)


def _summary(letter: Letter, case: Case) -> Iterator[str | None]:  # noqa: ARG001
    yield from paragraphs(case.clinical_summary)


def _treatments(letter: Letter, case: Case) -> Iterator[str | None]:
    for item, shown in zip(case.disputed_items, _items(letter, case), strict=True):
        yield _within(item.treatment, shown.heading) if shown is not None else None


def _decisions(letter: Letter, case: Case) -> Iterator[str | None]:
    for shown in _items(letter, case):
        yield _within(shown.decision, shown.heading) if shown is not None else None


def _part(name: str, letter: Letter, case: Case) -> Iterator[str | None]:
    """A labeled part of every item that has one; `rationale` and `reviewer` are parts of every item."""
    for item, shown in zip(case.disputed_items, _items(letter, case), strict=True):
        found = next((each for each in shown.parts if each.id == name), None) if shown is not None else None
        if found is not None:
            yield from (each if each.strip() else None for each in found.paragraphs)
        if (found is None or not found.paragraphs) and (
            name in ("rationale", "reviewer") or getattr(item, name, None)
        ):
            yield None


def _draft_notice(letter: Letter, case: Case) -> Iterator[str | None]:  # noqa: ARG001
    yield letter.draft_mark or None
    yield letter.draft_notice or None


# Texts that must stand in the letter; None for one that was lost before the letter was laid out.
_SAYS: dict[str, Callable[[Letter, Case], Iterator[str | None]]] = {
    "case-number": _case_number,
    "decision-date": _decision_date,
    "qualifications": _qualifications,
    "records": _records,
    "summary": _summary,
    "treatments": _treatments,
    "decisions": _decisions,
    "reviewer-guidelines": partial(_part, "reviewer"),
    "rationales": partial(_part, "rationale"),
    "departures": partial(_part, "departure"),
    "votes": partial(_part, "votes"),
    "draft-notice": _draft_notice,
}
_CONDITIONS: dict[str, Callable[[Letter, Case], bool]] = {
    "always": lambda _, __: True,
    "records-are-listed": lambda _, case: bool(case.records),
    "a-departure-is-given": lambda _, case: any(item.departure for item in case.disputed_items),
    "several-reviewers-voted": lambda _, case: any(item.votes for item in case.disputed_items),
    "a-decision-is-proposed": lambda letter, _: any(
        item.is_proposed for section in letter.sections for item in section.items
    ),
}
