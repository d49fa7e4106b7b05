"""Words of visits and of the lines of support: where they stand, how they went, who reads, how a cycle ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SupportKind(models.TextChoices):
    """The three lines of a psychologist's work."""

    FAMILY = "family", _("sostegno al nucleo familiare")
    PARENTS = "parents", _("sostegno ai genitori")
    YOUNG = "young", _("sostegno a preadolescenti e adolescenti")


class LineState(models.TextChoices):
    """Where a line stands."""

    ASKED = "asked", _("aspetta una risposta")
    ACCEPTED = "accepted", _("in corso")
    DECLINED = "declined", _("per ora no")
    ENDED = "ended", _("conclusa")


# Somebody still waits for something of these.
OPEN_STATES = (LineState.ASKED, LineState.ACCEPTED)


class Rhythm(models.TextChoices):
    """How often one meets."""

    WEEKLY = "weekly", _("ogni settimana")
    FORTNIGHTLY = "fortnightly", _("ogni due settimane")
    THREE_WEEKS = "three_weeks", _("ogni tre settimane")
    FOUR_WEEKS = "four_weeks", _("ogni quattro settimane")


class YesHow(models.TextChoices):
    """How an adult said yes for a minor."""

    VOICE = "voice", _("a voce")
    WRITTEN = "written", _("per iscritto")


class LineDecline(models.TextChoices):
    """Why a line cannot be offered now. None of them speaks of the family's merit."""

    NO_ROOM = "no_room", _("in questo periodo non ho posto")
    OTHER_LINE = "other_line", _("serve un'altra delle tre linee")
    FOLLOWED = "followed", _("li segue già un altro servizio")
    SPECIALIST = "specialist", _("serve un servizio specialistico")
    NOT_NOW = "not_now", _("per loro non è il momento")


class MeetingState(models.TextChoices):
    """How a meeting of a cycle went."""

    PLANNED = "planned", _("in programma")
    HELD = "held", _("ci siamo visti")
    MISSED = "missed", _("non ci siamo visti")
    CALLED_OFF = "called_off", _("non serve più")


# What is written of a meeting after its day.
TOLD = (MeetingState.HELD, MeetingState.MISSED)


class MissedWhy(models.TextChoices):
    """Why a meeting was not held: a fact, and no judgement."""

    THEY_COULD_NOT = "they_could_not", _("non hanno potuto")
    WE_COULD_NOT = "we_could_not", _("non abbiamo potuto noi")
    NOT_FOUND = "not_found", _("non ci siamo trovati")
    NOT_KNOWN = "not_known", _("non lo sappiamo ancora")


class Outcome(models.TextChoices):
    """How a cycle ended, in words that fit its line: `OUTCOMES` says which."""

    TALKING = "talking", _("in casa ci si parla e ci si ascolta di più")
    AGREEMENTS = "agreements", _("ci sono accordi nuovi su come stare insieme")
    CRISIS_PASSED = "crisis_passed", _("un momento difficile è stato attraversato insieme")
    SURER = "surer", _("i genitori si sentono più sicuri")
    TOGETHER = "together", _("i genitori decidono più insieme per i figli")
    SEES_CHILD = "sees_child", _("i genitori vedono con altri occhi ciò che vive il figlio o la figlia")
    FEELS_BETTER = "feels_better", _("sta meglio, e lo dice")
    HAS_SOMEBODY = "has_somebody", _("ha qualcuno con cui parlare")
    BACK_TO = "back_to", _("ha ripreso scuola, amicizie o interessi")
    PASSED_ON = "passed_on", _("si prosegue con un servizio specialistico")
    MORE_TIME = "more_time", _("serve altro tempo, o un altro modo")
    STOPPED = "stopped", _("hanno scelto di fermarsi qui")


WHATEVER_LINE = (Outcome.PASSED_ON, Outcome.MORE_TIME, Outcome.STOPPED)
OUTCOMES: dict[str, tuple[Outcome, ...]] = {
    SupportKind.FAMILY: (Outcome.TALKING, Outcome.AGREEMENTS, Outcome.CRISIS_PASSED, *WHATEVER_LINE),
    SupportKind.PARENTS: (Outcome.SURER, Outcome.TOGETHER, Outcome.SEES_CHILD, *WHATEVER_LINE),
    SupportKind.YOUNG: (Outcome.FEELS_BETTER, Outcome.HAS_SOMEBODY, Outcome.BACK_TO, *WHATEVER_LINE),
}


class VisitPlace(models.TextChoices):
    """Where, or how, one met or worked for a family."""

    HOME = "home", _("a casa loro")
    OURS = "ours", _("da noi")
    SCHOOL = "school", _("a scuola")
    SERVICE = "service", _("in un servizio, insieme")
    OUTSIDE = "outside", _("fuori, nel quartiere")
    PHONE = "phone", _("al telefono")
    SCREEN = "screen", _("in video o per messaggio")
    DESK = "desk", _("senza di loro: rete, scrivania")


class VisitState(models.TextChoices):
    """Where a visit stands."""

    PLANNED = "planned", _("in programma")
    MET = "met", _("ci siamo visti")
    MISSED = "missed", _("non ci siamo visti")
    CALLED_OFF = "called_off", _("non serve più")


class HowItWas(models.TextChoices):
    """How it was to be there: of the visit, not of the family."""

    WELL = "well", _("bene")
    SO_SO = "so_so", _("così così")
    HARD = "hard", _("difficile")


class Audience(models.TextChoices):
    """Who reads a note; its author always does, while the family is in their sight."""

    RECORD = "record", _("l'équipe e chi ha il fascicolo aperto")
    TEAM = "team", _("solo l'équipe")
    REFERENCE = "reference", _("solo io e il riferimento della famiglia")
