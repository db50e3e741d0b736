"""Prove that a finished letter has every part that the law requires of it.

Which parts those are is data (`guidelines/law/letter.yaml`). Each is proved in the finished text, with the
format's escaping undone, so a layout or a house's wording that drops one is found whatever it looks like.
White space, markup between words and the case of letters do not count.
"""

from __future__ import annotations

import html
import re
from functools import cached_property, partial
from typing import TYPE_CHECKING

from markupsafe import escape

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
    finished = _Finished(text, form)
    missing = []
    for part in required_parts():
        if part.since > case.dates.decision or not _CONDITIONS[part.required_when](letter, case):
            continue
        if not finished.has(list(_SAYS[part.says](letter, case))):
            missing.append(required_part_missing(part.id, form, part.authority))
    return missing


class _Finished:
    """A finished letter. Facts are looked for in their order, each behind the one before it."""

    def __init__(self, text: str, form: str) -> None:
        self.text = text
        self.form = form

    def has(self, facts: list[str | None]) -> bool:
        """Whether all of the facts stand there."""
        wanted = [fact for fact in facts if fact is not None]
        return len(wanted) == len(facts) and (self._has_as_laid_out(wanted) or self._has_squeezed(wanted))

    def _has_as_laid_out(self, facts: list[str]) -> bool:
        """Whether the facts stand there as the bundled layouts put them: nearly always, and quickly seen."""
        place = 0
        for fact in facts:
            wanted = str(escape(fact)) if self.form == "html" else fact
            found = self.text.find(wanted, place)
            if found < 0 or (self.form == "html" and self._is_inside_tag(found)):
                return False
            place = found + len(wanted)
        return True

    def _has_squeezed(self, facts: list[str]) -> bool:
        place = 0
        for fact in facts:
            wanted = _squeezed(fact)
            found = self._squeezed_text.find(wanted, place)
            if found < 0:
                return False
            place = found + len(wanted)
        return True

    def _is_inside_tag(self, place: int) -> bool:
        return self.text.rfind("<", 0, place) > self.text.rfind(">", 0, place)

    @cached_property
    def _squeezed_text(self) -> str:
        """The letter's characters, with markup and the format's escaping undone."""
        text = self.text
        if self.form == "html":
            text = html.unescape(_TAG.sub(" ", text))
        elif self.form == "markdown":
            text = _ESCAPED.sub(r"\1", text)
        return _squeezed(text)


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


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
    if not fact.strip():
        return None
    return text if fact in text or _squeezed(fact) in _squeezed(text) else None


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
