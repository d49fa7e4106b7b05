"""What is stored of visits and of lines of support, by noun."""

from intreccio.families.diary.models.support import (
    OF_SUPPORT,
    OF_THE_SECRET,
    RestrictedNote,
    SupportCycle,
    SupportLine,
    SupportMeeting,
)
from intreccio.families.diary.models.visits import OF_THE_DIARY, Visit, VisitNote, WorkedTime

__all__ = [
    "OF_SUPPORT",
    "OF_THE_DIARY",
    "OF_THE_SECRET",
    "RestrictedNote",
    "SupportCycle",
    "SupportLine",
    "SupportMeeting",
    "Visit",
    "VisitNote",
    "WorkedTime",
]
