"""What this area shows elsewhere."""

from collections.abc import Mapping
from uuid import UUID

from allauth.account.forms import default_token_generator
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.models import User
from intreccio.ground.accounts.queries import addresses_of
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.panels import MenuItem, add_menu, tell
from intreccio.ground.kernel.viewer import DOOR
from intreccio.workshop.messages import policies
from intreccio.workshop.messages.letters import About, Letter, add_letter
from intreccio.workshop.messages.queries import address_of
from intreccio.workshop.messages.vocabulary import Recipient


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(MenuItem("mail", _("Messaggi"), "mail_list", "mail", order=70, shown_to=policies.read_mail))
    tell(mail__retried=_("messaggio rimesso in coda"))
    add_letter(
        Letter(
            "password_reset",
            _("Una password nuova per Intreccio"),
            "workshop/messages/pages/password_reset.txt",
            reset_words,
            reset_to,
            recipient=Recipient.WORKER,
        )
    )


def reset_to(about: About) -> str:
    """The address of who has forgotten their password, as it stands now."""
    return addresses_of([UUID(about["user"])])[0]


def reset_words(about: About) -> Mapping[str, str] | None:
    """What the mail says to who has forgotten their password; None where they sign in no more.

    The key is allauth's own, made here and now: it ends with the next password, the next sign-in, or after its days.
    """
    with acting(DOOR):
        user = User.objects.filter(pk=UUID(about["user"]), is_active=True).first()
        if user is None:
            return None
        key = default_token_generator.make_token(user)
    return {"address": address_of("account_reset_password_from_key", user.pk.hex, key)}
