"""Work that nobody asks for: reminders, and what has been kept long enough."""

from procrastinate.contrib.django import app

from intreccio.ground.kernel.clock import now, today
from intreccio.workshop.calendar.actions.reminders import erase_old_reminders as erase
from intreccio.workshop.calendar.actions.reminders import queue_reminders as queue


@app.periodic(cron="*/5 * * * *")
@app.task(name="queue_reminders", queueing_lock="queue_reminders")
def queue_reminders(timestamp: int) -> None:
    """As the house's `jobs`. `timestamp`: when it was due; a turn that was missed is made good by the next."""
    del timestamp
    queue(now())


@app.periodic(cron="30 3 * * *")
@app.task(name="erase_old_reminders", queueing_lock="erase_old_reminders")
def erase_old_reminders(timestamp: int) -> None:
    """Every night, as the house's `eraser`. `timestamp`: when it was due."""
    del timestamp
    erase(today())
