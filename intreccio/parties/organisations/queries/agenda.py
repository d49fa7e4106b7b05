"""The institutional agenda of a team: what comes, what asks to be told, what was agreed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from intreccio.parties.organisations.models import Appointment, Team
from intreccio.parties.organisations.queries.strategy import STANDS

MOST = 200


@dataclass(frozen=True, slots=True)
class Agenda:
    """Appointments by what they ask for; `steps` are also in `told`."""

    coming: list[Appointment]
    asking: list[Appointment]
    steps: list[Appointment]
    told: list[Appointment]
    mistaken: list[Appointment]

    @property
    def is_empty(self) -> bool:
        """Nothing at all."""
        return not (self.coming or self.asking or self.told)


def agenda_of(team: Team, day: date) -> Agenda:
    """The last ones, sorted out. One query."""
    rows = list(
        Appointment.objects.filter(team=team).select_related("body").order_by("-day", "-hour", "-id")[:MOST]
    )
    standing = [row for row in rows if row.voided_at is None]
    told = [row for row in standing if row.agreed]
    return Agenda(
        coming=[row for row in reversed(standing) if not row.agreed and row.day >= day],
        asking=[row for row in reversed(standing) if not row.agreed and row.day < day],
        steps=sorted(
            (row for row in told if row.next_on and not row.next_done_on), key=lambda row: str(row.next_on)
        ),
        told=told,
        mistaken=[row for row in rows if row.voided_at],
    )


def all_appointments() -> QuerySet[Appointment]:
    """Appointments that stand, to act on."""
    return Appointment.objects.filter(STANDS).select_related("team", "body")
