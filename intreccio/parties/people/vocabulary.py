"""Words of persons, households and grants."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.languages import LANGUAGES
from intreccio.ground.kernel.refused import Words


class Level(models.IntegerChoices):
    """How much of a household a grant opens; each level holds the ones below."""

    KNOWN = 1, _("sa che la famiglia è conosciuta")
    CONTACT = 2, _("vede chi sono e come si trovano")
    RECORD = 3, _("vede il percorso")

    @property
    def ours(self) -> Words:
        """The same, said to who has it."""
        return OURS[self]


OURS = {
    Level.KNOWN: _("sapete che è conosciuta"),
    Level.CONTACT: _("vedete chi sono e come si trovano"),
    Level.RECORD: _("vedete il percorso"),
}


class BirthPrecision(models.TextChoices):
    """How well a date of birth is known."""

    EXACT = "exact", _("data esatta")
    YEAR = "year", _("solo l'anno")
    ESTIMATED = "estimated", _("stimata")
    EXPECTED = "expected", _("attesa")


class Sex(models.TextChoices):
    """As on the documents, or not said."""

    FEMALE = "F", _("femmina")
    MALE = "M", _("maschio")
    UNKNOWN = "", _("non indicato")


class NameKind(models.TextChoices):
    """A person's names."""

    LEGAL = "legal", _("sui documenti")
    USED = "used", _("come si fa chiamare")
    TRANSLITERATED = "transliterated", _("traslitterato")


class IdentifierKind(models.TextChoices):
    """Codes a person carries. Evidence, never a key."""

    CODICE_FISCALE = "codice_fiscale", _("codice fiscale")
    PROVISIONAL = "provisional", _("codice fiscale provvisorio, 11 cifre")
    STP = "stp", _("STP, straniero temporaneamente presente")
    ENI = "eni", _("ENI, europeo non iscritto")


class ContactKind(models.TextChoices):
    """How somebody is reached."""

    PHONE = "phone", _("telefono")
    EMAIL = "email", _("e-mail")


SPOKEN: dict[str, Words] = {**LANGUAGES, "other": _("un'altra")}


class LivingKind(models.TextChoices):
    """Three different sets (rule 3 of the ten): who lives here, who is registered here, who counts for the ISEE."""

    LIVES = "lives", _("vive qui")
    REGISTERED = "registered", _("residente qui")
    ISEE = "isee", _("nel nucleo ISEE")


class HomeRole(models.TextChoices):
    """What somebody is in a home."""

    PARENT = "parent", _("genitore")
    CHILD = "child", _("figlia o figlio")
    PARTNER = "partner", _("compagna o compagno")
    GRANDPARENT = "grandparent", _("nonna o nonno")
    SIBLING = "sibling", _("sorella o fratello")
    RELATIVE = "relative", _("altro parente")
    FOSTER = "foster", _("accolta o accolto in affido")
    OTHER = "other", _("altra persona")


class AspectKind(models.TextChoices):
    """What is strong beside what is needed."""

    STRONG = "strong", _("c'è già")
    NEEDED = "needed", _("serve")


class IseeKind(models.TextChoices):
    """Which ISEE (DPCM 159/2013)."""

    ORDINARY = "ordinary", _("ordinario")
    MINORS = "minors", _("per chi è minorenne")
    CURRENT = "current", _("corrente")
    UNIVERSITY = "university", _("per l'università")
    CARE = "care", _("sociosanitario")
    RESIDENTIAL = "residential", _("sociosanitario per residenze")


class GrantPurpose(models.TextChoices):
    """Why somebody outside the team may open a household."""

    COLLABORATION = "collaboration", _("lavora con la famiglia insieme all'équipe")
    REFERRAL = "referral", _("riceve la famiglia per un servizio")
    CONTINUITY = "continuity", _("passaggio di consegne")
    SIGNAL = "signal", _("ha segnalato una preoccupazione")
    TWO_HOMES = "two_homes", _("qualcuno vive anche in una casa che segue chi la riceve")


class GrantState(models.TextChoices):
    """What a grant opens today. Never stored: dates and withdrawal say it."""

    STANDING = "standing", _("in corso")
    FUTURE = "future", _("non ancora cominciata")
    EXPIRED = "expired", _("finita")
    WITHDRAWN = "withdrawn", _("ritirata")


class DocumentKind(models.TextChoices):
    """What a kept paper is to the family."""

    LETTER = "letter", _("lettera o comunicazione")
    CERTIFICATE = "certificate", _("certificato o attestazione")
    COURT = "court", _("provvedimento del tribunale")
    SCHOOL = "school", _("carta della scuola")
    HEALTH = "health", _("carta sanitaria")
    DRAWING = "drawing", _("disegno")
    PHOTO = "photo", _("fotografia")
    OTHER = "other", _("altro")
    REPORT = "report", _("relazione")


# A report is made by the house, from the family's way: nobody adds one by hand.
CHOSEN_KINDS = [(kind.value, kind.label) for kind in DocumentKind if kind != DocumentKind.REPORT]
