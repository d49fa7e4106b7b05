"""The way to this area's pages, on the pages of others; and what holds a closing back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from intreccio.families.around import policies
from intreccio.families.around.queries.outings import outings_of, still_open
from intreccio.families.around.rules.outings import why_not_close
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.vocabulary import Status
from intreccio.parties.people.models import Household


def on_case(_viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """A link and nothing else: the page of a case asks enough."""
    return None if case.voided_at else {}


def on_service(viewer: Viewer, *, service: Service, **_subject: Any) -> Mapping[str, Any] | None:
    """For who accompanies families: the way to go there with one. Nothing is asked."""
    return {} if policies.plan_outing(viewer) and service.status == Status.ACTIVE else None


def on_passing(_viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """For the words of a hand-over: where one still has to go, or to decide whether to try again."""
    rows = [each for each in outings_of(case.household_id) if each.is_open]
    return {"rows": rows} if rows else None


def holds_back(case: Case, *, motive: str = "", **_subject: Any) -> Words | None:
    """Somebody still has to go with the family, or to say what becomes of a no."""
    return _still(case.household_id, motive)


def holds_joining_back(household: Household) -> Words | None:
    """The same, before a home is absorbed."""
    return _still(household.pk, "")


def _still(household_id: UUID, motive: str) -> Words | None:
    return why_not_close(still_open(household_id), motive=motive)
