"""The formats of a letter, one a module. A new one is a module and its line in `registry`."""
