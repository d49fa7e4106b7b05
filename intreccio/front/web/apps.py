from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages that join areas: Oggi, search, help."""

    name = "intreccio.front.web"
    label = "web"
    verbose_name = "Oggi"
