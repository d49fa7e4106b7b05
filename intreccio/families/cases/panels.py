"""What this area shows elsewhere: on a family's page, where a family first spoke, in Oggi; and how its events read."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.families.access.models import Contact, Triage
from intreccio.families.cases import policies
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries import waiting
from intreccio.families.cases.queries.cases import case_of
from intreccio.families.cases.queries.story import stage_line
from intreccio.families.cases.queries.workers import workers_now
from intreccio.families.cases.rules.waiting import Limits
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Panel, Waiting, add_panel, add_waiting, tell
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household

Words = Mapping[str, Any] | None


def on_household_page(viewer: Viewer, *, household: Household, **_subject: Any) -> Words:
    """Where the family stands with us; for whoever may, the way to begin."""
    case = case_of(viewer, household.pk)
    if case is not None:
        return {"case": case, "stages": stage_line(case), "may_open": _may_open(viewer, household, case)}
    return {"case": None, "may_open": True} if _may_open(viewer, household, None) else None


def on_household_side(viewer: Viewer, *, household: Household, **_subject: Any) -> Words:
    """Who works with the family."""
    workers = workers_now(viewer, household.pk)
    return {"case": workers[0].case, "workers": workers, "may": set()} if workers else None


def _may_open(viewer: Viewer, household: Household, case: Case | None) -> bool:
    free = case is None or case.ended_on is not None
    return free and policies.open_case(viewer) and policies.is_in_charge(viewer, household.team_id)


def on_today(viewer: Viewer, **_subject: Any) -> Words:
    """The way to the families of one's teams, by stage. Nothing is counted."""
    return {"stages": Stage.choices} if viewer.team_ids else None


def on_contact_page(viewer: Viewer, *, contact: Contact, **_subject: Any) -> Words:
    """«Prendi in carico», where the conversation has not led there yet."""
    return _where_it_began(viewer, contact.household_id, contact.team_id, f"contact={contact.pk}")


def on_signal_page(viewer: Viewer, *, triage: Triage, **_subject: Any) -> Words:
    """The same for a signal; first it must have found its family."""
    return _where_it_began(
        viewer, triage.household_id, triage.team_id, f"signal={triage.signal_id}", needs_family=True
    )


def _where_it_began(
    viewer: Viewer, household_id: Any, team_id: Any, origin: str, *, needs_family: bool = False
) -> Words:
    case = case_of(viewer, household_id) if household_id else None
    if case is not None and case.ended_on is None:
        return {"case": case, "address": ""}
    if not policies.open_case(viewer) or (household_id and not policies.is_in_charge(viewer, team_id)):
        return None
    missing = needs_family and household_id is None
    return {
        "case": None,
        "address": "" if missing else f"{reverse('open_case')}?{origin}",
        "missing": missing,
    }


def waits(viewer: Viewer) -> Iterator[Waiting]:
    """What waits for this viewer among the families of their teams, and those they answer for."""
    if not viewer.team_ids:
        return
    day = today()
    limits = waiting.limits_on(day)
    if policies.change_responsible(viewer):
        yield from map(_without_responsible, waiting.without_responsible(viewer))
        yield from (
            _long_preliminary(case, limits)
            for case in waiting.long_preliminaries(viewer, limits=limits, today=day)
        )
    for case, last in waiting.quiet_for(viewer, limits=limits, today=day):
        yield _quiet(case, days_since(last or case.stage_since))


def _without_responsible(case: Case) -> Waiting:
    return Waiting(
        title=case.household.name,
        why=_("È affidata a %(team)s e nessuno ne risponde ancora per nome.") % {"team": case.team.name},
        url=reverse("change_responsible", args=[case.pk]),
        action=gettext_lazy("Scegli il riferimento"),
        days=days_since(case.team_since),
        group=gettext_lazy("Famiglie che aspettano un nome"),
    )


def _long_preliminary(case: Case, limits: Limits) -> Waiting:
    days = days_since(case.stage_since)
    said = {"days": _days(days), "agreed": _days(limits.preliminary)}
    return Waiting(
        title=case.household.name,
        why=_("L'analisi preliminare è aperta da %(days)s, ci siamo dati %(agreed)s per decidere.") % said,
        url=reverse("case_page", args=[case.pk]),
        action=gettext_lazy("Decidi con la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano una decisione"),
    )


def _quiet(case: Case, days: int) -> Waiting:
    return Waiting(
        title=case.household.name,
        why=_("Da %(days)s non scriviamo niente di loro: come stanno?") % {"days": _days(days)},
        url=reverse("case_page", args=[case.pk]),
        action=gettext_lazy("Apri la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano un passo"),
    )


def _days(number: int) -> str:
    return ngettext("%d giorno", "%d giorni", number) % number


def register() -> None:
    """Fills the kernel's registers."""
    folder = "families/cases/pages"
    add_panel("household.page", Panel(f"{folder}/_on_household.html", on_household_page, order=10))
    add_panel("household.side", Panel(f"{folder}/_on_household_side.html", on_household_side, order=10))
    add_panel("contact.page", Panel(f"{folder}/_on_beginning.html", on_contact_page, order=10))
    add_panel("signal.page", Panel(f"{folder}/_on_beginning.html", on_signal_page, order=10))
    add_panel("today.page", Panel(f"{folder}/_on_today.html", on_today, order=10))
    add_waiting(waits)
    tell(
        case__opened=gettext_lazy("si apre l'analisi preliminare"),
        case__taken_charge=gettext_lazy("presa in carico"),
        case__preliminary_ended=gettext_lazy("l'analisi preliminare si conclude senza presa in carico"),
        case__handed_over=gettext_lazy("affidata a un'altra équipe"),
        case__worker_added=gettext_lazy("una persona comincia a lavorare con loro"),
        case__worker_ended=gettext_lazy("una persona non lavora più con loro"),
        case__responsible_changed=gettext_lazy("cambia il riferimento"),
        case__voided=gettext_lazy("annullato un percorso scritto per errore"),
    )
    tell(
        reading__case_page=gettext_lazy("il percorso della famiglia"),
        reading__case_list=gettext_lazy("l'elenco delle famiglie per punto del percorso"),
        reading__open_case=gettext_lazy("il modulo per aprire l'analisi preliminare"),
        reading__take_charge=gettext_lazy("il modulo per prendere in carico"),
        reading__end_preliminary=gettext_lazy("il modulo per concludere l'analisi preliminare"),
        reading__hand_over_case=gettext_lazy("il modulo per affidare a un'altra équipe"),
        reading__void_case=gettext_lazy("il modulo per annullare"),
        reading__change_responsible=gettext_lazy("il modulo per scegliere il riferimento"),
        reading__add_worker=gettext_lazy("il modulo per aggiungere chi lavora con loro"),
        reading__end_worker=gettext_lazy("il modulo per chi non lavora più con loro"),
    )
