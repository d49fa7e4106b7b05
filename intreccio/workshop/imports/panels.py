"""What this area shows elsewhere."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def register() -> None:
    """Fills the kernel's registers."""
    tell(import__taken=_("elenco importato"))
