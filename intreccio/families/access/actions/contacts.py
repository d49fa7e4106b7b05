"""The counter: somebody is heard, and what they asked finds an answer."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.actions.triage import follow, locked
from intreccio.families.access.models import Contact, Triage
from intreccio.families.access.queries.desks import my_desks
from intreccio.families.access.queries.signals import household_in_sight
from intreccio.families.access.rules import contacts as rules
from intreccio.families.access.rules.triage import why_not_answer
from intreccio.families.access.vocabulary import Answer, Outcome, SignalState
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.text import digits_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.actions import used
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class Heard:
    """A conversation, as it is written down."""

    channel: str
    minutes: int
    needs: list[str]
    answers: list[str]
    municipality_code: str = ""
    is_anonymous: bool = False
    given: str = ""
    surname: str = ""
    birth_date: date | None = None
    phone: str = ""
    ages: list[str] = field(default_factory=list)
    words: str = ""
    service_ids: list[UUID] = field(default_factory=list)


@transaction.atomic
def create_contact(
    heard: Heard, *, desk_id: UUID, by: Viewer, today: date, about: Triage | None = None
) -> Contact:
    """Writes a conversation of one of the viewer's desks. About a signal, it answers it."""
    policies.create_contact.require(by)
    refuse_if(_why_not(heard, desk_id, by, today, about))
    about = locked(about) if about else None
    household = household_in_sight(by, about.household_id) if about else None
    moment = now()
    waited = _waited(about) if about else {}
    contact = Contact(
        desk_id=desk_id,
        at=moment,
        by_id=by.membership_id,
        signal_id=about.signal_id if about else None,
        household=household,
        team_id=household.team_id if household else None,
        phone_digits=digits_of(heard.phone).removeprefix("0039"),
        settled_at=None if Answer.INTAKE in heard.answers else moment,
        **{name: getattr(heard, name) for name in Heard.__slots__},
    )
    contact.save(force_insert=True)
    used(by, heard.needs)
    said = {name: getattr(heard, name) for name in ("answers", "minutes", "channel")}
    _record("contact.created", contact, by=by, **said, **waited)
    if about is not None:
        answer_signal(about, Outcome.CONTACT, by=by)
    return contact


def _waited(about: Triage) -> dict[str, Any]:
    """Since when who signalled had waited, and whether this ends the wait: what is counted is heard from the act alone."""
    is_first = not Contact.objects.filter(signal_id=about.signal_id).exists()
    return {"signal_on": timezone.localdate(about.signal.received_at).isoformat(), "is_first": is_first}


def _why_not(heard: Heard, desk_id: UUID, by: Viewer, today: date, about: Triage | None) -> Any:
    if about is not None and about.desk_id != desk_id:
        return _("Il contatto si scrive allo sportello che ha ricevuto la segnalazione.")
    if desk_id not in {desk.pk for desk in my_desks(by, today)}:
        return _("Un contatto si scrive allo sportello dove si lavora.")
    said = (heard.given, heard.surname, heard.phone, heard.birth_date)
    return rules.why_not_contact(
        needs=heard.needs, answers=heard.answers, minutes=heard.minutes
    ) or rules.why_not_anonymous(is_anonymous=heard.is_anonymous, said=said)


@transaction.atomic
def link_contact(contact: Contact, household: Household, *, by: Viewer, version: int) -> None:
    """Ties a conversation to the family it was about; from here its team reads it too."""
    policies.link_household.require(by)
    if contact.household_id == household.pk:
        return
    require_free(contact)
    write_over(contact, version=version, household_id=household.pk, team_id=household.team_id)
    _record("contact.linked", contact, by=by)
    _link_signal_of(contact, household, by=by)


def _link_signal_of(contact: Contact, household: Household, *, by: Viewer) -> None:
    """A conversation about a signal says whose the signal is: its team reads both. Where it is said already, it stays."""
    triage = _triage_of(contact)
    if triage is None or triage.household_id or triage.signal.erased_on or triage.desk_id not in by.team_ids:
        return
    follow(triage, by=by, event="signal.linked", household_id=household.pk, team_id=household.team_id)


def _triage_of(contact: Contact) -> Triage | None:
    """Where the signal of a conversation stands, to be written; None where there is none, or none in sight."""
    rows = Triage.objects.select_for_update(of=("self",)).select_related("signal")
    return rows.filter(signal_id=contact.signal_id).first() if contact.signal_id else None


def require_free(contact: Contact) -> None:
    """Raises Refused for a conversation that is a family's already, or of which nothing is left to say whose it was."""
    if contact.household_id is not None:
        raise Refused(_("Questo contatto è già collegato a una famiglia."), code="already_linked")
    if contact.erased_on:
        raise Refused(_("Di questo contatto non restano più le parole: non si può collegare."), code="erased")


@transaction.atomic
def answered(
    contact: Contact, *, by: Viewer, outcome: str = Outcome.CASE, household: Household | None = None
) -> None:
    """What an area above did about a conversation (took the family in charge, say). Twice is once.

    A signal that the conversation was about is answered with it.
    """
    kept = Contact.objects.select_for_update().get(pk=contact.pk)
    if household is not None and kept.household_id is None:
        link_contact(kept, household, by=by, version=kept.version)
    if not kept.outcome:
        write_over(kept, version=kept.version, settled_at=kept.settled_at or now(), outcome=Outcome(outcome))
        _record("contact.answered", kept, by=by, outcome=str(outcome))
    if (triage := _triage_of(kept)) is not None:
        answer_signal(triage, outcome, by=by, household=household)


@transaction.atomic
def answer_signal(triage: Triage, outcome: str, *, by: Viewer, household: Household | None = None) -> None:
    """A signal has found its answer: what is missing is a word to who signalled. Closed ones stay closed."""
    kept = Triage.objects.select_for_update().get(pk=triage.pk)
    changes: dict[str, Any] = {}
    if household is not None and kept.household_id is None:
        changes |= {"household_id": household.pk, "team_id": household.team_id}
    if why_not_answer(kept.state) is None:
        changes["state"] = SignalState.ANSWERED
    if changes:
        follow(kept, by=by, event="signal.answered", codes={"outcome": str(outcome)}, **changes)


def _record(kind: str, contact: Contact, *, by: Viewer, **codes: Any) -> None:
    said = {"desk": str(contact.desk_id), "needs": contact.needs, "ages": contact.ages, **codes}
    if contact.signal_id:
        said["signal"] = str(contact.signal_id)
    household = household_in_sight(by, contact.household_id)
    if household is not None:
        # The household's own codes of the day win: the desk's word on ages and needs stays beside them.
        said = {f"said_{name}" if name in {"needs", "ages"} else name: value for name, value in said.items()}
        record_family_deed(kind, contact, household, by=by, **said)
    else:
        record(kind, contact, by=by, codes={"municipality": contact.municipality_code, **said})
