"""Words of referrals."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReferralState(models.TextChoices):
    """Where a referral stands; it stays open until the family says whether it helped."""

    ASKED = "asked", _("chiesto")
    SEEN = "seen", _("visto")
    WAITING = "waiting", _("in lista d'attesa")
    ACCEPTED = "accepted", _("accolto")
    UNDER_WAY = "under_way", _("in corso")
    ENDED = "ended", _("concluso dal servizio")
    ANSWERED = "answered", _("la famiglia ha risposto")
    DECLINED = "declined", _("questa volta no")
    WITHDRAWN = "withdrawn", _("ritirato")


class Side(models.TextChoices):
    """Who acts on a referral."""

    SENDER = "sender", _("chi chiede")
    RECEIVER = "receiver", _("chi riceve")


OVER = (ReferralState.ANSWERED, ReferralState.DECLINED, ReferralState.WITHDRAWN)


class DeclineReason(models.TextChoices):
    """Why this time it is a no. Each is a fact in the ledger of unmet need."""

    NO_ROOM = "no_room", _("posti finiti")
    NOT_ELIGIBLE = "not_eligible", _("non rientra nei requisiti")
    TOO_FAR = "too_far", _("è troppo lontano")
    NO_SERVICE = "no_service", _("il servizio non c'è più o è cambiato")
    OTHER = "other", _("un altro motivo")


class WithdrawReason(models.TextChoices):
    """Why who asked takes it back."""

    FAMILY = "family", _("la famiglia ha cambiato idea")
    NO_ANSWER = "no_answer", _("nessuno ha risposto in tempo")
    FOUND_ELSEWHERE = "found_elsewhere", _("ha trovato posto altrove")
    MISTAKE = "mistake", _("era stato mandato per errore")


class EndReason(models.TextChoices):
    """How the service's own part ended."""

    DONE = "done", _("fatto quanto chiesto")
    FAMILY_LEFT = "family_left", _("la famiglia ha scelto di smettere")
    SERVICE_CLOSED = "service_closed", _("il servizio non è andato avanti")
    NEVER_MET = "never_met", _("non ci siamo mai incontrati")


class Helped(models.TextChoices):
    """The family's own answer."""

    YES = "yes", _("ha aiutato")
    PARTLY = "partly", _("in parte")
    NO = "no", _("no")


class Urgency(models.TextChoices):
    """When it is needed."""

    NOW = "now", _("subito")
    WEEKS = "weeks", _("nelle prossime due settimane")
    NO_HURRY = "no_hurry", _("senza fretta")


class Consent(models.TextChoices):
    """How the family said yes to sending it."""

    VOICE = "voice", _("a voce")
    PAPER = "paper", _("su carta")


class SharedField(models.TextChoices):
    """What can be told to who receives, each only if it is needed. What is not chosen is not sent."""

    NAME = "name", _("come si chiama")
    AGE = "age", _("quanti anni ha")
    REACH = "reach", _("chi chiamare, e a che numero")
    LANGUAGES = "languages", _("quali lingue si parlano in casa")
    MEDIATOR = "mediator", _("se serve una mediatrice")
    MUNICIPALITY = "municipality", _("in quale comune abita")
    SURNAME = "surname", _("il cognome")
    BIRTH_DATE = "birth_date", _("la data di nascita")
    CODICE_FISCALE = "codice_fiscale", _("il codice fiscale")
    STRENGTHS = "strengths", _("che cosa c'è già")


MINIMUM = (SharedField.NAME, SharedField.AGE, SharedField.REACH, SharedField.LANGUAGES)
# Told only to who has said yes: until then nobody needs to telephone.
AFTER_YES = (SharedField.REACH,)
WHY_SHARED = {
    SharedField.NAME: _("Per sapere di chi si parla"),
    SharedField.AGE: _("Per capire se il servizio è adatto"),
    SharedField.REACH: _("Per accordarsi sul primo giorno: compare solo se dicono di sì"),
    SharedField.LANGUAGES: _("Per capirsi dal primo momento"),
    SharedField.MEDIATOR: _("Solo se chi risponde la deve trovare"),
    SharedField.MUNICIPALITY: _("Solo se il servizio è per chi abita lì"),
    SharedField.SURNAME: _("Lo chiederanno loro, se serve"),
    SharedField.BIRTH_DATE: _("Di solito basta l'età"),
    SharedField.CODICE_FISCALE: _("Solo per un'iscrizione"),
    SharedField.STRENGTHS: _("Se la famiglia vuole che si sappia"),
}
