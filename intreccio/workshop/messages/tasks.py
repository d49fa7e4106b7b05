"""Work that leaves the request."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from intreccio.workshop.messages.actions.mail import TASK, send
from intreccio.workshop.messages.rules import TRIES
from intreccio.workshop.messages.vocabulary import FINAL


class NotSent(Exception):
    """A mail has not left; carries a code and no address, because it ends in the log."""


@app.task(name=TASK, retry=RetryStrategy(max_attempts=TRIES, exponential_wait=5, retry_exceptions=[NotSent]))
def send_mail(mail_id: str) -> None:
    """Sends one mail; after some seconds tries again, four times in all."""
    trouble = send(UUID(mail_id))
    if trouble and trouble not in FINAL:
        raise NotSent(str(trouble))
