from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Mail and one-time links, without families' words."""

    name = "intreccio.workshop.messages"
    label = "post"
    verbose_name = "Messaggi"
