from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    """Municipalities and districts."""

    name = "intreccio.ground.territory"
    label = "territory"
    verbose_name = "Territorio"

    def ready(self) -> None:
        """The list of municipalities is loaded after every migration."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.ground.territory import actions

        add_reference("territory", actions.load_municipalities)
