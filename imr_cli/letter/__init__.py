"""The letter: its words chosen, laid out in a format, and its required parts proved.

A house has words, an organization and layouts of its own; what the law requires of a letter is looked for in
the finished one.
"""

__all__ = ["citations", "compose", "house", "model", "required_parts", "specimens", "visible_text", "wording"]
