from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Signals, contacts, the first answer."""

    name = "intreccio.families.access"
    label = "access"
    verbose_name = "Accesso"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.families.access import panels

        panels.register()
