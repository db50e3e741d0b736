"""The rules are documented in one form, and docs/rules.md is what that documentation gives."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from imr_cli.findings.finding import RULES
from make_pages import RULES_PAGE  # (importing it makes every rule known)
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from imr_cli.findings.finding import Rule

ORDER = ("Why", "Example", "Remedy", "Authority")
EVERY = [RULES[code] for code in sorted(RULES)]


def test_the_page_is_up_to_date() -> None:
    page = (CHECKOUT / RULES_PAGE).read_text(encoding="utf-8")
    made = "from make_pages import rules_page; print(rules_page(), end='')"
    ended = subprocess.run(
        [sys.executable, "-c", made], capture_output=True, text=True, check=True, cwd=CHECKOUT / "docs"
    )
    assert page == ended.stdout, "make pages"


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_documentation_has_its_parts_in_order(rule: Rule) -> None:
    named = re.findall(r"^    (Why|Example|Remedy|Authority):", rule.documentation, re.MULTILINE)
    assert named in (list(ORDER), list(ORDER[:3]))
    assert rule.documentation.strip().split("\n")[0].endswith(".")


@pytest.mark.parametrize(
    "rule", [rule for rule in EVERY if rule.severity == "error"], ids=lambda rule: rule.code
)
def test_uncertain_law_is_no_error_that_stays_one(rule: Rule) -> None:
    """An error that rests on memory or inference alone can be lowered; form needs no authority."""
    authority = rule.documentation.partition("Authority:")[2]
    clauses = [each for each in re.split(r"[;,]", authority) if re.search(r"\d", each)]
    if authority and all("memory" in each or "inference" in each for each in clauses or [authority]):
        assert rule.floor == "warning" or rule.code in FORM


FORM = {"IMR214", "IMR403"}
"""Errors of form: the letter would have an empty part; the law is only why the part is there."""
