from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Goals of two generations."""

    name = "intreccio.families.plans"
    label = "plans"
    verbose_name = "Progetti"

    def ready(self) -> None:
        """Fills the registers, hears, and says which dated numbers this area reads."""
        from intreccio.families.plans import listeners, panels
        from intreccio.families.plans.actions.limits import load_limits
        from intreccio.ground.kernel.reference import add_reference

        listeners.register()
        panels.register()
        add_reference("plan_limits", load_limits)
