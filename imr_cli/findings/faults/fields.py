"""The rules of single fields: IMR201 and up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.findings.finding import rule
from imr_cli.findings.suggest import did_you_mean, joined, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

Name = str | int


def _field(name: Name) -> str:
    return f"entry {name + 1}" if isinstance(name, int) else f"`{name}`" if name else "the file"


@rule("IMR201")
def unknown_field(name: str, allowed: Iterable[str]) -> str:
    """A field that the form does not have.

    Why: a mistyped name would leave its value out of the letter without a word.
    Example: `desicion: upheld`.
    Remedy: correct the name; the message lists the names that fit here.
    """
    names = tuple(allowed)
    return f"{quoted(name)} is not a field here{did_you_mean(name, names)} (fields: {', '.join(names)})"


@rule("IMR202")
def missing_field(name: str) -> str:
    """A field that a letter cannot do without.

    Why: nothing in a letter is assumed; a missing priority is not a standard one.
    Example: a case without `priority`.
    Remedy: add the field.
    """
    return f"`{name}` is missing"


@rule("IMR203")
def wrong_kind(name: Name, expected: str) -> str:
    """A value of another kind than the field takes.

    Why: a list where one text belongs, or the reverse, is a slip that would lose values.
    Example: `licensed_in: California` without the dash of a list.
    Remedy: write it as the message says.
    """
    return f"{_field(name)} must be {expected}"


@rule("IMR204")
def decision_missing(number: int, reason: str) -> str:
    """A disputed item has no decision, and nothing from which one could be proposed.

    Why: a missing decision is never defaulted; items without one were once reported as upheld.
    Example: an item without `decision` whose guideline criteria have no findings.
    Remedy: the physician reviewer decides and writes `decision: upheld` or `decision: overturned`; or record
    `findings` from which a draft can be proposed.
    Authority: LC 4610.6(e), 8 CCR 9792.10.6(d): a decision for each disputed treatment.
    """
    return f"decision is missing for item {number}, and none can be proposed: {reason}"


@rule("IMR205")
def blank(name: Name) -> str:
    """A text field is blank.

    Why: a blank in a letter hides a missing fact.
    Example: `rationale: ""`.
    Remedy: write the text, or leave an optional field out.
    """
    return f"{_field(name)} is blank"


@rule("IMR206")
def not_allowed(name: Name, word: str, allowed: Iterable[str]) -> str:
    """A word that the field does not take.

    Why: the field has a few fixed words, and each decides something.
    Example: `decision: denied`.
    Remedy: use one of the words that the message lists.
    """
    words = tuple(allowed)
    return f"{_field(name)} is {joined(words)}, not {quoted(word)}{did_you_mean(word, words)}"


@rule("IMR207")
def not_a_day(name: Name) -> str:
    """A date in another form than `YYYY-MM-DD`.

    Why: 06/07/2021 is read in two ways; one of them is wrong.
    Example: `injury: 9/3/10`.
    Remedy: write year, month and day as in 2010-09-03.
    """
    return f"{_field(name)} must be a date written YYYY-MM-DD"


@rule("IMR208")
def no_such_day(name: Name, day: str) -> str:
    """A day that the calendar does not have.

    Why: a wrong date in a letter is a plainly wrong fact.
    Example: `2021-06-31`.
    Remedy: correct the day.
    """
    month = int(day[5:7])
    return f"{_field(name)} is not a day of the calendar" + ("" if 1 <= month <= 12 else f" (month {month})")


@rule("IMR209")
def not_a_number(name: Name, least: float, most: float, parts: bool) -> str:
    """A number that is none, or out of bounds.

    Why: amounts are compared with the guideline's limits.
    Example: `visits: twelve`.
    Remedy: write digits; text belongs into the treatment.
    """
    return f"{_field(name)} must be a {'' if parts else 'whole '}number from {least:g} to {most:g}"


@rule("IMR210")
def empty_list(name: Name) -> str:
    """A list has no entries.

    Why: an empty list says nothing and looks like a forgotten one.
    Example: `disputed_items: []`.
    Remedy: add an entry, or leave an optional list out.
    """
    return f"{_field(name)} has no entries"


@rule("IMR211")
def case_number_form(_: str) -> str:
    """A case number in another form than `CMyy-nnnnnnn`.

    Why: the number is how every party finds the case.
    Example: `CM2013-4321`.
    Remedy: two digits of the year the application was received, a hyphen, seven digits.
    """
    return "`case_number` must be CM, two digits of the year, a hyphen and seven digits, as in CM13-0004321"


@rule("IMR212")
def case_number_zero() -> str:
    """The sequence 0000000 stands for no case.

    Why: it is what a template or a lost number leaves behind.
    Example: `CM21-0000000`.
    Remedy: write the case's own number.
    """
    return "`case_number` has the sequence 0000000, which is no case"


@rule("IMR213")
def reviewer_named(name: str) -> str:
    """The reviewer's name.

    Why: the reviewer's qualifications are disclosed, never the name.
    Example: `reviewer: {name: ...}`.
    Remedy: delete the field.
    Authority: LC 4610.6(f) (memory); Zuniga 2018.
    """
    return f"`{name}` does not belong here: the letter never names the reviewer; delete the field"


@rule("IMR214")
def source_form() -> str:
    """A structured source without the parts that its kind is cited by.

    Why: a reader must be able to find what the decision rests on.
    Example: `{kind: study, title: ...}` without authors and journal.
    Remedy: a guideline has organization and year; a study has authors, title, journal and year.
    Authority: 8 CCR 9792.21.1 (form of citations from memory).
    """
    return (
        "a structured source is {kind: guideline, organization, year, ...} "
        "or {kind: study, authors, title, journal, year, ...}"
    )


@rule("IMR215")
def record_kind(_: str) -> str:
    """The kind of a record is not one plain word.

    Why: kinds are compared with what the law asks to be there.
    Example: `kind: Progress Report (PR-2)`.
    Remedy: lower-case letters, digits and hyphens; the rest belongs into `title`.
    """
    return "`kind` must be one word of lower-case letters, digits and hyphens, such as progress-report"


@rule("IMR216")
def not_a_record() -> str:
    """A determination record that `imr decide --format json` did not write.

    Why: `render` lays out what was decided and decides nothing; a record it cannot trust it does not print.
    Example: a record with another `record_version`, or a proposal without a rationale.
    Remedy: make the record anew from the case file.
    """
    return "this part is not what `imr decide --format json` writes; make the record anew from the case"


@rule("IMR217")
def no_such_year(name: Name, year: int, first: int, last: int) -> str:
    """A day of a year in which nothing of a case can have happened.

    Why: a year that nobody lives in is a slip, and days cannot be counted from the calendar's last one.
    Example: `decision: 9999-12-31`.
    Remedy: correct the year.
    """
    return f"{_field(name)} is of the year {year:04}; years go from {first} to {last}"


@rule("IMR218")
def too_few(name: Name, number: int, least: int) -> str:
    """A list has fewer entries than it needs.

    Why: `reviewers` and `votes` are for several reviewers; one alone is a slip, or a lost entry.
    Example: `votes: [upheld]`.
    Remedy: add the others; one reviewer stands under `reviewer`, and the one determination is the `decision`.
    """
    return f"{_field(name)} needs {least} entries or more, and has {number}"


@rule("IMR463")
def reviewer_and_reviewers() -> str:
    """A case has both `reviewer` and `reviewers`.

    Why: nobody can tell how many reviewers there were.
    Example: `reviewers` was added and `reviewer` not taken away.
    Remedy: keep `reviewer` for one, `reviewers` for several.
    """
    return "a case has `reviewer`, or `reviewers` where there are several, and not both"


@rule("IMR464")
def vote_out_of_order() -> str:
    """A vote names another reviewer than its place says.

    Why: votes stand in the order of `reviewers`; a vote in the wrong place would be printed as somebody
    else's.
    Example: `votes: [{reviewer: 2, decision: upheld}, {reviewer: 1, decision: overturned}]`.
    Remedy: put the votes into the order of the reviewers, counted from 1.
    """
    return "votes stand in the order of `reviewers`, the first of reviewer 1"
