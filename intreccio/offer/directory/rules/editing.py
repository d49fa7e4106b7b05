"""A service as its form shows it."""

from collections.abc import Iterable, Mapping
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.offer.directory.rules.hours import Hours, day_text


def why_not_close_place(*, is_open: bool, open_places: int) -> Words | None:
    """A service is somewhere as long as it goes on."""
    if not is_open:
        return _("Questo luogo è già chiuso.")
    if open_places == 1:
        return _("È l'unico luogo di questo servizio: se il servizio non c'è più, se ne cambia lo stato.")
    return None


def age_text(months: int | None, *, last: bool = False) -> str:
    """36 → «3 anni», 30 → «30 mesi»; the first month no longer welcome becomes the last age welcome."""
    if months is None:
        return ""
    if last:
        return f"{months // 12 - 1} anni" if months % 12 == 0 and months >= 48 else f"{months - 1} mesi"
    return f"{months // 12} anni" if months % 12 == 0 and (months >= 36 or not months) else f"{months} mesi"


def week_texts(hours: Iterable[Hours]) -> Mapping[str, Any]:
    """`hours_1` … `hours_7`."""
    rows = list(hours)
    return {f"hours_{day}": day_text(row for row in rows if row.weekday == day) for day in range(1, 8)}
