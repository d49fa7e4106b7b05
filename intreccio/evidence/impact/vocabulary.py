"""Words of facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FactKind(models.TextChoices):
    """What a fact counts or measures; each has its one definition in `definitions`."""

    SIGNAL = "signal", _("segnalazione arrivata")
    FIRST_CONTACT = "first_contact", _("primo contatto dopo una segnalazione")
    NEED_ASKED = "need_asked", _("bisogno chiesto")
    TAKEN_CHARGE = "taken_charge", _("famiglia presa in carico")
    CLOSED = "closed", _("percorso concluso")
    REFERRAL_SENT = "referral_sent", _("invio mandato")
    REFERRAL_DECIDED = "referral_decided", _("invio che ha avuto risposta")
    REFERRAL_HELPED = "referral_helped", _("la famiglia ha detto se ha aiutato")
    CHANGE = "change", _("cambiamento fra due valutazioni")
    GOAL_SCORED = "goal_scored", _("obiettivo misurato alla verifica")
