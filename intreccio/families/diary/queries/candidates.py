"""Which psychologists see a family."""

from datetime import date

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import Candidate, candidates
from intreccio.families.diary.models import SupportLine
from intreccio.ground.accounts.roles import Psychologist


def psychologists_for(case: Case, day: date) -> list[Candidate]:
    """Of the team in charge, and of whom the record is open to. Two queries."""
    return [one for one in candidates(case, day) if one.membership.role == Psychologist.code]


def psychologist_sees(line: SupportLine, day: date) -> bool:
    """Whoever follows a line still sees the family."""
    return line.psychologist_id in {one.membership.pk for one in psychologists_for(line.case, day)}
