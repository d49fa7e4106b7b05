"""Mails of this area: a neutral title and a link; whoever opens it signs in first."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from intreccio.families.referrals.actions.mails import ASKED
from intreccio.workshop.messages.letters import About, Letter, add_letter
from intreccio.workshop.messages.queries import address_of, still_stands
from intreccio.workshop.messages.vocabulary import Recipient

TITLES = {
    "referral_asked": _("C'è una richiesta per voi"),
    "referral_answered": _("C'è una risposta per voi"),
    "referral_word": _("C'è una parola per voi"),
}


def write_letters() -> None:
    """Tells the post which letters there are."""
    for name, title in TITLES.items():
        template = "families/referrals/pages/letter.txt"
        add_letter(Letter(name, title, template, words_for(name), recipient=Recipient.WORKER))


def words_for(name: str) -> Any:
    """What a letter says: its title again, and where to read the rest. None for a request that was answered, or taken back, before
    it left."""

    def words(about: About) -> Mapping[str, Any] | None:
        if name == ASKED and not still_stands("referral_waits", about["referral"]):
            return None
        return {"title": TITLES[name], "address": address_of("referral_page", about["referral"])}

    return words
