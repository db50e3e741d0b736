"""Independent Medical Review determination letters, held up to the guideline in force."""

__version__ = "0.1.0"
