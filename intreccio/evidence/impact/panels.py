"""What this area shows elsewhere: its entry of the menu, the last."""

from django.utils.translation import gettext_lazy as _

from intreccio.evidence.impact.policies import has_it_at_hand
from intreccio.ground.kernel.panels import MenuItem, add_menu


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(MenuItem("observatory", _("Osservatorio"), "observatory", "chart-line", 80, has_it_at_hand))
