from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Services that the network can offer a family."""

    name = "intreccio.offer.directory"
    label = "directory"
    verbose_name = "Servizi"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.offer.directory import panels

        panels.register()
