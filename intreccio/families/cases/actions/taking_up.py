"""What waits for somebody follows them when they change role and work in the team: the database knows which hats were theirs."""

from uuid import UUID

from django.db import connection


def take_up_meetings(membership_id: UUID) -> None:
    """Meetings to come, and what was agreed for later, in the families of the teams of this hat. Twice is once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT take_up_meetings(%s)", [membership_id])
