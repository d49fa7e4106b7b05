from django.apps import AppConfig


class FundsConfig(AppConfig):
    """Lines of money, and the hours agreed on them."""

    name = "intreccio.offer.funds"
    label = "funds"
    verbose_name = "Fondi"

    def ready(self) -> None:
        """Fills the registers, and says which dated numbers this area reads."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.offer.funds import panels
        from intreccio.offer.funds.actions.limits import load_limits

        panels.register()
        add_reference("fund_limits", load_limits)
