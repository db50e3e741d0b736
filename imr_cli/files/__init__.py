"""Text in and out: YAML with the place of every value, typed fields, bundled data, private files."""
