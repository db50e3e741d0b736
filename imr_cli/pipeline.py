"""From the text of a case to everything that is known of it: read, check, hold up, decide.

The straight line of the program, one step after the other; what comes out goes to `compose`.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.case.form import CASE
from imr_cli.checks import catalogue as all_checks  # noqa: F401  (the checks register themselves)
from imr_cli.checks import citations as rules_references
from imr_cli.checks.audit import Audit
from imr_cli.decision.decide import ItemDecision, decide_item, stand
from imr_cli.decision.determination import Determination
from imr_cli.findings.faults.fields import decision_missing
from imr_cli.findings.finding import Unreadable, errors, run_checks
from imr_cli.findings.selection import EVERYTHING, Selection
from imr_cli.letter.formats.format import Manuscript
from imr_cli.letter.formats.record import case_of_record, is_record
from imr_cli.letter.formats.registry import FORMATS
from imr_cli.letter.required_parts import missing_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.batch.options import Run
    from imr_cli.case.model import Case
    from imr_cli.case.sources import CaseText
    from imr_cli.files.document import Document
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table
    from imr_cli.letter.wording import Wording
    from imr_cli.resources import Resources


class Examined(NamedTuple):
    """What became of one document: its review, None where it could not be read, and all findings."""

    determination: Determination | None
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        """Whether there will be no letter."""
        return self.determination is None or bool(errors(self.findings))


def examine(
    document: Document, source: str, table: Table, wording: Wording, selection: Selection = EVERYTHING
) -> Examined:
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
                _audit(case, table, wording, findings, is_whole=False)
        return Examined(None, _placed(document, selection.apply(findings), source))
    determination = _audit(case, table, wording, findings)
    return Examined(determination, _placed(document, selection.apply(findings), source))


def _audit(
    case: Case, table: Table, wording: Wording, findings: list[Finding], *, is_whole: bool = True
) -> Determination:
    """Hold a case up, decide it, and add what the checks find; of one that is not whole, what can be found.

    Raises:
        Unreadable, TypeError: so much of it could not be read that it cannot be held up.
    """
    findings += run_checks("audit", case, is_whole=is_whole)
    standings = stand(case, table)
    decisions = tuple(
        decide_item(item, standing, wording)
        for item, standing in zip(case.disputed_items, standings, strict=True)
    )
    determination = Determination(case, standings, decisions)
    for place, each in enumerate(decisions):
        if each is None:
            reason = "; ".join(wording.say(said) for said in standings[place].reasons)
            path = ("disputed_items", place, "treatment")
            findings.append(decision_missing(place + 1, reason, path=path))
    findings += run_checks("review", Audit(determination, table), is_whole=is_whole)
    return determination


def read_decided(document: Document, source: str, table: Table) -> Examined:
    """A case or a determination record as it is, for rendering: nothing is held up, nothing proposed anew."""
    node, findings = document.read()
    proposals: list[ItemDecision | None] = []
    case = None
    if node is not None:
        if isinstance(node, dict) and is_record(node):
            node, proposals, faults = case_of_record(node)
            findings += faults
        case = CASE.read(node, (), findings)
        findings += rules_references.unknown_references(node, table)
    if case is None or errors(findings):
        return Examined(None, _placed(document, findings, source))
    decisions = []
    for place, (item, proposal) in enumerate(zip_longest(case.disputed_items, proposals)):
        decided = ItemDecision(item.decision, item.rationale or "") if item.decision is not None else proposal
        if decided is None:
            path = ("disputed_items", place, "treatment")
            findings.append(decision_missing(place + 1, "`imr decide` does that", path=path))
        decisions.append(decided)
    return Examined(Determination(case, (), tuple(decisions)), _placed(document, findings, source))


def _placed(document: Document, findings: list[Finding], source: str) -> tuple[Finding, ...]:
    return tuple(finding.in_source(source) for finding in document.locate(findings))


def examine_text(text: CaseText, run: Run, resources: Resources) -> Examined:
    """Read, check, hold up and decide one case."""
    if text.document is None:
        return Examined(None, text.findings)
    return examine(text.document, text.source, resources.table, resources.wording, run.selection)


def letters_of(
    examined: Examined, formats: Sequence[str], resources: Resources
) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the letter of a case that was not refused in each format, and what the finished letters lack."""
    if examined.determination is None or errors(examined.findings):
        raise ValueError("a refused case has no letter")
    layouts = resources.layouts
    manuscript = Manuscript(
        examined.determination, examined.findings, resources.wording, resources.table, layouts
    )
    letters: dict[str, bytes] = {}
    lacking: list[Finding] = []
    for name in formats:
        fmt = FORMATS[name]
        letters[name] = fmt.lay_out(manuscript)
        missing = missing_parts(manuscript, letters[name], fmt) if fmt.is_letter else []
        if missing:  # the bundled layouts show all that they are given
            is_bundled = layouts.is_bundled(fmt.layout)
            place = resources.words_place if is_bundled else layouts.named(fmt.layout)
            lacking += [each.in_source(place) for each in missing]
    return letters, lacking
