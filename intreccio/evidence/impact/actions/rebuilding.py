"""All facts made anew from what happened, by the keeper: the same function that heard them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from django.db import connections, transaction

from intreccio.evidence.impact.queries.bodies import bodies, day_of
from intreccio.evidence.impact.rules.facts import HEARD, facts_of
from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.models import Event

AT_ONCE = 5000
Said = tuple[str, dict[str, Any], datetime]


def rebuild_facts(tell: Callable[[int, int], None]) -> int:
    """Empties the facts and writes them from every act; answers how many. `tell`: acts read, acts in all.

    Acts that leave facts wait until it is done: otherwise one could be counted twice, or never.
    """
    with transaction.atomic(using=KEEPER):
        with connections[KEEPER].cursor() as cursor:
            cursor.execute("LOCK TABLE impact_fact IN EXCLUSIVE MODE; DELETE FROM impact_fact")
        events = Event.objects.using(KEEPER).filter(kind__in=list(HEARD))
        whole, read, written = events.count(), 0, 0
        said = events.order_by("at", "id").values_list("kind", "codes", "at").iterator(chunk_size=AT_ONCE)
        while chunk := list(islice(said, AT_ONCE)):
            written += write_facts(chunk)
            read += len(chunk)
            tell(read, whole)
    return written


def write_facts(said: Iterable[Said]) -> int:
    """The facts of these acts, as keeper, in the transaction that is open."""
    return copy_rows("impact_fact", _rows(said, bodies(KEEPER)))


def _rows(said: Iterable[Said], leads: dict[str, UUID]) -> Iterator[Row]:
    for kind, codes, at in said:
        for draft in facts_of(kind, codes, day_of(at)):
            yield {"id": uuid4(), "organisation_id": leads.get(draft.team), **draft.columns()}
