"""What this area shows elsewhere."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import MenuItem, add_menu, tell
from intreccio.workshop.messages import policies


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(MenuItem("mail", _("Messaggi"), "mail_list", "mail", order=70, shown_to=policies.read_mail))
    tell(mail__retried=_("messaggio rimesso in coda"))
