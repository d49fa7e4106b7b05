"""The facts of one act, written with it."""

from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.queries.bodies import body_of, day_of
from intreccio.evidence.impact.rules.facts import facts_of
from intreccio.ground.kernel.models import Event


def keep_facts(event: Event) -> None:
    """Writes what an act leaves behind; most acts leave nothing."""
    drafts = facts_of(event.kind, event.codes, day_of(event.at))
    if drafts:
        Fact.objects.bulk_create(
            Fact(organisation_id=body_of(draft.team), **draft.columns()) for draft in drafts
        )
