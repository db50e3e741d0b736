"""The case: where it comes from, its form, and its model."""
