from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Mail and one-time links, without families' words."""

    name = "intreccio.workshop.messages"
    label = "post"
    verbose_name = "Messaggi"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.workshop.messages import panels

        panels.register()
