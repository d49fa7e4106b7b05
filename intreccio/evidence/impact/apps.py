from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """Facts without persons, and the observatory that reads only them."""

    name = "intreccio.evidence.impact"
    label = "impact"
    verbose_name = "Osservatorio"
