"""A house's own rows on top of the bundled table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.table import TableFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from imr_cli.finding import Finding, Path


def overlaid(files: Mapping[str, Any], own: Mapping[str, bytes]) -> dict[str, Any]:
    """The table's files with a house's rows added; a row with a known id takes the place of that row.

    Raises:
        TableFault: the house's files, or the table that they make, have a fault.
    """
    from imr_cli import rules_table
    from imr_cli.reader import documents
    from imr_cli.table_check import cross_findings, form_findings

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
            crossed += [each.in_source(name) for each in document.places([placed])]
    if crossed:
        raise TableFault(crossed)
    return together


def _own_path(path: Path, together: Any, own: Any) -> Path:
    """The path of a row in the house's own file, found by the row's id; the file itself where it has none."""
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
    """Mappings by key, lists of rows by id, other lists joined, all else replaced."""
    if isinstance(bundled, dict) and isinstance(own, dict):
        return {
            **bundled,
            **{name: _merged(bundled[name], own[name]) if name in bundled else own[name] for name in own},
        }
    if isinstance(bundled, list) and isinstance(own, list):
        if any(isinstance(each, dict) and "id" in each for each in own):
            rows = {each["id"]: each for each in bundled}
            rows.update({each["id"]: each for each in own})
            return list(rows.values())
        return list(dict.fromkeys([*bundled, *own]))
    return own
