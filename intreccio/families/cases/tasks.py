"""Work that nobody asks for: every night, whoever is to hear a family again is reminded."""

from procrastinate.contrib.django import app

from intreccio.families.cases.actions.reminding import remind_follow_ups as remind
from intreccio.ground.kernel.clock import today


@app.periodic(cron="40 5 * * *")
@app.task(name="remind_follow_ups", queueing_lock="remind_follow_ups")
def remind_follow_ups(timestamp: int) -> None:
    """As the house's `jobs`. `timestamp`: when it was due; a night that was missed is made good by the next."""
    del timestamp
    remind(today())
