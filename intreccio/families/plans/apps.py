from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Goals of two generations."""

    name = "intreccio.families.plans"
    label = "plans"
    verbose_name = "Progetti"
