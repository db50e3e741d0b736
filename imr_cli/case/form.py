"""The form of a case file: every field, what it takes, and its help for the person who writes it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from imr_cli.case import model
from imr_cli.files.schema import DAY, TEXT, Either, Field, ListOf, MapOf, Number, OneOf, Pattern, Record
from imr_cli.findings.faults import fields as rules
from imr_cli.findings.finding import UNREAD, Unreadable

if TYPE_CHECKING:
    from imr_cli.files.schema import Schema
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding, Path


class Fields(Record):
    """A record of a case. What could be read of it is looked at also where it has a fault."""

    in_part = True


_NEEDED = {"guideline": ("organization", "year"), "study": ("authors", "title", "journal", "year")}


class _CaseNumber(Pattern):
    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        number = super().read(node, path, faults)
        if number is not UNREAD and number.endswith("-0000000"):
            faults.append(rules.case_number_zero(path=path))
        return number


class _Quantity(Number):
    """A number, or `unknown`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        return None if node == "unknown" else super().read(node, path, faults)

    def schema(self) -> Schema:
        return {"anyOf": [super().schema(), {"const": "unknown"}]}


class _Anything:
    """Accepted as it is: the mailed notice's parties are read by the step that prints it."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:  # noqa: ARG002
        return node

    def schema(self) -> Schema:
        return {}


class _Cited(Either):
    """`none`, or what was cited."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        read = super().read(node, path, faults)
        return model.Guidelines(is_none=True) if node == "none" else read


class _SourceParts(Fields):
    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        source = super().read(node, path, faults)
        with suppress(Unreadable):
            needed = _NEEDED[source.kind]
            if any(getattr(source, name) is None for name in needed):
                faults.append(rules.source_form(path=path))
        return source


class _ReviewerFields(Fields):
    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if isinstance(node, dict):
            named = [name for name in ("name", "signature", "license_number") if name in node]
            faults += [rules.reviewer_named(name, path=(*path, name), at_key=True) for name in named]
            node = {name: each for name, each in node.items() if name not in named}
        return super().read(node, path, faults)


class _Vote(Either):
    """A determination by itself, or `{reviewer: 2, decision: upheld}`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        read = super().read(node, path, faults)
        if not isinstance(read, dict):
            return read
        number = path[-1] + 1  # type: ignore[operator]
        with suppress(Unreadable):
            if read.get("reviewer", number) != number:
                faults.append(rules.vote_out_of_order(path=(*path, "reviewer")))
        return read["decision"]


class _ItemFields(Fields):
    """Several reviewers' votes decide an item; nobody has to count them again."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        item = super().read(node, path, faults)
        with suppress(Unreadable):
            if item.votes and item.decision is None:
                item = item._replace(decision=model.prevailing(item.votes))
        return item


class _CaseFields(Fields):
    """A case has `reviewer`, or `reviewers` where there are several."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if isinstance(node, dict):
            if "reviewer" in node and "reviewers" in node:
                faults.append(rules.reviewer_and_reviewers(path=("reviewers",), at_key=True))
            elif "reviewer" not in node and "reviewers" not in node:
                faults.append(rules.missing_field("reviewer", path=path))
        return super().read(node, path, faults)

    def schema(self) -> Schema:
        return {**super().schema(), "oneOf": [{"required": ["reviewer"]}, {"required": ["reviewers"]}]}


def _medical_record(**values: Any) -> model.MedicalRecord:
    """Return a record whose `from` and `to`, words that Python keeps for itself, are `first` and `last`."""
    return model.MedicalRecord(first=values.pop("from", None), last=values.pop("to", None), **values)


DATES = Fields(
    model.Dates,
    Field("injury", DAY, "date of injury", required=True),
    Field("utilization_review", DAY, "date of the denial; printed as UR Denial Date", required=True),
    Field("application_received", DAY, "date the application for review was received", required=True),
    Field("assigned", DAY, "date the case was assigned for review", required=True),
    Field("records_received", DAY, "date request and complete records were there; starts the legal clock"),
    Field("decision", DAY, "date of the determination", required=True),
)

REVIEWER = _ReviewerFields(
    model.Reviewer,
    Field("board_certifications", ListOf(TEXT, 1), "the first is the primary one", required=True),
    Field("licensed_in", ListOf(TEXT, 1), "states; California first where it is one of them", required=True),
    Field("active_practice_years", TEXT, "as it reads in a sentence: more than five"),
    Field("active_practice_hours_per_week", Number(1, 168), "hours of active practice a week"),
)

PATIENT = Fields(
    model.Patient,
    Field("age", Number(0, 120), "in years, on the decision date"),
    Field("sex", OneOf(("female", "male", "nonbinary", "unknown")), "compared with the summary's words"),
)

MEDICAL_RECORD = Fields(
    _medical_record,
    Field("id", TEXT, "a short name that items refer to, such as R1"),
    Field(
        "kind", Pattern("[a-z][a-z0-9-]*", rules.record_kind, "progress-report"), "what it is, in one word"
    ),
    Field("title", TEXT, "what it is called"),
    Field("author", TEXT, "a role, such as treating physician; never a name"),
    Field("date", DAY, "its day, where it has one"),
    Field("from", DAY, "first day, where one entry stands for several documents"),
    Field("to", DAY, "last day"),
)

MTUS = Fields(
    model.MtusCitation,
    Field("document", TEXT, "the document's id; `imr guideline` lists them", required=True),
    Field("sections", ListOf(TEXT), "as the document names them"),
    Field("pages", TEXT, 'quoted: "60" or "98-99"'),
)

SOURCE = _SourceParts(
    model.Source,
    Field("kind", OneOf(("guideline", "study")), "says which parts a citation needs", required=True),
    Field("organization", TEXT, "of a guideline: who publishes it"),
    Field("year", TEXT, "of the edition, or of the publication"),
    Field("chapter", TEXT, "of a guideline"),
    Field("section", TEXT, "of a guideline"),
    Field("authors", TEXT, "of a study"),
    Field("title", TEXT, "of a study"),
    Field("journal", TEXT, "of a study"),
    Field("volume", TEXT, "of a study"),
    Field("pages", TEXT, "of a study"),
)


class _OneOrMore(ListOf):
    """A list of texts; a single text is a list of one."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if isinstance(node, str):
            return (self.shape.read(node, path, faults),)
        return super().read(node, path, faults)

    def schema(self) -> Schema:
        return {"anyOf": [self.shape.schema(), super().schema()]}


CITED = _Cited(
    OneOf(("none",)),
    Fields(
        model.Guidelines,
        Field("mtus", ListOf(MTUS), "documents of the MTUS"),
        Field("other", ListOf(Either(TEXT, SOURCE)), "sources outside the MTUS"),
        Field("why_not_mtus", OneOf(("not-addressed", "rebutted")), "why another source was used"),
        Field("adds", _OneOrMore(TEXT), "what each further source adds to the primary one"),
    ),
)

DECISION = OneOf(("upheld", "overturned"), {"uphold": "upheld", "overturn": "overturned"})

VOTE = _Vote(
    DECISION,
    Fields(
        dict,
        Field("reviewer", Number(1, 99), "which of the reviewers, counted from 1"),
        Field("decision", DECISION, "this reviewer's", required=True),
    ),
)

ITEM = _ItemFields(
    model.Item,
    Field("treatment", TEXT, "the request that is decided, verbatim", required=True),
    Field("topic", TEXT, "the guideline topic, where the treatment's words do not tell"),
    Field("diagnosis", TEXT, "what it is for, where the guideline differs by condition; not printed"),
    Field(
        "timing",
        OneOf(("prospective", "concurrent", "retrospective")),
        "prospective where it is left out; retrospective needs `service_date`",
    ),
    Field("service_date", DAY, "retrospective only"),
    Field("surgery_date", DAY, "for therapy after an operation; starts the postsurgical period"),
    Field("requested", MapOf(_Quantity(parts=True)), "typed amounts: {visits: 12}"),
    Field("prior", MapOf(_Quantity(parts=True)), "what the patient already had"),
    Field("original_request", TEXT, "with `authorized`: the request as it was first made"),
    Field("authorized", TEXT, "what utilization review approved"),
    Field("disputed_part", OneOf(("remainder", "whole")), "what is left of a partly authorized request"),
    Field("depends_on", TEXT, "number (or treatment) of the item that this service is only needed for"),
    Field("findings", MapOf(OneOf(("yes", "no", "unknown"))), "guideline criteria and whether they hold"),
    Field("records", ListOf(TEXT), "ids of the records that this analysis rests on"),
    Field("claims_administrator_guideline", CITED, "what the claims administrator cited; `none`: nothing"),
    Field(
        "reviewer_guideline", CITED, "what the reviewer relied on; `none` must be written out", required=True
    ),
    Field("decision", DECISION, "upheld: the denial stands; overturned: the treatment is necessary"),
    Field("votes", ListOf(VOTE, 2), "of several reviewers, in their order; the majority prevails"),
    Field("departure", TEXT, "the reason, where the decision departs from the guideline's direction"),
    Field("rationale", TEXT, "the reviewer's own words"),
)

CASE = _CaseFields(
    model.Case,
    Field(
        "case_number",
        _CaseNumber(r"CM\d{2}-\d{7}", rules.case_number_form, "CM13-0004321"),
        "CMyy-nnnnnnn; yy is the year the application was received",
        required=True,
    ),
    Field("priority", OneOf(("standard", "expedited")), "says which clock runs", required=True),
    Field("dates", DATES, "the days of the case, in their order", required=True),
    Field("formulary_dispute", OneOf(("yes", "no")), "a dispute under the drug formulary: 5 working days"),
    Field("extension_days", Number(0, 99), "by how many days the Director extended the time; not printed"),
    Field("reviewer", REVIEWER, "qualifications, never a name"),
    Field("reviewers", ListOf(REVIEWER, 2), "in place of `reviewer`, where there are several"),
    Field("patient", PATIENT, "compared with the summary"),
    Field("records", ListOf(MEDICAL_RECORD), "the documents that were reviewed"),
    Field("clinical_summary", TEXT, "the reviewer's own words; blank lines part paragraphs", required=True),
    Field("disputed_items", ListOf(ITEM, 1), "in the order of the application", required=True),
    Field("parties", _Anything(), "names and addresses for the mailed notice"),
)


def json_schema() -> Schema:
    """Return the form of a case file as JSON Schema, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "imr case file",
        "description": "One case of an Independent Medical Review, as `imr decide` reads it.",
        **CASE.schema(),
    }
