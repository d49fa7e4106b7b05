from django.apps import AppConfig


class DiaryConfig(AppConfig):
    """The psychologist's three lines of support, and notes that only their author reads."""

    name = "intreccio.families.diary"
    label = "diary"
    verbose_name = "Diario"

    def ready(self) -> None:
        """Fills the registers, and says which dated numbers this area reads."""
        from intreccio.families.diary import listeners, panels
        from intreccio.families.diary.actions.limits import load_limits
        from intreccio.ground.kernel.reference import add_reference

        panels.register()
        listeners.register()
        add_reference("diary_limits", load_limits)
