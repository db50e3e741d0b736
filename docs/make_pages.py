"""Make the pages and letters that show what the program says: `make pages`, `make letters`.

`python docs/make_pages.py` writes the pages that are made from the program and its data, then what the
sessions in all pages print; `python docs/make_pages.py letters` writes the committed letters of the samples.
Tests compare both; look at the difference before committing it.
"""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from imr_cli.case.form import json_schema
from imr_cli.checks import catalogue  # noqa: F401  (every rule is on the page)
from imr_cli.decision.decide import limit_words
from imr_cli.findings.finding import RETIRED, RULES
from imr_cli.letter.formats import registry
from imr_cli.resources import Resources
from sessions import CHECKOUT, pages, played_anew

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from imr_cli.files.schema import Schema
    from imr_cli.findings.finding import Rule
    from imr_cli.guideline.rows import Document, Topic
    from imr_cli.guideline.table import Table

RULES_PAGE, TABLE_PAGE, FIELDS_PAGE = (
    Path("docs/rules.md"),
    Path("docs/guidelines.md"),
    Path("docs/case-file.md"),
)

_FAMILIES = {
    "IMR1": "Files and YAML",
    "IMR2": "Fields",
    "IMR3": "Dates and clocks",
    "IMR4": "Items, decisions and several reviewers",
    "IMR5": "Guideline and citation",
    "IMR6": "Records and reviewer",
    "IMR7": "Text of summary and rationale",
    "IMR8": "House, templates, table and law",
    "IMR9": "Batches",
}
_FLOORS = {
    "error": "It stays an error.",
    "warning": "`--ignore` or a house makes a warning of it and no less.",
    "off": "`--ignore` or a house can switch it off.",
}
_RULES_HEAD = """\
# Rules

Made from the rules' own documentation (`make pages`); `imr rule CODE` prints one of them.

An **error** keeps a letter from being written: the case cannot be read, or the letter would be false,
contradictory or
unprintable. A **warning**: the law or good practice asks for more. A **note** is worth a look. Whatever
rests on law that
is not settled, or on an unverified row of the guideline table, is at most a warning. "Memory" and
"inference" under
Authority mean that no public source was read.

A house file sets its own severities (`severities: {IMR311: note, IMR606: off}`). `--select` and `--ignore`
take codes or prefixes (`IMR7`); the longer of two wins. `--select` narrows which warnings and notes are
reported; an error that is not selected stays one. Only `--ignore` and a house file lower an error, and
nobody lowers a rule below its floor: an error of form or a plain falsehood stays an error, and a
contradiction that is read in free text becomes a warning and is never hidden. `--strict` counts the warnings
that are reported as errors, except those that `--ignore` made.
"""


def rules_page() -> str:
    """Return the page of all rules, made from their documentation."""
    parts = [_RULES_HEAD]
    for family, codes in groupby(sorted(RULES), key=lambda code: code[:4]):
        parts.append(f"\n## {_FAMILIES[family]}\n")
        parts += [_rule_entry(RULES[code]) for code in codes]
    parts.append(
        "\n## Retired codes\n\nOptions and house files may name them still; no other rule gets them.\n"
    )
    parts += [f"\n- {code}: {reason}.\n" for code, reason in RETIRED.items()]
    return "".join(parts)


def _rule_entry(rule: Rule) -> str:
    documentation = inspect.cleandoc(rule.documentation)
    summary, _, rest = documentation.partition("\n\n")
    lines = []
    for line in rest.splitlines():
        name, colon, text = line.partition(": ")
        is_start = bool(colon) and name in ("Why", "Example", "Remedy", "Authority")
        lines.append(f"- **{name}** {text}" if is_start else f"  {line}")
    return (
        f"\n### {rule.code} {rule.name}\n\n{rule.severity.capitalize()}. {' '.join(summary.split())} "
        f"{_FLOORS[rule.floor]}\n\n" + "\n".join(lines) + "\n"
    )


_TABLE_HEAD = """\
# The guideline table

Every row that `imr` checks a disputed treatment against. This page is made by `make pages`; a test
compares the two. `imr guideline ID` shows a row with its notes, checks and sources.

Basis: **v** seen in a source, **m** from memory, **d** seen in a draft only. Confidence: high, medium, low. A
row that rests on memory is said to be unverified wherever a finding rests on it; a row of low confidence
carries none.
"""


def table_page(table: Table) -> str:
    """Return the page of the whole guideline table."""
    lines = [
        _TABLE_HEAD,
        "## Documents",
        "",
        "| id | title | in force | legal section | certainty | topics |",
    ]
    lines.append("|---|---|---|---|---|---|")
    lines += [_document_row(document, table) for document in table.documents()]
    lines += ["", "Known gaps:", "", *(f"- {_cell(gap)}" for gap in table.gaps)]
    for document in table.documents():
        if table.topic_ids(document.id):
            lines += ["", f"## {document.id}", "", *_document_notes(document)]
            lines += [
                "| topic | section, pages | stance | limits and criteria | basis |",
                "|---|---|---|---|---|",
            ]
            topics = (table.topic(document.id, name) for name in table.topic_ids(document.id))
            lines += [_topic_row(topic, table) for topic in topics if topic is not None]
    lines += ["", "## Criteria", "", "| id | what must be documented |", "|---|---|"]
    lines += [
        f"| {criterion.id} | {_cell(criterion.statement)} |"
        for name in table.criterion_ids
        if (criterion := table.criterion(name)) is not None and criterion.id == name
    ]
    return "\n".join(lines) + "\n"


def _document_row(document: Document, table: Table) -> str:
    first = document.first_day.isoformat() if document.first_day else "?"
    last = document.end_day.isoformat() if document.end_day else ""
    certainty = ", ".join(f"{name} {value}" for name, value in document.certainty.items())
    topics = str(len(table.topic_ids(document.id)) or "")
    cells = (
        document.id,
        document.title,
        f"{first} to {last}".rstrip(),
        document.legal_section,
        certainty,
        topics,
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def _document_notes(document: Document) -> Iterator[str]:
    yield f"{document.title}."
    if document.does_not_address:
        yield f"Known not to address: {', '.join(document.does_not_address)}."
    if document.note:
        yield _cell(document.note)
    yield ""


def _topic_row(topic: Topic, table: Table) -> str:
    where = topic.cited_section + (f", {topic.table}" if topic.table else "")
    if topic.pages:
        where += f", p. {topic.pages} ({(topic.pages_basis or topic.basis)[0]})"
    basis = f"{topic.basis[0]}, {topic.confidence}"
    cells = (f"{topic.id}: {topic.title}", where, topic.stance, "; ".join(_conditions(topic, table)), basis)
    return f"| {' | '.join(map(_cell, cells))} |"


def _conditions(topic: Topic, table: Table) -> Iterator[str]:
    for name, figure in topic.limits.items():
        kind = table.limit_kind(name)
        if kind is not None:
            yield limit_words(kind.statement, str(figure))
    if topic.criteria:
        logic = "" if topic.criteria_logic == "all" else f" ({topic.criteria_logic})"
        yield ", ".join(topic.criteria) + logic
    if topic.applies_when:
        yield f"applies when {', '.join(topic.applies_when)}"
    if topic.except_when:
        yield f"except when {', '.join(topic.except_when)}"
    for variant in topic.variants:
        when = ", ".join(variant.when.values())
        yield f"{when}: {variant.stance or 'see the row'}"
    yield from topic.flags


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


FIELDS_MARK = "<!-- From here on the page is made by `make pages`; a test compares it. -->\n"


def fields_page(page: str, table: Table) -> str:
    """Return the page of the case file with its fields made anew; above the mark it is written by hand."""
    return page.partition(FIELDS_MARK)[0] + FIELDS_MARK + _every_field(table.quantities)


def _every_field(quantities: Mapping[str, Mapping[str, str]]) -> str:
    """Return tables of every field of a case file, and the quantities that the guideline table knows."""
    lines = ["", "## Every field", ""]
    for names, schema in _mappings(json_schema()):
        lines += [f"### {_title(names)}", "", "| field | needed | takes | meaning |", "|---|---|---|---|"]
        for name, each in schema["properties"].items():
            needed = "yes" if name in schema["required"] else ""
            lines.append(f"| `{name}` | {needed} | {_takes(each)} | {each.get('description', '')} |")
        lines.append("")
    lines += ["## Quantities", "", "What `requested` and `prior` may state:", ""]
    lines += [f"- `{name}`: {words['plural']}" for name, words in quantities.items()]
    return "\n".join(lines) + "\n"


def _mappings(whole: Schema) -> Iterator[tuple[list[str], Schema]]:
    """Yield every mapping of the form, the outer ones first; one that stands in several fields comes once."""
    found: dict[str, tuple[list[str], Schema]] = {}
    waiting = [("", whole)]
    while waiting:
        name, schema = waiting.pop(0)
        if "properties" in schema:
            plain = {key: each for key, each in schema.items() if key != "description"}
            names, _ = found.setdefault(json.dumps(plain), ([], schema))
            names.append(name)
            if len(names) == 1:
                waiting += schema["properties"].items()
        parts = [schema["items"]] if "items" in schema else schema.get("anyOf", [])
        waiting += [(name, part) for part in parts]
    yield from found.values()


def _title(names: list[str]) -> str:
    """Return a mapping's heading: the fields that it stands in."""
    return " and ".join(f"`{name}`" for name in dict.fromkeys(names) if name) or "The case"


def _takes(schema: Schema) -> str:  # noqa: PLR0911  (one answer for each kind of value)
    if "enum" in schema:
        *others, last = [f"`{word}`" for word in schema["enum"]]
        return f"{', '.join(others)} or {last}" if others else last
    if "const" in schema:
        return f"`{schema['const']}`"
    if "anyOf" in schema:
        return ", or ".join(_takes(each) for each in schema["anyOf"])
    kind = schema.get("type")
    if kind == "string" and "examples" in schema:
        return f"one word such as `{schema['examples'][0]}`"
    if kind == "string":
        return "a date, YYYY-MM-DD" if schema.get("format") == "date" else "text"
    if kind in ("integer", "number"):
        whole = "a whole number" if kind == "integer" else "a number"
        return f"{whole} from {schema['minimum']} to {schema['maximum']}"
    if kind == "array":
        return f"a list; each entry: {_takes(schema['items'])}"
    if kind == "object":
        each = schema["additionalProperties"]
        return f"names, each with {_takes(each)}" if each else "the fields below"
    return "anything"


FORMATS = {each.suffix: each.name for each in registry.FORMATS.values()}
"""Names of the formats by the suffixes of their letters."""

LETTERS, EXPECTED = Path("samples/letters"), Path("samples/broken/expected")


def samples() -> list[Path]:
    """Return the samples that get letters, named from the top of the checkout."""
    return sorted(each.relative_to(CHECKOUT) for each in (CHECKOUT / "samples").glob("*.yaml"))


def broken_samples() -> list[Path]:
    """Return the samples that are refused."""
    return sorted(each.relative_to(CHECKOUT) for each in (CHECKOUT / "samples" / "broken").glob("*.yaml"))


def letters() -> dict[Path, str]:
    """Return every committed letter and list of findings, by its place."""
    files = {}
    for sample in samples():
        with TemporaryDirectory() as folder:
            _run("decide", sample, "-O", folder, *(f"--format={form}" for form in FORMATS.values()))
            for suffix in FORMATS:
                (letter,) = Path(folder).glob(f"*.{suffix}")
                files[LETTERS / f"{sample.stem}.{suffix}"] = letter.read_text(encoding="utf-8")
    for sample in broken_samples():
        files[EXPECTED / f"{sample.stem}.txt"] = _run("decide", sample)
    return files


def _run(*arguments: object) -> str:
    """Return what the program writes to stderr, started at the top of the checkout."""
    command = [sys.executable, "-m", "imr_cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, cwd=CHECKOUT).stderr.decode("utf-8")


def write_letters() -> None:
    """Write the letters of all samples, and delete those whose samples are gone."""
    files = letters()
    for folder in (LETTERS, EXPECTED):
        (CHECKOUT / folder).mkdir(exist_ok=True)
        for old in (CHECKOUT / folder).iterdir():
            if folder / old.name not in files:
                old.unlink()
    for place, content in files.items():
        _write(place, content)


def write_pages() -> None:
    """Write the made pages, and what the sessions in all pages print."""
    table = Resources().table
    _write(RULES_PAGE, rules_page())
    _write(TABLE_PAGE, table_page(table))
    _write(FIELDS_PAGE, fields_page((CHECKOUT / FIELDS_PAGE).read_text(encoding="utf-8"), table))
    for page in pages():
        _write(page, played_anew(page))


def _write(place: Path, content: str) -> None:
    (CHECKOUT / place).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["letters"]:
        write_letters()
    else:
        write_pages()
