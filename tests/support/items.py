"""Cases of several items, for where findings point, how many there are, and what they say."""

from __future__ import annotations

import json

from support.case_file import CASE, ENDING, HERE

HEAD = CASE[: CASE.index("  - treatment: Massage")]


def item(rationale: str, treatment: str = "Massage", **fields: str) -> str:
    lines = [f"treatment: {treatment}", "claims_administrator_guideline: none", "reviewer_guideline: none"]
    fields = {"decision": "overturned", **fields, "rationale": rationale}
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "  - " + "\n    ".join(lines) + "\n"


def told(text: str) -> str:
    return f"{HERE}{json.dumps(f'{text} {ENDING}')}"


def plain(text: str) -> str:
    return json.dumps(f"{text} {ENDING}")


def fully(*items: str, head: str = HEAD) -> str:
    return head + "".join(items)


def records(*rows: str) -> str:
    old = HEAD[HEAD.index("records:") : HEAD.index("clinical_summary")]
    return HEAD.replace(old, "records:\n" + "".join(f"  - {{{row}}}\n" for row in rows))
