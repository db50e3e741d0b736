"""What summaries, rationales and requests say.

Phrases are data; a text is read once, for its days, ages, sides, people, documents and conclusions, and
shared by all rules that ask. Nothing here judges.
"""

__all__ = [
    "case_dates",
    "conclusion",
    "dates",
    "documents",
    "identifiers",
    "people",
    "phrases",
    "prose",
    "requests",
    "sides",
    "sources",
    "subject",
]
