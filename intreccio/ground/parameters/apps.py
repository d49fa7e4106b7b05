from django.apps import AppConfig


class ParametersConfig(AppConfig):
    """Dated numbers."""

    name = "intreccio.ground.parameters"
    label = "parameters"
    verbose_name = "Parametri"

    def ready(self) -> None:
        """What the house starts with is loaded after every migration."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.ground.parameters import actions

        add_reference("parameters", actions.load_parameters)
