"""Show findings as they come: on standard error for people, or as one JSON list for machines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from imr_cli.findings.render import shown_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from imr_cli.files.document import Document
    from imr_cli.findings.finding import Finding


def say(line: str) -> None:
    """Print a line on standard error."""
    print(line, file=sys.stderr)


class Reporter:
    """Shows the findings of a command in one style.

    Args:
        style: one of `render.STYLES`. As JSON all findings become one list, which `close` ends.
        quiet: show people errors only.
        on_stdout: write the JSON list to standard output, where nothing else goes.
        say: shows people a line.
    """

    def __init__(
        self, style: str, *, quiet: bool = False, on_stdout: bool = False, say: Callable[[str], None] = say
    ) -> None:
        self.style = style
        self.is_json = style == "json"
        self._errors_only = quiet and not self.is_json
        self._on_stdout = on_stdout
        self._say = say
        self._listed = 0

    def report(self, findings: Iterable[Finding], document: Document | None = None) -> None:
        """Show findings; `document` has the lines that they are about."""
        for each in findings:
            if each.severity == "error" or not self._errors_only:
                self.show(shown_as(self.style, each, document))

    def show(self, text: str) -> None:
        """Show a finding that is in its style already."""
        if self.is_json:
            indented = text.replace("\n", "\n  ")
            self._write(f"{',' if self._listed else '['}\n  {indented}")
            self._listed += 1
        else:
            self._say(text)

    def close(self) -> None:
        """End the JSON list."""
        if self.is_json:
            self._write("\n]\n" if self._listed else "[]\n")
            if self._on_stdout:
                sys.stdout.buffer.flush()

    def _write(self, text: str) -> None:
        if self._on_stdout:
            sys.stdout.buffer.write(text.encode("utf-8"))
        else:
            sys.stderr.write(text)
