"""How long ago somebody checked, as one says it."""

from datetime import date

from intreccio.ground.design.rules import how_long
from intreccio.ground.kernel.words import _, many

OLD = 183


def freshness(verified_on: date | None, today: date) -> str:
    """«Verificato 6 giorni fa», «Da ricontrollare: 7 mesi fa», «Ancora da verificare»."""
    if verified_on is None:
        return _("Ancora da verificare")
    days = max((today - verified_on).days, 0)
    if days < 2:
        return _("Verificato ieri") if days else _("Verificato oggi")
    number, unit = how_long(days)
    said = _("%s fa") % (_span(number, unit) % number)
    return _("Verificato %s") % said if days <= OLD else _("Da ricontrollare: %s") % said


def _span(number: int, unit: str) -> str:
    if unit == "day":
        return many("%d giorno", "%d giorni", number)
    return many("%d mese", "%d mesi", number) if unit == "month" else many("%d anno", "%d anni", number)
