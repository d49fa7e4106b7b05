"""What is stored of a family's way with us, by noun."""

from intreccio.families.cases.models.cases import (
    OF_THE_CASE,
    OPEN,
    Case,
    CaseFollowUp,
    CaseStep,
    CaseWorker,
    PromptSetAside,
    Report,
)
from intreccio.families.cases.models.conferences import Conference, ConferenceDecision, ConferenceSeat
from intreccio.families.cases.models.team import CaseDeputy, CaseWeight

__all__ = [
    "OF_THE_CASE",
    "OPEN",
    "Case",
    "CaseDeputy",
    "CaseFollowUp",
    "CaseStep",
    "CaseWeight",
    "CaseWorker",
    "Conference",
    "ConferenceDecision",
    "ConferenceSeat",
    "PromptSetAside",
    "Report",
]
