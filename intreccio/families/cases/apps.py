from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Taking charge, team at work, stages."""

    name = "intreccio.families.cases"
    label = "cases"
    verbose_name = "Presa in carico"
