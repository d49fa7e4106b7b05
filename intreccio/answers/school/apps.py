from django.apps import AppConfig


class SchoolConfig(AppConfig):
    """Where each child studies, whom one talks with, and how one grows up to a diploma."""

    name = "intreccio.answers.school"
    label = "school"
    verbose_name = "Scuola e crescita"

    def ready(self) -> None:
        """Fills the registers."""
        from intreccio.answers.school import panels

        panels.register()
