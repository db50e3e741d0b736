"""What a check has to say.

A rule has a stable code, a severity and a floor; a finding says what is wrong, where it stands and how to fix
it. The sentences themselves stand in `faults`, and a selection tells which findings are shown.
"""
