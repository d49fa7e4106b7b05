"""How a family came to us, for a box on its page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.vocabulary import Channel, SignalState


@dataclass(frozen=True, slots=True)
class Beginning:
    """A signal, or a conversation at the desk, with no more than its line shows."""

    kind: str
    id: UUID
    at: datetime
    code: str
    facts: str
    minutes: int

    @property
    def title(self) -> str:
        """A signal's own first words."""
        return title_of(self.facts)

    @property
    def state(self) -> str:
        """Where a signal stands, in plain words."""
        return str(SignalState(self.code).label)

    @property
    def channel(self) -> str:
        """How somebody reached the desk."""
        return str(Channel(self.code).label)


# Written out: composed by the ORM this would cost more than to answer, at every opening of a family.
OF_HOUSEHOLD = """
    (SELECT 'signal', t.signal_id, s.received_at, t.state, s.facts, 0
      FROM access_triage t JOIN access_signal s ON s.id = t.signal_id WHERE t.household_id = %(household)s
      ORDER BY t.id DESC LIMIT %(most)s)
    UNION ALL (SELECT 'contact', c.id, c.at, c.channel, '', c.minutes
      FROM access_contact c WHERE c.household_id = %(household)s ORDER BY c.at DESC LIMIT %(most)s)
"""
MOST = 10


def beginnings_of(household_id: UUID) -> list[Beginning]:
    """Signals found to be about a household, then conversations about it, the last ones first."""
    with connection.cursor() as cursor:
        cursor.execute(OF_HOUSEHOLD, {"household": household_id, "most": MOST})
        return [Beginning(*row) for row in cursor.fetchall()]
