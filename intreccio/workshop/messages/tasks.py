"""Work that leaves the request."""

from uuid import UUID

from procrastinate.contrib.django import app

from intreccio.ground.kernel.clock import now, today
from intreccio.workshop.messages.actions.erasing import erase_old_mail as erase
from intreccio.workshop.messages.actions.mail import TASK, send, to_try_now
from intreccio.workshop.messages.vocabulary import NOBODY_THERE


@app.task(name=TASK)
def send_mail(mail_id: str) -> None:
    """Sends one mail. What did not leave is taken up by `resume_mails`."""
    send(UUID(mail_id))


@app.periodic(cron="* * * * *")
@app.task(name="resume_mails", queueing_lock="resume_mails")
def resume_mails(timestamp: int) -> None:
    """Every minute: what is to be tried again, or waits because its worker was killed. `timestamp`: when it was due.

    Where the post itself does not answer, the others wait for the next minute.
    """
    del timestamp
    for mail_id in to_try_now(now()):
        if send(mail_id) in NOBODY_THERE:
            break


@app.periodic(cron="10 3 * * *")
@app.task(name="erase_old_mail", queueing_lock="erase_old_mail")
def erase_old_mail(timestamp: int) -> None:
    """Every night, as the house's `eraser`. `timestamp`: when it was due; the next night makes good a missed one."""
    del timestamp
    erase(today())
