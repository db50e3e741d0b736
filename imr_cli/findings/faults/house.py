"""The rules of house files, wordings and layouts: IMR851 and up. Any of them stops the run: exit 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.findings.finding import rule
from imr_cli.findings.suggest import did_you_mean, joined, shown_code

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
    return f"there is no fact `{{{name}}}` for this sentence (facts: {joined(known, 'and')})"


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
    Remedy: fix the layout; the message has the place.
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


@rule("IMR856")
def sentence_missing(key: str) -> str:
    """A wording lacks a sentence.

    Why: a letter that needs the sentence could not be written.
    Example: `summary.leed` where `summary.lead` was meant.
    Remedy: begin with a copy of `templates/wording/en.yaml`; leave a sentence blank to leave it out.
    """
    return f"the wording lacks the sentence `{key}`"


@rule("IMR857")
def second_document() -> str:
    """A house file or wording holds a second document.

    Why: the second one would be lost without a word.
    Example: a line `---` in the middle of a house file.
    Remedy: take the line out.
    """
    return "a second document begins here; the file must hold one"


@rule("IMR861")
def required_part_missing(
    part: str, authority: str, form: str = "", sentence: str = "", fact: str = ""
) -> str:
    """A letter lacks a part that the law requires.

    Why: a determination without it can be set aside, however good the decision is.
    Example: a layout of a house that prints the summary and forgets the rationale; `votes.one: ""` in a
    house file.
    Remedy: put the part back into the layout, or into the sentence that the message names. What a reader
    does not see, such as a comment of HTML, does not count. `guidelines/law/letter.yaml` lists all parts.
    Authority: LC 4610.6; 8 CCR 9792.10.6(d); the message names the provision of the part.
    """
    lacking = f"a required part: {part.replace('-', ' ')} ({authority})"
    if form:
        return f"the {form} letter lacks {lacking}"
    without = f"without `{{{fact}}}` in `{sentence}`" if fact else f"with `{sentence}` left out"
    return f"{without} a letter lacks {lacking}"


@rule("IMR862")
def unknown_code(code: str, known: Iterable[str]) -> str:
    """A house gives a severity to a code that no rule has.

    Why: the house believes that a rule is set, and it never is.
    Example: `severities: {IMR7O1: off}`; `{IMR6: off}`, since a house names whole codes.
    Remedy: correct the code; `imr rule` lists them all.
    """
    codes = sorted(known)
    family = [each for each in codes if each.startswith(code)]
    if family and code.startswith("IMR"):
        several = f"{family[0]} to {family[-1]}" if len(family) > 1 else family[0]
        return f"{shown_code(code)} is no whole code, and a house names whole codes ({several})"
    return f"no rule has the code {shown_code(code)}{did_you_mean(code, codes)}"


@rule("IMR863")
def severity_too_low(floor: str) -> str:
    """A house lowers a rule below what it may be.

    Why: what keeps a case from being read, and a letter that is plainly false, stays an error; a
    contradiction that the tool reads in free text can become a warning and is never hidden.
    Example: `severities: {IMR701: off}`.
    Remedy: `warning` where the message says so; otherwise leave the rule alone.
    """
    return f"this rule is never less than {'an error' if floor == 'error' else 'a warning'}"


@rule("IMR864")
def decision_unclear(reason: str) -> str:
    """A house's words give a decision a false or doubtful meaning.

    Why: who reads the letter must see what was decided, and that a proposal is none yet.
    Example: `decision.upheld: Overturned`; one word for both decisions; `decision.proposed: "{decision}"`.
    Remedy: give each decision a word of its own, in any language, that is not the bundled word of the other
    one, and keep a mark beside `{decision}` in `decision.proposed`.
    Authority: LC 4610.6(e): the determination states whether the disputed treatment is medically necessary.
    """
    return f"a decision could be misunderstood: {reason}"
