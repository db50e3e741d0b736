"""Lay a composed letter out: one template per format, and no word of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from imr_cli.files.bundled import DataFault, bundled, content_of, has_file, shown_place
from imr_cli.files.cache import code_of, keep, kept
from imr_cli.findings.faults import house as rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment
    from jinja2.bccache import Bucket, BytecodeCache

    from imr_cli.files.bundled import Folder
    from imr_cli.findings.finding import Finding
    from imr_cli.letter.model import Letter


TEXT_WIDTH = 78


class LayoutFault(DataFault):
    """A layout cannot be used; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__([finding])
        self.finding = finding


class Layouts:
    """The layouts of a run. `folders` are searched in order: the house's own before the bundled ones."""

    def __init__(self, folders: Sequence[Folder]) -> None:
        self.folders = folders
        self._environments: dict[str, Environment] = {}

    def __reduce__(self) -> tuple[type[Layouts], tuple[Sequence[Folder]]]:
        return Layouts, (self.folders,)  # another process reads the layouts for itself

    def lay_out(
        self,
        name: str,
        letter: Letter,
        *,
        autoescape: bool = False,
        finalize: Callable[[Any], Any] | None = None,
    ) -> str:
        """Return the letter in the layout of that name, ending with one line break.

        `autoescape` and `finalize` say how a format escapes what a layout prints, as Jinja has them.

        Raises:
            LayoutFault: the layout has an error, or asks for something that a letter does not have.
        """
        from jinja2 import TemplateError  # half of a start: only for letters

        if name not in self._environments:
            made = self._environment(name, autoescape=autoescape, finalize=finalize)
            self._environments[name] = made
        try:
            text = self._environments[name].get_template(name).render(letter=letter)
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            fault = rules.layout_broken(str(error)).at(getattr(error, "lineno", None) or 0, 0)
            raise LayoutFault(fault.in_source(self.named(name))) from None
        return text.strip("\n") + "\n"

    def named(self, name: str) -> str:
        """Return the path of a layout, as the user finds it."""
        return shown_place(self._folder_of(name) or self.folders[-1], name)

    def is_bundled(self, name: str) -> bool:
        """Whether a layout is the bundled one, which shows every part of a letter."""
        folder, ours = self._folder_of(name), bundled("templates")
        if folder is None or not has_file(ours, name):
            return False
        return content_of(folder, name) == content_of(ours, name)

    def _folder_of(self, name: str) -> Folder | None:
        return next((folder for folder in self.folders if has_file(folder, name)), None)

    def _source(self, name: str) -> str | None:
        folder = self._folder_of(name)
        return None if folder is None else content_of(folder, name).decode("utf-8")

    def _environment(
        self, name: str, *, autoescape: bool, finalize: Callable[[Any], Any] | None
    ) -> Environment:
        from jinja2 import Environment, FunctionLoader, StrictUndefined

        environment = Environment(
            loader=FunctionLoader(self._source),
            undefined=StrictUndefined,
            bytecode_cache=_bytecode_cache(name, finalize),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=autoescape,  # noqa: S701  (each format says how it escapes; text has no markup)
            finalize=finalize,
        )
        environment.filters.update(FILTERS)
        return environment


def _bytecode_cache(layout: str, finalize: Callable[[Any], Any] | None) -> BytecodeCache:
    """Return the cache of a layout's bytecode, kept as all derived data is.

    The layout is in the name of its file, because what a layout includes depends on its escaping. Filters and
    escaping are sources too, since Jinja applies them to constants ahead of time.
    """
    import jinja2

    modules = {__name__, *([finalize.__module__] if finalize else [])}
    made_by = {
        "jinja": jinja2.__version__.encode(),
        "python": str(sys.implementation.cache_tag).encode(),
        **code_of(*(sys.modules[each] for each in sorted(modules))),
    }

    class Cache(jinja2.BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            code = kept(f"{layout}-{bucket.key}", {**made_by, "source": bucket.checksum.encode()})
            if code is not None:
                bucket.bytecode_from_string(bytes(code))

        def dump_bytecode(self, bucket: Bucket) -> None:
            sources = {**made_by, "source": bucket.checksum.encode()}
            keep(f"{layout}-{bucket.key}", sources, bucket.bytecode_to_string())

    return Cache()


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """Return the text filled to the width of a text letter; words and web addresses are never cut.

    `first` and `rest` are put before the first line and the others.
    """
    lines: list[str] = []
    line, empty = first, True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > TEXT_WIDTH:
            lines.append(line)
            line, empty = rest, True
        line = f"{line}{word}" if empty else f"{line} {word}"
        empty = False
    lines.append(line)
    return "\n".join(each.rstrip() for each in lines)


def columns(rows: Sequence[Sequence[Any]]) -> str:
    """Return the header's rows in two columns of labels and values, values below one another."""
    widths = [max(len(row[place].label) for row in rows if len(row) > place) for place in range(2)]
    lines = []
    for row in rows:
        pairs = zip(row, widths, strict=False)
        first, *others = (f"{each.label.ljust(width)}  {each.text}" for each, width in pairs)
        lines.append("".join([first.ljust(TEXT_WIDTH // 2 + 1), *others]) if others else first)
    return "\n".join(lines)


def center(text: str) -> str:
    """Return the text in the middle of a line of a text letter."""
    return text.center(TEXT_WIDTH).rstrip()


def one_line(text: str) -> str:
    """Return the text without its line breaks."""
    return " ".join(text.split())


FILTERS = {each.__name__: each for each in (wrap, columns, center, one_line)}
"""What every layout may use beside Jinja's own filters."""
