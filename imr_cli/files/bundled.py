"""Where the bundled folders are, and how files of any folder are read: inside the package or a checkout.

Folders are named by text and read with `os`: `pathlib` takes as long to import as a case takes to be checked.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.files.document import Document, documents
from imr_cli.files.output import reason_of
from imr_cli.findings.faults import house as rules

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding

    Folder = str | os.PathLike[str] | Traversable


def bundled(name: str) -> str | Traversable:
    """Return the bundled folder `name`: `guidelines`, `templates` or `samples`.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for place in (os.path.join(package, name), os.path.join(os.path.dirname(package), name)):
        if os.path.isdir(place):
            return place
    from importlib.resources import files  # a zipped package; 16 ms that others need not pay

    inside = files("imr_cli") / name
    if inside.is_dir():
        return inside
    raise FileNotFoundError(f"the installation of imr lacks its folder {name}")


def content_of(folder: Folder, name: str) -> bytes:
    """Return the bytes of a file below a folder, by its name with `/` between the parts.

    Raises:
        OSError: it cannot be read.
    """
    if isinstance(folder, (str, os.PathLike)):
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            return file.read()
    return (folder / name).read_bytes()


def has_file(folder: Folder, name: str) -> bool:
    """Return whether there is such a file below a folder."""
    if isinstance(folder, (str, os.PathLike)):
        return os.path.isfile(os.path.join(folder, name))
    return (folder / name).is_file()


def names_in(folder: Folder, below: str = "") -> list[str]:
    """Return the names in a folder, or in a folder below it, in their order; none where that is not there."""
    if isinstance(folder, (str, os.PathLike)):
        place = os.path.join(folder, below)
        return sorted(os.listdir(place)) if os.path.isdir(place) else []
    inside = folder / below if below else folder
    return sorted(each.name for each in inside.iterdir()) if inside.is_dir() else []


def shown_place(folder: Folder, name: str) -> str:
    """Return the file's path as a message names it."""
    if isinstance(folder, (str, os.PathLike)):
        return os.path.join(folder, name.replace("/", os.sep))
    return str(folder / name)


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
            (document,), _ = documents(self.content)
            raise DataFault([fault.in_source(self.source) for fault in document.locate(faults)], document)


def data_file(folder: Folder, name: str) -> DataFile:
    """Return the file of that name below a folder.

    Raises:
        DataFault: it cannot be opened, or is not one document of YAML.
    """
    source, content = shown_place(folder, name), read_data(folder, name)
    return DataFile(source, content, parsed(source, content))


def read_data(folder: Folder, name: str) -> bytes:
    """Return the bytes of the file of that name below a folder.

    Raises:
        DataFault: it cannot be opened.
    """
    try:
        return content_of(folder, name)
    except OSError as error:
        fault = rules.file_not_readable(reason_of(error))
        raise DataFault([fault.in_source(shown_place(folder, name))]) from None


def parsed(source: str, content: bytes) -> Node:
    """Return what a file of one document says, as plain data.

    Raises:
        DataFault: it is not one document of YAML.
    """
    found, findings = documents(content)
    node = None
    if len(found) > 1:
        findings = [rules.second_document().at(found[1].first_line, 1)]
    elif found:
        node, more = found[0].read()
        findings = [*findings, *more]
    if node is None or findings:
        whole = Document(content.decode(errors="replace"), 1) if found else None
        raise DataFault([finding.in_source(source) for finding in findings], whole)
    return node
