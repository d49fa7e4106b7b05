"""What this area hears from below: every act that leaves a fact."""

from intreccio.evidence.impact.actions.keeping import keep_facts
from intreccio.evidence.impact.rules.facts import HEARD
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor


def fact_heard(event: Event, by: Actor) -> None:
    """In the same transaction as the act, as whoever acts."""
    del by
    keep_facts(event)


def register() -> None:
    """Begins to listen."""
    hear(*HEARD)(fact_heard)
