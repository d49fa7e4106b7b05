"""A signal, as every page of it finds it."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from intreccio.families.access.models import Triage
from intreccio.families.access.queries.passing import last_pass
from intreccio.families.access.queries.signals import signals_at_hand
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer


def key_in(request: HttpRequest, name: str) -> UUID | None:
    """An id that the address names; None where it names none. Raises Http404 for what is no id."""
    try:
        return UUID(request.GET[name]) if request.GET.get(name) else None
    except ValueError as error:
        raise Http404 from error


def signal_in_sight(viewer: Viewer, signal_id: UUID) -> Triage | None:
    """Where a signal stands, for whoever may read that."""
    return signals_at_hand(viewer).filter(signal_id=signal_id).first()


def find_signal(viewer: Viewer, signal_id: UUID) -> Triage:
    """The signal to work on: 404 for strangers; whose desk has passed it on is told where it went."""
    triage = signal_in_sight(viewer, signal_id)
    if triage is not None:
        return triage
    gone = last_pass(viewer, signal_id)
    if gone is None:
        raise Http404
    raise Refused(
        _("Questa segnalazione è passata a %(desk)s, %(day)s.")
        % {"desk": gone.to.name, "day": spoken(gone.at)},
        code="passed_on",
        way_out=_(
            "Da quel momento la legge e la segue solo quello sportello. Se sapete altro, telefonate lì."
        ),
    )
