"""When a school's plan may be written: two kinds, each with its law, one a school year."""

from collections.abc import Mapping
from datetime import date

from intreccio.answers.school.vocabulary import PlanKind
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

# What each of them is, and is not.
LAWS: Mapping[str, Words] = {
    PlanKind.PEI: later(
        "Per chi ha una disabilità certificata: legge 104/1992, d.lgs. 66/2017. Lo scrive il gruppo di lavoro della scuola con la"
        " famiglia. Non è il progetto educativo di una comunità, che ha le stesse iniziali."
    ),
    PlanKind.PDP: later(
        "Per chi ha un disturbo dell'apprendimento o un altro bisogno educativo: legge 170/2010. Dice strumenti e misure, senza"
        " insegnante di sostegno."
    ),
}


def years_around(today: int) -> tuple[int, ...]:
    """School years of which a plan can be written: the one before last to the next."""
    return (today + 1, today, today - 1, today - 2)


def why_not_plan(*, signed_on: date, review_on: date | None, signed_by: str, today: date) -> Words | None:
    """A reason, or None: somebody signed it, on a day that has come, and it is looked at afterwards."""
    if signed_on > today:
        return _("Non è ancora firmato: scrivilo quando lo è.")
    if not signed_by.strip():
        return _("Scrivi chi l'ha firmato: la scuola, la famiglia, chi cura.")
    if review_on is not None and review_on < signed_on:
        return _("Si riguarda dopo il giorno della firma.")
    return None
