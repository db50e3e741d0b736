"""The files of the guideline table, and their compiled form.

The bundled files are parsed beforehand into `table.jsonl`, which is used only if it was built from exactly
these files: a program start pays for no YAML, and an edited file is never overlooked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from imr_cli.table import Table, TableFault

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from imr_cli.finding import Finding
    from imr_cli.reader import Node

    Folder = Path | Traversable

COMPILED = "table.jsonl"


def file_names(folder: Folder) -> list[str]:
    """The table's files, in the order in which they are read."""
    names = [
        name
        for name in ("documents.yaml", "criteria.yaml", "limits.yaml", "words.yaml")
        if (folder / name).is_file()
    ]
    topics = folder / "topics"
    if topics.is_dir():
        names += sorted(f"topics/{each.name}" for each in topics.iterdir() if each.name.endswith(".yaml"))
    return names


def fingerprint_of(contents: Mapping[str, bytes]) -> str:
    """One hash over names and bytes: what the table was made of."""
    from hashlib import sha256

    digest = sha256()
    for name, content in contents.items():
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


class Parsed(Mapping[str, Any]):
    """Parsed files and lists, one JSON text a line; a line becomes data when somebody asks for it.

    Each line is `{"name":"...","content":...}`.
    """

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = {line[9 : line.index(b'"', 9)].decode(): line for line in lines if line}
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = json.loads(self._lines[name])["content"]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def parsed_text(content: Mapping[str, Any]) -> str:
    """What `Parsed` reads, of these files and lists."""
    return "".join(
        json.dumps({"name": name, "content": node}, ensure_ascii=False, separators=(",", ":")) + "\n"
        for name, node in content.items()
    )


def load_table(folder: Folder, extra: Folder | None = None) -> Table:
    """The table of a folder, quickly where its compiled form was built from the same files.

    `extra` is a folder of the same form whose rows are added; a row with a known id replaces that row.

    Raises:
        TableFault: a file cannot be read as the table, or `extra` has a fault.
    """
    contents = contents_of(folder)
    fingerprint = fingerprint_of(contents)
    compiled = _compiled(folder, fingerprint)
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
    return {name: (folder / name).read_bytes() for name in file_names(folder)}


def is_outdated(folder: Folder) -> bool:
    """Whether the compiled table was built from other files than those of the folder."""
    return (folder / COMPILED).is_file() and _compiled(folder, fingerprint_of(contents_of(folder))) is None


def _compiled(folder: Folder, fingerprint: str) -> Parsed | None:
    compiled = folder / COMPILED
    if not compiled.is_file():
        return None
    parsed = Parsed(compiled.read_bytes().split(b"\n"))
    return parsed if parsed.get("built_from") == fingerprint else None


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
