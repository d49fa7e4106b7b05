from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, households through time, and the grants: who may open which household."""

    name = "intreccio.parties.people"
    label = "people"
    verbose_name = "Persone e famiglie"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.ground.kernel.refused import means
        from intreccio.parties.people import panels
        from intreccio.parties.people.actions.charge import changed_hands

        panels.register()
        means("_follows_household", changed_hands)
