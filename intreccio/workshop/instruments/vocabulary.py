"""Words of instruments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What the rights on an instrument let us ship: its questions, or only its totals."""

    OPEN = "open", _("libero: si può usare e pubblicare")
    SCORES_ONLY = "scores_only", _("solo i punteggi: le domande restano su carta")
    INTERNAL = "internal", _("scritto da noi, per la rete")
