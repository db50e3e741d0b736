"""From the text of a case to everything that is known of it: read, check, hold up, decide.

The straight line of the program, one step after the other; what comes out goes to `compose`.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.case.form import CASE
from imr_cli.checks import catalogue as all_checks  # noqa: F401  (the checks register themselves)
from imr_cli.checks import citations as rules_references
from imr_cli.decision.decide import Outcome, Verdict, outcome, stand, verdict
from imr_cli.findings.faults.fields import decision_missing
from imr_cli.findings.finding import Unreadable, errors, run_checks
from imr_cli.findings.selection import EVERYTHING, Selection
from imr_cli.guideline.aliases import alias_index
from imr_cli.letter.compose import compose
from imr_cli.letter.record import case_of_record, is_record
from imr_cli.letter.required_parts import missing_parts
from imr_cli.texts.conclusion import conclusion_of
from imr_cli.texts.prose import TextFacts, Words
from imr_cli.texts.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.batch.options import Run
    from imr_cli.case.model import Case
    from imr_cli.case.sources import CaseText
    from imr_cli.decision.standing import Standing
    from imr_cli.files.document import Document
    from imr_cli.findings.finding import Finding, Path
    from imr_cli.guideline.table import Table
    from imr_cli.guideline.vocabulary import Request
    from imr_cli.letter.wording import Wording
    from imr_cli.resources import Kit
    from imr_cli.texts.conclusion import Conclusion


class Review:
    """A readable case with what the guideline and the checks say of it.

    `verdicts` has None for an item that nobody has decided and for which nothing can be proposed; the case
    is then refused.
    """

    def __init__(
        self,
        case: Case,
        standings: tuple[Standing, ...],
        verdicts: tuple[Verdict | None, ...],
        table: Table,
    ) -> None:
        self.case = case
        self.standings = standings
        self.verdicts = verdicts
        self.table = table

    @property
    def decided(self) -> tuple[Verdict, ...]:
        """The verdicts of a case that is not refused."""
        return tuple(each for each in self.verdicts if each is not None)

    @property
    def outcome(self) -> Outcome:
        """The outcome of a case that is not refused."""
        return outcome(self.decided)

    @cached_property
    def texts(self) -> tuple[tuple[Path, TextFacts], ...]:
        """The reviewer's own words with their paths, the summary first. Blank rationales are left out."""
        rationales = enumerate(self.rationales)
        return (
            (("clinical_summary",), self.summary),
            *((("disputed_items", place, "rationale"), facts) for place, facts in rationales if facts.lower),
        )

    @cached_property
    def whole(self) -> Words:
        """All texts of the case in one, requests included: what is not in it is in none of them."""
        return Words("\n".join([each.lower for each in (self.summary, *self.rationales, *self.treatments)]))

    @cached_property
    def summary(self) -> TextFacts:
        """What the clinical summary says."""
        return TextFacts(self.case.clinical_summary)

    @cached_property
    def rationales(self) -> tuple[TextFacts, ...]:
        """What each item's rationale says, its own or a drafted one."""
        return tuple(TextFacts(each.rationale if each is not None else "") for each in self.verdicts)

    @cached_property
    def treatments(self) -> tuple[TextFacts, ...]:
        """What each item's request says, with the request as it was first made."""
        return tuple(
            TextFacts(f"{item.treatment}. {item.original_request or ''}") for item in self.case.disputed_items
        )

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What each item asks for, in the table's words."""
        vocabulary = alias_index(self.table).vocabulary
        return tuple(vocabulary.request(item.treatment) for item in self.case.disputed_items)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """What each item is about."""
        vocabulary = alias_index(self.table).vocabulary
        topics = [each.topic for each in self.standings]
        return tuple(
            Subject(item, topic, vocabulary) for item, topic in zip_longest(self.case.disputed_items, topics)
        )

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What each rationale concludes."""
        both = zip(self.rationales, self.subjects, strict=True)
        return tuple(conclusion_of(facts, subject) for facts, subject in both)

    @property
    def is_draft(self) -> bool:
        """Whether any decision is only proposed."""
        return any(each.is_proposed for each in self.decided)


class Reviewed(NamedTuple):
    """What became of one document: its review, None where it could not be read, and all findings."""

    review: Review | None
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        """Whether there will be no letter."""
        return self.review is None or bool(errors(self.findings))


def review(
    document: Document, source: str, table: Table, wording: Wording, selection: Selection = EVERYTHING
) -> Reviewed:
    """Review one case. All faults of the document come back in one list, in the order of the file.

    `selection` says which findings are reported and how severe they are, over the house's own severities.
    """
    selection = selection.of_house(wording.severities)
    node, findings = document.read()
    case = None
    if node is not None:
        case = CASE.read(node, (), findings)
        findings += rules_references.unknown_references(node, table)
    if case is None or errors(findings):
        with suppress(Unreadable, TypeError):
            if case is not None:
                _look_at(case, table, wording, findings, is_whole=False)
        return Reviewed(None, _placed(document, selection.apply(findings), source))
    reviewed = _look_at(case, table, wording, findings)
    return Reviewed(reviewed, _placed(document, selection.apply(findings), source))


def _look_at(
    case: Case, table: Table, wording: Wording, findings: list[Finding], *, is_whole: bool = True
) -> Review:
    """Hold a case up, decide it, and add what the checks find; of one that is not whole, what can be found.

    Raises:
        Unreadable, TypeError: so much of it could not be read that it cannot be held up.
    """
    findings += run_checks("audit", case, is_whole=is_whole)
    standings = stand(case, table)
    verdicts = tuple(
        verdict(item, standing, wording)
        for item, standing in zip(case.disputed_items, standings, strict=True)
    )
    reviewed = Review(case, standings, verdicts, table)
    for place, each in enumerate(verdicts):
        if each is None:
            reason = "; ".join(wording.speak(said) for said in standings[place].reasons)
            path = ("disputed_items", place, "treatment")
            findings.append(decision_missing(place + 1, reason, path=path))
    findings += run_checks("review", reviewed, is_whole=is_whole)
    return reviewed


def settle(document: Document, source: str, table: Table) -> Reviewed:
    """A case or a determination record as it is, for rendering: nothing is held up, nothing proposed anew."""
    node, findings = document.read()
    proposals: list[Verdict | None] = []
    case = None
    if node is not None:
        if isinstance(node, dict) and is_record(node):
            node, proposals, faults = case_of_record(node)
            findings += faults
        case = CASE.read(node, (), findings)
        findings += rules_references.unknown_references(node, table)
    if case is None or errors(findings):
        return Reviewed(None, _placed(document, findings, source))
    verdicts = []
    for place, (item, proposal) in enumerate(zip_longest(case.disputed_items, proposals)):
        decided = Verdict(item.decision, item.rationale or "") if item.decision is not None else proposal
        if decided is None:
            path = ("disputed_items", place, "treatment")
            findings.append(decision_missing(place + 1, "`imr decide` does that", path=path))
        verdicts.append(decided)
    return Reviewed(Review(case, (), tuple(verdicts), table), _placed(document, findings, source))


def _placed(document: Document, findings: list[Finding], source: str) -> tuple[Finding, ...]:
    return tuple(finding.in_source(source) for finding in document.places(findings))


def reviewed_text(text: CaseText, run: Run, kit: Kit) -> Reviewed:
    """Read, check, hold up and decide one case."""
    if text.document is None:
        return Reviewed(None, text.findings)
    return review(text.document, text.source, kit.table, kit.wording, run.selection)


def letters_of(reviewed: Reviewed, formats: Sequence[str], kit: Kit) -> tuple[dict[str, str], list[Finding]]:
    """The letter of a case that was not refused in each format, and what the finished letters lack.

    For `json` it is the determination record.
    """
    if reviewed.review is None or errors(reviewed.findings):
        raise ValueError("a refused case has no letter")
    review = reviewed.review
    letters: dict[str, str] = {}
    lacking: list[Finding] = []
    letter = None
    for form in formats:
        if form == "json":
            from imr_cli.letter.record import determination_record

            letters[form] = determination_record(reviewed, kit.wording)
            continue
        if letter is None:
            letter = compose(review.case, review.decided, kit.wording, kit.table)
        letters[form] = kit.layouts.lay_out(letter, form)
        missing = missing_parts(letter, letters[form], form, review, kit.wording)
        if missing:  # the bundled layouts show all that they are given
            place = kit.words_place if kit.layouts.is_bundled(form) else kit.layouts.named(form)
            lacking += [each.in_source(place) for each in missing]
    return letters, lacking
