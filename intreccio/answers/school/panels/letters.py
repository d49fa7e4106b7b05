"""The mail to a teacher. Its title is neutral, and it names nobody."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.actions.sheets import CAME, LETTER
from intreccio.answers.school.queries.sheets import PURPOSE, Closed, opened_by
from intreccio.workshop.messages.letters import About, Letter, add_letter, add_link
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import address_of, still_stands, token_of
from intreccio.workshop.messages.vocabulary import Recipient


def write_letters() -> None:
    """Registers it."""
    add_link(PURPOSE, Recipient.WORKER)
    add_letter(
        Letter(
            LETTER,
            _("Uno sguardo da scuola"),
            "answers/school/pages/school_sheet.txt",
            sheet_words,
            recipient=Recipient.WORKER,
        )
    )

    add_letter(
        Letter(
            CAME,
            _("È arrivata una risposta"),
            "answers/school/pages/school_sheet_came.txt",
            came_words,
            recipient=Recipient.WORKER,
        )
    )


def _opens(token: str) -> bool:
    """Also of a child who has died meanwhile, or whose family another team accompanies, nothing leaves."""
    try:
        opened_by(token)
    except Closed:
        return False
    return True


def came_words(about: About) -> Mapping[str, Any] | None:
    """Where it is read after signing in: no name, no school. None where the sheet was annulled before it left."""
    if not still_stands("school_sheet_stands", about["sheet"]):
        return None
    return {"address": address_of("school_sheet_page", about["sheet"])}


def sheet_words(about: About) -> Mapping[str, Any] | None:
    """The address and its last day; None where it was used, taken back or has run out before it left."""
    link = OneTimeLink.objects.filter(pk=UUID(about["link"])).first()
    if link is None or not _opens(token_of(link)):
        return None
    # Not when the link expires, some hours later: the sheet closes at the end of that day.
    until = date.fromisoformat(link.about["until"])
    return {"address": address_of("answer_school_sheet", token_of(link)), "until": until}
