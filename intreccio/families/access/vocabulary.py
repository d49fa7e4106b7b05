"""Words of the first meeting: who worries, what the desk decides, what somebody at the counter was answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.IntegerChoices):
    """Where a signal comes from: the fourteen codes of SINBA (FonteSegnalazione)."""

    JUVENILE_JUSTICE = 1, _("servizio sociale della giustizia minorile")
    OTHER_SOCIAL = 2, _("altro servizio sociale")
    HEALTH = 3, _("medico, pediatra o servizio sanitario")
    THIRD_SECTOR = 4, _("associazione o volontariato")
    POLICE = 5, _("forze dell'ordine")
    SELF = 6, _("la persona stessa")
    GUARDIAN = 7, _("affidatari o tutore")
    PARENTS = 8, _("genitori o conviventi")
    RELATIVES = 9, _("parenti non conviventi")
    COURT = 10, _("tribunale ordinario")
    JUVENILE_COURT = 11, _("autorità giudiziaria minorile")
    PRIVATE_PROFESSIONAL = 12, _("professionista privato")
    SCHOOL = 13, _("scuola o servizio educativo")
    NEIGHBOURS = 14, _("vicinato o conoscenti")


class Voice(models.TextChoices):
    """Who one is, in five plain choices for somebody without an account."""

    SCHOOL = "school", _("Lavoro in una scuola o in un servizio educativo")
    HEALTH = "health", _("Sono medico, pediatra o lavoro nella sanità")
    NEIGHBOUR = "neighbour", _("Sono una vicina, un conoscente, un parente")
    ASSOCIATION = "association", _("Sono di un'associazione o faccio volontariato")
    FAMILY = "family", _("Sono un genitore, o chiedo per me")


class Kin(models.TextChoices):
    """A further word, where the family is one's own."""

    SELF = "self", _("Chiedo per me")
    PARENT = "parent", _("Sono il genitore, o vivo con loro")
    RELATIVE = "relative", _("Sono parente, non vivo con loro")


class FamilyKnows(models.TextChoices):
    """Whether the family knows that somebody writes about them."""

    YES_AGREES = "yes_agrees", _("Sì, ed è d'accordo")
    YES = "yes", _("Sì, gliel'ho detto")
    NO = "no", _("No, non ancora")
    UNKNOWN = "unknown", _("Non lo so")


class Urgency(models.TextChoices):
    """How soon, as a person at the desk chooses."""

    TODAY = "today", _("Oggi stesso")
    WEEK = "week", _("Questa settimana")
    LATER = "later", _("Senza urgenza")


class SignalState(models.TextChoices):
    """Where a signal stands. `answered` means: a first step is done, who signalled still waits for a word."""

    RECEIVED = "received", _("da leggere")
    READ = "read", _("letta")
    ASSESSMENT = "assessment", _("in valutazione")
    ANSWERED = "answered", _("da restituire")
    CLOSED = "closed", _("chiusa")


class FirstStep(models.TextChoices):
    """The six choices of whoever welcomes a signal, and the one that leaves the choice to another desk."""

    MEET = "meet", _("Incontrare la famiglia")
    POINT = "point", _("Indicare un servizio")
    ASK = "ask", _("Chiedere di più a chi segnala")
    FOLLOWED = "followed", _("È già seguita")
    DANGER = "danger", _("Un bambino è in pericolo")
    CLOSE = "close", _("Chiudere senza seguito")
    PASS_ON = "pass_on", _("Passare a un altro sportello")


class CloseReason(models.TextChoices):
    """Why a signal ends without a further step."""

    RESOLVED = "resolved", _("la situazione si è già risolta")
    ELSEWHERE = "elsewhere", _("riguarda un altro servizio o un altro territorio")
    NOT_FOUND = "not_found", _("non si capisce di quale famiglia si tratti")
    TWICE = "twice", _("è la stessa segnalazione arrivata due volte")
    NOT_WANTED = "not_wanted", _("la famiglia non desidera un aiuto, e nessuno è in pericolo")
    OTHER = "other", _("un altro motivo, scritto sotto")


class PassReason(models.TextChoices):
    """Why a signal goes on to another desk. A code: who passed it on goes on reading it."""

    PLACE = "place", _("la famiglia vive in un altro comune")
    OFFICE = "office", _("se ne occupa un altro ufficio")
    TOO_CLOSE = "too_close", _("qui qualcuno conosce la famiglia troppo da vicino")
    OTHER = "other", _("un altro motivo, scritto sotto")


class Channel(models.TextChoices):
    """How somebody reached the desk, or was reached."""

    IN_PERSON = "in_person", _("Di persona")
    PHONE = "phone", _("Telefono")
    MESSAGE = "message", _("Messaggio")
    VIDEO = "video", _("Videochiamata")
    HOME_VISIT = "home_visit", _("A casa")
    OUTREACH = "outreach", _("Per strada, in un luogo della comunità")


class ChildAge(models.TextChoices):
    """Bands in which a family speaks of its children."""

    EXPECTED = "expected", _("In arrivo")
    BABY = "0-2", _("0–2 anni")
    INFANT = "3-5", _("3–5")
    PRIMARY = "6-10", _("6–10")
    MIDDLE = "11-13", _("11–13")
    TEEN = "14-17", _("14–17")


class Answer(models.TextChoices):
    """What somebody at the counter was answered; several at once."""

    INFORMATION = "information", _("Informazione")
    ORIENTATION = "orientation", _("Orientamento")
    REFERRAL = "referral", _("Invio")
    INTAKE = "intake", _("Proposta di accompagnamento")


class Outcome(models.TextChoices):
    """How a signal or a contact found its answer, told by who gave it."""

    CONTACT = "contact", _("ascoltata allo sportello")
    CASE = "case", _("è cominciato un percorso")
    ELSEWHERE = "elsewhere", _("accompagnata altrove")
    WITHDRAWN = "withdrawn", _("la famiglia ha cambiato idea")
