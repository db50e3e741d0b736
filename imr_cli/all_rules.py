"""Importing this module makes every rule known: for `imr rule`, docs/rules.md and codes that users name."""

from imr_cli import (  # noqa: F401
    case_shape,
    guideline_shape,
    review,
    rules_batch,
    rules_fields,
    rules_file,
    rules_house,
    rules_law,
    rules_repeats,
    rules_table,
)
