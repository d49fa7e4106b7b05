"""Words of services."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Whether a service works, as HSDS 3.0 says it."""

    ACTIVE = "active", _("attivo")
    TEMPORARILY_CLOSED = "temporarily_closed", _("chiuso per ora")
    INACTIVE = "inactive", _("sospeso, non compare nelle ricerche")
    DEFUNCT = "defunct", _("non c'è più")


class Residence(models.TextChoices):
    """Who may come, by where they live. Unknown is not «anybody»."""

    UNKNOWN = "unknown", _("non si sa")
    ANYONE = "anyone", _("chiunque, ovunque abiti")
    ONLY = "only", _("solo chi abita in alcuni comuni")


class Isee(models.TextChoices):
    """Whether an ISEE limits who may come. Unknown is not «no limit»."""

    UNKNOWN = "unknown", _("non si sa")
    NONE = "none", _("non serve l'ISEE")
    LIMIT = "limit", _("solo fino a un valore ISEE")


class Cost(models.TextChoices):
    """What it costs to a family."""

    UNKNOWN = "unknown", _("da chiedere")
    FREE = "free", _("gratuito")
    BY_ISEE = "by_isee", _("secondo l'ISEE")
    PAID = "paid", _("a pagamento")


class VerificationMethod(models.TextChoices):
    """How somebody came to know that a service is still as written."""

    PHONE = "phone", _("per telefono")
    VISIT = "visit", _("di persona")
    MESSAGE = "message", _("per messaggio o e-mail")
    WEB = "web", _("dal loro sito")
    PROVIDER = "provider", _("lavoro lì")
    FAMILY = "family", _("lo dice una famiglia che ci va")
    SOURCE = "source", _("lo dichiara la fonte")


class Weekday(models.IntegerChoices):
    """Days as ISO numbers them."""

    MONDAY = 1, _("Lunedì")
    TUESDAY = 2, _("Martedì")
    WEDNESDAY = 3, _("Mercoledì")
    THURSDAY = 4, _("Giovedì")
    FRIDAY = 5, _("Venerdì")
    SATURDAY = 6, _("Sabato")
    SUNDAY = 7, _("Domenica")


class Verdict(models.TextChoices):
    """What the rules answer about a service and a wish. «Ask» is never dropped."""

    YES = "yes", _("adatto")
    ASK = "ask", _("da chiedere")
    NO = "no", _("oggi no")


class Scope(models.TextChoices):
    """How far one looks from a municipality."""

    NEAR = "near", _("qui e nella provincia")
    EVERYWHERE = "everywhere", _("ovunque")
