"""Words of protocols."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far a version is. Never stored: approval and annulment say it."""

    DRAFT = "draft", _("bozza")
    IN_FORCE = "in_force", _("in uso")
    FORMER = "former", _("di prima")
    VOIDED = "voided", _("annullata")


class PartKind(models.TextChoices):
    """What a protocol is made of, as it stands in its definition and in addresses."""

    STEPS = "steps", _("passo")
    CHECKS = "checks", _("cosa da guardare")
    FACTORS = "factors", _("fattore")
    GUIDANCE = "guidance", _("pagina della guida")
    LETTERS = "letters", _("lettera")
    SOURCES = "sources", _("fonte")


class StepKind(models.TextChoices):
    """What a step is: something to do, a point where one stops and looks, a day that comes back."""

    STEP = "step", _("passo")
    MILESTONE = "milestone", _("tappa")
    ANNIVERSARY = "anniversary", _("ricorrenza")


class Doer(models.TextChoices):
    """Who does it."""

    CONTACT = "contact", _("la persona di riferimento")
    COORDINATOR = "coordinator", _("chi coordina")
    SOCIAL_WORKER = "social_worker", _("l'assistente sociale")
    EDUCATOR = "educator", _("l'educatrice o l'educatore")
    PSYCHOLOGIST = "psychologist", _("la psicologa o lo psicologo")
    TEAM = "team", _("tutta l'équipe")


class Subject(models.TextChoices):
    """Whom a path is for."""

    FAMILY = "family", _("una famiglia")
    WORKER = "worker", _("chi lavora nei servizi")
    SCHOOL = "school", _("chi va a scuola")


class Age(models.TextChoices):
    """How old the child is, as one speaks to a child."""

    PREGNANCY = "pregnancy", _("in gravidanza")
    BABY = "baby", _("da 0 a 2 anni")
    SMALL = "small", _("da 2 a 6 anni")
    CHILD = "child", _("da 6 a 11 anni")
    PRETEEN = "preteen", _("da 11 a 14 anni")
    TEEN = "teen", _("da 14 a 18 anni")


class Answering(models.TextChoices):
    """What may be said of something that a path looks at."""

    CHOICE = "choice", _("c'è, non ancora, o la famiglia ha scelto altro")
    OURS = "ours", _("c'è, o non ancora: è il nostro lavoro")
    TOLD = "told", _("che cosa dicono, con le loro parole")


class Side(models.TextChoices):
    """What a factor does."""

    PROTECTS = "protects", _("protegge")
    WEIGHS = "weighs", _("pesa")


class Turn(models.TextChoices):
    """Where a step stands on a day."""

    COMING = "coming", _("più avanti")
    NOW = "now", _("adesso")
    PAST = "past", _("era prima")


class Change(models.TextChoices):
    """What became of a part from one version to another."""

    ADDED = "added", _("nuovo")
    CHANGED = "changed", _("cambiato")
    REMOVED = "removed", _("tolto")


class Marked(models.TextChoices):
    """What is said of a step of a path."""

    DONE = "done", _("fatto")
    NOT_NEEDED = "not_needed", _("non serve")


class Standing(models.TextChoices):
    """Where a step of a path is today. Never stored: days and marks say it."""

    NOW = "now", _("adesso")
    LATE = "late", _("aspetta ancora")
    COMING = "coming", _("più avanti")
    DONE = "done", _("fatto")
    NOT_NEEDED = "not_needed", _("non serve")
    BEFORE = "before", _("era prima che si cominciasse")
