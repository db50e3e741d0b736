"""The determination record: a case with its outcome and standings, as JSON.

The record holds the case's own fields under their own names, so reading one back (`case_of_record`) is
reading a case. A proposed decision stays apart from `decision`: only a person writes that.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

from imr_cli.case.model import Guidelines, MedicalRecord
from imr_cli.decision.decide import ItemDecision, limit_words, outcome
from imr_cli.findings.faults.fields import not_a_record
from imr_cli.findings.finding import as_record
from imr_cli.letter.formats.format import Format

if TYPE_CHECKING:
    from imr_cli.decision.standing import Standing
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding
    from imr_cli.letter.formats.format import Manuscript
    from imr_cli.letter.wording import Wording


VERSION = "1"
_OF_CASE = ("record_version", "outcome", "draft", "findings")
_OF_ITEM = ("governing_date", "proposed", "standing")
_NOT_PLAIN = "[\x85\u2028\u2029\ud800-\udfff\ufeff]"


def lay_out(manuscript: Manuscript) -> bytes:
    """Return the record of a determination, as JSON."""
    determination, wording = manuscript.determination, manuscript.wording
    record = {
        "record_version": VERSION,
        "outcome": determination.outcome,
        "draft": determination.is_draft,
        **_plain(determination.case),
    }
    items, standings = record["disputed_items"], determination.standings
    for row, standing, decided in zip(items, standings, determination.decided, strict=True):
        row["governing_date"] = standing.governing_date.isoformat()
        if decided.is_proposed:
            row["proposed"] = {"decision": decided.decision, "rationale": decided.rationale}
        row["standing"] = standing_record(standing, wording)
    record["findings"] = [as_record(finding) for finding in manuscript.findings]
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    # YAML takes these for line breaks, and the names of files may hold what is no character.
    return re.sub(_NOT_PLAIN, lambda match: f"\\u{ord(match.group()):04x}", text).encode("utf-8")


def standing_record(standing: Standing, wording: Wording) -> dict[str, Any]:
    """Return how an item stands, as the record has it."""
    topic, document = standing.topic, standing.document
    record: dict[str, Any] = {
        "direction": standing.direction,
        "reasons": [wording.say(reason) for reason in standing.reasons],
        "found": wording.say(standing.found.how),
    }
    if document is not None:
        record["document"] = document.id
    if topic is not None:
        record |= {"topic": topic.id, "title": topic.title}
        record |= {"basis": topic.basis, "confidence": topic.confidence}
    elif standing.found.candidates:
        record["candidates"] = [f"{each.document}/{each.id}" for each in standing.found.candidates]
    record["limits"] = [
        {
            "limit": each.kind.id,
            "statement": limit_words(each.kind.statement, str(each.figure)),
            "figure": str(each.figure),
            "amount": wording.say(each.amount),
            "status": each.status,
            "decides": each.decides,
        }
        for each in standing.limits
    ]
    record["criteria"] = [
        {"criterion": each.criterion.id, "statement": each.criterion.statement, "status": each.status}
        for each in standing.criteria
    ]
    return record


def _plain(value: Any) -> Any:
    """Return a part of a case as the case file has it; fields that were not given are left out."""
    if isinstance(value, Guidelines) and value.is_none:
        return "none"
    if hasattr(value, "_fields"):
        renamed = {"first": "from", "last": "to"} if isinstance(value, MedicalRecord) else {}
        return {
            renamed.get(name, name): _plain(each)
            for name, each in value._asdict().items()
            if name != "is_none" and each is not None and each not in ((), {})
        }
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: "unknown" if each is None else _plain(each) for name, each in value.items()}
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def is_record(node: Node) -> bool:
    """Whether a document is a determination record rather than a case file."""
    return isinstance(node, dict) and "record_version" in node


def case_of_record(node: dict[str, Any]) -> tuple[dict[str, Any], list[ItemDecision | None], list[Finding]]:
    """Return a record's case as a case file has it, and its proposals by item (None: decided)."""
    faults: list[Finding] = []
    if node["record_version"] != VERSION:
        faults.append(not_a_record(path=("record_version",)))
    case = _without(_OF_CASE, node)
    items = case.get("disputed_items")
    proposals: list[ItemDecision | None] = []
    if isinstance(items, list):
        rows = [row if isinstance(row, dict) else {} for row in items]
        proposals = [_proposal(row, place, faults) for place, row in enumerate(rows)]
        if not faults:
            faults += _contradictions(node, rows, proposals)
        case["disputed_items"] = [_without(_OF_ITEM, row) if isinstance(row, dict) else row for row in items]
    return case, proposals, faults


def _without(left_out: tuple[str, ...], row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in left_out}


def _contradictions(
    record: dict[str, Any], rows: list[dict[str, Any]], proposals: list[ItemDecision | None]
) -> list[Finding]:
    """Return what the record says of the whole case, where its items say something else."""
    pairs = zip(rows, proposals, strict=True)
    words = [each.decision if each else row.get("decision") for row, each in pairs]
    decisions = [ItemDecision(each, "") for each in words if each in ("upheld", "overturned")]
    if not decisions or len(decisions) < len(words):
        return []  # the fault of an item, which is found there
    derived = {"outcome": outcome(tuple(decisions)), "draft": "true" if any(proposals) else "false"}
    return [not_a_record(path=(name,)) for name, value in derived.items() if record.get(name) != value]


def _proposal(row: dict[str, Any], place: int, faults: list[Finding]) -> ItemDecision | None:
    node = row.get("proposed")
    if node is None:
        return None
    if "decision" not in row and isinstance(node, dict) and set(node) == {"decision", "rationale"}:
        decision, rationale = node["decision"], node["rationale"]
        if decision in ("upheld", "overturned") and isinstance(rationale, str) and rationale.strip():
            return ItemDecision(decision, rationale, is_proposed=True)
    faults.append(not_a_record(path=("disputed_items", place, "proposed")))
    return None


FORMAT = Format("json", "json", lay_out, bytes.decode, is_letter=False)
