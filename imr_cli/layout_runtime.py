"""What the bundled layouts need while they run, once Jinja's compiler has made Python of them.

Importing any part of Jinja imports all of it, which takes a third of the time of a letter. The bundled
layouts use little of it: loops, attributes, a few filters. `build_layouts` compiles a layout only where it
uses no more than there is here; Jinja itself lays the others out.
"""

from __future__ import annotations

from operator import getitem
from typing import TYPE_CHECKING, Any, NoReturn

from imr_cli.letter.layout_filters import FILTERS, markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from imr_cli.letter.model import Letter

missing = object()
"""Stands for a name that has no value."""


class Environment:
    """As much of Jinja's environment as compiled layouts ask for. `escape` marks text as fit for HTML."""

    getattr = staticmethod(getattr)
    getitem = staticmethod(getitem)
    finalize = staticmethod(markdown)
    concat = staticmethod("".join)
    filters: Mapping[str, Callable[..., Any]]

    @staticmethod
    def undefined(name: str) -> NoReturn:
        """A layout asked for a name that there is not."""
        raise LookupError(f"{name!r} is undefined")


class Names:
    """The one name that a layout is given."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter

    def resolve_or_missing(self, name: str) -> Any:
        """What a name stands for."""
        return self._letter if name == "letter" else missing


class LoopContext:
    """The values of a loop, each with the loop itself, which knows whether it is at its first or last."""

    def __init__(self, values: Iterable[Any], undefined: object) -> None:  # noqa: ARG002  (Jinja's signature)
        self._values = tuple(values)
        self.index0 = -1

    def __iter__(self) -> Iterator[tuple[Any, LoopContext]]:
        for self.index0, value in enumerate(self._values):  # noqa: B020
            yield value, self

    @property
    def first(self) -> bool:
        """Whether this is the first turn."""
        return self.index0 == 0

    @property
    def last(self) -> bool:
        """Whether this is the last turn."""
        return self.index0 == len(self._values) - 1


def str_join(values: Iterable[Any]) -> str:
    """The values as one text."""
    return "".join(map(str, values))


def safe(text: str) -> str:
    """The text marked as fit for any format."""
    from markupsafe import Markup  # only Markdown's layout has use for it

    return Markup(text)  # noqa: S704  (a layout marks its own markup, never a case's text)


environment = Environment()
environment.filters = {**FILTERS, "length": len, "safe": safe}

# Named by what the compiler writes for a filter that there is not, and for a condition without `else`.
TemplateRuntimeError = LookupError
Undefined = None


def internalcode(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it is."""
    return function
