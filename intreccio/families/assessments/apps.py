from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """What is strong and what is hard, in several points of view, at several moments."""

    name = "intreccio.families.assessments"
    label = "assessments"
    verbose_name = "Valutazioni"

    def ready(self) -> None:
        """Fills the registers, and says which dated numbers this area reads."""
        from intreccio.families.assessments import panels
        from intreccio.families.assessments.actions.limits import load_limits
        from intreccio.ground.kernel.reference import add_reference

        panels.register()
        add_reference("assessment_limits", load_limits)
