"""Words for these tests."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key

SINCE = today() - timedelta(days=730)
FILI, PIANO = key_for("funding_line", "fili"), key_for("funding_line", "piano")


def place(team: str, membership: str) -> UUID:
    """Somebody's place in a team of the demo district."""
    return key_for("team_membership", team, membership, str(SINCE))


def hours(team: str, membership: str, line: str) -> UUID:
    """Hours of the demo district."""
    return key_for("agreed_hours", team, membership, line)


def filled(**answers: Any) -> dict[str, Any]:
    """Answers with a one-time key of their own."""
    return {"once": str(new_key()), **answers}


def in_days(number: int) -> date:
    """A day from today."""
    return today() + timedelta(days=number)
