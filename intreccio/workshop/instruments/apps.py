from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """Questionnaires and scoring as data, each with its licence."""

    name = "intreccio.workshop.instruments"
    label = "instruments"
    verbose_name = "Strumenti"
