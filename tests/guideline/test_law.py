"""The law's files can be read, and so can every expression in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.files.schema import Expression
from imr_cli.guideline.law import _citations, citation_rules, required_parts, reviewers

if TYPE_CHECKING:
    import pytest


def test_every_expression_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling all of them takes too long for each start of the program, so it is done here."""
    monkeypatch.setattr(Expression, "tried", True)
    assert reviewers.__wrapped__().preferred_state == "California"
    assert len({each.id for each in required_parts()}) == len(required_parts())
    _citations.cache_clear()
    assert {each.id for each in citation_rules()} > {"search-sequence", "years-reviewed"}
    _citations.cache_clear()
