"""The mail that this area writes. Its title is neutral: it may be read over a shoulder."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.inviting import INVITED, MOVED
from intreccio.families.cases.actions.reminding import LETTER
from intreccio.families.cases.queries.inviting import is_still_asked
from intreccio.ground.kernel.clock import today
from intreccio.workshop.messages.letters import About, Letter, add_letter
from intreccio.workshop.messages.queries import address_of, still_stands
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


def conference_words(name: str) -> Callable[[About], Mapping[str, Any] | None]:
    """The title again, and where to read the rest after signing in: no day, no place, no name. None where it was called off,
    held or is over by now, and for who is asked no more, has said no, or sees the family no more."""

    def words(about: About) -> Mapping[str, Any] | None:
        if not is_still_asked(about["conference"], about.get("hat"), today()):
            return None
        address = address_of("conference_page", about["case"], about["conference"])
        return {"title": MEETINGS[name], "address": address}

    return words


def follow_up_words(about: About) -> Mapping[str, Any] | None:
    """Where it can be read: in Oggi, by who has signed in. Not a word of the family, nor its id. None where they were heard, or
    it was moved, before it left."""
    if not still_stands("follow_up_waits", about["follow_up"]):
        return None
    return {"address": settings.PUBLIC_ADDRESS.rstrip("/") + reverse("today")}
