"""The guideline table: look up documents, editions, topics, criteria and limits.

Rows become objects when somebody asks for them, so that a program start does not pay for four hundred.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from imr_cli.files.bundled import DataFault
from imr_cli.guideline.forms import CRITERION, DOCUMENT, LIMIT_KIND, TOPIC

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.rows import Criterion, Document, LimitKind, Topic


class TableFault(DataFault):
    """The table cannot be used."""


class Table:
    """The rows by their ids.

    `files` are the parsed files by name. `kept` is what `aliases.index_of` gave for them: the ids of all
    topics and the finder's index (`index` is the finder's own place for what it makes of that).
    """

    def __init__(
        self, files: Mapping[str, Any], fingerprint: str = "", kept: Mapping[str, Any] | None = None
    ) -> None:
        self.files = files
        self.fingerprint = fingerprint
        self.kept = kept
        self.index: Any = None
        self._documents = {row["id"]: row for row in files["documents.yaml"]["documents"]}
        self._criteria: Mapping[str, Any] = files["criteria.yaml"]["criteria"]
        self._limits: Mapping[str, Any] = files["limits.yaml"]["limits"]
        self._former_criteria = {
            former: name for name, row in self._criteria.items() for former in row.get("formerly", ())
        }
        self._topic_ids: Mapping[str, Mapping[str, str]] = kept["topics"] if kept else self.ids_of_topics()
        self._rows: dict[str, dict[str, Any]] = {}
        self._made: dict[tuple[str, str], Any] = {}
        self._all_documents: tuple[Document, ...] = ()
        self._on_day: dict[dt.date, tuple[Document, ...]] = {}

    def ids_of_topics(self) -> dict[str, dict[str, str]]:
        """Return, per document, every id of a topic, former ones included, and the id that it has today."""
        ids: dict[str, dict[str, str]] = {}
        for name, content in self.files.items():
            if name.startswith("topics/"):
                rows = content["topics"]
                renamed = {former: row["id"] for row in rows for former in row.get("formerly", ())}
                ids[content["document"]] = {**renamed, **{row["id"]: row["id"] for row in rows}}
        return ids

    def _topics(self, document: str) -> dict[str, Any]:
        """Return the rows of a document's topics, by id."""
        rows = self._rows.get(document)
        if rows is None:
            content = self.files.get(f"topics/{document}.yaml", {"topics": ()})
            rows = {row["id"]: {"checked": content["checked"], **row} for row in content["topics"]}
            self._rows[document] = rows
        return rows

    @property
    def words(self) -> Mapping[str, Any]:
        """Return the word lists, as their file has them."""
        words: Mapping[str, Any] = self.files["words.yaml"]
        return words

    @property
    def document_ids(self) -> tuple[str, ...]:
        """Return all documents, in the table's order."""
        return tuple(self._documents)

    @cached_property
    def criterion_ids(self) -> Mapping[str, None]:
        """Return all criteria that a case may have findings on, in the table's order, former names last."""
        return dict.fromkeys((*self._criteria, *self._former_criteria))

    @property
    def limit_ids(self) -> tuple[str, ...]:
        """Return all kinds of limits."""
        return tuple(self._limits)

    @property
    def quantities(self) -> Mapping[str, Mapping[str, str]]:
        """Return what a case may count, with singular and plural."""
        quantities: Mapping[str, Mapping[str, str]] = self.files["limits.yaml"]["quantities"]
        return quantities

    @property
    def gaps(self) -> tuple[str, ...]:
        """Return what the table is known to lack."""
        return tuple(self.files["documents.yaml"].get("gaps", ()))

    def has_document(self, name: str) -> bool:
        """Return whether there is a document with that id."""
        return name in self._documents

    def document(self, name: str) -> Document | None:
        """Return the document with that id."""
        row = self._documents.get(name)
        if row is None:
            return None
        made: Document = self._make("document", name, DOCUMENT.read, row)
        return made

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, in the table's order."""
        if not self._all_documents:
            found = map(self.document, self._documents)
            self._all_documents = tuple(document for document in found if document is not None)
        return self._all_documents

    def documents_on(self, day: dt.date) -> tuple[Document, ...]:
        """Return the documents in force on that day, in order. Kept: a batch decides on few days."""
        found = self._on_day.get(day)
        if found is None:
            found = self._on_day[day] = tuple(each for each in self.documents() if each.is_in_force(day))
        return found

    def edition_on(self, guideline: str, day: dt.date) -> Document | None:
        """Return the edition of a guideline that was in force on that day, where one is known."""
        for name, row in self._documents.items():
            if row["guideline"] == guideline:
                document = self.document(name)
                if document is not None and document.is_in_force(day):
                    return document
        return None

    def topic_ids(self, document: str) -> tuple[str, ...]:
        """Return the topics of a document, in its order."""
        return tuple(self._topics(document))

    def topic(self, document: str, name: str) -> Topic | None:
        """Return what a document says under that topic id; ids of earlier editions are followed."""
        row = self._topics(document).get(self._topic_ids.get(document, {}).get(name, ""))
        if row is None:
            return None
        made: Topic = self._make(document, row["id"], TOPIC.read, row, document=document)
        return made

    def topics(self) -> Iterator[Topic]:
        """Yield all topics of all documents."""
        for document in self._topic_ids:
            for name in self._topics(document):
                topic = self.topic(document, name)
                if topic is not None:
                    yield topic

    def section_names(self, document: str) -> tuple[str, ...]:
        """Return the section names that the table knows of a document; none where it has no topics of it."""
        rows = self._topics(document)
        if not rows:
            return ()
        names = [*self._documents[document].get("sections", ())]
        for row in rows.values():
            names += [row.get("section", row["title"]), row["title"], *row.get("also_cited_as", ())]
        return tuple(dict.fromkeys(names))

    def page_span(self, document: str) -> tuple[int, int] | None:
        """Return the first and the last page on which the table has a topic of a document."""
        rows = self._topics(document).values()
        pages = [int(number) for row in rows for number in re.findall(r"\d+", row.get("pages", ""))]
        return (min(pages), max(pages)) if pages else None

    def documents_of_topic(self, name: str) -> tuple[str, ...]:
        """Return the documents that have a topic of that id, under it or a later one."""
        return tuple(document for document, ids in self._topic_ids.items() if name in ids)

    def criterion(self, name: str) -> Criterion | None:
        """Return the criterion with that id, or the one that it was merged into."""
        name = self._former_criteria.get(name, name)
        row = self._criteria.get(name)
        if row is None:
            return None
        made: Criterion = self._make("criterion", name, CRITERION.read, row, id=name)
        return made

    def limit_kind(self, name: str) -> LimitKind | None:
        """Return what the figures of that limit mean."""
        row = self._limits.get(name)
        if row is None:
            return None
        made: LimitKind = self._make("limit", name, LIMIT_KIND.read, row, id=name)
        return made

    def _make(self, kind: str, name: str, read: Callable[..., Any], row: Node, **more: str) -> Any:
        """Return the object of a row, made once. `more` is what the row's place in the table says of it."""
        made = self._made.get((kind, name))
        if made is None:
            faults: list[Finding] = []
            made = read(row, (name,), faults)
            if faults:
                raise TableFault([fault.in_source(f"guideline table, {kind} {name}") for fault in faults])
            made = self._made[kind, name] = made._replace(**more) if more else made
        return made


def folded(name: str) -> str:
    """Return a section's name as it is compared: without case, double blanks and `&` for `and`."""
    return " ".join(name.casefold().replace("&", "and").replace("\u00ae", "").split())
