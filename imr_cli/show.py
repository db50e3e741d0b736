"""Print findings and standings for people and for machines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from imr_cli.finding import as_record
from imr_cli.writer import write_stdout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from imr_cli.data_file import DataFault
    from imr_cli.finding import Finding
    from imr_cli.reader import Document
    from imr_cli.review import Review
    from imr_cli.wording import Wording

STYLES = ("concise", "full", "json", "github")
PARAGRAPHS = ("Why", "Example", "Remedy", "Authority")
"""The named paragraphs of a rule's documentation, in their order."""


def place_of(finding: Finding) -> str:
    """`file:line:column`, as far as it is known."""
    if not finding.line:
        return finding.source
    return (
        f"{finding.source}:{finding.line}:{finding.column}"
        if finding.column
        else f"{finding.source}:{finding.line}"
    )


def concise(finding: Finding) -> str:
    """The finding on one line."""
    return f"{place_of(finding)}: {finding.severity}: {finding.message}  [{finding.rule.code}]"


def full(finding: Finding, document: Document | None) -> str:
    """The finding with the line that it is about, and what to do."""
    lines = [concise(finding)]
    if document is not None and finding.line:
        text = document.line(finding.line)
        lines += [f"    {text}", "    " + " " * (finding.column - 1) + "^"]
    remedy = paragraph_of(finding.rule.documentation, "Remedy")
    if remedy:
        lines.append(f"    remedy: {remedy}")
    authority = paragraph_of(finding.rule.documentation, "Authority")
    if authority:
        lines.append(f"    authority: {authority}")
    return "\n".join(lines)


def github(finding: Finding) -> str:
    """The finding as a workflow command, which GitHub shows beside the line."""
    kind = {"error": "error", "warning": "warning", "note": "notice"}[finding.severity]
    message = _escaped(finding.message, "")
    return (
        f"::{kind} file={_escaped(finding.source)},line={finding.line or 1},col={finding.column or 1},"
        f"title={finding.rule.code}::{message}"
    )


def _escaped(text: str, also: str = ":,") -> str:
    """Text as a workflow command has it."""
    for each in f"%\r\n{also}":
        text = text.replace(each, f"%{ord(each):02X}")
    return text


def shown_as(style: str, finding: Finding, document: Document | None) -> str:
    """The finding in one of the styles; for `json`, as one entry of the list."""
    if style == "json":
        return json.dumps(as_record(finding), ensure_ascii=False, indent=2)
    if style == "full":
        return full(finding, document)
    return github(finding) if style == "github" else concise(finding)


def paragraph_of(documentation: str, name: str) -> str:
    """The paragraph of a rule's documentation that begins with that name, on one line; or nothing."""
    text: list[str] = []
    for line in documentation.splitlines():
        stripped = line.strip()
        if stripped.startswith(f"{name}:"):
            text = [stripped.removeprefix(f"{name}:").strip()]
        elif text and (not stripped or stripped.split(":")[0] in PARAGRAPHS):
            break
        elif text:
            text.append(stripped)
    return " ".join(text)


def print_findings(findings: Sequence[Finding], style: str, document: Document | None = None) -> None:
    """Findings on standard error, in the chosen style. JSON is printed once, by `print_json`."""
    words = {"concise": concise, "github": github}.get(style, lambda each: full(each, document))
    for finding in findings:
        print(words(finding), file=sys.stderr)


def print_fault(fault: DataFault, style: str, *, on_stdout: bool = False) -> None:
    """Why the files that the program works with cannot be used, in the chosen style; as JSON, one list."""
    if style == "json":
        (write_stdout if on_stdout else sys.stderr.write)(json_of(fault.findings))
    else:
        print_findings(fault.findings, style, fault.document)


def json_of(findings: Iterable[Finding]) -> str:
    """The findings alone, as JSON text."""
    return json.dumps([as_record(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def print_standings(reviews: Sequence[Review], wording: Wording) -> None:
    """A table on standard error: item, request, guideline, standing, decision. For terminals only."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    for review in reviews:
        grid = Grid(
            title=Text(review.case.case_number), title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1)
        )
        grid.add_column("#", justify="right", no_wrap=True)
        grid.add_column("request", overflow="fold")
        grid.add_column("guideline", overflow="fold")
        grid.add_column("standing", min_width=11)
        grid.add_column("decision", min_width=10)
        for number, (item, standing, verdict) in enumerate(
            zip(review.case.disputed_items, review.standings, review.verdicts, strict=True), 1
        ):
            guideline = standing.document.name if standing.document else "-"
            if standing.topic:
                guideline += f": {standing.topic.title}"
            decision = wording.say(f"decision.{verdict.decision}") if verdict else "-"
            if verdict and verdict.is_proposed:
                decision = wording.say("decision.proposed", decision=decision)
            direction = wording.say(f"direction.{standing.direction}")
            grid.add_row(
                *(
                    Text(cell)
                    for cell in (
                        str(number),
                        _short(item.treatment, 100),
                        _short(guideline, 72),
                        direction,
                        decision,
                    )
                )
            )
        console.print(grid)


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."
