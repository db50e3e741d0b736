"""The files of the guideline table, and what is made of them once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.files import schema, yaml
from imr_cli.files.bundled import content_of, has_file, names_in
from imr_cli.files.cache import code_of, derived, fingerprint_of
from imr_cli.files.document import documents
from imr_cli.guideline import aliases, forms, rows, table, vocabulary
from imr_cli.guideline.table import Table, TableFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from imr_cli.files.bundled import Folder
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding, Path

_FILES = ("documents.yaml", "criteria.yaml", "limits.yaml", "words.yaml")


def load_table(folder: Folder, extra: Folder | None = None) -> Table:
    """Return the table of a folder.

    `extra` is a folder of the same form whose rows are added; a row with a known id replaces that row.

    Raises:
        TableFault: a file cannot be read as the table, or `extra` has a fault.
    """
    contents = contents_of(folder)
    made = derived(
        "table",
        {**contents, **code_of(yaml, schema, rows, forms, table, vocabulary, aliases)},
        lambda: _made_of(contents),
    )
    if extra is None:
        return Table(made["files"], made["fingerprint"], made["index"])
    own = contents_of(extra)
    try:
        together = overlaid(made["files"], own)
    except TableFault as fault:
        raise TableFault([each.in_source(f"{extra}/{each.source}") for each in fault.findings]) from None
    return Table(together, fingerprint_of({**contents, **{f"+{name}": own[name] for name in own}}))


def _made_of(contents: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the parsed files with their hash and the finder's index, as plain data."""
    files = read_files(contents)
    return {"files": files, "fingerprint": fingerprint_of(contents), "index": aliases.index_of(Table(files))}


def contents_of(folder: Folder) -> dict[str, bytes]:
    """Return the table's files of a folder by name, in the order in which they are read."""
    names = [name for name in _FILES if has_file(folder, name)]
    names += [f"topics/{name}" for name in names_in(folder, "topics") if name.endswith(".yaml")]
    return {name: content_of(folder, name) for name in names}


def read_files(contents: Mapping[str, bytes]) -> dict[str, Node]:
    """Return the files as plain data; their rows are not looked at yet.

    Raises:
        TableFault: a file is not readable at all.
    """
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


def overlaid(files: Mapping[str, Any], own: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the table's files with a house's rows added; a row with a known id takes the place of that row.

    Raises:
        TableFault: the house's files, or the table that they make, have a fault.
    """
    from imr_cli.findings.faults import table as rules_table
    from imr_cli.guideline.proof import cross_findings, form_findings

    if not own:
        raise TableFault([rules_table.no_table_files()])
    faults = form_findings(own)
    if faults:
        raise TableFault(faults)
    together = {name: _copied(content) for name, content in files.items()}
    for name, content in own.items():
        node, _ = documents(content)[0][0].read()
        together[name] = _merged(together[name], node) if name in together else node
    crossed: list[Finding] = []
    for (name, path), finding in cross_findings(together):
        if name in own:
            document = documents(own[name])[0][0]
            placed = finding.under(_own_path(path, together[name], document.read()[0]))
            crossed += [each.in_source(name) for each in document.locate([placed])]
    if crossed:
        raise TableFault(crossed)
    return together


def _own_path(path: Path, together: Any, own: Any) -> Path:
    """Return the path in the house's own file, found by the row's id; that of the file where it has none."""
    field, place = path[0], path[1] if len(path) > 1 else None
    if not isinstance(place, int):
        return path
    ids = [row["id"] for row in own.get(field, ())]
    name = together[field][place]["id"]
    return (field, ids.index(name), *path[2:]) if name in ids else ()


def _copied(content: Any) -> Any:
    if isinstance(content, dict):
        return {name: _copied(value) for name, value in content.items()}
    return [_copied(each) for each in content] if isinstance(content, list) else content


def _merged(bundled: Any, own: Any) -> Any:
    """Return both merged: mappings by key, lists of rows by id, other lists joined, all else replaced."""
    if isinstance(bundled, dict) and isinstance(own, dict):
        merged = {name: _merged(bundled[name], own[name]) if name in bundled else own[name] for name in own}
        return {**bundled, **merged}
    if isinstance(bundled, list) and isinstance(own, list):
        if any(isinstance(each, dict) and "id" in each for each in own):
            return list({each["id"]: each for each in (*bundled, *own)}.values())
        return list(dict.fromkeys([*bundled, *own]))
    return own
