"""Files that the program works with: law, wording and house, parsed beforehand or read as YAML.

A fault in one of them stops the run with nothing written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imr_cli import rules_house as rules
from imr_cli.compiled_files import node_of
from imr_cli.places import content_of, shown_place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from imr_cli.finding import Finding
    from imr_cli.places import Folder
    from imr_cli.reader import Document, Node


class DataFault(Exception):
    """Files that the program works with cannot be used. `findings` say why, with positions.

    `document` is the file that all of them are about, where there is one to show lines of.
    """

    def __init__(self, findings: list[Finding], document: Document | None = None) -> None:
        super().__init__(f"{findings[0].source}: {findings[0].message}")
        self.findings = findings
        self.document = document


class DataFile(NamedTuple):
    """A file of one document that is free of faults of YAML: what it holds, and its text for their places."""

    source: str
    content: bytes
    node: Node

    def refuse(self, faults: list[Finding]) -> None:
        """Raise `DataFault` where there are any."""
        if faults:
            from imr_cli.reader import documents

            (document,), _ = documents(self.content)
            raise DataFault([fault.in_source(self.source) for fault in document.places(faults)], document)


def data_file(compiled: Mapping[str, Any], folder: Folder, name: str) -> DataFile:
    """The file of that name below a folder; `compiled` holds what was parsed beforehand.

    Raises:
        DataFault: it cannot be opened, or is not one document of YAML.
    """
    source = shown_place(folder, name)
    try:
        content = content_of(folder, name)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DataFault([rules.file_not_readable(reason).in_source(source)]) from None
    node = node_of(compiled, name, content)
    if node is None:
        from imr_cli.reader import documents  # an edited file

        found, findings = documents(content)
        if len(found) > 1:
            findings = [rules.second_document().at(found[1].first_line, 1)]
        elif found:
            node, more = found[0].read()
            findings = [*findings, *more]
        if node is None or findings:
            whole = found[0]._replace(text=content.decode(errors="replace"), first_line=1) if found else None
            raise DataFault([finding.in_source(source) for finding in findings], whole)
    return DataFile(source, content, node)
