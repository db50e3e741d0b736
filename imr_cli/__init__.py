"""Independent Medical Review determination letters, checked against the guideline in force."""

__version__ = "0.1.0"
