"""The plan of the house: packages stand in a line, and each imports only what stands before it."""

from __future__ import annotations

import ast
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import imr_cli

LINE = ["findings", "files", "case", "guideline", "decision", "texts", "checks", "letter"]
LINE += ["resources", "pipeline", "library", "reports", "batch", "cli"]
STRANGERS = {("guideline", "case"), ("texts", "decision")}
"""Neighbours in the line that do not know each other."""
APART = {"imr_cli", "imr_cli.__main__"}
"""The package's own version and face, and where the program begins."""
ROOT = Path(imr_cli.__file__).parent
MODULES = {
    ".".join(("imr_cli", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in ROOT.rglob("*.py")
}


def imported(path: Path) -> set[str]:
    """Return the modules of the program that a module imports, wherever in it, for types alone too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {
                whole if (whole := f"{node.module}.{each.name}") in MODULES else node.module
                for each in node.names
            }
    return names & MODULES.keys() - {"imr_cli"}  # of which everybody may know the version


IMPORTS = {name: {other for other in imported(path) if other not in APART} for name, path in MODULES.items()}


def package(name: str) -> str:
    return name.split(".")[1]


def test_each_package_imports_only_what_stands_before_it() -> None:
    for name in IMPORTS.keys() - APART:
        for other in IMPORTS[name] - APART:
            assert LINE.index(package(other)) <= LINE.index(package(name)), (name, other)
            assert (package(name), package(other)) not in STRANGERS, (name, other)


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter(IMPORTS).prepare()


def test_no_folder_has_too_many_modules() -> None:
    modules = [path for path in MODULES.values() if path.name != "__init__.py"]
    assert max(Counter(path.parent for path in modules).values()) <= 16
    assert len(modules) <= 110
