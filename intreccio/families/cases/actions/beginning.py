"""A case begins from a conversation or from a signal: both are answered with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.access.actions.contacts import answer_signal, answered
from intreccio.families.access.actions.links import begin_household
from intreccio.families.access.models import Contact, Triage
from intreccio.families.access.vocabulary import Outcome
from intreccio.families.cases import policies
from intreccio.families.cases.actions.opening import Origin, Reasons, open_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.starting import Start, asked_on
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class NewFamily:
    """A family that nobody had written yet."""

    name: str
    team_id: UUID


@transaction.atomic
def begin(start: Start, *, reasons: Reasons, new: NewFamily | None = None, by: Viewer, today: date) -> Case:
    """Opens the preliminary analysis from wherever it begins. Raises Refused."""
    if start.contact:
        return begin_from_contact(start.contact, start.family, new=new, reasons=reasons, by=by, today=today)
    if start.family is None:
        raise Refused(_("Prima va detto di quale famiglia si parla."), code="no_family")
    if start.triage:
        return begin_from_signal(start.triage, start.family, reasons=reasons, by=by, today=today)
    return open_case(start.family, reasons=reasons, by=by, today=today)


@transaction.atomic
def begin_from_contact(
    contact: Contact,
    family: Household | None,
    *,
    new: NewFamily | None,
    reasons: Reasons,
    by: Viewer,
    today: date,
) -> Case:
    """Opens the preliminary analysis of the family that came to the desk; writes the family where it is new."""
    policies.open_case.require(by)
    if family is None:
        if new is None:
            raise Refused(_("Prima va detto di quale famiglia si parla."), code="no_family")
        family = begin_household(
            contact, name=new.name, team_id=new.team_id, by=by, version=contact.version, today=today
        )
    origin = Origin(contact.pk, contact.signal_id, asked_on(contact=contact, signal_id=contact.signal_id))
    case = open_case(family, reasons=reasons, by=by, today=today, origin=origin)
    answered(contact, by=by, outcome=Outcome.CASE, household=family)
    return case


@transaction.atomic
def begin_from_signal(
    triage: Triage, family: Household, *, reasons: Reasons, by: Viewer, today: date
) -> Case:
    """Opens the preliminary analysis of the family that a signal was about."""
    policies.open_case.require(by)
    origin = Origin(None, triage.signal_id, asked_on(contact=None, signal_id=triage.signal_id))
    case = open_case(family, reasons=reasons, by=by, today=today, origin=origin)
    answer_signal(triage, Outcome.CASE, by=by, household=family)
    return case
