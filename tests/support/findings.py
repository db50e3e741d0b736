"""What is found on a case: by examining it, or as its reader sees it on the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.files.document import documents
from imr_cli.pipeline import examine
from imr_cli.resources import Resources

if TYPE_CHECKING:
    from imr_cli.findings.finding import Finding

RESOURCES = Resources()
_LINE = re.compile(
    r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|note): \S.*  \[(?P<code>IMR\d{3})\]"
)


def findings(text: str) -> list[Finding]:
    """Return every finding on a case."""
    [document], _ = documents(text.encode())
    return examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings


def found(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of every finding on a case."""
    return [(each.rule.code, each.line, each.column) for each in findings(text)]


def codes_of(text: str) -> list[str]:
    """Return the code of every finding on a case."""
    return [each.rule.code for each in findings(text)]


def codes_past_form(text: str) -> list[str]:
    """Return the code of every finding on a case that has no fault of form."""
    found = codes_of(text)
    assert not [code for code in found if code < "IMR300"], found
    return found


def messages(text: str, code: str) -> list[str]:
    """Return the sentences of the findings with that code."""
    return [each.message for each in findings(text) if each.rule.code == code]


def located(text: str, code: str) -> list[tuple[str, int, int]]:
    """Return sentence, line and column of the findings with that code."""
    return [(each.message, each.line, each.column) for each in findings(text) if each.rule.code == code]


def errors_of(stderr: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of every error. Every line there is must be a finding."""
    found = []
    for line in stderr.splitlines():
        match = _LINE.fullmatch(line)
        assert match, f"not a finding: {line!r}"
        if match["severity"] == "error":
            found.append((match["code"], int(match["line"]), int(match["column"])))
    return found
