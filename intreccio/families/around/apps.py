from django.apps import AppConfig


class AroundConfig(AppConfig):
    """Who is around a family, and going somewhere together."""

    name = "intreccio.families.around"
    label = "around"
    verbose_name = "Intorno alla famiglia"

    def ready(self) -> None:
        """Fills the registers, and says which dated numbers this area reads."""
        from intreccio.families.around import listeners, panels
        from intreccio.families.around.actions.limits import load_limits
        from intreccio.ground.kernel.reference import add_reference

        panels.register()
        listeners.register()
        add_reference("around_limits", load_limits)
