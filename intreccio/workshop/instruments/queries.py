"""Editions on offer."""

from datetime import date

from django.db.models import Q

from intreccio.workshop.instruments.models import Instrument


def edition_on(code: str, day: date) -> Instrument:
    """The edition of an instrument that is offered on a day, the newest where several are. Raises DoesNotExist."""
    rows = Instrument.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day), code=code, valid_from__lte=day
    )
    found = rows.order_by("-edition").first()
    if found is None:
        raise Instrument.DoesNotExist(code)
    return found
