"""What is said about cases beside their letters.

How items stand, what batches did, and the file of cases and requests that goes to the state.
"""

__all__ = ["counts", "dwc", "html", "standings"]
