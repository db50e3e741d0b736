"""Build `guidelines/table.jsonl` and `docs/guidelines.md`: `python -m imr_cli.build_table` (`make table`)."""

from __future__ import annotations

from pathlib import Path

from imr_cli.alias_index import index_to_compile
from imr_cli.places import bundled
from imr_cli.table import Table
from imr_cli.table_files import (
    COMPILED,
    contents_of,
    fingerprint_of,
    load_table,
    parsed_text,
    read_files,
)
from imr_cli.table_reference import reference


def compiled(folder: Path) -> str:
    """The text of `table.jsonl` for a folder: one file or list a line, so that changes can be read."""
    contents = contents_of(folder)
    files = read_files(contents)
    return parsed_text({"built_from": fingerprint_of(contents), **files, **index_to_compile(Table(files))})


def main() -> None:
    """Write the compiled table beside its files, and the page that shows it in a checkout."""
    folder = Path(str(bundled("guidelines")))
    (folder / COMPILED).write_text(compiled(folder), encoding="utf-8")
    docs = folder.parent / "docs"
    if docs.is_dir():
        (docs / "guidelines.md").write_text(reference(load_table(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
