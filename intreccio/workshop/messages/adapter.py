"""The mails of allauth leave as all others do: queued with the act, sent by the job, tried again by an administrator."""

from typing import Any

from intreccio.ground.accounts.adapter import AccountAdapter
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import DOOR
from intreccio.workshop.messages.actions.mail import queue_mail

# Every mail that allauth may write here, and our letter. Another one fails aloud rather than leave by itself.
LETTERS = {"account/email/password_reset_key": "password_reset"}


class OutboxAdapter(AccountAdapter):
    """The address that opens is made when the mail leaves (`panels.reset_words`): until then it stands nowhere."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queues the letter to the address we know them by, not to the one that was typed."""
        del email
        user = context["user"]
        with acting(DOOR):
            queue_mail(LETTERS[template_prefix], to=user.email, about={"user": user.pk})
