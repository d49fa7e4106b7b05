"""The diary as a paper: what happened in the order in which it happened, with the words that everybody with the record open reads."""

from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case
from intreccio.families.diary.queries.beside import Beside
from intreccio.families.diary.queries.entries import Entry, Page
from intreccio.families.diary.queries.wanted import Wanted
from intreccio.ground.design.templatetags.design import moment, spoken
from intreccio.ground.kernel.viewer import Viewer

MOST = 400


def words_of(viewer: Viewer, case: Case, page: Page, wanted: Wanted, day: date) -> dict[str, Any]:
    """Everything that `print_diary.typ` shows: the first first."""
    return {
        "labels": labels(),
        "printed": _("Stampato %(day)s da %(who)s.") % {"day": _day(day), "who": viewer.name},
        "family": case.household.name,
        "days": _days(wanted),
        "cut": _("Sono gli ultimi %s fatti: i primi restano nel diario.") % MOST if page.after else "",
        "entries": [_entry(each) for each in reversed(page.entries)],
    }


def _days(wanted: Wanted) -> str:
    since = _("Da %s.") % _day(wanted.since) if wanted.since else ""
    until = _("Fino a %s.") % _day(wanted.until) if wanted.until else ""
    return " ".join(filter(None, (since, until)))


def _day(day: date) -> str:
    """«giovedì 26 novembre 2026»: on paper the year is always there."""
    said = spoken(day)
    return said if said.endswith(str(day.year)) else f"{said} {day.year}"


def _entry(each: Entry | Beside) -> dict[str, Any]:
    if isinstance(each, Beside):
        head = each.what if not each.why else _("non ci siamo visti")
        who = ". ".join(filter(None, (each.names, capfirst(each.why))))
        return {"head": f"{capfirst(_day(each.place.day))} · {head}", "who": who, "lines": [], "notes": []}
    row = each.row
    with_whom = ", ".join(filter(None, (each.present, row.others)))
    who = f"{row.author.user.name}, {row.get_profession_display()}"
    return {
        "head": f"{capfirst(_day(row.day))} · {row.get_place_display()}",
        "who": _("%(who)s · con %(whom)s") % {"who": who, "whom": with_whom} if with_whom else who,
        "lines": [line for line in row.text.splitlines() if line.strip()],
        "notes": [
            *(_("Tocca l'obiettivo: %s") % goal for goal in each.goals),
            *([_("Prossimo passo: %s") % row.next_step] if row.next_step else []),
            *(
                _("Rettifica, %(at)s: %(text)s") % {"at": moment(one.written_at), "text": one.text}
                for one in each.corrections
            ),
        ],
    }


def labels() -> dict[str, str]:
    """The words of the paper itself."""
    return {
        "network": _("Rete per le famiglie"),
        "only": _(
            "Ci sono solo le note che legge chiunque abbia il fascicolo aperto. Degli incontri di sostegno e delle riunioni c'è il"
            " giorno: che cosa si è detto sta dove fu scritto."
        ),
        "nothing": _("In questi giorni non c'è niente."),
        "care": _("Questo foglio dice cose di una famiglia: si conserva come i suoi documenti."),
    }
