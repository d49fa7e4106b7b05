from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, households through time, and the grants: who may open which household."""

    name = "intreccio.parties.people"
    label = "people"
    verbose_name = "Persone e famiglie"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.parties.people import panels

        panels.register()
