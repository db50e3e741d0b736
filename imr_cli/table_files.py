"""The files of the guideline table, and their compiled form, `table.jsonl` (`compiled_files`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.compiled_files import compiled_form, fingerprint_of
from imr_cli.places import content_of, has_file, names_in
from imr_cli.table import Table, TableFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from imr_cli.finding import Finding
    from imr_cli.places import Folder
    from imr_cli.reader import Node

COMPILED = "table.jsonl"
_FILES = ("documents.yaml", "criteria.yaml", "limits.yaml", "words.yaml")


def file_names(folder: Folder) -> list[str]:
    """The table's files, in the order in which they are read."""
    topics = [f"topics/{name}" for name in names_in(folder, "topics") if name.endswith(".yaml")]
    return [*(name for name in _FILES if has_file(folder, name)), *topics]


def load_table(folder: Folder, extra: Folder | None = None) -> Table:
    """The table of a folder, quickly where its compiled form was built from the same files.

    `extra` is a folder of the same form whose rows are added; a row with a known id replaces that row.

    Raises:
        TableFault: a file cannot be read as the table, or `extra` has a fault.
    """
    contents = contents_of(folder)
    fingerprint = fingerprint_of(contents)
    compiled = compiled_form(folder, COMPILED, fingerprint)
    files: Mapping[str, Any] = compiled if compiled is not None else read_files(contents)
    if extra is None:
        return Table(
            {name: files[name] for name in contents} if compiled is None else files, fingerprint, compiled
        )
    from imr_cli.table_overlay import overlaid

    own = contents_of(extra)
    try:
        together = overlaid({name: files[name] for name in contents}, own)
    except TableFault as fault:
        raise TableFault([each.in_source(f"{extra}/{each.source}") for each in fault.findings]) from None
    return Table(together, fingerprint_of({**contents, **{f"+{name}": own[name] for name in own}}))


def contents_of(folder: Folder) -> dict[str, bytes]:
    """The table's files of a folder, by name."""
    return {name: content_of(folder, name) for name in file_names(folder)}


def is_outdated(folder: Folder) -> bool:
    """Whether the compiled table was built from other files than those of the folder."""
    if not has_file(folder, COMPILED):
        return False
    return compiled_form(folder, COMPILED, fingerprint_of(contents_of(folder))) is None


def read_files(contents: Mapping[str, bytes]) -> dict[str, Node]:
    """The files as plain data; their rows are not looked at yet.

    Raises:
        TableFault: a file is not readable at all.
    """
    from imr_cli.reader import documents

    files: dict[str, Node] = {}
    faults: list[Finding] = []
    for name, content in contents.items():
        found, findings = documents(content)
        for document in found[:1]:
            node, more = document.read()
            findings = [*findings, *more]
            if node is not None:
                files[name] = node
        faults += [finding.in_source(name) for finding in findings]
    if faults:
        raise TableFault(faults)
    return files
