"""Importing this module registers every rule, and the checks in the order of what they find at one place."""

# ruff: noqa: F401, I001

from __future__ import annotations

from imr_cli.findings.faults import batch, fields, files, house, table
from imr_cli.checks import case, dates, items
from imr_cli.checks import citations, conclusion, editions, facts, documentation, records
from imr_cli.checks import standing, prose, reviewer
