from django.apps import AppConfig


class ProtocolsConfig(AppConfig):
    """Paths as data: steps, milestones, guidance."""

    name = "intreccio.workshop.protocols"
    label = "protocols"
    verbose_name = "Protocolli"

    def ready(self) -> None:
        """The library is loaded after every migration; the registers are filled."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.workshop.protocols import panels
        from intreccio.workshop.protocols.actions.library import load_protocols

        add_reference("protocols", load_protocols)
        panels.register()
