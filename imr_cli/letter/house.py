"""A house: its organization, its own words, and how severe it takes findings.

What is wrong with any of them is found before the first letter is written.
Which facts the sentences of a letter must keep, so that no part gets lost that the law requires, is data
(`guidelines/law/letter.yaml`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.files.schema import Field, ListOf, MapOf, OneOf, Record, Text
from imr_cli.findings.faults import files as rules_file
from imr_cli.findings.faults import house as rules
from imr_cli.findings.finding import RETIRED, RULES
from imr_cli.findings.selection import may_be
from imr_cli.guideline.law import required_parts
from imr_cli.letter.wording import Organization, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from imr_cli.files.bundled import DataFile
    from imr_cli.findings.finding import Finding, Path


class House(NamedTuple):
    """An organization, the sentences that it says its own way, and how severe findings are there, by code."""

    organization: Organization
    wording: dict[str, str]
    severities: dict[str, str]


HOUSE = Record(
    House,
    Field(
        "organization",
        Record(
            Organization,
            Field("name", Text(), required=True),
            Field("short_name", Text(), "labels the reviewer's guideline line", required=True),
            Field("address", ListOf(Text()), "lines of the letterhead", default=()),
            Field("medical_director", Text(), "signs for the organization"),
        ),
        required=True,
    ),
    Field("wording", MapOf(Text(blank=True)), "sentences by key; blank leaves one out", default={}),
    Field(
        "severities",
        MapOf(OneOf(("error", "warning", "note", "off"))),
        "how severe findings are in this house, by code",
        default={},
    ),
)

_ALWAYS = ("organization", "short_name")
_OTHER = {"upheld": "overturned", "overturned": "upheld"}
_WITH_DECISIONS = ("decision.proposed", "item.heading", "item.remainder", "item.whole", "votes.one")
_NAMED = r"\b(?P<no>not\W+)?(?:(?P<upheld>uph[eo]ld)|overturn(?:ed)?|medically\W+necessary)\b"


def load_house(file: DataFile, sentences: Mapping[str, str]) -> House:
    """Return the house of a house file; `sentences` are those of the wording, which its own replace.

    Raises:
        DataFault: it has a fault.
    """
    faults: list[Finding] = []
    house = HOUSE.read(file.node, (), faults)
    if isinstance(house, House):
        faults += _severity_faults(house.severities) + wording_faults(house.wording, sentences)
    file.refuse(faults)
    severities = {code.upper(): severity for code, severity in house.severities.items()}
    return House(house.organization, house.wording, severities)


def language_faults(sentences: Mapping[str, str], bundled_ones: Mapping[str, str]) -> list[Finding]:
    """Return what a wording lacks that the program will say, and what it says that it must not."""
    path = ("sentences",)
    changed = {key: sentence for key, sentence in sentences.items() if bundled_ones.get(key) != sentence}
    lacking = [rules.sentence_missing(key, path=path) for key in bundled_ones if key not in sentences]
    return lacking + wording_faults(changed, {**sentences, **bundled_ones}, path)


def wording_faults(
    own: Mapping[str, str], bundled_ones: Mapping[str, str], path: Path = ("wording",)
) -> list[Finding]:
    """Return what is wrong with a house's sentences, which stand in the place of the bundled ones."""
    faults: list[Finding] = []
    for key, sentence in own.items():
        if key not in bundled_ones:
            faults.append(rules.unknown_sentence(key, tuple(bundled_ones), path=(*path, key), at_key=True))
            continue
        known = tuple(dict.fromkeys((*placeholders(bundled_ones[key]), *_ALWAYS)))
        faults += [
            rules.unknown_placeholder(name, known, path=(*path, key))
            for name in placeholders(sentence)
            if name not in known
        ]
    if not faults:
        faults = [*_lost_facts(own, path), *_false_decisions(own, {**bundled_ones, **own}, path)]
    return faults


def _lost_facts(own: Mapping[str, str], path: Path) -> Iterator[Finding]:
    """Yield facts that the law requires and that a sentence no longer says."""
    for part in required_parts():
        for name, facts in part.sentences.items():
            for key in own:
                if key != name and not (name.endswith("*") and key.startswith(name[:-1])):
                    continue
                said = placeholders(own[key])
                place = (*path, key)
                for fact in [fact for fact in facts if fact not in said] if own[key].strip() else [""]:
                    yield rules.required_part_missing(part.id, part.authority, "", key, fact, path=place)


def _false_decisions(own: Mapping[str, str], sentences: Mapping[str, str], path: Path) -> Iterator[Finding]:
    """Yield words by which a decision could be taken for the other one, or a proposal for a decision."""
    words = {decision: sentences[f"decision.{decision}"] for decision in _OTHER}
    own_words = [decision for decision in _OTHER if f"decision.{decision}" in own]
    if own_words and _letters(words["upheld"]) == _letters(words["overturned"]):
        place = (*path, f"decision.{own_words[-1]}")
        yield rules.decision_unclear("both decisions have the same word", path=place)
        return
    for decision in own_words:
        if _names(words[decision], _OTHER[decision]):
            place = (*path, f"decision.{decision}")
            yield rules.decision_unclear(f"the word for {decision} says {_OTHER[decision]}", path=place)
    for key in _WITH_DECISIONS:
        if key not in own:
            continue
        if key == "decision.proposed" and not _letters(own[key].replace("{decision}", "")):
            yield rules.decision_unclear("a proposal looks like a decision", path=(*path, key))
        before, treatment, behind = own[key].partition("{treatment}")
        if treatment and "{decision}" in before and "{decision}" not in behind:
            reason = f"`{{decision}}` stands before `{{treatment}}` in `{key}`"
            yield rules.decision_unclear(reason, path=(*path, key))
        for decision, other in _OTHER.items():
            word = words[decision]
            if not _names(word, other) and _names(own[key].replace("{decision}", word), other):
                reason = f"`{key}` says {other} where the decision is {decision}"
                yield rules.decision_unclear(reason, path=(*path, key))
                break


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _names(text: str, decision: str) -> bool:
    """Whether a text names that decision in the bundled words, or says `not` of the other one."""
    for each in re.finditer(_NAMED, text, re.IGNORECASE):
        word = "upheld" if each["upheld"] else "overturned"
        if decision == (_OTHER[word] if each["no"] else word):
            return True
    return False


def _severity_faults(severities: Mapping[str, str]) -> list[Finding]:
    """Return what is wrong with a house's severities: codes that no rule has, and errors that stay errors."""
    if severities:
        from imr_cli.checks import catalogue as all_rules  # noqa: F401  (here must every rule be known)

    faults: list[Finding] = []
    seen: set[str] = set()
    for written, severity in severities.items():
        code, path = written.upper(), ("severities", written)
        if code in seen:
            faults.append(rules_file.key_twice(code.lower(), path=path, at_key=True))
        elif code not in RULES and code not in RETIRED:
            faults.append(rules.unknown_code(code, RULES, path=path, at_key=True))
        elif code not in RETIRED and not may_be(RULES[code], severity):
            faults.append(rules.severity_too_low(RULES[code].floor, path=path))
        seen.add(code)
    return faults
