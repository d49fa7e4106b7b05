"""Counting places, as people come and go: asked by the areas above that send somebody to a service.

They hold their own row first, then the service.
"""

from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import Service


@transaction.atomic
def take_place(service: Service, *, by: Viewer, today: date) -> bool:
    """One place less, with the service locked; False where nobody knows how many there are. Raises Refused when full."""
    told = _ask("SELECT take_place(%s, %s)", service, today)
    if told == "full":
        raise Refused(
            _("In «%(service)s» i posti sono finiti.") % {"service": service.name},
            code="no_room",
            way_out=_("Se un posto c'è, aggiornate prima i posti del servizio; oppure la lista d'attesa."),
        )
    if told == "taken":
        record("service.place_taken", service, by=by)
    return told == "taken"


@transaction.atomic
def give_back_place(service: Service, *, by: Viewer, today: date) -> None:
    """One place more, never more than there are."""
    if _ask("SELECT give_back_place(%s, %s)", service, today):
        record("service.place_given_back", service, by=by)


def _ask(question: str, service: Service, today: date) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question, [service.pk, today])
        row = cursor.fetchone()
    return row[0] if row else None
