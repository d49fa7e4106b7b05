from django.apps import AppConfig


class KernelConfig(AppConfig):
    """What everything stands on."""

    name = "intreccio.ground.kernel"
    label = "kernel"
    verbose_name = "Fondamenta"
