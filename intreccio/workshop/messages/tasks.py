"""Work that leaves the request."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from intreccio.ground.kernel.clock import now, today
from intreccio.workshop.messages.actions.erasing import erase_old_mail as erase
from intreccio.workshop.messages.actions.mail import TASK, left_behind, send
from intreccio.workshop.messages.rules import TRIES
from intreccio.workshop.messages.vocabulary import FINAL, NOBODY_THERE


class NotSent(Exception):
    """A mail has not left; carries a code and no address, because it ends in the log."""


@app.task(name=TASK, retry=RetryStrategy(max_attempts=TRIES, exponential_wait=5, retry_exceptions=[NotSent]))
def send_mail(mail_id: str) -> None:
    """Sends one mail; after some seconds tries again, four times in all."""
    trouble = send(UUID(mail_id))
    if trouble and trouble not in FINAL:
        raise NotSent(str(trouble))


@app.periodic(cron="* * * * *")
@app.task(name="resume_mails", queueing_lock="resume_mails")
def resume_mails(timestamp: int) -> None:
    """Every minute: what waits because its worker was killed leaves now. `timestamp`: when it was due.

    Where the post itself does not answer, the others wait for the next minute.
    """
    del timestamp
    for mail_id in left_behind(now()):
        if send(mail_id) in NOBODY_THERE:
            break


@app.periodic(cron="10 3 * * *")
@app.task(name="erase_old_mail", queueing_lock="erase_old_mail")
def erase_old_mail(timestamp: int) -> None:
    """Every night, as the house's `eraser`. `timestamp`: when it was due; the next night makes good a missed one."""
    del timestamp
    erase(today())
