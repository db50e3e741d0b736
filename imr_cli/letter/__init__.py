"""The letter: its words chosen, laid out in a format, and its required parts proved."""
