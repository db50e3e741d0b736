"""Text in and out.

YAML with the place of every value, fields with types, the folders that come with the program, what is kept
parsed, and files that only their owner can read.
"""

__all__ = ["bundled", "cache", "document", "output", "schema", "yaml"]
