"""Who sees a family and who has looked, in a few lines for the page of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.models import Reading

LAST = 3


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened a page of the family."""

    at: datetime
    name: str


def last_looks(household_id: UUID) -> Iterable[Look]:
    """The last people who opened anything of this family, each once."""
    name = User.objects.filter(pk=OuterRef("user_id")).values("name")[:1]
    rows = (
        Reading.objects.filter(household_id=household_id, user_id__isnull=False)
        .order_by("-at")
        .annotate(reader=Subquery(name))
        .values_list("at", "reader")[: LAST * 5]
    )
    seen: dict[str, Look] = {}
    for at, reader in rows:
        if reader:
            seen.setdefault(reader, Look(at, reader))
    return list(seen.values())[:LAST]
