"""What stands in a calendar, in words that say nothing of whom it is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """What an entry is. Its label is all that leaves the house: on a telephone, in a mail."""

    VISIT = "visit", _("visita")
    MEETING = "meeting", _("riunione")
    TALK = "talk", _("incontro")
    REVIEW = "review", _("verifica")
    FOLLOW_UP = "follow_up", _("da risentire")
    STEP = "step", _("passo")
    MILESTONE = "milestone", _("tappa")
    APPOINTMENT = "appointment", _("appuntamento")


# How long something lasts of which only the beginning was said.
USUAL_MINUTES = 60
