"""The rules of what a rationale says is missing, and the case has: IMR727 and IMR728."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.findings.finding import Fault, check
from imr_cli.guideline.aliases import alias_index
from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import MedicalRecord
    from imr_cli.checks.audit import Audit
    from imr_cli.texts.prose import Prose

_LEAST_OF_ID = 5
_NOT = frozenset(("no", "not"))

_SAYS_LITTLE = frozenset(
    ("documented", "documentation", "evidence", "or", "and", "of", "to", "with", "for", "the")
)

_REACH = 80
"""Characters before "is not provided" in which the name of a document stands."""

_BEFORE = 200
"""Characters of a sentence before words on something missing that are read with them."""


class Missing(NamedTuple):
    """Words that say that something is missing: where they begin, the first of them, and what is missing.

    `lost` is the word that makes it a loss: no evidence that something failed is no lack of it.
    """

    start: int
    first: str
    thing: str
    lost: str = ""


@check("IMR727", "warning")
def documented_after_all(audit: Audit) -> Iterator[Fault]:
    """A rationale misses the documentation of something that the item's findings say is documented.

    Why: "no documentation of X" where the records have X was a ground for a new review.
    Example: `functional-improvement-documented: yes` and "no documentation of functional improvement".
    Remedy: correct the finding or the rationale.
    Authority: McAtee 2015.
    """
    for index, item in enumerate(audit.case.disputed_items):
        held = {name: _telling(name) for name, finding in item.findings.items() if _is_held(name, finding)}
        if not held:
            continue
        reported: set[str] = set()
        for each in _missing(audit.rationales[index]):
            words = _words(each.thing)
            missed = next((name for name, telling in held.items() if _misses(each, words, telling)), None)
            if missed is not None and missed not in reported:
                reported.add(missed)
                yield Fault(
                    f"the rationale misses what the finding `{missed}` says is there",
                    ("disputed_items", index, "findings", missed),
                )


@check("IMR728", "warning")
def listed_after_all(audit: Audit) -> Iterator[Fault]:
    """A rationale says that a document is missing, and the list has one of its kind.

    Why: "no documentation of X" where the records have X was a ground for a new review.
    Example: "no MRI was submitted" with imaging among the records.
    Remedy: correct the rationale, or say which document is missing.
    Authority: McAtee 2015.
    """
    known = phrases().entry("records")
    records = [record for record in audit.case.records if record.kind in known]
    for index, facts in enumerate(audit.rationales if records else ()):
        for each in _missing_records(facts):
            kind = next((record.kind for record in records if _may_be(each.thing, record, audit)), None)
            if kind is not None:
                yield Fault(
                    f"the rationale says that a document is missing, and one of the kind {kind} is listed",
                    ("disputed_items", index, "rationale"),
                )
                break


def _missing(facts: Prose) -> Iterator[Missing]:
    """Yield what a text says is not documented, in its own words and of this case."""
    for match in facts.finditer("missing"):
        thing = match[match.lastindex or 0]
        then = phrases().pattern("then_there").search(thing)
        loss = phrases().pattern("missing_loss").search(match[0])
        each = Missing(
            match.start(),
            match[0],
            thing if then is None else thing[: then.start()],
            "" if loss is None else loss[0].split()[-1],
        )
        if _is_own(each, facts):
            yield each
    for match in facts.finditer("missing_behind"):
        before = facts.before(match.start(), _BEFORE)
        thing = phrases().pattern("clause_begins").split(before)[-1].strip()
        each = Missing(match.start() - len(thing) - 1, match[0], thing)
        if thing and _is_own(each, facts):
            yield each


def _missing_records(facts: Prose) -> Iterator[Missing]:
    """Yield the documents that a text says are missing."""
    for match in facts.finditer("missing_record"):
        each = Missing(match.start(), match[0], match[match.lastindex or 0])
        if _is_own(each, facts):
            yield each
    for match in facts.finditer("missing_record_behind"):
        before = phrases().pattern("record_before").search(facts.before(match.start(), _REACH))
        if before is not None:
            joined = phrases().pattern("record_joined").search(before.string[: before.start(1)])
            for thing in (before, joined) if joined is not None else (before,):
                start = match.start() - len(before.string) + thing.start(1)
                each = Missing(start, match[0], thing[1])
                if _is_own(each, facts):
                    yield each


def _is_own(missing: Missing, facts: Prose) -> bool:
    """Return whether a text says so outright: of no loss, not as what others said, under no condition."""
    if phrases().pattern("lack_of").search(missing.thing.lstrip()):
        return False
    before = facts.before(missing.start, _BEFORE)
    tries = ["said_by_others", "under_condition", "said_of_before"]
    if missing.first.startswith(("without", "absence", "lack", "insufficient")):
        tries.append("guideline_asks")
    return not any(phrases().pattern(name).search(before) for name in tries)


def _is_held(criterion: str, finding: str) -> bool:
    """Return whether what a criterion names is there: yes, or no to `no-radiculopathy`."""
    first, *rest = criterion.split("-")
    if not _NOT.isdisjoint(rest):
        return False  # `taper-not-abrupt`: a sentence on it cannot be compared word by word
    return finding == ("no" if first in _NOT else "yes")


def _telling(criterion: str) -> frozenset[str]:
    """Return the words of a criterion's id that a sentence on it must have; none of one that says little."""
    words = frozenset(criterion.split("-")) - _NOT - _SAYS_LITTLE
    long_enough = len(words) > 1 or any(len(word) > _LEAST_OF_ID for word in words)
    return words if long_enough else frozenset()


def _misses(missing: Missing, words: set[str], telling: frozenset[str]) -> bool:
    """Return whether what is missing, by its words, is what a criterion's telling words name."""
    return bool(telling) and telling <= words and (not missing.lost or missing.lost in telling)


def _words(thing: str) -> set[str]:
    """Return the words of a text, with the forms that the ids of criteria have."""
    forms = phrases().entry("word_forms")
    words = re.findall(r"[a-z]+", thing)
    pairs = map(" ".join, pairwise(words))
    return {*words, *(forms[each] for each in (*words, *pairs) if each in forms)}


def _may_be(thing: str, record: MedicalRecord, audit: Audit) -> bool:
    """Return whether the missing document is of the record's kind, and nothing tells that it is another."""
    kind = record.kind or ""
    if not _names(thing, kind):
        return False
    title = (record.title or "").lower()
    if phrases().pattern("another_record").search(thing):
        return False
    if not _agree(_forms(thing, kind), _forms(title, kind)) or not _agree(_sides(thing), _sides(title)):
        return False
    terms = alias_index(audit.table).vocabulary.terms
    return not title or _agree(terms(thing).parts, terms(title).parts)


def _names(thing: str, kind: str) -> bool:
    """Return whether words name a document of that kind, and not only something that has to do with one."""
    before, behind = phrases().pattern("record_named", "before"), phrases().pattern("record_named", "behind")
    return any(
        before.search(thing[: match.start()]) and behind.search(thing[match.end() :])
        for match in phrases().pattern("records", kind).finditer(thing)
    )


def _forms(text: str, kind: str) -> set[str]:
    forms = phrases().entry("records", kind).get("forms", {})
    return {form for form in forms if phrases().pattern("records", kind, "forms", form).search(text)}


def _sides(text: str) -> set[str]:
    return {"left", "right"}.intersection(re.findall(r"[a-z]+", text))


def _agree(one: frozenset[str] | set[str], other: frozenset[str] | set[str]) -> bool:
    """Return whether two sets have something in common, or one of them says nothing."""
    return not one or not other or not one.isdisjoint(other)
