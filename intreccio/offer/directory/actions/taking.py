"""What is said of a place that somebody takes or gives back. The database counts it, with the service locked: `take_place` and
`give_back_place`, which the areas above tie to their own rows.
"""

from django.utils.translation import gettext as _

from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import Service


def no_room(service: Service) -> Refused:
    """The no of a service where the last place has gone."""
    return Refused(
        _("In «%(service)s» i posti sono finiti.") % {"service": service.name},
        code="no_room",
        way_out=_("Se un posto c'è, aggiornate prima i posti del servizio; oppure la lista d'attesa."),
    )


def tell_of_place(service: Service, *, taken: bool, by: Viewer) -> None:
    """One place less, or one more: an act of the service, which says of nobody."""
    record("service.place_taken" if taken else "service.place_given_back", service, by=by)
