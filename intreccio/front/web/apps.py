from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages that join areas: Oggi, search, help."""

    name = "intreccio.front.web"
    label = "web"
    verbose_name = "Oggi"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.front.web import panels

        panels.register()
