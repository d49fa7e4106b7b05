"""What a preliminary analysis begins from: a family's page, a conversation at the desk, a signal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from intreccio.families.access.models import Contact, Signal, Triage
from intreccio.families.access.queries.contacts import contacts_at_hand
from intreccio.families.access.queries.signals import signals_at_hand
from intreccio.families.cases.queries.cases import households_in_sight, sees_families
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class Start:
    """Where it begins. Without a family there is a conversation, and the family will be written with the case."""

    family: Household | None = None
    contact: Contact | None = None
    triage: Triage | None = None

    @property
    def needs(self) -> list[str]:
        """What was said to be needed at the desk."""
        return list(self.contact.needs) if self.contact else []

    @property
    def surname(self) -> str:
        """How the family was called at the desk, or empty."""
        return self.contact.surname if self.contact else ""


def start_from(
    viewer: Viewer, *, household: UUID | None = None, contact: UUID | None = None, signal: UUID | None = None
) -> Start | None:
    """What these ids lead to, where the viewer may see it; None otherwise. A signal must have found its family."""
    if not sees_families(viewer):
        return None
    if contact:
        heard = contacts_at_hand(viewer).filter(pk=contact).first()
        return Start(_family(viewer, heard.household_id), contact=heard) if heard else None
    if signal:
        triage = signals_at_hand(viewer).filter(signal_id=signal).first()
        household = triage.household_id if triage else None
        family = _family(viewer, household)
        return Start(family, triage=triage) if triage and family else None
    family = _family(viewer, household)
    return Start(family, contact=_unanswered(viewer, family)) if family else None


def _unanswered(viewer: Viewer, family: Household) -> Contact | None:
    """The last conversation with this family that still waits: opening the analysis is its answer."""
    waiting = contacts_at_hand(viewer).filter(household_id=family.pk, settled_at=None)
    return waiting.order_by("-at").first()


def _family(viewer: Viewer, household_id: UUID | None) -> Household | None:
    return households_in_sight(viewer).filter(pk=household_id).first() if household_id else None


def asked_on(*, contact: Contact | None, signal_id: UUID | None) -> date | None:
    """The day of the first word: of the signal, else of the conversation."""
    received = (
        Signal.objects.filter(pk=signal_id).values_list("received_at", flat=True).first()
        if signal_id
        else None
    )
    moment = received or (contact.at if contact else None)
    return timezone.localtime(moment).date() if moment else None
