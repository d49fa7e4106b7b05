"""Words of who is around a family, and of going somewhere together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ring(models.TextChoices):
    """Who is around a family, as its page groups them."""

    WORKERS = "workers", _("chi lavora con loro")
    SERVICES = "services", _("servizi ed enti")
    SCHOOL_HEALTH = "school_health", _("scuola e salute")
    NAMED = "named", _("chi la famiglia nomina")


class Hearing(models.TextChoices):
    """Whether somebody who does something for a family has been heard. It speaks of us, and of none of them."""

    HEARD = "heard", _("ci siamo sentiti")
    RECENT = "recent", _("è qui da poco")
    LONG = "long", _("non ci sentiamo da un po'")
    NEVER = "never", _("non ci siamo ancora sentiti")
    NOT_ASKED = "not_asked", _("c'è, e non gli chiediamo niente")


class Dimension(models.TextChoices):
    """The four dimensions of health, by their codes in the thread (`ground/needs`)."""

    BODY = "salute.sanitaria", _("sanitaria: il corpo e le cure")
    SOCIAL = "salute.socioculturale", _("socio-culturale: relazioni, lingua, cultura")
    LEARNING = "salute.educativa", _("educativa: crescere e imparare")
    MIND = "salute.psicologica", _("psicologica: emozioni e pensieri")


class OutingState(models.TextChoices):
    """Going to a service together, the first time."""

    PLANNED = "planned", _("ci si va")
    GOT_IN = "got_in", _("siamo entrati")
    NOT_IN = "not_in", _("questa volta no")
    DROPPED = "dropped", _("non serve più")


class StoppedBy(models.TextChoices):
    """What stopped at the door. A fact about the door, or about us: of a family it says only what it chose."""

    CLOSED = "closed", _("era chiuso, o nessuno ha aperto")
    NO_ROOM = "no_room", _("non c'era posto")
    PAPERS = "papers", _("mancava un documento")
    NOT_ELIGIBLE = "not_eligible", _("non rientra nei requisiti")
    LANGUAGE = "language", _("non ci si è capiti: serve una mediazione")
    TOO_FAR = "too_far", _("arrivarci è troppo difficile")
    NO_SERVICE = "no_service", _("il servizio non c'è più, o è cambiato")
    FAMILY = "family", _("la famiglia ha preferito un altro momento")
    OURS = "ours", _("non abbiamo potuto noi")
    OTHER = "other", _("un altro motivo")


class DropReason(models.TextChoices):
    """Why one does not go, or does not try again."""

    ALONE = "alone", _("ci va da sola, o ci è già andata")
    CHOSE_OTHER = "chose_other", _("la famiglia ha scelto un altro servizio")
    FAMILY = "family", _("la famiglia per ora preferisce di no")
    NOT_FOR_THEM = "not_for_them", _("non è il servizio adatto")
    MISTAKE = "mistake", _("era scritto per errore")
