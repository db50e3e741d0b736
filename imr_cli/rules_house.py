"""The rules of house files, wordings and layouts: IMR851 and up. Any of them stops the run: exit 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import rule
from imr_cli.near import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable


@rule("IMR851")
def unknown_sentence(key: str, known: Iterable[str]) -> str:
    """A house overrides a sentence that the wording does not have.

    Why: the house believes that its sentence is printed, and it never is.
    Example: `wording: {made.sended: ...}`.
    Remedy: correct the key; `templates/wording/en.yaml` lists them all.
    """
    return f"the wording has no sentence `{key}`{did_you_mean(key, known)}"


@rule("IMR852")
def unknown_placeholder(name: str, known: Iterable[str]) -> str:
    """A sentence names a fact that is not there to fill in.

    Why: the letter would be printed with a hole.
    Example: `{patient_name}` in a sentence about the reviewer.
    Remedy: use one of the facts that the message lists.
    """
    return f"there is no fact `{{{name}}}` for this sentence (facts: {listed(known, 'and')})"


@rule("IMR853")
def not_a_language(_: str) -> str:
    """A wording's language is not a language tag.

    Why: browsers and screen readers choose voice and hyphenation by it.
    Example: `language: English`.
    Remedy: write `en`, or `en-US`.
    """
    return "`language` must be a language tag such as en or en-US"


@rule("IMR854")
def layout_broken(reason: str) -> str:
    """A layout cannot be used.

    Why: a letter is laid out whole or not at all.
    Example: a `{% if %}` without its `{% endif %}`, or a name that a letter does not have.
    Remedy: mend the layout; the message has the place.
    """
    return f"the layout cannot be used: {reason}"


@rule("IMR855")
def file_not_readable(reason: str) -> str:
    """A house file, wording or layout folder cannot be opened.

    Why: the run would go on with other words than the house's.
    Example: a wrong path in `IMR_HOUSE`.
    Remedy: check the path.
    """
    return f"cannot be read: {reason}"
