from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """What is strong and what is hard, in several points of view, at several moments."""

    name = "intreccio.families.assessments"
    label = "assessments"
    verbose_name = "Valutazioni"
