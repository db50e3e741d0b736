"""What summaries, rationales and requests say.

Phrases are data; a text is read once, for its days, ages, sides, people, documents and conclusions, and
shared by all rules that ask. Nothing here judges.
"""
