"""Importing this module registers the checks of a case that could be read, in their order."""

from imr_cli import (  # noqa: F401
    rules_case,
    rules_citation,
    rules_clocks,
    rules_conclusion,
    rules_days,
    rules_editions,
    rules_facts,
    rules_missing,
    rules_panel,
    rules_records,
    rules_requests,
    rules_reviewer,
    rules_sides,
    rules_sources,
    rules_standing,
    rules_text,
)
