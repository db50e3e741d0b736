"""The sentences that a step of the program says itself, by what they are about."""
