"""Read a determination record back: its case as a case file has it, and what was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.decide import Verdict, outcome
from imr_cli.rules_fields import not_a_record

if TYPE_CHECKING:
    from imr_cli.finding import Finding
    from imr_cli.reader import Node

VERSION = "1"
_OF_CASE = ("record_version", "outcome", "draft", "findings")
_OF_ITEM = ("governing_date", "proposed", "standing")


def is_record(node: Node) -> bool:
    """Whether a document is a determination record rather than a case file."""
    return isinstance(node, dict) and "record_version" in node


def case_of_record(node: dict[str, Any]) -> tuple[dict[str, Any], list[Verdict | None], list[Finding]]:
    """A record's case as a case file has it, and its proposed verdicts by item (None: decided)."""
    faults: list[Finding] = []
    if node["record_version"] != VERSION:
        faults.append(not_a_record(path=("record_version",)))
    case = {name: value for name, value in node.items() if name not in _OF_CASE}
    items = case.get("disputed_items")
    proposals: list[Verdict | None] = []
    if isinstance(items, list):
        rows = [row if isinstance(row, dict) else {} for row in items]
        proposals = [_proposal(row, place, faults) for place, row in enumerate(rows)]
        if not faults:
            faults += _contradictions(node, rows, proposals)
        case["disputed_items"] = [
            {name: value for name, value in row.items() if name not in _OF_ITEM}
            if isinstance(row, dict)
            else row
            for row in items
        ]
    return case, proposals, faults


def _contradictions(
    record: dict[str, Any], rows: list[dict[str, Any]], proposals: list[Verdict | None]
) -> list[Finding]:
    """What the record says of the whole case, where its items say something else."""
    decisions = [
        each.decision if each else row.get("decision") for row, each in zip(rows, proposals, strict=True)
    ]
    verdicts = [Verdict(each, "") for each in decisions if each in ("upheld", "overturned")]
    if not verdicts or len(verdicts) < len(decisions):
        return []  # the fault of an item, which is found there
    derived = {
        "outcome": outcome(tuple(verdicts)),
        "draft": "true" if any(proposals) else "false",
    }
    return [not_a_record(path=(name,)) for name, value in derived.items() if record.get(name) != value]


def _proposal(row: dict[str, Any], place: int, faults: list[Finding]) -> Verdict | None:
    node = row.get("proposed")
    if node is None:
        return None
    if "decision" not in row and isinstance(node, dict) and set(node) == {"decision", "rationale"}:
        decision, rationale = node["decision"], node["rationale"]
        if decision in ("upheld", "overturned") and isinstance(rationale, str) and rationale.strip():
            return Verdict(decision, rationale, is_proposed=True)
    faults.append(not_a_record(path=("disputed_items", place, "proposed")))
    return None
