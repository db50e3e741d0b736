"""What a source outside the MTUS is, where it is given as free text: a guideline, a study, and of which year.

The names by which they are told are data: `guidelines/law/citations.yaml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from imr_cli.guideline.law import source_names

_ADDRESS = re.compile(r"\S*(?://|www\.)\S*")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19[6-9]\d|20[0-4]\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d/.:-])(?:19[6-9]\d|20[0-4]\d)(?![\d-])")
_SHORT_DATE = re.compile(r"(?<![\d/-])\d{1,2}[/-]\d{1,2}[/-](\d\d)(?!\d)")


@lru_cache(1000)
def is_guideline(text: str) -> bool:
    """Return whether a text names a guideline and nothing that studies and textbooks are told by."""
    return _named("guideline", text) and not _named("study", text)


@lru_cache(1000)
def is_mtus(text: str) -> bool:
    """Return whether a text names a document of the MTUS."""
    return _named("mtus", text)


def year_of_edition(text: str) -> int | None:
    """Return the year of a source; None where it names none, or a later day, such as that of an update."""
    text = _ADDRESS.sub("", text)
    years = [int(year) for year in _YEAR.findall(text)]
    later = [int(year) for year in _ANY_YEAR.findall(text)]
    later += [2000 + int(year) for year in _SHORT_DATE.findall(text)]
    return max(years) if years and max(years) == max(later) else None


def first_year(text: str) -> int | None:
    """Return the earliest year that a source names."""
    years = [int(year) for year in _ANY_YEAR.findall(_ADDRESS.sub("", text))]
    return min(years, default=None)


def _named(kind: str, text: str) -> bool:
    return _pattern(kind).search(" ".join(text.lower().split())) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(source_names()[kind]))
