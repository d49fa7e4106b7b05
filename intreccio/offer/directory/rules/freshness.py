"""How long ago somebody checked, as one says it."""

from datetime import date

from intreccio.ground.design.rules import how_long

OLD = 183
UNITS = {"day": ("giorno", "giorni"), "month": ("mese", "mesi"), "year": ("anno", "anni")}


def freshness(verified_on: date | None, today: date) -> str:
    """«Verificato 6 giorni fa», «Da ricontrollare: 7 mesi fa», «Ancora da verificare»."""
    if verified_on is None:
        return "Ancora da verificare"
    days = max((today - verified_on).days, 0)
    if days < 2:
        return f"Verificato {('oggi', 'ieri')[days]}"
    number, unit = how_long(days)
    said = f"{number} {UNITS[unit][number != 1]} fa"
    return f"Verificato {said}" if days <= OLD else f"Da ricontrollare: {said}"
