"""Work that leaves the request, and work that nobody asks for."""

from uuid import UUID

from procrastinate.contrib.django import app

from intreccio.ground.kernel.clock import today
from intreccio.workshop.imports.actions import working
from intreccio.workshop.imports.actions.sheets import TASK
from intreccio.workshop.imports.actions.sheets import erase_old_sheets as erase


@app.task(name=TASK)
def work_sheet(sheet_id: str) -> None:
    """Brings in one sheet, or undoes it, as who asked for it."""
    working.work_sheet(UUID(sheet_id))


@app.periodic(cron="* * * * *")
@app.task(name="resume_sheets", queueing_lock="resume_sheets")
def resume_sheets(timestamp: int) -> None:
    """Every minute: what still waits because its worker was killed is done now. `timestamp`: when it was due."""
    del timestamp
    for sheet_id in working.waiting_sheets():
        working.work_sheet(sheet_id)


@app.periodic(cron="25 3 * * *")
@app.task(name="erase_old_sheets", queueing_lock="erase_old_sheets")
def erase_old_sheets(timestamp: int) -> None:
    """Every night, as the house's `eraser`. `timestamp`: when it was due; the next night makes good a missed one."""
    del timestamp
    erase(today())
