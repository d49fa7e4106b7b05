"""Before anything leaves for a family: whoever knows it is asked whether it may. One place, for mails, links, and letters by hand."""

from uuid import UUID

from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Words, refuse_if

NAME = "why_not_send"


def why_not_reach(household_id: UUID) -> Words | None:
    """The first objection of the areas that know the family (`why_not_send`), or None."""
    return next(iter(objections(NAME, household_id)), None)


def require_may_reach(household_id: UUID) -> None:
    """Raises Refused where nothing is to be sent to this family."""
    refuse_if(why_not_reach(household_id), code="silence")
