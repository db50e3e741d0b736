"""The commands, one module each: a function that returns an exit code."""

__all__ = ["check_guidelines", "decide", "export", "guideline", "new", "report", "rule"]
