from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """When one meets whom: weeks, clashes, a feed for one's own telephone, reminders."""

    name = "intreccio.workshop.calendar"
    label = "calendar"
    verbose_name = "Calendario"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.workshop.calendar import panels

        panels.register()
