"""Where signals go on to, and what remains here of those that have gone."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.access.models import SignalPass, Triage
from intreccio.families.access.queries.desks import open_desks
from intreccio.families.access.rules.competence import Desk, desk_for
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.mine import of_my_teams

PAGE = 25


def passed_on(viewer: Viewer) -> QuerySet[SignalPass]:
    """What the viewer's desks have passed on, last first."""
    del viewer  # the database knows whose desks they are
    return (
        SignalPass.objects.filter(of_my_teams("access_signalpass.desk_id"))
        .select_related("desk", "to")
        .order_by("-at", "-id")
    )


def passed_page(viewer: Viewer, *, after: UUID | None) -> tuple[list[SignalPass], UUID | None]:
    """A page of them, and the key of the next one."""
    rows = passed_on(viewer)
    if after is not None and (last := rows.filter(pk=after).values_list("at", flat=True).first()):
        rows = rows.filter(Q(at__lt=last) | Q(at=last, id__lt=after))
    found = list(rows[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def last_pass(viewer: Viewer, signal_id: UUID) -> SignalPass | None:
    """How a signal has left the viewer's desks; None where it never stood there."""
    return passed_on(viewer).filter(signal_id=signal_id).first()


def passes_of(viewer: Viewer, triage: Triage) -> list[SignalPass]:
    """The desks through which a signal has come."""
    del viewer
    return list(SignalPass.objects.filter(signal_id=triage.signal_id).select_related("desk", "to"))


def other_desks(triage: Triage, day: date) -> list[Desk]:
    """Where a signal can go on to, by name."""
    return sorted((desk for desk in open_desks(day) if desk.id != triage.desk_id), key=lambda desk: desk.name)


def likely_desk(triage: Triage, desks: list[Desk]) -> UUID | None:
    """The desk that answers for the municipality, where it is another one; nobody is proposed by default."""
    found = desk_for(triage.signal.municipality_code, [desk for desk in desks if not desk.is_default])
    return found.id if found else None
