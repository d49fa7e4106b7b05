"""What this area shows elsewhere: menu, Oggi, the household's page, words of its events."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intreccio.families.access import policies
from intreccio.families.access.queries.beginnings import beginnings_of
from intreccio.families.access.queries.desks import somebody_waits_at
from intreccio.families.access.queries.inbox import waiting_count
from intreccio.families.access.queries.signals import unread_answers, unread_count
from intreccio.families.access.queries.waiting import Line, waiting_for
from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.vocabulary import FirstStep, SignalState
from intreccio.ground.accounts.roles import Coordinator, OrganisationLead, Partner, SocialWorker
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import (
    MenuItem,
    Panel,
    Waiting,
    add_chapter,
    add_menu,
    add_objection,
    add_pages_under,
    add_panel,
    add_reading_place,
    add_waiting,
    tell,
)
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.models import Household

AT_THE_DESK = {role.code for role in (Coordinator, SocialWorker, OrganisationLead)}


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(
        MenuItem(
            "signals", _("Segnalazioni"), "signal_inbox", "horn", 20,
            shown_to=lambda viewer: viewer.role in AT_THE_DESK, waiting=waiting_count, phone=True,
        )
    )  # fmt: skip
    add_menu(
        MenuItem(
            "my_signals", _("Segnalazioni"), "my_signals", "horn", 20,
            shown_to=lambda viewer: viewer.role == Partner.code,
            waiting=unread_count, phone=True,
        )
    )  # fmt: skip
    add_menu(
        MenuItem(
            "contact",
            _("Nuovo contatto"),
            "create_contact",
            "plus-circle",
            80,
            shown_to=lambda viewer: policies.create_contact(viewer) and viewer.at_desk,
        )
    )
    add_pages_under("signals", "/contacts/")
    add_waiting(waiting)
    add_objection("why_not_close_team", why_not_close_team)
    add_panel("household.page", Panel("families/access/pages/_of_household.html", of_household, order=60))
    add_chapter("access", _("i primi contatti"), 20, "signal", "contact")
    add_reading_place(
        "SELECT id, 'contact_page', ARRAY[id::text] FROM access_contact WHERE id = ANY(%(ids)s)",
        "SELECT id, 'signal_page', ARRAY[id::text] FROM access_triage WHERE id = ANY(%(ids)s)",
    )
    tell(
        signal__received=_("segnalazione arrivata"),
        signal__read=_("segnalazione letta"),
        signal__urgency_set=_("urgenza scelta"),
        signal__step_chosen=_("primo passo scelto"),
        signal__word_added=_("chi ha segnalato ha aggiunto una parola"),
        signal__passed_on=_("segnalazione passata a un altro sportello"),
        signal__answered_sender=_("restituzione a chi ha segnalato"),
        signal__answered=_("la segnalazione ha trovato risposta"),
        signal__linked=_("segnalazione collegata alla famiglia"),
        contact__created=_("ascoltata allo sportello"),
        contact__linked=_("contatto dello sportello collegato alla famiglia"),
        contact__answered=_("il contatto ha trovato risposta"),
    )
    tell(
        reading__signal_page=_("la segnalazione"),
        reading__pass_on_signal=_("la segnalazione, per passarla a un altro sportello"),
        reading__contact_page=_("il contatto allo sportello"),
        reading__signal_inbox=_("l'elenco delle segnalazioni"),
        reading__my_signals=_("l'elenco di chi ha segnalato"),
        reading__contact_list=_("il registro dello sportello"),
    )


def why_not_close_team(team: Team) -> Words | None:
    """Whoever wrote to a desk, or was offered an accompaniment there, is not left without an answer."""
    if somebody_waits_at(team):
        return _(
            "Qualcuno aspetta ancora una risposta: prima vanno chiusi, o passati, segnalazioni e contatti."
        )
    return None


def waiting(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """What waits for somebody at a desk, for who is to act, for who signalled."""
    if viewer.role == Partner.code:
        yield from map(_answer, unread_answers(viewer).select_related("signal")[:most])
        return
    for line in waiting_for(viewer, most):
        yield DRAWN[line.kind](line)


def _days_left(line: Line) -> int:
    return ((line.until or today()) - today()).days


def _left(line: Line) -> str:
    left = _days_left(line)
    if left < 0:
        return (
            gettext("l'accordo era di %d giorni prima") % -left
            if left < -1
            else gettext("l'accordo era per ieri")
        )
    return (
        gettext("entro oggi")
        if left == 0
        else gettext("restano %d giorni") % left
        if left > 1
        else gettext("entro domani")
    )


def _unread(line: Line) -> Waiting:
    states = {SignalState.RECEIVED: _("da leggere"), SignalState.READ: _("letta, manca il primo passo")}
    news = gettext("chi ha segnalato ha aggiunto una parola")
    said = news if line.has_news else str(states.get(SignalState(line.state), ""))
    return Waiting(
        title=title_of(line.words),
        why=f"{said} · {_left(line)}",
        url=reverse("signal_page", args=[line.id]),
        action=_("Leggi"),
        days=days_since(line.at),
        urgent=line.danger_now or (line.due_on or today()) <= today(),
        left=_days_left(line),
        group=_("Segnalazioni"),
        about=line.id,
    )


def _mine(line: Line) -> Waiting:
    return Waiting(
        title=title_of(line.words),
        why=f"{FirstStep(line.step).label} · {_left(line)}" if line.step else _left(line),
        url=reverse("signal_page", args=[line.id]),
        action=_("Apri"),
        days=days_since(line.at),
        urgent=_days_left(line) <= 0,
        left=_days_left(line),
        group=_("Segnalazioni"),
        about=line.id,
    )


def _intake(line: Line) -> Waiting:
    return Waiting(
        title=line.words or gettext("Una persona che non ha detto il nome"),
        why=_("le avete proposto un accompagnamento: manca il primo colloquio"),
        url=reverse("contact_page", args=[line.id]),
        action=_("Apri"),
        days=days_since(line.at),
        group=_("Sportello"),
        about=line.id,
    )


DRAWN = {"unread": _unread, "mine": _mine, "intake": _intake}


def _answer(word: Any) -> Waiting:
    return Waiting(
        title=title_of(word.signal.facts),
        why=_("lo sportello ti ha risposto"),
        url=reverse("my_signal", args=[word.signal_id]),
        action=_("Leggi"),
        days=days_since(word.at),
        group=_("Segnalazioni"),
        about=word.signal_id,
    )


def of_household(viewer: Viewer, household: Household, **_rest: Any) -> Mapping[str, Any] | None:
    """Signals and conversations about a family, for who reads its record."""
    del viewer  # the database knows what they read
    beginnings = beginnings_of(household.pk)
    return {"beginnings": beginnings} if beginnings else None
