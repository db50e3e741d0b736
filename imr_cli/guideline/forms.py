"""The form of the files in `guidelines/`: what a row must and may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.files.schema import DAY, TEXT, Field, ListOf, MapOf, Number, OneOf, Pattern, Record, required
from imr_cli.findings.faults import table as rules
from imr_cli.guideline.rows import Check, CitedAs, Criterion, Document, Figure, LimitKind, Topic, Variant

if TYPE_CHECKING:
    from imr_cli.files.schema import Schema
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding, Path

_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))?", re.ASCII)


class _Figure:
    """A number, or two as `4 to 6`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Figure:
        match = _FIGURE.fullmatch(node) if isinstance(node, str) else None
        if match is None:
            faults.append(rules.not_a_figure(path[-1], path=path))
            return Figure(0, 0)
        low = float(match[1])
        high = float(match[2]) if match[2] else low
        if low > high:
            faults.append(rules.range_reversed(path[-1], path=path))
        return Figure(low, high)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_FIGURE.pattern}$"}


class _DocumentFields(Record):
    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        row = super().read(node, path, faults)
        if row is not None and row.first_day and row.end_day and row.first_day >= row.end_day:
            faults.append(rules.interval_reversed(path=(*path, "until")))
        return row


def _document(**values: Any) -> Document:
    """Return the row of a document: `from` and `until` of the file are its `first_day` and `end_day`."""
    return Document(first_day=values.pop("from", None), end_day=values.pop("until", None), **values)


NAME = Pattern(r"[a-z0-9][a-z0-9.-]*", rules.not_an_id, "chronic-pain-2009")
LIMIT_NAME = Pattern(r"[a-z][a-z0-9_]*", rules.not_an_id, "max_visits")
NAMES = ListOf(NAME)
TEXTS = ListOf(TEXT)
CONFIDENCE = OneOf(("high", "medium", "low"))
BASIS = OneOf(("verified", "memory", "draft"))
CERTAINTY = OneOf(("verified", "memory", "inferred", "unknown"))

STANCE = OneOf(
    (
        "recommended",
        "recommended-with-criteria",
        "optional",
        "not-recommended",
        "under-study",
        "informational",
    )
)

FLAGS = (
    "not-as-sole-treatment",
    "proposed-text",
    "held-invalid-2017",
    "one-ingredient-decides",
    "general-rule",
)

LIMITS = MapOf(_Figure())

DOCUMENT = _DocumentFields(
    _document,
    Field("id", NAME, required=True),
    Field("guideline", NAME, "shared by the editions of one guideline", required=True),
    Field("title", TEXT, required=True),
    Field("cited_as", required(CitedAs, title=TEXT, year=TEXT), required=True),
    Field("chapter", TEXT),
    Field("legal_section", TEXT, required=True),
    Field("publisher", TEXT, required=True),
    Field("edition", TEXT),
    Field("status", OneOf(("adopted", "unconfirmed", "proposed", "statute", "placeholder")), required=True),
    Field("from", DAY, "first day in force"),
    Field("until", DAY, "first day no longer in force"),
    Field("partly_until", DAY),
    Field("certainty", MapOf(CERTAINTY, ("edition", "from", "until")), required=True),
    Field("confidence", CONFIDENCE, required=True),
    Field("registry", MapOf(TEXTS)),
    Field("body_parts", NAMES),
    Field("sections", TEXTS),
    Field("does_not_address", TEXTS),
    Field("continuing_care", NAMES),
    Field("therapy_after_surgery", TEXTS),
    Field("source", TEXT),
    Field("note", TEXT),
    Field("checked", DAY),
)

CRITERION = Record(
    lambda **values: Criterion(id="", **values),
    Field("statement", TEXT, required=True),
    Field("not_met", TEXT),
    Field("asked", OneOf(("always", "when-continuing", "when-over-limit"))),
    Field("from_limit", LIMIT_NAME),
    Field("formerly", NAMES),
)

LIMIT_KIND = Record(
    lambda **values: LimitKind(id="", **values),
    Field("statement", TEXT, required=True),
    Field("compares", LIMIT_NAME),
    Field("bound", OneOf(("at-most", "at-least"))),
    Field("counts", OneOf(("total", "requested", "prior"))),
    Field("prior_quantity", LIMIT_NAME),
    Field("waived_by", NAME),
)

VARIANT = Record(
    Variant,
    Field("when", MapOf(TEXT), required=True),
    Field("words", TEXTS),
    Field("stance", STANCE),
    Field("limits", LIMITS),
    Field("criteria", NAMES),
    Field("pages", TEXT),
    Field("note", TEXT),
)

CHECK = required(Check, field=TEXT, verdict=OneOf(("confirmed", "partly")), source=TEXT, url=TEXT, note=TEXT)

TOPIC = Record(
    Topic,
    Field("id", NAME, required=True),
    Field("formerly", NAMES),
    Field("title", TEXT, required=True),
    Field("section", TEXT),
    Field("also_cited_as", TEXTS),
    Field("table", TEXT),
    Field("pages", TEXT),
    Field("pages_basis", BASIS),
    Field("pages_confidence", CONFIDENCE),
    Field("stance", STANCE, required=True),
    Field("injury_from", DAY, "only for injuries on or after that day"),
    Field("limits", LIMITS),
    Field("criteria", NAMES),
    Field("criteria_logic", TEXT, "all, any, or ids with and / or / ( )"),
    Field("applies_when", NAMES),
    Field("except_when", NAMES),
    Field("variants", ListOf(VARIANT)),
    Field("flags", ListOf(OneOf(FLAGS))),
    Field("aliases", TEXTS),
    Field("cpt", TEXTS),
    Field("hcpcs", TEXTS),
    Field("icd9", TEXTS),
    Field("see", TEXTS),
    Field("cited", MapOf(Number(), ("reviewer", "claims_administrator"))),
    Field("notes", TEXT),
    Field("basis", BASIS, required=True),
    Field("verified", TEXTS),
    Field("confidence", CONFIDENCE, required=True),
    Field("source", TEXT),
    Field("checks", ListOf(CHECK)),
    Field("checked", DAY),
)

DOCUMENTS_FILE = Record(
    dict,
    Field("checked", DAY, required=True),
    Field("documents", ListOf(DOCUMENT, 1), required=True),
    Field("gaps", TEXTS, default=()),
)

CRITERIA_FILE = required(dict, criteria=MapOf(CRITERION))

LIMITS_FILE = required(
    dict, quantities=MapOf(required(dict, singular=TEXT, plural=TEXT)), limits=MapOf(LIMIT_KIND)
)

WORDS_FILE = Record(
    dict,
    Field("body_parts", MapOf(TEXTS), required=True),
    Field("structures", MapOf(TEXTS), default={}),
    Field("regions", MapOf(NAMES), default={}),
    Field("synonyms", MapOf(TEXT), default={}),
    Field("drugs", MapOf(TEXTS), default={}),
    Field("ignored", TEXTS, default=()),
)

TOPICS_FILE = Record(
    dict,
    Field("document", NAME, required=True),
    Field("checked", DAY, required=True),
    Field("topics", ListOf(TOPIC), required=True),
    Field("left_out", ListOf(required(dict, id=TEXT, reason=TEXT)), default=()),
)


def shape_of(name: str) -> Record:
    """Return the form of the file `name` (relative to the table's folder)."""
    return {
        "documents.yaml": DOCUMENTS_FILE,
        "criteria.yaml": CRITERIA_FILE,
        "limits.yaml": LIMITS_FILE,
        "words.yaml": WORDS_FILE,
    }.get(name, TOPICS_FILE)
