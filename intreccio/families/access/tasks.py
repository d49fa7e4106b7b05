"""Work that nobody asks for: every night, what has been kept long enough is erased."""

from procrastinate.contrib.django import app

from intreccio.families.access.actions.erasing import erase_old_signals as erase
from intreccio.ground.kernel.clock import today


@app.periodic(cron="20 3 * * *")
@app.task(name="erase_old_signals", queueing_lock="erase_old_signals")
def erase_old_signals(timestamp: int) -> None:
    """As the house's `eraser`. `timestamp`: when it was due; a night that was missed is made good by the next."""
    del timestamp
    erase(today())
