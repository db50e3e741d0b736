"""Lay a composed letter out: one template per format, and no word of its own.

The bundled layouts are there in a compiled form too (`build_layouts`), which needs no Jinja. It is used where
the layout is, byte for byte, the one that it was made of; Jinja (`layout_jinja`) lays all others out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError

from imr_cli.files.bundled import DataFault, content_of, has_file, shown_place
from imr_cli.files.cache import fingerprint_of
from imr_cli.findings.faults import house as rules
from imr_cli.letter.layout_cache import LayoutCache
from imr_cli.letter.layout_filters import FILTERS, markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from imr_cli.files.bundled import Folder
    from imr_cli.findings.finding import Finding
    from imr_cli.letter.model import Letter


FORMATS = {"markdown": "md", "html": "html", "text": "txt", "json": "json"}

"""Format -> suffix of its files. `json` is the determination record and has no layout."""

SHORT_NAMES = {"md": "markdown", "txt": "text", "htm": "html"}


def format_of_suffix(suffix: str) -> str:
    """The format of a file by its suffix; Markdown where it says nothing."""
    name = suffix.lower().lstrip(".")
    name = SHORT_NAMES.get(name, name)
    return name if name in FORMATS else "markdown"


class LayoutFault(DataFault):
    """A layout cannot be used; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__([finding])
        self.finding = finding


class Layouts:
    """The layouts of a run. `folders` are searched in order: the house's own before the bundled ones."""

    def __init__(self, folders: Sequence[Folder]) -> None:
        self.folders = folders
        self._ways: dict[str, Callable[[Letter], str | Finding]] = {}
        self._own: set[str] = set()  # formats that Jinja lays out

    def __reduce__(self) -> tuple[type[Layouts], tuple[Sequence[Folder]]]:
        return Layouts, (self.folders,)  # another process reads the layouts for itself

    def lay_out(self, letter: Letter, form: str) -> str:
        """The letter in one format, ending with one line break.

        Raises:
            LayoutFault: the layout has an error, or asks for something that a letter does not have.
        """
        laid_out = self._way(form)(letter)
        if not isinstance(laid_out, str):
            raise LayoutFault(laid_out.in_source(self.named(form)))
        return laid_out.strip("\n") + "\n"

    def named(self, form: str) -> str:
        """The layout of a format, as the user finds it."""
        name = file_of(form)
        return shown_place(self._folder_of(name) or self.folders[-1], name)

    def is_bundled(self, form: str) -> bool:
        """Whether the layout of a format is the bundled one, which shows every part of a letter."""
        if form == "json":
            return True
        self._way(form)
        return form not in self._own

    def _way(self, form: str) -> Callable[[Letter], str | Finding]:
        way = self._ways.get(form)
        if way is None:
            way = self._compiled(form)
            if way is None:
                way = self._by_jinja(form)
                self._own.add(form)
            self._ways[form] = way
        return way

    def _folder_of(self, name: str) -> Folder | None:
        return next((folder for folder in self.folders if has_file(folder, name)), None)

    def _compiled(self, form: str) -> Callable[[Letter], str | Finding] | None:
        """The way of a layout that was compiled beforehand; None where it is another one now."""
        compiled, name = compiled_layout(form), file_of(form)
        folder = self._folder_of(name) if compiled else None
        if compiled is None or folder is None:
            return None
        if fingerprint_of({name: content_of(folder, name)}) != compiled.BUILT_FROM:
            return None
        from imr_cli.layout_runtime import Names

        root: Callable[[Names], Any] = compiled.root
        return lambda letter: "".join(root(Names(letter)))

    def _by_jinja(self, form: str) -> Callable[[Letter], str | Finding]:

        environment = environment_of(form, self._source)
        return lambda letter: laid_out(environment, file_of(form), letter)

    def _source(self, name: str) -> str | None:
        folder = self._folder_of(name)
        return None if folder is None else content_of(folder, name).decode("utf-8")


def file_of(form: str) -> str:
    """The name of a format's layout."""
    return f"letter.{FORMATS[form]}.jinja"


def compiled_layout(form: str) -> ModuleType | None:
    """The bundled layout of a format as it was compiled, where it was."""
    if form == "html":
        from imr_cli import compiled_html

        return compiled_html
    if form == "markdown":
        from imr_cli import compiled_md

        return compiled_md
    if form == "text":
        from imr_cli import compiled_txt

        return compiled_txt
    return None


FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)

"""What a layout that cannot be used ends in."""


def environment_of(form: str, source: Callable[[str], str | None]) -> Environment:
    """Jinja as the layouts of a format need it. `source` gives a layout by the name of its file."""
    escapes: dict[str, Any] = {"markdown": {"finalize": markdown}, "html": {"autoescape": True}}
    environment = Environment(  # noqa: S701  (HTML escapes by itself; Markdown by `finalize`; text has no markup)
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        bytecode_cache=LayoutCache(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **escapes.get(form, {}),
    )
    environment.filters.update(FILTERS)
    return environment


def laid_out(environment: Environment, name: str, letter: Letter) -> str | Finding:
    """The letter in the layout of that name, or why the layout cannot be used."""
    try:
        return environment.get_template(name).render(letter=letter)
    except FAULTS as error:
        line = getattr(error, "lineno", None)
        return rules.layout_broken(str(error)).at(line or 0, 0)
