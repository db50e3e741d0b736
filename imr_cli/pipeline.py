"""The whole line: read a case, check it, compare it with the guideline, decide it, make its letters."""

from __future__ import annotations

from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.case.form import CASE
from imr_cli.checks import catalogue  # noqa: F401  (the checks register themselves)
from imr_cli.checks.audit import Audit
from imr_cli.decision.decide import ItemDecision, decide_item, stand
from imr_cli.decision.determination import Determination
from imr_cli.findings.faults.fields import decision_missing
from imr_cli.findings.finding import Unreadable, errors, run_checks
from imr_cli.findings.selection import EVERYTHING, Selection
from imr_cli.letter.drafts import with_draft
from imr_cli.letter.formats.format import Manuscript
from imr_cli.letter.formats.record import case_of_record, is_record
from imr_cli.letter.formats.registry import FORMATS
from imr_cli.letter.required_parts import missing_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from imr_cli.case.model import Case
    from imr_cli.case.sources import CaseText
    from imr_cli.files.document import Document
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table
    from imr_cli.letter.wording import Wording
    from imr_cli.resources import Resources


class Examined(NamedTuple):
    """What became of one document: its determination, None where it could not be read, and all findings."""

    determination: Determination | None
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        """Whether there will be no letter."""
        return self.determination is None or bool(errors(self.findings))

    def also(self, findings: Iterable[Finding]) -> Examined:
        """Return the same with further findings."""
        return self._replace(findings=(*self.findings, *findings))


def examine(
    document: Document, source: str, table: Table, wording: Wording, selection: Selection = EVERYTHING
) -> Examined:
    """Examine one document. All its findings come in one list, in the order of the file.

    `selection` says which findings are reported and how severe they are.
    """
    node, findings = document.read()
    determination = None
    if node is not None:
        audit = _read_case(node, table, findings)
        if not errors(findings):
            determination = _audited(audit, wording, findings)
        else:
            with suppress(Unreadable, TypeError):
                _audited(audit, wording, findings, is_whole=False)
    return Examined(determination, _placed(document, selection.apply(findings), source))


def _read_case(node: Node, table: Table, findings: list[Finding]) -> Audit:
    """Return the case for its audit, as far as it can be read, and add what is wrong with its form."""
    audit = Audit(CASE.read(node, (), findings), table)
    findings += run_checks("form", audit, is_whole=not errors(findings))
    return audit


def _audited(
    audit: Audit, wording: Wording, findings: list[Finding], *, is_whole: bool = True
) -> Determination:
    """Compare a case with the guideline, decide it, and add what the checks find.

    Of a case that is not whole, what can be found.

    Raises:
        Unreadable, TypeError: too much of it could not be read for it to be decided.
    """
    case = audit.case
    findings += run_checks("case", audit, is_whole=is_whole)
    standings = stand(case, audit.table)
    decisions = tuple(
        with_draft(decide_item(item, standing), item, standing, wording)
        for item, standing in zip(case.disputed_items, standings, strict=True)
    )
    determination = Determination(case, standings, decisions)
    for index, each in enumerate(decisions):
        if each is None:
            findings.append(_undecided(index, "; ".join(map(wording.say, standings[index].reasons))))
    audit.take(determination)
    findings += run_checks("determination", audit, is_whole=is_whole)
    return determination


def read_decided(text: CaseText, resources: Resources) -> Examined:
    """Return a case or a determination record as it is, for rendering: nothing is compared or proposed."""
    document = text.document
    if document is None:
        return Examined(None, text.findings)
    node, findings = document.read()
    determination = None
    if node is not None:
        proposals: list[ItemDecision | None] = []
        if isinstance(node, dict) and is_record(node):
            node, proposals, faults = case_of_record(node)
            findings += faults
        case = _read_case(node, resources.table, findings).case
        if not errors(findings):
            determination = _decided(case, proposals, findings)
    return Examined(determination, _placed(document, findings, text.source))


def _decided(case: Case, proposals: list[ItemDecision | None], findings: list[Finding]) -> Determination:
    decisions = []
    for index, (item, proposal) in enumerate(zip_longest(case.disputed_items, proposals)):
        decided = ItemDecision(item.decision, item.rationale or "") if item.decision is not None else proposal
        if decided is None:
            findings.append(_undecided(index, "`imr decide` does that"))
        decisions.append(decided)
    return Determination(case, (), tuple(decisions))


def _undecided(index: int, reason: str) -> Finding:
    return decision_missing(index + 1, reason, path=("disputed_items", index, "treatment"))


def _placed(document: Document, findings: list[Finding], source: str) -> tuple[Finding, ...]:
    return tuple(finding.in_source(source) for finding in document.locate(findings))


def examine_text(text: CaseText, resources: Resources, selection: Selection = EVERYTHING) -> Examined:
    """Return one case read, checked, compared and decided."""
    if text.document is None:
        return Examined(None, text.findings)
    return examine(text.document, text.source, resources.table, resources.wording, selection)


def letters_of(
    examined: Examined, formats: Sequence[str], resources: Resources
) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the letter of a case that was not refused in each format, and what the finished letters lack."""
    if examined.determination is None or errors(examined.findings):
        raise ValueError("a refused case has no letter")
    layouts, wording, table = resources.layouts, resources.wording, resources.table
    manuscript = Manuscript(examined.determination, examined.findings, wording, table, layouts)
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
