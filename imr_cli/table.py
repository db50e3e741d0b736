"""The guideline table: look up documents, editions, topics, criteria and limits.

The bundled files are parsed beforehand into `table.json`, which is used only if it was built from exactly
these files; rows become objects when somebody asks for them. So a program start pays for neither YAML nor
four hundred rows, and an edited file is never overlooked.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from imr_cli.guideline_shape import CRITERION, DOCUMENT, LIMIT_KIND, TOPIC

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from imr_cli.finding import Finding
    from imr_cli.guideline import Criterion, Document, LimitKind, Topic
    from imr_cli.reader import Node

    Folder = Path | Traversable

COMPILED = "table.json"


class TableFault(Exception):  # noqa: N818  (a fault in data that stops everything: exit 2)
    """The table cannot be used. `findings` say why, with positions."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].message)
        self.findings = findings


class Table:
    """The rows by their ids. `files` are the parsed files by name, as `read_files` gives them.

    `compiled_index` is the finder's index where it was built beforehand; `index` is the finder's own place.
    """

    def __init__(self, files: Mapping[str, Any], fingerprint: str = "", compiled_index: Any = None) -> None:
        self.files = files
        self.fingerprint = fingerprint
        self.compiled_index = compiled_index
        self.index: Any = None
        self.words: Mapping[str, Any] = files["words.yaml"]
        self._documents = {row["id"]: row for row in files["documents.yaml"]["documents"]}
        self._criteria: Mapping[str, Any] = files["criteria.yaml"]["criteria"]
        self._limits: Mapping[str, Any] = files["limits.yaml"]["limits"]
        self._topics: dict[str, dict[str, Any]] = {}  # document id -> topic id -> row
        self._renamed: dict[str, dict[str, str]] = {}  # document id -> former topic id -> topic id
        for name, content in files.items():
            if name.startswith("topics/"):
                rows = self._topics.setdefault(content["document"], {})
                renamed = self._renamed.setdefault(content["document"], {})
                for row in content["topics"]:
                    row.setdefault("checked", content["checked"])
                    rows[row["id"]] = row
                    for former in row.get("formerly", ()):
                        renamed[former] = row["id"]
        self._former_criteria = {
            former: name for name, row in self._criteria.items() for former in row.get("formerly", ())
        }
        self._made: dict[tuple[str, str], Any] = {}

    @property
    def document_ids(self) -> tuple[str, ...]:
        """All documents, in the table's order."""
        return tuple(self._documents)

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """All criteria that a case may have findings on, former names included."""
        return (*self._criteria, *self._former_criteria)

    @property
    def limit_ids(self) -> tuple[str, ...]:
        """All kinds of limits."""
        return tuple(self._limits)

    @property
    def quantities(self) -> Mapping[str, Mapping[str, str]]:
        """What a case may count, with singular and plural."""
        quantities: Mapping[str, Mapping[str, str]] = self.files["limits.yaml"]["quantities"]
        return quantities

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the table is known to lack."""
        return tuple(self.files["documents.yaml"].get("gaps", ()))

    def document(self, name: str) -> Document | None:
        """The document with that id."""
        row = self._documents.get(name)
        if row is None:
            return None
        made: Document = self._make("document", name, DOCUMENT.read, row)
        return made

    def documents(self) -> Iterator[Document]:
        """All documents, in the table's order."""
        for name in self._documents:
            document = self.document(name)
            if document is not None:
                yield document

    def edition_on(self, guideline: str, day: dt.date) -> Document | None:
        """The edition of a guideline that was in force on that day, where one is known."""
        for name, row in self._documents.items():
            if row["guideline"] == guideline:
                document = self.document(name)
                if document is not None and document.is_in_force(day):
                    return document
        return None

    def topic_ids(self, document: str) -> tuple[str, ...]:
        """The topics of a document, in its order."""
        return tuple(self._topics.get(document, ()))

    def topic(self, document: str, name: str) -> Topic | None:
        """What a document says under that topic id; ids of earlier editions are followed."""
        rows = self._topics.get(document, {})
        row = rows.get(name) or rows.get(self._renamed.get(document, {}).get(name, ""))
        if row is None:
            return None
        made: Topic = self._make(document, row["id"], TOPIC.read, row)
        if not made.document:
            made = self._made[document, row["id"]] = made._replace(document=document)
        return made

    def topics(self) -> Iterator[Topic]:
        """All topics of all documents."""
        for document, rows in self._topics.items():
            for name in rows:
                topic = self.topic(document, name)
                if topic is not None:
                    yield topic

    def section_names(self, document: str) -> tuple[str, ...]:
        """The section names that the table knows of a document; none where it has no topics of it."""
        rows = self._topics.get(document)
        if not rows:
            return ()
        names = [*self._documents[document].get("sections", ())]
        for row in rows.values():
            names += [row.get("section", row["title"]), row["title"], *row.get("also_cited_as", ())]
        return tuple(dict.fromkeys(names))

    def page_span(self, document: str) -> tuple[int, int] | None:
        """The first and the last page on which the table has a topic of a document."""
        rows = self._topics.get(document, {}).values()
        pages = [int(number) for row in rows for number in re.findall(r"\d+", row.get("pages", ""))]
        return (min(pages), max(pages)) if pages else None

    def documents_of_topic(self, name: str) -> tuple[str, ...]:
        """The documents that have a topic of that id, under it or a later one."""
        return tuple(
            document
            for document, rows in self._topics.items()
            if name in rows or name in self._renamed.get(document, {})
        )

    def criterion(self, name: str) -> Criterion | None:
        """The criterion with that id, or the one that it was merged into."""
        name = self._former_criteria.get(name, name)
        row = self._criteria.get(name)
        if row is None:
            return None
        made: Criterion = self._make("criterion", name, CRITERION.read, row)
        return made if made.id else made._replace(id=name)

    def limit_kind(self, name: str) -> LimitKind | None:
        """What the figures of that limit mean."""
        row = self._limits.get(name)
        if row is None:
            return None
        made: LimitKind = self._make("limit", name, LIMIT_KIND.read, row)
        return made if made.id else made._replace(id=name)

    def _make(self, kind: str, name: str, read: Callable[..., Any], row: Node) -> Any:
        made = self._made.get((kind, name))
        if made is None:
            faults: list[Finding] = []
            made = read(row, (name,), faults)
            if faults:
                raise TableFault([fault.in_source(f"guideline table, {kind} {name}") for fault in faults])
            self._made[kind, name] = made
        return made


def folded(name: str) -> str:
    """A section's name as it is compared: without case, double blanks and the choice of `&` or `and`."""
    return " ".join(name.casefold().replace("&", "and").replace("\u00ae", "").split())


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


def load_table(folder: Folder, extra: Folder | None = None) -> Table:
    """The table of a folder, quickly where its compiled form was built from the same files.

    `extra` is a folder of the same form whose rows are added; a row with a known id replaces that row.

    Raises:
        TableFault: a file cannot be read as the table, or `extra` has a fault.
    """
    contents = contents_of(folder)
    fingerprint = fingerprint_of(contents)
    files, index = _compiled(folder, fingerprint)
    if files is None:
        files = read_files(contents)
    if extra is None:
        return Table(files, fingerprint, index)
    from imr_cli.table_overlay import overlaid

    own = contents_of(extra)
    return Table(
        overlaid(files, own), fingerprint_of({**contents, **{f"+{name}": own[name] for name in own}})
    )


def contents_of(folder: Folder) -> dict[str, bytes]:
    """The table's files of a folder, by name."""
    return {name: (folder / name).read_bytes() for name in file_names(folder)}


def _compiled(folder: Folder, fingerprint: str) -> tuple[dict[str, Any] | None, Any]:
    compiled = folder / COMPILED
    if compiled.is_file():
        built = json.loads(compiled.read_bytes())
        if built["built_from"] == fingerprint:
            return built["files"], built["index"]
    return None, None


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
