"""Words of plans."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Where one version of a plan stands."""

    DRAFT = "draft", _("in preparazione")
    IN_FORCE = "in_force", _("in corso")
    REPLACED = "replaced", _("sostituito da una versione nuova")
    ENDED = "ended", _("concluso")


class Side(models.TextChoices):
    """Whose goal it is: two generations, side by side."""

    CHILDREN = "children", _("per i bambini e i ragazzi")
    PARENTS = "parents", _("per i genitori")


class Strand(models.TextChoices):
    """The four strands of two-generation work; a plan says of each which goals it holds."""

    CHILDREN = "children", _("Per i bambini")
    PARENTING = "parenting", _("Essere genitori")
    WORK = "work", _("Formazione e lavoro")
    TOGETHER = "together", _("Tenere insieme i servizi")


class Reached(models.IntegerChoices):
    """Steps of goal attainment, each described beforehand for its own goal (Kiresuk and Sherman, 1968)."""

    MUCH_LESS = -2, _("molto meno")
    LESS = -1, _("meno")
    EXPECTED = 0, _("atteso")
    MORE = 1, _("di più")
    MUCH_MORE = 2, _("molto di più")


class ActionState(models.TextChoices):
    """How far an action is."""

    TO_DO = "to_do", _("da fare")
    DONE = "done", _("fatta")
    DROPPED = "dropped", _("non serve più")


class HowAccepted(models.TextChoices):
    """How somebody said yes to a plan; children by reading their own version."""

    PAPER = "paper", _("ha firmato su carta")
    VOICE = "voice", _("lo ha detto a voce")
    SIGNED_IN = "signed_in", _("ha confermato dal proprio accesso")
    OWN_VERSION = "own_version", _("ha letto la sua versione")
    DRAWN = "drawn", _("ha firmato sullo schermo")
    LINK = "link", _("ha firmato dal proprio telefono")


class ProposalState(models.TextChoices):
    """What became of what a meeting proposed to the plan."""

    WAITING = "waiting", _("da guardare")
    TAKEN_UP = "taken_up", _("nel progetto")
    LEFT_ASIDE = "left_aside", _("lasciata da parte")
