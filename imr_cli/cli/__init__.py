"""What users type and see: the commands with their options, and the fast lane of the most usual one."""

__all__ = ["app", "fast_lane", "options", "run"]
