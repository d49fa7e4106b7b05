"""Words of taking charge: its stages, and the motives that every step carries."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a case stands."""

    PRELIMINARY = "preliminary_analysis", _("analisi preliminare")
    IN_CHARGE = "in_charge", _("in carico")
    PLAN = "plan", _("progetto in corso")
    REVIEW = "review", _("in verifica")
    CLOSED = "closed", _("percorso concluso")
    NOT_TAKEN = "not_taken", _("non presa in carico")


# A family is in charge, whatever is being done with it: planned, carried out, looked at together.
IN_CHARGE_STAGES = (Stage.IN_CHARGE, Stage.PLAN, Stage.REVIEW)
OPEN_STAGES = (Stage.PRELIMINARY, *IN_CHARGE_STAGES)
ENDED_STAGES = (Stage.CLOSED, Stage.NOT_TAKEN)


class Motive(models.TextChoices):
    """Why a step was taken. Which motives go with which step is said by `rules.stages`."""

    SIGNAL = "signal", _("è arrivata una segnalazione")
    OWN_REQUEST = "own_request", _("lo chiede la famiglia")
    OTHER_SERVICE = "other_service", _("lo chiede un altro servizio")
    COURT = "court", _("lo chiede l'autorità giudiziaria")
    RETURN = "return", _("la famiglia torna dopo un percorso concluso")
    AGREED = "agreed", _("deciso insieme alla famiglia")
    PROTECTION = "protection", _("per proteggere dei minori")
    CONTINUITY = "continuity", _("continua un percorso già cominciato")
    ORIENTED = "oriented", _("bastava un orientamento, ed è stato dato")
    FOLLOWED = "followed", _("la accompagna già un altro servizio")
    FAMILY_DECLINED = "family_declined", _("la famiglia per ora preferisce di no")
    NOT_OURS = "not_ours", _("non spetta alla nostra rete")
    NOT_MET = "not_met", _("non siamo riusciti a incontrarla")
    MOVED = "moved", _("la famiglia ha cambiato comune")
    SKILLS = "skills", _("servono competenze di un'altra équipe")
    ROOM = "room", _("la nostra équipe non ha spazio")
    ARRANGED = "arranged", _("concordato tra le équipe")
    DUE = "due", _("è il momento di guardare insieme come va")
    GOES_ON = "goes_on", _("il progetto va avanti")
    REACHED = "reached", _("gli obiettivi sono raggiunti")
    ON_THEIR_OWN = "on_their_own", _("la famiglia prosegue da sola")
    PASSED_ON = "passed_on", _("la segue un altro servizio")
    STOPPED = "stopped", _("la famiglia ha scelto di fermarsi")
    ASKS_AGAIN = "asks_again", _("la famiglia torna a chiedere")
    NEW_NEED = "new_need", _("c'è un bisogno nuovo")
    MISTAKEN = "mistaken", _("era stato concluso per errore")


# Closing for one of these, what can only be done with the family is not waited for (`why_not_close`).
OUT_OF_REACH = (Motive.MOVED, Motive.STOPPED, Motive.NOT_MET)


class FollowUpMonths(models.IntegerChoices):
    """When a family is heard again after closing."""

    SIX = 6, _("a 6 mesi")
    TWELVE = 12, _("a 12 mesi")


class HowItGoes(models.TextChoices):
    """What a follow-up found."""

    GOING_WELL = "going_well", _("va bene così")
    NEEDS_SOMETHING = "needs_something", _("c'è bisogno di qualcosa")
    NOT_REACHED = "not_reached", _("non siamo riusciti a parlarle")


class PromptKind(models.TextChoices):
    """What a team is invited to look at. Each is said with its days and its reason, and none weighs more than another.

    Areas above add kinds of their own (`queries/sources.add_reason`).
    """

    NO_CONTACT = "no_contact", _("da sentire")
    REVIEW_OVERDUE = "review_overdue", _("verifica da fare")
    GOAL_STALLED = "goal_stalled", _("obiettivo fermo")
    REFERRAL_UNANSWERED = "referral_unanswered", _("richiesta senza risposta")
    REFERRAL_UNHEARD = "referral_unheard", _("da chiedere se ha aiutato")
    LONG_IN_CHARGE = "long_in_charge", _("insieme da molto")
    REOPENED = "reopened", _("percorso ricominciato")
    PRINCIPLES_AGAIN = "principles_again", _("sei principi da riguardare")
    YES_WITHDRAWN = "yes_withdrawn", _("un sì ritirato")
    NO_TIES = "no_ties", _("chi c'è intorno, da chiedere")
    MOVED = "moved", _("casa nuova")


class AsideReason(models.TextChoices):
    """Why a prompt is set aside."""

    APPOINTMENT = "appointment", _("c'è già un appuntamento")
    FAMILY_ASKED = "family_asked", _("la famiglia ci ha chiesto tempo")
    SOMEBODY_ELSE = "somebody_else", _("se ne occupa un'altra persona o un altro servizio")
    WAITING = "waiting", _("aspettiamo qualcosa che non dipende da noi")
    FINE_SO = "fine_so", _("l'abbiamo guardato insieme, e va bene così")
    NOT_RIGHT = "not_right", _("non è così: manca qualcosa di scritto, o è sbagliato")


class WorkerEnd(models.TextChoices):
    """Why somebody no longer works with a family."""

    DONE = "done", _("ha fatto la sua parte")
    CHANGED_JOB = "changed_job", _("ha cambiato lavoro o équipe")
    ABSENCE = "absence", _("sarà assente a lungo")
    FAMILY_ASKED = "family_asked", _("lo ha chiesto la famiglia")
    HANDED_OVER = "handed_over", _("la famiglia è passata a un'altra équipe")
    CASE_ENDED = "case_ended", _("il percorso è concluso")
    NO_LONGER_SEES = "no_longer_sees", _("la famiglia non è più aperta al suo ente o alla sua équipe")


# The house writes the other three by itself.
CHOSEN_ENDS = (WorkerEnd.DONE, WorkerEnd.CHANGED_JOB, WorkerEnd.ABSENCE, WorkerEnd.FAMILY_ASKED)


class Addressee(models.TextChoices):
    """Who asks for a report on a family; each gets by itself only what it is for."""

    COURT = "court", _("tribunale o procura")
    SCHOOL = "school", _("scuola")
    MUNICIPALITY = "municipality", _("comune")


class Effort(models.TextChoices):
    """How much work a way asks of whoever does it. How much each counts is a dated parameter."""

    LIGHT = "light", _("leggero")
    ORDINARY = "ordinary", _("ordinario")
    INTENSE = "intense", _("intenso")
    VERY_INTENSE = "very_intense", _("molto intenso")


class Absence(models.TextChoices):
    """Why somebody is away for a time. No more than their colleagues need to know."""

    HOLIDAY = "holiday", _("ferie")
    LEAVE = "leave", _("congedo")
    ABSENCE = "absence", _("assenza")


class SeatAnswer(models.TextChoices):
    """Whether somebody who is asked to a meeting comes. None of them needs a reason."""

    COMES = "comes", _("viene")
    NOT = "not", _("non viene")
    CANNOT = "cannot", _("quel giorno non può")


class ConferenceKind(models.TextChoices):
    """Which meeting about a family, or which contact with it."""

    TEAM = "team", _("riunione d'équipe")
    UVM = "uvm", _("valutazione multidimensionale (UVM)")
    NETWORK = "network", _("incontro con la rete")
    PHONE = "phone", _("telefonata")
    VISIT = "visit", _("visita a casa loro")
    TALK = "talk", _("colloquio da noi")
    MESSAGE = "message", _("messaggio")


# Told once they have been, and never prepared: somebody of the family and somebody of ours.
CONTACTS = (ConferenceKind.PHONE, ConferenceKind.VISIT, ConferenceKind.TALK, ConferenceKind.MESSAGE)
