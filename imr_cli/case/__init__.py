"""The case: where it comes from, its form, and its model.

Sources and streams cut files into documents, the form says which fields a case has, and the model is what all
other packages read.
"""

from imr_cli.case.model import (
    Case,
    Dates,
    Guidelines,
    Item,
    MedicalRecord,
    MtusCitation,
    Patient,
    Reviewer,
    Source,
)

__all__ = [
    "Case",
    "Dates",
    "Guidelines",
    "Item",
    "MedicalRecord",
    "MtusCitation",
    "Patient",
    "Reviewer",
    "Source",
]
