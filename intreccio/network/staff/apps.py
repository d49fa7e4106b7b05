from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Who works: for now, being near to whoever has lost somebody or something."""

    name = "intreccio.network.staff"
    label = "staff"
    verbose_name = "Chi lavora"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.network.staff import panels

        panels.register()
