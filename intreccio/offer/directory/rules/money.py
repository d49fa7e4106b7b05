"""Euro, as they are written here."""

from decimal import Decimal


def euro(amount: Decimal) -> str:
    """«9.360 €», «7.840,50 €»."""
    whole = amount == amount.to_integral_value()
    text = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".") + " €"
