"""Words of school: which school it is, how a year ended, whom one talks with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cycle(models.TextChoices):
    """Which school it is, in the order in which one grows."""

    NURSERY = "nursery", _("nido")
    KINDERGARTEN = "kindergarten", _("scuola dell'infanzia")
    PRIMARY = "primary", _("scuola primaria")
    LOWER = "lower", _("scuola secondaria di primo grado")
    UPPER = "upper", _("scuola secondaria di secondo grado")
    VOCATIONAL = "vocational", _("istruzione e formazione professionale (IeFP)")
    ADULT = "adult", _("istruzione degli adulti (CPIA)")


class Ending(models.TextChoices):
    """How a year, or a school, ended: a fact, and nobody's fault."""

    PASSED = "passed", _("passa alla classe dopo")
    REPEATS = "repeats", _("ripete l'anno")
    CHANGED = "changed", _("cambia scuola")
    FINISHED = "finished", _("finisce questa scuola")
    QUALIFIED = "qualified", _("prende la qualifica")
    DIPLOMA = "diploma", _("prende il diploma")
    LEFT = "left", _("lascia la scuola")


class ContactRole(models.TextChoices):
    """Who somebody is at school."""

    TEACHER = "teacher", _("insegnante")
    COORDINATOR = "coordinator", _("chi coordina la classe")
    SUPPORT = "support", _("insegnante di sostegno")
    INCLUSION = "inclusion", _("referente per l'inclusione")
    HEAD = "head", _("dirigente")
    EDUCATOR = "educator", _("educatrice o educatore a scuola")
    OFFICE = "office", _("segreteria")


class PlanKind(models.TextChoices):
    """Two plans of the school, of two laws: never one for the other, and never without their name."""

    PEI = "pei", _("PEI, piano educativo individualizzato")
    PDP = "pdp", _("PDP, piano didattico personalizzato")


class Duty(models.TextChoices):
    """Until when one is at school by law: first an obligation, then a right that is a duty too."""

    OBLIGATION = "obligation", _("obbligo di istruzione")
    RIGHT = "right", _("diritto e dovere di istruzione e formazione")
