from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """Facts without persons, and the observatory that reads only them."""

    name = "intreccio.evidence.impact"
    label = "impact"
    verbose_name = "Osservatorio"

    def ready(self) -> None:
        """Begins to listen, fills the registers, and says which dated numbers this area reads."""
        from intreccio.evidence.impact import listeners, panels
        from intreccio.evidence.impact.actions.limits import load_limits
        from intreccio.ground.kernel.reference import add_reference

        listeners.register()
        panels.register()
        add_reference("impact_limits", load_limits)
