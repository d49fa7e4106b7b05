"""Work of the night."""

from procrastinate.contrib.django import app

from intreccio.ground.kernel.clock import today
from intreccio.parties.organisations.actions.invitations import erase_old_invitations as erase


@app.periodic(cron="15 3 * * *")
@app.task(name="erase_old_invitations", queueing_lock="erase_old_invitations")
def erase_old_invitations(timestamp: int) -> None:
    """Every night, as the house's `eraser`. `timestamp`: when it was due; the next night makes good a missed one."""
    del timestamp
    erase(today())
