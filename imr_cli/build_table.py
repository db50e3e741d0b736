"""Build `guidelines/table.json`: `python -m imr_cli.build_table` (`make table`)."""

from __future__ import annotations

import json
from pathlib import Path

from imr_cli.places import bundled
from imr_cli.table import COMPILED, file_names, fingerprint_of, read_files


def compiled(folder: Path) -> str:
    """The text of `table.json` for a folder: one file of the table a line, so that changes can be read."""
    contents = {name: (folder / name).read_bytes() for name in file_names(folder)}
    files = read_files(contents)
    lines = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(node, ensure_ascii=False, separators=(',', ':'))}"
        for name, node in files.items()
    )
    return f'{{"built_from": "{fingerprint_of(contents)}",\n"files": {{\n{lines}\n}}}}\n'


def main() -> None:
    """Write the compiled table beside its files."""
    folder = Path(str(bundled("guidelines")))
    (folder / COMPILED).write_text(compiled(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
