"""The commands, one module each: a function that returns an exit code."""
