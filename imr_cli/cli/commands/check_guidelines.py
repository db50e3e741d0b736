"""`imr check-guidelines` without cases, and `imr guideline`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from imr_cli.batch.options import DONE, WRONG_USAGE
from imr_cli.files.bundled import DataFault, bundled
from imr_cli.files.output import write_stdout
from imr_cli.guideline.loading import contents_of, load_table
from imr_cli.reports.reporter import Reporter

if TYPE_CHECKING:
    from pathlib import Path

    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table


def check_table(extra: Path | None, *, quiet: bool, style: str) -> int:
    """Prove the bundled table, with a house's rows, and print its summary. 2 where it has a fault."""
    from imr_cli.guideline.proof import table_findings

    folder = bundled("guidelines")
    contents = contents_of(folder)
    findings: list[Finding] = [
        each.in_source(f"guidelines/{each.source}") for each in table_findings(contents)
    ]
    table = None
    if not findings:
        try:
            table = load_table(folder, extra)
        except DataFault as fault:
            findings = fault.findings
    reporter = Reporter(style, on_stdout=True)
    reporter.report(findings)
    reporter.close()
    if table is None:
        return WRONG_USAGE
    if not quiet and not reporter.is_json:
        write_stdout("\n".join(summary(table)) + "\n")
    return DONE


def summary(table: Table) -> list[str]:
    """What the table holds: by document, by basis, by confidence, and its known gaps."""
    topics = list(table.topics())
    criteria = {found.id for name in table.criterion_ids if (found := table.criterion(name))}
    lines = ["document                    in force                  topics  verified  memory  draft"]
    for document in table.documents():
        rows = [topic for topic in topics if topic.document == document.id]
        basis = Counter(topic.basis for topic in rows)
        counts = (
            f"{len(rows):6}  {basis['verified']:8}  {basis['memory']:6}  {basis['draft']:5}"
            if rows
            else "     -"
        )
        first = document.first_day.isoformat() if document.first_day else "?"
        last = document.end_day.isoformat() if document.end_day else ""
        lines.append(f"{document.id:<27} {first:>10} .. {last:<10}  {counts}".rstrip())
    confidence = Counter(topic.confidence for topic in topics)
    basis = Counter(topic.basis for topic in topics)
    lines += [
        "",
        (
            f"{len(table.document_ids)} documents, {len(topics)} topics, "
            f"{len(criteria)} criteria, {len(table.limit_ids)} kinds of limits"
        ),
        "basis: " + ", ".join(f"{basis[name]} {name}" for name in ("verified", "memory", "draft")),
        "confidence: " + ", ".join(f"{confidence[name]} {name}" for name in ("high", "medium", "low")),
        "known gaps:",
        *(f"- {gap}" for gap in table.gaps),
    ]
    return lines
