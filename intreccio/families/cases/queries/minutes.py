"""The minutes of a meeting as a paper: who was there, what was looked at, said and decided, and room for reservations."""

from datetime import date
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Conference
from intreccio.families.cases.queries.conferences import Decided, Seat, decisions_of, seats_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_sentence


def title_of(conference: Conference) -> str:
    """«Riunione di équipe: il verbale»."""
    return _("%(kind)s: il verbale") % {"kind": capfirst(str(conference.get_kind_display()))}


def words_of(viewer: Viewer, conference: Conference, day: date) -> dict[str, Any]:
    """Everything that `print_conference.typ` shows. What was voided is not on paper."""
    seats = seats_of(viewer, conference)
    held = conference.held_on or conference.day
    return {
        "labels": labels(),
        "printed": _("Stampato il %(day)s da %(who)s.") % {"day": _day(day), "who": viewer.name},
        "family": conference.case.household.name,
        "when": _("Si è tenuta il %s.") % _day(held),
        "place": conference.place,
        "there": [seat.name for seat in seats if seat.came],
        "missing": [_missing(seat) for seat in seats if not seat.came],
        "agenda": list(conference.agenda),
        "minutes": [line for line in conference.minutes.splitlines() if line.strip()],
        "decisions": [
            _decision(each) for each in decisions_of(viewer, conference) if each.row.voided_at is None
        ],
        "signers": _signers(seats),
    }


def _day(day: date) -> str:
    """«15 gennaio 2027»."""
    return in_sentence(format_date(day, "j F Y"))


def _decision(each: Decided) -> dict[str, str]:
    by_when = _("entro il %s") % _day(each.row.by_when) if each.row.by_when else _("senza una data")
    return {"what": each.row.what, "who": each.doer, "by_when": by_when, "need": each.need}


def _missing(seat: Seat) -> str:
    """With what they had answered before, where it was not that they would come; their words are on no paper that all sign."""
    return f"{seat.name} ({seat.answered})" if seat.answered and not seat.comes else seat.name


def _signers(seats: list[Seat]) -> list[str]:
    return [*(seat.name for seat in seats if seat.came), _("Luogo e data")]


def labels() -> dict[str, str]:
    """The words of the paper itself."""
    return {
        "network": _("Rete per le famiglie"),
        "there": _("Chi c'era"),
        "missing": _("Non c'era"),
        "agenda": _("Di che cosa si è parlato"),
        "minutes": _("Che cosa ci siamo detti"),
        "decisions": _("Che cosa si è deciso"),
        "what": _("Che cosa"),
        "who": _("Chi lo fa"),
        "by_when": _("Entro quando"),
        "nothing": _("In questa riunione non si è deciso niente."),
        "reservations": _("Riserve"),
        "reservations_lead": _(
            "Chi non è d'accordo su qualcosa, o vuole aggiungere una parola, la scrive qui con il suo nome."
        ),
        "signs": _("Chi c'era firma"),
        "care": _("Questo foglio dice cose di una famiglia: si conserva come i suoi documenti."),
    }
