"""Build `guidelines/table.json` and `docs/guidelines.md`: `python -m imr_cli.build_table` (`make table`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imr_cli.alias_index import index_to_compile
from imr_cli.places import bundled
from imr_cli.table import COMPILED, Table, contents_of, fingerprint_of, load_table, read_files
from imr_cli.table_reference import reference

if TYPE_CHECKING:
    from collections.abc import Mapping


def compiled(folder: Path) -> str:
    """The text of `table.json` for a folder: one file or index word a line, so that changes can be read."""
    contents = contents_of(folder)
    files = read_files(contents)
    index = index_to_compile(Table(json.loads(json.dumps(files))))
    return (
        f'{{"built_from": "{fingerprint_of(contents)}",\n"files": {{\n{_lines(files)}\n}},\n'
        f'"index": {{\n"vocabulary": {{\n{_lines(index["vocabulary"])}\n}},\n'
        f'"entries": {{\n{_lines(index["entries"])}\n}}}}}}\n'
    )


def _lines(content: Mapping[str, Any]) -> str:
    return ",\n".join(
        f"{json.dumps(name)}: {json.dumps(node, ensure_ascii=False, separators=(',', ':'))}"
        for name, node in content.items()
    )


def main() -> None:
    """Write the compiled table beside its files, and the page that shows it in a checkout."""
    folder = Path(str(bundled("guidelines")))
    (folder / COMPILED).write_text(compiled(folder), encoding="utf-8")
    docs = folder.parent / "docs"
    if docs.is_dir():
        (docs / "guidelines.md").write_text(reference(load_table(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
