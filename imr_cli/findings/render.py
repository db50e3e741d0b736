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


def concise(finding: Finding) -> str:
    """Return the finding on one line, its place as far as it is known."""
    line = f":{finding.line}" if finding.line else ""
    column = f":{finding.column}" if line and finding.column else ""
    return f"{finding.source}{line}{column}: {finding.severity}: {finding.message}  [{finding.rule.code}]"


def full(finding: Finding, lines: Lines | None) -> str:
    """Return the finding with the line that it is about, and what to do."""
    shown = [concise(finding)]
    if lines is not None and finding.line:
        shown += [f"    {lines.line(finding.line)}", "    " + " " * (finding.column - 1) + "^"]
    for name in ("Remedy", "Authority"):
        if paragraph := paragraph_of(finding.rule.documentation, name):
            shown.append(f"    {name.lower()}: {paragraph}")
    return "\n".join(shown)


def github(finding: Finding) -> str:
    """Return the finding as a workflow command, which GitHub shows beside the line."""
    kind = "notice" if finding.severity == "note" else finding.severity
    return (
        f"::{kind} file={_escaped(finding.source)},line={finding.line or 1},col={finding.column or 1},"
        f"title={finding.rule.code}::{_escaped(finding.message, '')}"
    )


def _escaped(text: str, also: str = ":,") -> str:
    for each in f"%\r\n{also}":
        text = text.replace(each, f"%{ord(each):02X}")
    return text


def shown_as(style: str, finding: Finding, lines: Lines | None) -> str:
    """Return the finding in one of the styles; for `json`, as one entry of the list."""
    if style == "json":
        return json.dumps(as_record(finding), ensure_ascii=False, indent=2)
    if style == "full":
        return full(finding, lines)
    return github(finding) if style == "github" else concise(finding)


def paragraph_of(documentation: str, name: str) -> str:
    """Return the paragraph of a rule's documentation that begins with that name, on one line; or nothing."""
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
