from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Files in: mapping, dry run, rejects."""

    name = "intreccio.workshop.imports"
    label = "imports"
    verbose_name = "Importazioni"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.workshop.imports import panels

        panels.register()
