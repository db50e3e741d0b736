"""Read a determination record back: its case as a case file has it, and what was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.decide import Verdict
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
        proposals = [_proposal(row.get("proposed"), place, faults) for place, row in enumerate(rows)]
        case["disputed_items"] = [
            {name: value for name, value in row.items() if name not in _OF_ITEM}
            if isinstance(row, dict)
            else row
            for row in items
        ]
    return case, proposals, faults


def _proposal(node: Any, place: int, faults: list[Finding]) -> Verdict | None:
    if node is None:
        return None
    if isinstance(node, dict) and set(node) == {"decision", "rationale"}:
        decision, rationale = node["decision"], node["rationale"]
        if decision in ("upheld", "overturned") and isinstance(rationale, str) and rationale.strip():
            return Verdict(decision, rationale, is_proposed=True)
    faults.append(not_a_record(path=("disputed_items", place, "proposed")))
    return None
