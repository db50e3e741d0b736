"""The rules of a rationale against its decision and its request: IMR701 and up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.guideline.aliases import alias_index
from imr_cli.texts.conclusion import weak_conclusion_of
from imr_cli.texts.phrases import phrases
from imr_cli.texts.subject import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Item
    from imr_cli.checks.audit import Audit
    from imr_cli.guideline.table import Table
    from imr_cli.texts.prose import Prose
    from imr_cli.texts.subject import Subject

_AGREES = {"upheld": "not-necessary", "overturned": "necessary"}
_WORDS = {"necessary": "medically necessary", "not-necessary": "not medically necessary"}
_LEAST = 25


@check("IMR701", "error", floor="warning")
def conclusion_against_decision(audit: Audit) -> Iterator[Fault]:
    """A rationale concludes the opposite of the decision above it.

    Why: nobody can tell which of the two was decided; such letters were appealed, and rightly.
    Example: `decision: overturned` over a rationale that ends "is not medically necessary".
    Remedy: correct the decision or the rationale. The last sentence that concludes on the request counts;
    where the tool misreads it, `--ignore IMR701` makes a warning of the finding.
    Authority: LC 4610.6(e) (memory); 8 CCR 9792.10.6(d).
    """
    for index, decision, _ in _decided(audit):
        concluded = audit.conclusions[index]
        said = concluded.said
        if concluded.is_on_request and said in _WORDS and said != _AGREES[decision]:
            yield Fault(
                f"the rationale concludes that the treatment is {_WORDS[said]}, but it is {decision}",
                ("disputed_items", index, "decision"),
            )


@check("IMR702", "warning")
def no_conclusion(audit: Audit) -> Iterator[Fault]:
    """A rationale does not say whether the treatment is medically necessary.

    Why: the review decides medical necessity and nothing else, so every rationale ends with it.
    Example: a rationale that recounts the guideline and stops.
    Remedy: end with a sentence such as "The requested therapy is not medically necessary."
    Authority: LC 4610.6(e) (memory); 8 CCR 9792.10.6(d).
    """
    for index, _, facts in _decided(audit):
        if audit.conclusions[index].said is None and weak_conclusion_of(facts) is None:
            yield Fault(
                "the rationale does not conclude whether the treatment is medically necessary",
                ("disputed_items", index, "rationale"),
            )


@check("IMR703", "warning")
def weak_conclusion_against_decision(audit: Audit) -> Iterator[Fault]:
    """A rationale seems to conclude the opposite of the decision, in words that leave room for doubt.

    Why: "the request is not supported" under Overturned is as hard to understand. The same holds where all
    that is said of medical necessity may be said of another treatment.
    Example: `decision: overturned` over a rationale that ends "The request cannot be approved."
    Remedy: correct the decision or the rationale, and say whether the treatment is medically necessary.
    Authority: LC 4610.6(e) (memory); 8 CCR 9792.10.6(d).
    """
    for index, decision, facts in _decided(audit):
        concluded = audit.conclusions[index]
        if concluded.is_on_request:
            continue
        said = weak_conclusion_of(facts) or concluded.said
        if said in _WORDS and said != _AGREES[decision]:
            yield Fault(
                f"the rationale seems to find the treatment {_WORDS[said]}, but it is {decision}",
                ("disputed_items", index, "decision"),
            )


@check("IMR704", "warning")
def rationale_of_another_request(audit: Audit) -> Iterator[Fault]:
    """A rationale speaks of another treatment than the one requested.

    Why: text of another item or case was pasted in, and the request was not decided.
    Example: a request for massage whose rationale ends "the request for an MRI is not medically necessary".
    Remedy: write the rationale of this request.
    Authority: LC 4610.6(e) (memory): clinical reasons for each disputed treatment.
    """
    for index, _, facts in _decided(audit):
        subject = audit.subjects[index]
        named = _named_in_conclusion(audit.conclusions[index].sentence, audit)
        strays = named is not None and not subject.is_named_in(named)
        silent = not strays and not any(map(facts.has_word, subject.words)) and _is_silent(subject, facts)
        if (strays or silent) and not _rests_on_another(audit.case.disputed_items[index], facts):
            words = "its conclusion names another" if strays else "it names nothing of the request"
            yield Fault(
                f"the rationale may be that of another treatment: {words}",
                ("disputed_items", index, "rationale"),
            )


@check("IMR705", "warning")
def rationale_of_another_part(audit: Audit) -> Iterator[Fault]:
    """A rationale speaks of other parts of the body than the request.

    Why: text of another case was pasted in; a wrong body part is a plainly wrong fact.
    Example: an MRI of the right foot with a rationale on the knee alone.
    Remedy: correct the rationale, or the treatment.
    Authority: LC 4610.6(h) (appeal for a plainly erroneous finding of fact).
    """
    for index, _, facts in _decided(audit):
        item = audit.case.disputed_items[index]
        asked = audit.requests[index].terms.named
        if not asked or any(_names(part, facts, audit.table) for part in asked):
            continue
        if _rests_on_another(item, facts):
            continue
        spoken = _other_parts(facts, asked, audit)
        if spoken:
            yield Fault(
                f"the rationale speaks of {_listed(spoken)}, the request is for {_listed(asked)}",
                ("disputed_items", index, "rationale"),
            )


def _other_parts(facts: Prose, asked: frozenset[str], audit: Audit) -> frozenset[str]:
    """Return the parts that a rationale is about in place of the one asked for.

    One sentence on a part that the summary names too is no more than a finding of the examination, and
    findings of the spine show in the limbs.
    """
    vocabulary = alias_index(audit.table).vocabulary
    spoken = vocabulary.terms(facts.lower)
    if asked & spoken.parts:
        return frozenset()
    known = vocabulary.terms(audit.summary.lower).parts
    sentences = [vocabulary.terms(each).named for each in facts.lower.split(". ")]
    if phrases().pattern("signs_elsewhere").search(facts.lower):
        shown = {each for part in asked for each in phrases().entry("show_in").get(part, ())}
    else:
        shown = set()
    return frozenset(
        part
        for part in spoken.named - shown
        if part not in known or sum(part in each for each in sentences) > 1
    )


def _names(part: str, facts: Prose, table: Table) -> bool:
    """Return whether a text has a word for a part of the body."""
    words, phrases_of_part = _words_for(table, part)
    return not words.isdisjoint(facts.words) or any(each in facts.lower for each in phrases_of_part)


@cache
def _words_for(table: Table, part: str) -> tuple[frozenset[str], list[str]]:
    words = [
        word for kind in ("body_parts", "structures") for word in table.words.get(kind, {}).get(part, ())
    ]
    return frozenset(each for each in words if each.isalpha()), [each for each in words if not each.isalpha()]


def _decided(audit: Audit) -> Iterator[tuple[int, str, Prose]]:
    """Yield the items that have a decision and a rationale: index, decision, facts of the rationale."""
    for index, item_decision in enumerate(audit.decisions):
        if item_decision is not None and item_decision.rationale.strip():
            yield index, item_decision.decision, audit.rationales[index]


def _rests_on_another(item: Item, facts: Prose) -> bool:
    """Return whether the service was decided with the one that it goes with."""
    return item.depends_on is not None or facts.has("rests_on_parent")


def _named_in_conclusion(sentence: str, audit: Audit) -> str | None:
    """Return the treatment that a concluding sentence names, None if it is not known."""
    aliases = alias_index(audit.table)
    requests = phrases().pattern("names_request").findall(sentence)
    if requests:
        return requests[-1] if telling(requests[-1]) - aliases.vocabulary.ignored else None
    for match in reversed(list(phrases().pattern("names_treatment").finditer(sentence))):
        named: str = match[match.lastindex or 0]
        if aliases.matches(aliases.vocabulary.terms(named), audit.table.document_ids, near=True):
            return named
    return None


def _is_silent(subject: Subject, facts: Prose) -> bool:
    """Return whether a text of some length names nothing of the request."""
    if len(facts.words) < _LEAST or not subject.thin_words.isdisjoint(facts.words):
        return False
    return not subject.is_named_in(facts.lower)


def _listed(parts: frozenset[str]) -> str:
    return ", ".join(sorted(each.replace("-", " ") for each in parts))
