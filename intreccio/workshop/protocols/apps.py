from django.apps import AppConfig


class ProtocolsConfig(AppConfig):
    """Paths as data: steps, milestones, guidance."""

    name = "intreccio.workshop.protocols"
    label = "protocols"
    verbose_name = "Protocolli"

    def ready(self) -> None:
        """The library is loaded after every migration; the registers are filled."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.ground.kernel.refused import means
        from intreccio.workshop.protocols import panels
        from intreccio.workshop.protocols.actions.drafting import begun_at_once
        from intreccio.workshop.protocols.actions.library import load_protocols

        add_reference("protocols", load_protocols)
        panels.register()
        for constraint in (
            "one_protocol_draft_at_a_time",
            "one_protocol_version_a_number",
            "one_protocol_a_code_and_body",
        ):
            means(constraint, begun_at_once)
