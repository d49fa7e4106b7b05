from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Bodies, sites, projects, teams, memberships."""

    name = "intreccio.parties.organisations"
    label = "organisations"
    verbose_name = "Enti"

    def ready(self) -> None:
        """Tells the door how a signed-in user becomes a viewer, and reminders how they reach who works; fills the registers."""
        from intreccio.ground.kernel.panels import door
        from intreccio.parties.organisations import panels, queries
        from intreccio.parties.organisations.queries.weeks import reach
        from intreccio.workshop.calendar.queries.reminders import post

        door.take_hat = queries.take_hat
        post.reach = reach
        panels.register()
