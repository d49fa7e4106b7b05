"""The mail that this area writes. Its title is neutral: it may be read over a shoulder."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.inviting import INVITED, MOVED
from intreccio.families.cases.actions.reminding import LETTER
from intreccio.workshop.messages.letters import About, Letter, add_letter
from intreccio.workshop.messages.queries import address_of
from intreccio.workshop.messages.vocabulary import Recipient


def write_letters() -> None:
    """Registers it."""
    page = "families/cases/pages/follow_up.txt"
    add_letter(
        Letter(
            LETTER,
            _("Una cosa concordata per questi giorni"),
            page,
            follow_up_words,
            recipient=Recipient.WORKER,
        )
    )
    for name, title in MEETINGS.items():
        template = "families/cases/pages/conference.txt"
        add_letter(Letter(name, title, template, conference_words(name), recipient=Recipient.WORKER))


MEETINGS = {
    INVITED: _("C'è una riunione a cui partecipare"),
    MOVED: _("Una riunione ha cambiato giorno o ora"),
}


def conference_words(name: str) -> Callable[[About], Mapping[str, Any]]:
    """The title again, and where to read the rest after signing in: no day, no place, no name."""

    def words(about: About) -> Mapping[str, Any]:
        address = address_of("conference_page", about["case"], about["conference"])
        return {"title": MEETINGS[name], "address": address}

    return words


def follow_up_words(about: About) -> Mapping[str, Any]:
    """Where it can be read: in Oggi, by who has signed in. Not a word of the family, nor its id."""
    del about
    return {"address": settings.PUBLIC_ADDRESS.rstrip("/") + reverse("today")}
