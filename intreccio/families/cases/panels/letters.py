"""The mail that this area writes. Its title is neutral: it may be read over a shoulder."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.reminding import LETTER
from intreccio.workshop.messages.letters import About, Letter, add_letter


def write_letters() -> None:
    """Registers it."""
    page = "families/cases/pages/follow_up.txt"
    add_letter(Letter(LETTER, _("Una cosa concordata per questi giorni"), page, follow_up_words))


def follow_up_words(about: About) -> Mapping[str, Any]:
    """Where it can be read: in Oggi, by who has signed in. Not a word of the family, nor its id."""
    del about
    return {"address": settings.PUBLIC_ADDRESS.rstrip("/") + reverse("today")}
