from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Taking charge, team at work, stages."""

    name = "intreccio.families.cases"
    label = "cases"
    verbose_name = "Presa in carico"

    def ready(self) -> None:
        """Fills the registers, hears, and says which dated numbers this area reads."""
        from intreccio.families.cases import listeners, panels
        from intreccio.families.cases.actions.limits import load_limits
        from intreccio.ground.kernel.reference import add_reference

        listeners.register()
        panels.register()
        add_reference("case_limits", load_limits)
