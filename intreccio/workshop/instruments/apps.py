from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """Questionnaires and scoring as data, each with its licence."""

    name = "intreccio.workshop.instruments"
    label = "instruments"
    verbose_name = "Strumenti"

    def ready(self) -> None:
        """The library is loaded after every migration."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.workshop.instruments import actions

        add_reference("instruments", actions.load_library)
