"""Choose every word of a letter: case + decisions + wording -> `Letter`.

Nothing is decided and nothing is laid out here. Text of the case goes through verbatim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.letter.citations import guideline_line
from imr_cli.letter.model import Labeled, Letter, LetterItem, Part, Section

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.case.model import Case, Item, MedicalRecord
    from imr_cli.decision.decide import ItemDecision
    from imr_cli.guideline.table import Table
    from imr_cli.letter.wording import Wording


_PARAGRAPH_END = re.compile(r"\n\s*\n")


def compose(case: Case, decisions: tuple[ItemDecision, ...], wording: Wording, table: Table) -> Letter:
    """Return the letter of a case. Every item has a decision, its own or a proposed one."""
    say = wording.say
    organization = wording.organization
    is_draft = any(decided.is_proposed for decided in decisions)
    director = organization.medical_director
    return Letter(
        language=wording.language,
        title=say("title"),
        letterhead=(organization.name, *organization.address) if organization.address else (),
        header=_header(case, wording),
        sections=tuple(_sections(case, decisions, wording, table)),
        closing=(director, organization.name) if director else (),
        draft_mark=say("draft.mark") if is_draft else "",
        draft_notice=say("draft.notice") if is_draft else "",
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Return free text cut at its blank lines."""
    if "\n" not in text:
        return (text.strip(),) if text.strip() else ()
    return tuple(part for part in (piece.strip() for piece in _PARAGRAPH_END.split(text)) if part)


def _header(case: Case, wording: Wording) -> tuple[tuple[Labeled, ...], ...]:
    def dated(key: str, day: dt.date) -> Labeled:
        return Labeled(wording.say(f"label.{key}"), wording.date(day))

    dates = case.dates
    priority = Labeled(wording.say("label.priority"), wording.say(f"priority.{case.priority}"))
    return (
        (Labeled(wording.say("label.case_number"), case.case_number),),
        (dated("assigned", dates.assigned), dated("injury", dates.injury)),
        (dated("decision_date", dates.decision), dated("utilization_review", dates.utilization_review)),
        (priority, dated("application_received", dates.application_received)),
    )


def _sections(
    case: Case, decisions: tuple[ItemDecision, ...], wording: Wording, table: Table
) -> Iterator[Section]:
    say = wording.say
    practice = _practice(case, wording)
    made = [say("made.sent"), say("made.independence"), practice, say("made.selection"), say("made.law")]
    if case.reviewers:
        made.append(say("made.several", count=len(case.reviewers)))
    yield Section(
        id="made",
        heading=say("made.heading"),
        paragraphs=(" ".join(filter(None, made)),),
        labeled_lead=say("made.credentials"),
        labeled=tuple(_credentials(case, wording)),
    )
    if case.records:
        entries = tuple(_record(record, wording) for record in case.records)
        yield Section("records", say("records.heading"), say("records.lead"), entries=entries)
    summary = paragraphs(case.clinical_summary)
    yield Section("summary", say("summary.heading"), say("summary.lead"), summary)
    decided = enumerate(zip(case.disputed_items, decisions, strict=True), 1)
    items = tuple(_item(number, *each, wording, table) for number, each in decided)
    yield Section("decisions", say("decisions.heading"), say("decisions.lead"), items=items)


def _practice(case: Case, wording: Wording) -> str:
    """Say how long and how much the reviewer practices; of several who differ, a sentence on each."""
    say = wording.say
    facts = []
    for each in case.all_reviewers:
        hours = each.active_practice_hours_per_week
        said = f"{hours:g}" if hours is not None else say("made.usual_hours")
        facts.append({"years": each.active_practice_years or say("made.usual_years"), "hours": said})
    alike = {say("made.practice", **each) for each in facts}
    if len(alike) == 1:
        return alike.pop()
    return " ".join(say("made.practice_of", number=number, **each) for number, each in enumerate(facts, 1))


def _credentials(case: Case, wording: Wording) -> Iterator[Labeled]:
    """Yield licences and certifications, of each reviewer where there are several."""
    say = wording.say
    for number, reviewer in enumerate(case.all_reviewers, 1):
        whose = say("made.reviewer", number=number) if case.reviewers else ""
        yield Labeled(whose + say("label.licensed_in"), say("join.licensed_in").join(reviewer.licensed_in))
        certifications = say("join.certifications").join(reviewer.board_certifications)
        yield Labeled(whose + say("label.certifications"), certifications)


def record_name(record: MedicalRecord, wording: Wording) -> str:
    """Return what a record is called: its title, else its kind."""
    if record.title:
        return record.title
    kind = record.kind or ""
    return wording.say(f"record.{kind}") if wording.has(f"record.{kind}") else kind.replace("-", " ")


def _record(record: MedicalRecord, wording: Wording) -> str:
    dates = ""
    if record.date:
        dates = wording.say("records.date", date=wording.date(record.date))
    elif record.first and record.last:
        first, last = wording.date(record.first), wording.date(record.last)
        dates = wording.say("records.span", first=first, last=last)
    elif record.first:
        dates = wording.say("records.since", first=wording.date(record.first))
    elif record.last:
        dates = wording.say("records.until", last=wording.date(record.last))
    author = wording.say("records.author", author=record.author) if record.author else ""
    return wording.say("records.entry", title=record_name(record, wording), author=author, dates=dates)


def _item(number: int, item: Item, decided: ItemDecision, wording: Wording, table: Table) -> LetterItem:
    say = wording.say
    decision = say(f"decision.{decided.decision}")
    if decided.is_proposed:
        decision = say("decision.proposed", decision=decision)
    form = "heading"
    if item.is_partly_authorized:
        form = "whole" if item.is_whole_in_dispute else "remainder"
    heading = say(
        f"item.{form}",
        decision=decision,
        treatment=item.treatment,
        original_request=item.original_request or "",
        authorized=item.authorized or "",
    )
    sides = {
        "claims_administrator": item.claims_administrator_guideline,
        "reviewer": item.reviewer_guideline,
    }
    parts = [
        Part(side, say(f"label.{side}_guideline"), (guideline_line(side, cited, wording, table),))
        for side, cited in sides.items()
    ]
    if item.votes:
        votes = (
            say("votes.one", number=place, decision=say(f"decision.{vote}"))
            for place, vote in enumerate(item.votes, 1)
        )
        parts.append(Part("votes", say("label.votes"), (say("join.clauses").join(votes),)))
    parts.append(Part("rationale", say("label.rationale"), paragraphs(decided.rationale)))
    if item.departure:
        parts.append(Part("departure", say("label.departure"), paragraphs(item.departure)))
    return LetterItem(number, heading, decision, decided.is_proposed, tuple(parts))
