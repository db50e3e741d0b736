"""The sentences that a step of the program says itself, by what they are about.

They are about files, fields, the table, the house, batches and exports: what cannot wait for a rule.
"""
