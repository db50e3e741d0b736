"""How a disputed item stands against the guideline in force, and what is decided or proposed.

The topic of a request is found, its limits and criteria are compared with the case, and the decisions of all
items make the determination.
"""

from imr_cli.decision.decide import ItemDecision, outcome, stand
from imr_cli.decision.determination import Determination
from imr_cli.decision.reason import Reason
from imr_cli.decision.standing import Standing

__all__ = ["Determination", "ItemDecision", "Reason", "Standing", "outcome", "stand"]
