"""A case's line of the manifest. It holds no name and no word of the case's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.finding import shown_path

if TYPE_CHECKING:
    from imr_cli.finding import Finding
    from imr_cli.inputs import CaseText
    from imr_cli.review import Review, Reviewed

_NUMBER = re.compile(r"^case_number:[ \t]*[\"']?(?P<number>CM\d\d-\d{7})\b", re.MULTILINE)


def line_of(
    text: CaseText,
    index: int,
    line: int,
    digest: str | None,
    reviewed: Reviewed,
    review: Review | None,
    files: dict[str, str] | None,
) -> dict[str, Any]:
    """What the manifest keeps of a case. `files` are its letters with their hashes; None: it is refused."""
    record: dict[str, Any] = {"source": text.source, "index": index, "line": line, "sha256": digest}
    if review is None:
        match = _NUMBER.search(text.document.text) if text.document else None
        record["case_number"] = match["number"] if match else None
    else:
        case = review.case
        dates = case.dates
        record["case_number"] = case.case_number
        record["priority"] = case.priority
        record["formulary_dispute"] = case.formulary_dispute
        record["extension_days"] = case.extension_days
        record["dates"] = {
            "injury": dates.injury.isoformat(),
            "utilization_review": dates.utilization_review.isoformat(),
            "application_received": dates.application_received.isoformat(),
            "assigned": dates.assigned.isoformat(),
            "records_received": dates.records_received.isoformat() if dates.records_received else None,
            "decision": dates.decision.isoformat(),
        }
        record["items"] = [
            {
                "decision": verdict.decision if verdict else None,
                "proposed": verdict.is_proposed if verdict else False,
                "document": standing.document.id if standing.document else None,
                "topic": standing.topic.id if standing.topic else None,
                "direction": standing.direction,
                "reviewer": _cited(item.reviewer_guideline),
                "claims_administrator": _cited(item.claims_administrator_guideline),
            }
            for item, standing, verdict in zip(
                case.disputed_items, review.standings, review.verdicts, strict=True
            )
        ]
    record["outcome"] = review.outcome if review is not None and files is not None else None
    record["draft"] = review.is_draft if review is not None and files is not None else False
    record["findings"] = [finding_of_line(each) for each in reviewed.findings]
    record["files"] = files or {}
    return record


def _cited(cited: Any) -> list[str]:
    return [each.document for each in cited.mtus] if cited is not None else []


def finding_of_line(finding: Finding) -> dict[str, Any]:
    """A finding as the manifest keeps it."""
    return {
        "code": finding.rule.code,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "path": shown_path(finding.path),
        "message": finding.message,
    }


def place_of_number(text: CaseText) -> tuple[int, int]:
    """Line and column of the case number, those of the document where it has none, else zeros."""
    if text.document is None:
        return 0, 0
    content = text.document.text
    match = _NUMBER.search(content)
    if match is None:
        return text.document.first_line, 1
    start = match.start("number")
    start -= content[start - 1] in "\"'"
    return text.document.first_line + content.count("\n", 0, start), start - content.rfind("\n", 0, start)
