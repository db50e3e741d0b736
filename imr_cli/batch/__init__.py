"""Many cases, one folder, nothing lost.

Units of work go to processes, results come back in the order of the input, letters are published whole, and a
manifest says what became of each case, so that a stopped run can go on.
"""

__all__ = ["manifest", "options", "result", "run", "work"]
