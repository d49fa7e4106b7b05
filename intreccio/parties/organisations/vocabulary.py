"""Words of the network: what bodies, teams and memberships can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How a body stands to the network."""

    MEMBER = "member", _("fa parte della rete")
    PARTNER = "partner", _("collabora con la rete")
    LISTED = "listed", _("solo in elenco")


class OrganisationKind(models.TextChoices):
    """What a body is. Informal groups have no fiscal code."""

    COOPERATIVE = "cooperative", _("cooperativa sociale")
    CONSORTIUM = "consortium", _("consorzio")
    MUNICIPALITY = "municipality", _("comune")
    HEALTH = "health", _("servizio sanitario o consultorio")
    SCHOOL = "school", _("scuola")
    ASSOCIATION = "association", _("associazione")
    INFORMAL = "informal", _("gruppo informale")
    COMPANY = "company", _("azienda")
    PUBLIC = "public", _("altro ente pubblico")


class TeamKind(models.TextChoices):
    """A desk welcomes; a team accompanies."""

    DESK = "desk", _("sportello")
    TEAM = "team", _("équipe")


class MembershipKind(models.TextChoices):
    """In what quality somebody belongs to a body."""

    EMPLOYEE = "employee", _("lavora per l'ente")
    MEMBER = "member", _("socia o socio")
    VOLUNTEER = "volunteer", _("volontaria o volontario")
    USER_MEMBER = "user_member", _("socia o socio fruitore")


class Profession(models.TextChoices):
    """What somebody does in a team."""

    COORDINATOR = "coordinator", _("coordinamento")
    SOCIAL_WORKER = "social_worker", _("assistente sociale")
    EDUCATOR = "educator", _("educatrice o educatore")
    PSYCHOLOGIST = "psychologist", _("psicologa o psicologo")
    OTHER = "other", _("altra professione")


class EndReason(models.TextChoices):
    """Why a hat ends. A code: events carry it."""

    LEFT = "left", _("non lavora più qui")
    PROJECT_ENDED = "project_ended", _("il progetto o l'incarico è finito")
    ABSENCE = "absence", _("è via per molto tempo")
    ROLE_CHANGED = "role_changed", _("ha cambiato ruolo")
    MISTAKE = "mistake", _("era stato scritto per errore")


class GoalStep(models.TextChoices):
    """How far a goal of the strategy is. The last two end it; a later look at another step takes it up again."""

    TO_BEGIN = "to_begin", _("da cominciare")
    UNDER_WAY = "under_way", _("avviato")
    WELL_ON = "well_on", _("a buon punto")
    REACHED = "reached", _("raggiunto")
    LEFT = "left", _("lasciato")
