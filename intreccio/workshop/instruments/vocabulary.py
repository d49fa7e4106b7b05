"""Words of instruments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What the rights on an instrument let us ship: its questions, or only its totals."""

    OPEN = "open", _("libero: si può usare e pubblicare")
    SCORES_ONLY = "scores_only", _("solo i punteggi: le domande restano su carta")
    INTERNAL = "internal", _("scritto da noi, per la rete")


class Answer(models.IntegerChoices):
    """What a question of a checklist is answered; yes and not yet want words. The numbers are never added."""

    NOT_HERE = 0, _("non riguarda")
    NOT_YET = 1, _("non ancora, perché")
    YES = 2, _("sì, così")


class Cover(models.TextChoices):
    """What a checklist says of one of its parts."""

    COVERED = "covered", _("c'è")
    PARTLY = "partly", _("c'è in parte")
    MISSING = "missing", _("manca")
    ASIDE = "aside", _("non riguarda")
