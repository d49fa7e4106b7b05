"""The words of the thread."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NeedKind(models.TextChoices):
    """What a code stands for."""

    AREA = "area", _("Area di intervento")
    LINE = "line", _("Linea di intervento")
    GOAL = "goal", _("Obiettivo")
    DIMENSION = "dimension", _("Dimensione della salute")
    THEME = "theme", _("Tema")


class UnmetReason(models.TextChoices):
    """Why a need found no answer."""

    NO_SERVICE = "no_service", _("Qui un servizio così non c'è")
    NO_ROOM = "no_room", _("Non c'è posto")
    TOO_FAR = "too_far", _("È troppo lontano")
    NOT_ELIGIBLE = "not_eligible", _("Non rientra nei requisiti")
    NO_ANSWER = "no_answer", _("Chi poteva rispondere non ha risposto")
    OTHER = "other", _("Un altro motivo")
