"""Words of files that come in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetState(models.TextChoices):
    """Where a sheet stands. What could not be done leaves it where it was, with its trouble."""

    PREPARING = "preparing", _("in preparazione")
    QUEUED = "queued", _("si sta portando dentro")
    DONE = "done", _("portato dentro")
    UNDOING = "undoing", _("si sta annullando")
    UNDONE = "undone", _("annullato")
    ABANDONED = "abandoned", _("lasciato perdere")

    @property
    def moves(self) -> bool:
        """The job worker has it."""
        return self in {SheetState.QUEUED, SheetState.UNDOING}


class SheetTrouble(models.TextChoices):
    """Why the job left everything as it was."""

    NOT_AT_WORK = "not_at_work", _("chi l'ha chiesto non lavora più qui")
    REFUSED = "refused", _("chi l'ha chiesto non può più farlo in questa équipe")
    BROKEN = "broken", _("qualcosa si è interrotto")
    GAVE_UP = "gave_up", _("si è interrotto troppe volte: provate con un elenco più corto")
