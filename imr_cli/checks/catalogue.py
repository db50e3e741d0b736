"""Importing this module registers the checks of a case that could be read, in their order."""

from __future__ import annotations

from imr_cli import pipeline as audit  # noqa: F401
from imr_cli.case import form as case_shape  # noqa: F401
from imr_cli.checks import case as rules_case  # noqa: F401
from imr_cli.checks import case as rules_panel  # noqa: F401
from imr_cli.checks import citations as rules_citation  # noqa: F401
from imr_cli.checks import citations as rules_sources  # noqa: F401
from imr_cli.checks import conclusion as rules_conclusion  # noqa: F401
from imr_cli.checks import dates as rules_clocks  # noqa: F401
from imr_cli.checks import dates as rules_days  # noqa: F401
from imr_cli.checks import documentation as rules_missing  # noqa: F401
from imr_cli.checks import editions as rules_editions  # noqa: F401
from imr_cli.checks import facts as rules_facts  # noqa: F401
from imr_cli.checks import facts as rules_sides  # noqa: F401
from imr_cli.checks import items as rules_requests  # noqa: F401
from imr_cli.checks import prose as rules_text  # noqa: F401
from imr_cli.checks import records as rules_records  # noqa: F401
from imr_cli.checks import reviewer as rules_reviewer  # noqa: F401
from imr_cli.checks import standing as rules_standing  # noqa: F401
from imr_cli.findings.faults import batch as rules_batch  # noqa: F401
from imr_cli.findings.faults import batch as rules_repeats  # noqa: F401
from imr_cli.findings.faults import fields as rules_fields  # noqa: F401
from imr_cli.findings.faults import files as rules_file  # noqa: F401
from imr_cli.findings.faults import house as rules_house  # noqa: F401
from imr_cli.findings.faults import table as rules_law  # noqa: F401
from imr_cli.findings.faults import table as rules_table  # noqa: F401
from imr_cli.guideline import forms as guideline_shape  # noqa: F401
