"""Work that nobody asks for: every night the folder of files is put in order."""

from procrastinate.contrib.django import app

from intreccio.workshop.documents.actions import tidy_files as tidy


@app.periodic(cron="50 3 * * *")
@app.task(name="tidy_files", queueing_lock="tidy_files")
def tidy_files(timestamp: int) -> None:
    """As the house's `jobs`. `timestamp`: when it was due; the next night makes good a missed one."""
    del timestamp
    tidy()
