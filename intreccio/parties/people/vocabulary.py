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


class LanguageUse(models.TextChoices):
    """What a language is to somebody: one they speak, the one they are at ease in, one in which a mediator is needed."""

    SPEAKS = "speaks", _("la parla")
    PREFERS = "prefers", _("è quella che preferisce")
    MEDIATOR = "mediator", _("serve una mediazione")


class LivingKind(models.TextChoices):
    """Three different sets (rule 3 of the ten): who lives here, who is registered here, who counts for the ISEE.

    And who is of the family and lives elsewhere: a home lets a person be drawn and tied, and opens nothing of theirs.
    """

    LIVES = "lives", _("vive qui")
    REGISTERED = "registered", _("residente qui")
    ISEE = "isee", _("nel nucleo ISEE")
    KIN = "kin", _("della famiglia, vive altrove")


THREE_SETS = (LivingKind.LIVES, LivingKind.REGISTERED, LivingKind.ISEE)
# How a stay is ended, in the words of its sense.
NO_LONGER: dict[str, Words] = {
    LivingKind.LIVES: _("Non vive più qui"),
    LivingKind.REGISTERED: _("Non è più residente qui"),
    LivingKind.ISEE: _("Non è più nel nucleo ISEE"),
    LivingKind.KIN: _("Non è più della famiglia"),
}


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


class KinshipKind(models.TextChoices):
    """How two persons are tied. Where it has a direction, the first is the elder: mother or father, carer."""

    PARENT = "parent", _("madre o padre")
    ADOPTIVE_PARENT = "adoptive_parent", _("madre o padre per adozione")
    FOSTER_CARER = "foster_carer", _("accoglie in affido")
    KIN_CARER = "kin_carer", _("parente che se ne prende cura")
    MARRIED = "married", _("sono sposati")
    CIVIL_UNION = "civil_union", _("sono uniti civilmente")
    COHABITING = "cohabiting", _("convivono")
    COUPLE = "couple", _("stanno insieme")
    SEPARATED = "separated", _("sono separati")
    DIVORCED = "divorced", _("sono divorziati")
    SIBLING = "sibling", _("sono sorelle o fratelli")
    IDENTICAL_TWIN = "identical_twin", _("sono gemelli identici")


class Sphere(models.TextChoices):
    """Where a family's bonds are."""

    RELATIVES = "relatives", _("parenti")
    FRIENDS = "friends", _("amici")
    NEIGHBOURS = "neighbours", _("vicini")
    SCHOOL = "school", _("scuola e nido")
    WORK = "work", _("lavoro")
    HEALTH = "health", _("salute")
    SERVICES = "services", _("servizi")
    ASSOCIATIONS = "associations", _("associazioni e volontariato")
    FREE_TIME = "free_time", _("sport e tempo libero")
    FAITH = "faith", _("comunità religiosa")
    OTHER = "other", _("altro")


class BondQuality(models.TextChoices):
    """How a bond is, as it is told."""

    STRONG = "strong", _("forte")
    ORDINARY = "ordinary", _("c'è")
    WEAK = "weak", _("debole")
    TENSE = "tense", _("in tensione")
    BROKEN = "broken", _("interrotto")


class BondFlow(models.TextChoices):
    """Which way what is given goes."""

    BOTH = "both", _("dà e riceve")
    RECEIVES = "receives", _("riceve")
    GIVES = "gives", _("dà")


class ResponsibilityKind(models.TextChoices):
    """In what capacity somebody decides for another (artt. 316, 343, 78-80 c.p.c., 404 c.c.; art. 4 l. 184/1983)."""

    PARENTAL = "parental", _("responsabilità genitoriale")
    GUARDIAN = "guardian", _("tutrice o tutore")
    CURATOR = "curator", _("curatrice o curatore speciale")
    SERVICE = "service", _("servizio sociale affidatario")
    FOSTER_CARER = "foster_carer", _("affidataria o affidatario")
    ADMINISTRATOR = "administrator", _("amministrazione di sostegno")


class Standing(models.TextChoices):
    """How far it goes today."""

    FULL = "full", _("piena")
    LIMITED = "limited", _("limitata")
    SUSPENDED = "suspended", _("sospesa")
    FORFEITED = "forfeited", _("decaduta")


class Decision(models.TextChoices):
    """What is decided for somebody."""

    HEALTH = "health", _("salute")
    SCHOOL = "school", _("scuola ed educazione")
    HOME = "home", _("dove vive")
    PAPERS = "papers", _("documenti e viaggi")
    MONEY = "money", _("denaro e beni")


class LifeEventKind(models.TextChoices):
    """What happens to a family, each with its day, and each to be undone where it was a mistake."""

    PREGNANCY = "pregnancy", _("è attesa una nascita")
    BIRTH = "birth", _("è nata una persona")
    LOSS = "loss", _("la gravidanza si è interrotta")
    DEATH = "death", _("è morta una persona")
    LEFT = "left", _("una persona è andata a vivere altrove")
    PARTED = "parted", _("una parte della famiglia vive altrove")
    SEPARATION = "separation", _("una coppia si è separata")
    JOINED = "joined", _("due case sono diventate una")
    FOSTERED = "fostered", _("qualcuno se ne prende cura altrove")
    RETURNED = "returned", _("una persona vive di nuovo qui")
