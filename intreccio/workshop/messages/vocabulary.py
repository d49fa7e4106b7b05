"""Words of mail: whom it is for, why it has not left."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailTrouble(models.TextChoices):
    """What kept a mail from leaving. The last four are not tried again by themselves, and of these the last three not at all."""

    UNREACHABLE = "unreachable", _("il servizio di posta non risponde")
    SIGN_IN = "sign_in", _("il servizio di posta non accetta le nostre credenziali")
    RECIPIENT = "recipient", _("il servizio di posta non accetta l'indirizzo")
    OTHER = "other", _("il servizio di posta ha risposto con un errore")
    BROKEN = "broken", _("non siamo riusciti a scriverlo")
    UNSURE = (
        "unsure",
        _("il servizio di posta non ha detto se l'ha preso: se riparte, può arrivare due volte"),
    )
    UNKNOWN_LETTER = "unknown_letter", _("questo messaggio non esiste più in questa versione")
    SILENCE = "silence", _("la famiglia ha chiesto che non le si mandi niente")
    NOT_NEEDED = "not_needed", _("non serve più: nel frattempo è cambiato qualcosa, o l'accesso è chiuso")


# It is the post that does not work, and not that mail.
NOBODY_THERE = frozenset({MailTrouble.UNREACHABLE, MailTrouble.SIGN_IN})
FINAL = frozenset({MailTrouble.UNKNOWN_LETTER, MailTrouble.SILENCE, MailTrouble.NOT_NEEDED})
# Surely in our hands, and it could still leave: these are tried again by themselves, and all together.
AGAIN = frozenset(MailTrouble) - FINAL - {MailTrouble.UNSURE}


class Recipient(models.TextChoices):
    """Whom something that leaves is for. What is for a family asks first whether she wants it."""

    WORKER = "worker", _("chi lavora nella rete")
    FAMILY = "family", _("la famiglia")
