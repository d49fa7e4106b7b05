"""Roles as plain classes: what each may do is said by the policies that guard it, and a page reads both."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.refused import NotAllowed, Words
from intreccio.ground.kernel.viewer import Actor, Viewer


class Sight(Enum):
    """Which families a role can open at all. Row security says the same in SQL; a house test compares them."""

    NONE = "none"
    GRANTED = "granted"  # only families that a grant opens
    TEAMS = "teams"  # families of the teams one works in, and grants
    ORGANISATION = "organisation"  # families of every team that the organisation leads, and grants


SIGHT_WORDS: dict[Sight, Words] = {
    Sight.NONE: _("Non vede nessuna famiglia."),
    Sight.GRANTED: _(
        "Vede solo le famiglie che un'équipe ha scelto di aprire al suo ente, e solo quanto è stato aperto."
    ),
    Sight.TEAMS: _(
        "Vede le famiglie delle équipe in cui lavora, e quelle che altri hanno aperto alla sua équipe."
    ),
    Sight.ORGANISATION: _(
        "Vede le famiglie di tutte le équipe che il suo ente guida, e quelle che altri hanno aperto."
    ),
}


class Role:
    """A hat. `code` is stored in memberships; the words are for the page that explains roles."""

    code: ClassVar[str]
    label: ClassVar[Words]
    purpose: ClassVar[Words]
    sight: ClassVar[Sight]


class Coordinator(Role):
    code, sight = "coordinator", Sight.TEAMS
    label = _("coordinatrice o coordinatore")
    purpose = _("Tiene insieme l'équipe: assegna, accompagna chi lavora, cura i rapporti con la rete.")


class SocialWorker(Role):
    code, sight = "social_worker", Sight.TEAMS
    label = _("assistente sociale")
    purpose = _("Accoglie allo sportello, legge le segnalazioni, prende in carico le famiglie.")


class Educator(Role):
    code, sight = "educator", Sight.TEAMS
    label = _("educatrice o educatore")
    purpose = _("Accompagna le famiglie ogni settimana, a casa, a scuola e nel quartiere.")


class Psychologist(Role):
    code, sight = "psychologist", Sight.TEAMS
    label = _("psicologa o psicologo")
    purpose = _("Sostiene il nucleo, i genitori, i ragazzi; lavora con l'équipe.")


class Partner(Role):
    code, sight = "partner", Sight.GRANTED
    label = _("referente di un ente della rete")
    purpose = _("Segnala una preoccupazione e vede solo ciò che l'équipe ha scelto di condividere.")


class OrganisationLead(Role):
    code, sight = "organisation_lead", Sight.ORGANISATION
    label = _("responsabile dell'ente")
    purpose = _("Risponde del lavoro delle équipe del proprio ente.")


class Administrator(Role):
    code, sight = "administrator", Sight.NONE
    label = _("amministrazione")
    purpose = _("Cura enti, persone che lavorano e impostazioni. Non vede nessuna famiglia.")


class Participant(Role):
    code, sight = "participant", Sight.NONE
    label = _("partecipante")
    purpose = _("Fa parte di un ente come socia, socio o volontaria; non vede nessuna famiglia.")


ROLES: tuple[type[Role], ...] = (
    Coordinator,
    SocialWorker,
    Educator,
    Psychologist,
    Partner,
    OrganisationLead,
    Administrator,
    Participant,
)
BY_CODE = {role.code: role for role in ROLES}
CHOICES = [(role.code, role.label) for role in ROLES]
PROFESSIONALS = (Coordinator, SocialWorker, Educator, Psychologist)


def with_sight(*sights: Sight) -> list[str]:
    """Codes of the roles with one of these sights."""
    return [role.code for role in ROLES if role.sight in sights]


@dataclass(frozen=True, slots=True)
class Ability:
    """Something that some roles may do: the same object guards the action and explains itself on the roles page."""

    code: str
    words: Words
    roles: frozenset[str]

    def __call__(self, actor: Actor) -> bool:
        return isinstance(actor, Viewer) and actor.role in self.roles

    def require(self, actor: Actor) -> None:
        """Raises NotAllowed when the role may not do this."""
        if not self(actor):
            raise NotAllowed(
                now_("Con il tuo ruolo non si può %(words)s.") % {"words": self.words},
                code=self.code,
                way_out=now_(
                    "Chi può farlo si legge dal tuo profilo, in «Che cosa può fare ogni ruolo»: chiedi a una di queste persone."
                ),
            )


_abilities: dict[str, Ability] = {}


def may(code: str, words: Words, *roles: type[Role]) -> Ability:
    """Declares an ability: `take_charge = may("take_charge", _("prendere in carico una famiglia"), SocialWorker)`."""
    ability = Ability(code, words, frozenset(role.code for role in roles))
    _abilities[code] = ability
    return ability


def abilities_of(role: type[Role]) -> Iterable[Ability]:
    """What a role may do, as declared by every area's policies."""
    return [ability for ability in _abilities.values() if role.code in ability.roles]
