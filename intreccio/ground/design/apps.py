from django.apps import AppConfig


class DesignConfig(AppConfig):
    """How everything looks: the frame of the pages, components, forms, figures."""

    name = "intreccio.ground.design"
    label = "design"
    verbose_name = "Aspetto"
