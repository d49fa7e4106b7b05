"""Pure rules of services: who a service is for, why and why not, in which order, and how files become services."""

from intreccio.offer.directory.rules.ranking import points, rank
from intreccio.offer.directory.rules.reasons import reasons, verdict

__all__ = ["points", "rank", "reasons", "verdict"]
