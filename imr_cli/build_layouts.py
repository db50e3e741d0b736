"""Compile the bundled layouts: `imr_cli/compiled_*.py`, by Jinja's own compiler (part of `make table`).

The compiler's Python is kept as it is, but for its import of Jinja's runtime: names come from
`layout_runtime`. A layout that uses more of Jinja than that module has stays without a compiled form.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import jinja2
import markupsafe

from imr_cli import layout_runtime
from imr_cli.files.bundled import content_of
from imr_cli.files.cache import fingerprint_of
from imr_cli.letter.layouts import FORMATS, environment_of, file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from imr_cli.files.bundled import Folder

_OF_ENVIRONMENT = ("getattr", "getitem", "finalize", "concat", "filters", "undefined")
_OF_LOOP = ("first", "last")


def compiled_layouts(folder: Folder) -> dict[str, str]:
    """The modules for the layouts of a folder, by the names of their files."""
    return {
        f"compiled_{suffix}.py": _module(form, content_of(folder, file_of(form)))
        for form, suffix in FORMATS.items()
        if form != "json"
    }


def write_layouts(folder: Folder, package: Path) -> None:
    """Write the modules into the package."""
    for name, text in compiled_layouts(folder).items():
        (package / name).write_text(text, encoding="utf-8")


def _module(form: str, content: bytes) -> str:
    name = file_of(form)
    environment = environment_of(form, {name: content.decode("utf-8")}.get)
    code = environment.compile(content.decode("utf-8"), name, name, raw=True)
    tree = ast.parse(code)
    head = [f'"""The layout {name}, compiled by Jinja {jinja2.__version__} (`build_layouts`)."""', ""]
    if next(_beyond(tree), None) is not None:
        return "\n".join([*head, 'BUILT_FROM = ""', ""])
    used = {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)} & _imported(tree)
    marked = used & {"Markup", "escape"}
    if marked:
        head.append(f"from markupsafe import {', '.join(sorted(marked))}")
    names = sorted({*used - marked, "environment"})
    head += [f"from imr_cli.layout_runtime import {', '.join(names)}", ""]
    head.append(f'BUILT_FROM = "{fingerprint_of({name: content})}"')
    rest = [line for line in code.splitlines() if not line.startswith("from ")]
    return "\n".join([*head, *rest, ""])


def _imported(tree: ast.Module) -> set[str]:
    return {name.name for each in tree.body if isinstance(each, ast.ImportFrom) for name in each.names}


def _beyond(tree: ast.Module) -> Iterator[str]:
    """What the compiled layout uses that `layout_runtime` does not have, or has in part only."""
    imported = _imported(tree)
    of: Mapping[str, tuple[str, ...]] = {
        "environment": _OF_ENVIRONMENT,
        "context": ("resolve_or_missing",),
        "jinja2": (),
    }
    asked: set[int] = set()  # loops that are only asked for what ours know
    for each in ast.walk(tree):
        match each:
            case ast.FunctionDef(name=name) if name != "root" and not name.startswith("t_"):
                yield name  # a block, a macro
            case ast.Name(id=name) if name in imported:
                if not hasattr(layout_runtime, name) and not hasattr(markupsafe, name):
                    yield name
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in of:
                if attribute not in of[name]:
                    yield attribute
            case ast.Subscript(value=ast.Attribute(attr="filters"), slice=ast.Constant(value=str(name))):
                if name not in layout_runtime.environment.filters:
                    yield name
            case ast.Call(func=ast.Name(id="resolve"), args=[ast.Constant(value=str(name))]):
                if name != "letter":
                    yield name
            case ast.Call(
                func=ast.Attribute(attr="getattr"), args=[ast.Name() as loop, ast.Constant(value=name)]
            ) if name in _OF_LOOP:
                asked.add(id(loop))
            case ast.Name(id=name, ctx=ast.Load()) if name.endswith("_loop") and id(each) not in asked:
                yield name
