"""What a fact counts or measures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FactKind(models.TextChoices):
    """What happened; `rules.facts` says which acts each is heard from."""

    SIGNAL = "signal", _("segnalazione arrivata")
    FIRST_CONTACT = "first_contact", _("primo contatto dopo una segnalazione")
    NEED_ASKED = "need_asked", _("bisogno chiesto")
    TAKEN_CHARGE = "taken_charge", _("famiglia presa in carico")
    CLOSED = "closed", _("percorso concluso")
    REFERRAL_SENT = "referral_sent", _("invio mandato")
    REFERRAL_DECIDED = "referral_decided", _("invio che ha avuto risposta")
    REFERRAL_ENDED = "referral_ended", _("invio concluso dal servizio")
    REFERRAL_HELPED = "referral_helped", _("la famiglia ha detto se ha aiutato")
    CHANGE = "change", _("cambiamento fra due valutazioni")
    GOAL_SCORED = "goal_scored", _("obiettivo misurato alla verifica")
    SCHOOL_SHEET = "school_sheet", _("sguardo da scuola arrivato")
    SCHOOL_SEEN = "school_seen", _("ciò che chi insegna ha visto")


class Decided(models.TextChoices):
    """What a service answered."""

    ACCEPTED = "accepted", _("sì")
    DECLINED = "declined", _("questa volta no")


class Reached(models.TextChoices):
    """Where a goal stands at the review, against what was aimed at."""

    REACHED = "reached", _("raggiunto o superato")
    NOT_YET = "not_yet", _("non ancora")
