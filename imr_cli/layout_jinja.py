"""Lay letters out by Jinja: one environment for each format.

Whatever text goes in is escaped for the format by the environment, not by the template, so no layout can
forget it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError

from imr_cli import rules_house as rules
from imr_cli.layout_cache import LayoutCache
from imr_cli.layout_filters import FILTERS, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_cli.finding import Finding
    from imr_cli.letter import Letter

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
