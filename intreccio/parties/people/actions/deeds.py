"""One way to record an act about a family, used here and by every area above."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor
from intreccio.parties.people.models import Household
from intreccio.parties.people.queries.codes import codes_of_the_day


def record_family_deed(
    kind: str,
    subject: models.Model,
    household: Household,
    *,
    by: Actor,
    fields: Iterable[str] = (),
    day: Mapping[str, Any] | None = None,
    **codes: Any,
) -> Event:
    """An event of a family, with the codes of that day; `codes` adds the act's own (ids and codes, never words).

    day: the codes of the day, for who has read them in this transaction already.
    """
    day = codes_of_the_day(household, today()) if day is None else day
    return record(kind, subject, by=by, household_id=household.pk, fields=fields, codes={**day, **codes})
