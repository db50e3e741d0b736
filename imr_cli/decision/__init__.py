"""How a disputed item stands against the guideline in force, and what is decided or proposed."""
