"""The reference of the case file's fields, in `docs/case-file.md`: `python -m imr_cli.schema_page`.

The page is made from the form that the program reads a case with, so no field can be missing from it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli.case.form import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from imr_cli.files.schema import Schema

MARK = "<!-- From here on the page is made by `python -m imr_cli.schema_page`; a test compares it. -->\n"
PAGE = Path("docs/case-file.md")


def fields_page(quantities: Mapping[str, Mapping[str, str]]) -> str:
    """Every field of a case file as tables of Markdown, and the quantities that the guideline table knows."""
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
    """Every mapping of the form, the outer ones first; one that stands in several fields comes once."""
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
    """A mapping's heading: the fields that it stands in."""
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


def whole_page(page: str) -> str:
    """The page with its made part made anew; what stands above the mark is written by hand."""
    from imr_cli.resources import Resources

    return page.partition(MARK)[0] + MARK + fields_page(Resources().table.quantities)


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    place.write_text(whole_page(place.read_text(encoding="utf-8")), encoding="utf-8")
