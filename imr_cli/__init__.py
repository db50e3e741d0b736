"""Independent Medical Review determination letters, checked against the guideline in force.

What `__all__` names is for other programs (docs/library.md); everything else is internal.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "CaseText",
    "DataFault",
    "Examined",
    "Finding",
    "Resources",
    "Selection",
    "__version__",
    "examine",
    "find_cases",
    "make_letter",
    "read_cases",
]

if TYPE_CHECKING:
    from imr_cli.library import (
        CaseText,
        DataFault,
        Examined,
        Finding,
        Resources,
        Selection,
        examine,
        find_cases,
        make_letter,
        read_cases,
    )
else:

    def __getattr__(name: str) -> object:
        """Return a name of the library, which is imported late: every start of the command passes here."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from imr_cli import library

        return getattr(library, name)
