"""Acts: one function records them, listeners hear them in the same transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, House, Viewer

Listener = Callable[[Event, Actor], None]
_listeners: dict[str, list[Listener]] = {}


def who(actor: Actor) -> dict[str, Any]:
    """The columns of a deed that say who acts."""
    if isinstance(actor, House):
        return {"house": actor.name}
    return {
        "user_id": actor.user_id,
        "membership_id": actor.membership_id,
        "organisation_id": actor.organisation_id,
        "role": actor.role,
    }


def hear(*kinds: str) -> Callable[[Listener], Listener]:
    """Registers a listener: it runs in the same transaction, as the same actor."""

    def register(listener: Listener) -> Listener:
        for kind in kinds:
            _listeners.setdefault(kind, []).append(listener)
        return listener

    return register


def record(
    kind: str,
    subject: models.Model,
    *,
    by: Actor,
    household_id: UUID | None = None,
    fields: Iterable[str] = (),
    codes: Mapping[str, Any] | None = None,
) -> Event:
    """Writes one event and lets whoever listens hear it. `codes`: ids and codes only, never words or names."""
    event = event_of(kind, subject, by=by, household_id=household_id, fields=fields, codes=codes)
    record_many([event], by=by)
    return event


def record_many(events: Sequence[Event], *, by: Actor) -> None:
    """Writes the events of one act that touched several things, as `event_of` made them; each is heard by itself."""
    Event.objects.bulk_create(events)
    for event in events:
        for listener in _listeners.get(event.kind, []):
            listener(event, by)


def event_of(
    kind: str,
    subject: models.Model,
    *,
    by: Actor,
    household_id: UUID | None = None,
    fields: Iterable[str] = (),
    codes: Mapping[str, Any] | None = None,
) -> Event:
    """An event that is not written yet."""
    return Event(
        id=new_key(),
        at=now(),
        kind=kind,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        household_id=household_id,
        fields=sorted(fields),
        codes=dict(codes or {}),
        **who(by),
    )


def is_person(actor: Actor) -> bool:
    """True for somebody at work, False for the house."""
    return isinstance(actor, Viewer)
