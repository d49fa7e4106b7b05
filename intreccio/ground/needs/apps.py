from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """The thread of needs."""

    name = "intreccio.ground.needs"
    label = "needs"
    verbose_name = "Bisogni"

    def ready(self) -> None:
        """The taxonomy is loaded after every migration."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.ground.needs import actions

        add_reference("needs", actions.load_taxonomy)
