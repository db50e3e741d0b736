"""`imr guideline` and `imr check-guidelines`."""
