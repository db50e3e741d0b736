"""Build what is parsed beforehand of the bundled files: `python -m imr_cli.build_table` (`make table`).

`guidelines/table.jsonl`, `guidelines/law.jsonl` and `templates/words.jsonl`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli import resources
from imr_cli.files.bundled import bundled, content_of
from imr_cli.files.cache import BUILT_FROM, fingerprint_of, nodes_text, parsed_text
from imr_cli.guideline import law as law_files
from imr_cli.guideline.aliases import index_to_compile
from imr_cli.guideline.loading import COMPILED, contents_of, read_files
from imr_cli.guideline.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping


def compiled(folder: Path) -> str:
    """The text of `table.jsonl` for a folder: one file or list a line, so that changes can be read."""
    contents = contents_of(folder)
    files = read_files(contents)
    return parsed_text({BUILT_FROM: fingerprint_of(contents), **files, **index_to_compile(Table(files))})


def compiled_law(folder: Path) -> str:
    """The text of `law.jsonl` for a folder of guidelines."""
    return _compiled_nodes(law_files.law_contents(folder))


def compiled_words(folder: Path) -> str:
    """The text of `words.jsonl` for a folder of templates."""
    names = (resources.WORDING_FILE, resources.HOUSE_FILE)
    return _compiled_nodes({name: content_of(folder, name) for name in names})


def _compiled_nodes(contents: Mapping[str, bytes]) -> str:
    return nodes_text(contents, read_files(contents))


def main() -> None:
    """Write the compiled forms beside their files."""
    guidelines, templates = (Path(str(bundled(name))) for name in ("guidelines", "templates"))
    (guidelines / COMPILED).write_text(compiled(guidelines), encoding="utf-8")
    (guidelines / law_files.COMPILED).write_text(compiled_law(guidelines), encoding="utf-8")
    (templates / resources.COMPILED).write_text(compiled_words(templates), encoding="utf-8")


if __name__ == "__main__":
    main()
