"""A finding as people and machines read it: on one line, in full, as JSON, as a workflow command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from imr_cli.findings.finding import as_record

if TYPE_CHECKING:
    from imr_cli.findings.finding import Finding

STYLES = ("concise", "full", "json", "github")

PARAGRAPHS = ("Why", "Example", "Remedy", "Authority")
"""The named paragraphs of a rule's documentation, in their order."""


class Lines(Protocol):
    """What has the lines that findings are about."""

    def line(self, number: int) -> str:
        """Return a line by its number."""


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


def full(finding: Finding, lines: Lines | None) -> str:
    """The finding with the line that it is about, and what to do."""
    shown = [concise(finding)]
    if lines is not None and finding.line:
        shown += [f"    {lines.line(finding.line)}", "    " + " " * (finding.column - 1) + "^"]
    remedy = paragraph_of(finding.rule.documentation, "Remedy")
    if remedy:
        shown.append(f"    remedy: {remedy}")
    authority = paragraph_of(finding.rule.documentation, "Authority")
    if authority:
        shown.append(f"    authority: {authority}")
    return "\n".join(shown)


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


def shown_as(style: str, finding: Finding, lines: Lines | None) -> str:
    """The finding in one of the styles; for `json`, as one entry of the list."""
    if style == "json":
        return json.dumps(as_record(finding), ensure_ascii=False, indent=2)
    if style == "full":
        return full(finding, lines)
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
