"""Where the acts of a family's life lead back to."""

from typing import Any

from django.urls import reverse

from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.views.asking import Asked


def asked_of_life(
    seen: Seen, title: Words, button: Words, said: Words, lead: Words = "", **more: Any
) -> Asked:
    """A form of what happened: it leads back to the list of what happened."""
    return Asked(
        seen,
        title,
        button,
        said,
        lead=lead,
        back=reverse("life_event_list", args=[seen.household.pk]),
        more=more,
    )
