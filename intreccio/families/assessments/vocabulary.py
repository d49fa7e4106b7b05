"""Words of assessments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    """When one looks: at the beginning, at a review, later."""

    T0 = "t0", _("T0, all'inizio")
    T1 = "t1", _("T1, alla verifica")
    T2 = "t2", _("T2, più avanti")


class Voice(models.TextChoices):
    """Whose point of view it is. Children speak for themselves in `ChildWords`, and here when they can answer."""

    MOTHER = "mother", _("la mamma")
    FATHER = "father", _("il papà")
    FAMILY = "family", _("la famiglia insieme")
    CHILD = "child", _("figlia o figlio")
    TEAM = "team", _("l'équipe")
    SCHOOL = "school", _("la scuola")
    OTHER = "other", _("un'altra persona vicina")


# Of the family: at least one of these speaks before an assessment is closed.
OF_THE_FAMILY = (Voice.MOTHER, Voice.FATHER, Voice.FAMILY, Voice.CHILD)


class Heard(models.TextChoices):
    """How a child said it, or that it could not be asked yet."""

    SAID = "said", _("lo ha detto")
    WRITTEN = "written", _("lo ha scritto")
    DRAWN = "drawn", _("lo ha disegnato")
    SHOWN = "shown", _("lo ha fatto vedere giocando")
    NOT_YET = "not_yet", _("non ancora ascoltata o ascoltato")


class NotHeard(models.TextChoices):
    """Why a child's own words are missing."""

    TOO_SMALL = "too_small", _("è ancora troppo piccola o piccolo")
    NOT_MET = "not_met", _("non ci siamo ancora incontrati")
    PREFERS_NOT = "prefers_not", _("per ora preferisce non parlarne")
    PROTECTED = "protected", _("adesso chiederlo le o gli farebbe male")
    OTHER = "other", _("altro")


class Agreed(models.TextChoices):
    """Whom a child agrees to show its words to: each wider than the one before, but that nobody asked yet."""

    NOT_ASKED = "not_asked", _("non gliel'abbiamo ancora chiesto")
    NEAR = "near", _("le tiene per chi ha ascoltato e per il riferimento della famiglia")
    TEAM = "team", _("le legge chi lavora con la famiglia")
    PLAN = "plan", _("possono stare anche nel progetto e sui fogli")


class Band(models.TextChoices):
    """Questions are written for an age. Whoever listens may take those of another one."""

    SMALL = "3-5", _("3–5 anni")
    MIDDLE = "6-10", _("6–10 anni")
    GROWING = "11-13", _("11–13 anni")
    TALL = "14-17", _("14–17 anni")


class Face(models.TextChoices):
    """«Come va?», pointed at. It is no number, and none is made of it."""

    WELL = "well", _("bene")
    SO_SO = "so_so", _("così così")
    NOT_WELL = "not_well", _("non va")


class ListeningPlace(models.TextChoices):
    """Where a child was listened to: who reads the words weighs that too."""

    HOME = "home", _("a casa")
    SCHOOL = "school", _("a scuola")
    SERVICE = "service", _("al servizio")
    OUTSIDE = "outside", _("fuori")
    OTHER = "other", _("in un altro posto")


class About(models.TextChoices):
    """Whom a sheet of the library is about."""

    FAMILY = "family", _("la famiglia")
    CHILD = "child", _("una figlia o un figlio")
    PARENT = "parent", _("chi fa il genitore")
    PERSON = "person", _("una persona di casa")


class FactorSide(models.TextChoices):
    """What something does to a family's way: both stand beside each other in time, and are never counted."""

    PROTECTS = "protects", _("protegge")
    WEIGHS = "weighs", _("pesa")
