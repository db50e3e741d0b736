"""Amounts that a request states in words: `2 times a week for 6 weeks (12 sessions)`, `#60`, `QTY: 2`.

Only what can be read in one way is read. Two amounts that contradict each other are both left out: what a
request means is then for the reviewer to say, in `requested`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from imr_cli.case.model import Item, Quantity

MONTHS_SINCE_SURGERY = "months_since_surgery"

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "twenty-four": 24, "thirty": 30,
}  # fmt: skip

_ANY = rf"\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_N = rf"(?P<n>{_ANY})"
_TIMES = r"(?:times|time|x|visits?|sessions?|treatments?)"
_FURTHER = r"(?:additional |more |further |total |remaining )?"
_COUNTED = r"(?:visits?|sessions?|treatments?|appointments?)"

_THERAPY = (
    r"therap|\bpt\b|\bot\b|p\.t\.|o\.t\.|chiro|acupuncture|massage|rehabilitation|manipulation"
    r"|visit|session|conditioning|hardening|aquatic|biofeedback|psychotherapy|counsel"
)

_VISIT = ("visit", "session", "treatment", "appointment")
_WEEK = ("week", "wk")

_NOT_WEEKS = r"(?<![\dk])(?<![\dk] )(?<!weekly)(?<!weekly )"
"""Behind these the number of `x 6` is not that of the visits: `2 x 6`, `2 times a week x 6`."""

_SPELT_OUT = re.compile(rf"\b({'|'.join(_WORDS)}) \((\d{{1,3}})\)", re.IGNORECASE)

_OF_ALL = re.compile(
    rf"\b({_ANY}) of (?:the |those )?(?:{_ANY}) (?=(?:[a-z]+ ){{0,2}}{_COUNTED}\b)", re.IGNORECASE | re.ASCII
)
"""`6 of the 12 visits` are 6."""

_READINGS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "visits",
        _VISIT,
        rf"\b{_N}[ -]+{_FURTHER}(?:[a-z]+ ){{0,3}}?{_COUNTED}\b(?! ?(?:per|a|each|/) ?(?:week|wk|month))",
    ),
    ("visits", _VISIT, rf"{_COUNTED}[,:]? {_N}\b(?! ?(?:times|x|per|/|a week|weeks?\b))"),
    (
        "visits",
        (", ", "; "),
        rf"[,;] (?:times|x|qty:?|quantity:?) ?{_N}\b(?! ?(?:per|a|/|times|x|weeks?|wks?))",
    ),
    ("visits", ("x",), rf"{_NOT_WEEKS}\bx ?{_N}(?: {_COUNTED})?$"),
    ("visits", (",",), rf", ?{_N}$"),
    ("sessions_per_week", _WEEK, rf"\b{_N} ?{_TIMES}? ?(?:per|a|each|/) ?(?:week|wk)\b"),
    ("sessions_per_week", ("weekly",), rf"\b{_N} ?{_TIMES} weekly\b"),
    ("sessions_per_week", ("week",), rf"\b{_N} ?x ?week\b"),
    ("sessions_per_week", ("once", "twice"), r"\b(?P<n>once|twice) (?:per|a|each|/) ?week\b"),
    ("sessions_per_week", ("x",), r"\b(?P<n>\d) ?x ?(?P<weeks>\d{1,2})\b(?! ?(?:mg|ml|cm|inch))"),
    ("weeks", _WEEK, rf"\b(?:for|x|over|times) ?{_N} ?(?:weeks?|wks?)\b"),
    ("weeks", _WEEK, rf"\b(?:week|wk|weekly) ?(?:x|times) ?{_N}(?! ?(?:{_COUNTED}|days?|months?)\b)\b"),
    ("weeks", _WEEK, rf"\b{_N}[ -]weeks? (?:rental|trial|course|use)\b"),
    ("days", ("day",), rf"\b{_N}[ -]?days? ?(?:rental|trial|use|supply)\b"),
    ("days", ("day",), rf"\b(?:for|x) ?{_N} ?days?\b"),
    ("months", ("month",), rf"\b{_N}[ -]?months? ?(?:rental|trial)\b"),
    ("units", ("#",), r"#\s?(?P<n>\d{1,3})\b"),
    ("units", ("qty",), rf"\bqty:? ?{_N}\b"),
    ("units", ("quantity",), rf"\bquantity:? ?(?:of )?{_N}\b"),
    ("units", ("tab", "cap"), rf"\b{_N} (?:tablets?|capsules?|tabs|caps)\b"),
)
"""Quantities, words of which any match has one, and patterns whose number counts the quantity."""

_MORE = r"(?:additional |more |further |remaining |initial |consecutive |calendar )?"

_NO_COUNT = (
    r"(?!times|a\b|an\b|per|every|each|hour|m?c?g\b|ml\b|cc\b|unit|x\b|level|day|week|month|visit|session"
    r"|injection)"
)

_SINGLE = re.compile(
    rf"(?<![\w/.-]){_N}(?P<range> ?(?:-|\u2013|to|or) ?(?:{_ANY}))?[ -]"
    rf"(?P<what>{_MORE}levels?|{_MORE}days?|{_MORE}months?|(?:{_NO_COUNT}[a-z-]+ ){{0,4}}injections?)"
    r"(?!-?\w)(?! ?(?:per|a|each|/) ?(?:day|week|wk|month))",
    re.IGNORECASE | re.ASCII,
)

_AGO = re.compile(
    r"(?:every|within|in|after|past|last|q|of|than) ?$|(?:\d|[a-z]) ?(?:-|\u2013|\bto|\bor) ?$", re.IGNORECASE
)
"""Behind these a number is no amount, or the end of a range."""

_ONCE = {"once": 1, "twice": 2}

_RANGE_BEFORE = re.compile(r"(?:\d|[a-z])\s*(?:-|\u2013|\bto|\bor)\s*$", re.IGNORECASE)
"""Before a number that ends a range, as in `2-3 times a week`: the request does not say which of the two."""


@lru_cache(2000)  # several rules ask for the same, and cases repeat requests
def read_amounts(text: str) -> Mapping[str, float | None]:
    """Return the amounts that a request states, by quantity; those that are plain.

    Visits that the request itself calls unknown or unspecified are None.
    """
    text = _SPELT_OUT.sub(_said_once, text)
    if " of " in text:
        text = _OF_ALL.sub(r"\1 ", text)
    found: dict[str, set[int]] = {}
    is_therapy = _pattern(_THERAPY).search(text) is not None
    lower = text.lower()
    for quantity, hints, pattern in _READINGS:
        if not any(hint in lower for hint in hints):
            continue
        if quantity in ("visits", "sessions_per_week") and not is_therapy:
            continue
        name = "visits" if quantity == "units" and is_therapy else quantity
        for match in _pattern(pattern).finditer(text):
            numbers = found.setdefault(name, set())
            numbers.add(_number(match["n"]))
            if _RANGE_BEFORE.search(text, 0, match.start("n")):
                numbers.add(0)  # a second number, so that neither is taken
            elif "weeks" in match.groupdict():
                found.setdefault("weeks", set()).add(int(match["weeks"]))
    amounts: dict[str, float | None] = {
        name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1
    }
    weekly, weeks = amounts.get("sessions_per_week"), amounts.get("weeks")
    if weekly is not None and weeks is not None:
        if "visits" not in found:
            amounts["visits"] = weekly * weeks
        elif amounts.get("visits") != weekly * weeks:
            return {}  # the request contradicts itself
    if is_therapy and "visits" not in found and _pattern(r"\b(?:unknown|unspecified)\b").search(text):
        amounts["visits"] = None
    return amounts


def single_count(text: str) -> tuple[str, float] | None:
    """Return the only number of injections, levels, days or months in a request, and which of them it is."""
    text = _SPELT_OUT.sub(_said_once, text)
    matches = list(_SINGLE.finditer(text))
    if len(matches) != 1 or matches[0]["range"] or _AGO.search(text, 0, matches[0].start("n")):
        return None
    what = matches[0]["what"].lower().split()[-1].rstrip("s")
    return f"{what}s", _number(matches[0]["n"])


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.ASCII)


def _said_once(match: re.Match[str]) -> str:
    """Return `Eight (8)` as one number; two numbers that differ stay as they are."""
    return match[2] if _WORDS[match[1].lower()] == int(match[2]) else match[0]


def _number(text: str) -> int:
    lower = text.lower()
    return _ONCE.get(lower) or _WORDS.get(lower) or int(lower)


class Amounts(NamedTuple):
    """What is requested and what went before, by quantity; None is an amount that is said to be unknown.

    `read` are the requested quantities that were read from the request's words. `authorized` are those
    whose prior amount is the part that utilization review approved.
    """

    requested: Mapping[str, Quantity]
    prior: Mapping[str, Quantity]
    read: frozenset[str]
    authorized: frozenset[str]

    @property
    def goes_on(self) -> bool:
        """Whether the treatment goes on after earlier treatment of its kind."""
        return any(amount != 0 for name, amount in self.prior.items() if name != MONTHS_SINCE_SURGERY)


def amounts_of(item: Item, day: dt.date) -> Amounts:
    """Return the amounts of an item on its governing date. What the case states goes before what is read."""
    in_words = read_amounts(item.treatment)
    prior: dict[str, Quantity] = dict(item.prior)
    approved: Mapping[str, Quantity] = {}
    if item.authorized is not None and not item.is_whole_in_dispute:
        # The approved part belongs to the same course as the part that is still in dispute.
        approved = {
            name: amount for name, amount in read_amounts(item.authorized).items() if name not in prior
        }
        approved = {name: amount for name, amount in approved.items() if name in ("visits", "injections")}
        prior.update(approved)
    if item.surgery_date is not None:
        prior[MONTHS_SINCE_SURGERY] = months_between(item.surgery_date, day)
    return Amounts(
        requested={**in_words, **item.requested},
        prior=prior,
        read=frozenset(in_words) - frozenset(item.requested),
        authorized=frozenset(approved),
    )


def months_between(first: dt.date, last: dt.date) -> int:
    """Return the months from one day to a later one, begun ones counted whole; 0 where it is not later."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months + (last.day > first.day))
