"""Print findings and standings for people and for machines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from imr_cli.files.output import write_stdout
from imr_cli.findings.render import concise, full, github, json_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.files.bundled import DataFault
    from imr_cli.files.document import Document
    from imr_cli.findings.finding import Finding


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
