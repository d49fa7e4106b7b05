"""What this area shows elsewhere: its own entries of the menu."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import MenuItem, add_menu, tell
from intreccio.ground.kernel.viewer import Viewer


def _everybody(viewer: Viewer) -> bool:
    return bool(viewer.role)


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(MenuItem("today", _("Oggi"), "today", "calendar", 10, _everybody, phone=True))
    add_menu(MenuItem("search", _("Cerca"), "search", "search", 90, _everybody))
    add_menu(MenuItem("help", _("Aiuto"), "help_page", "help-circle", 95, _everybody))
    tell(reading__today=_("Oggi"))
