"""Who answers for a family writes its rows: asked by every action here before anything else."""

from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.accounts.roles import Ability
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, HouseholdMembership, Person
from intreccio.parties.people.queries.finding import answers_for, may_join


def require_charge(household: Household, *, by: Viewer, ability: Ability) -> None:
    """Raises NotAllowed when the role may not, or when the family is another team's; Refused where it is one with another."""
    ability.require(by)
    if household.team_id not in by.team_ids:
        raise NotAllowed(
            _("Di questa famiglia risponde un'altra équipe: potete leggere, non scrivere."),
            code="not_in_charge",
            way_out=_("Nella pagina «Chi vede che cosa» trovate con chi parlarne."),
        )
    if household.joined_on is not None:
        raise Refused(
            _("Questa casa è diventata una con un'altra: quello che succede ora si scrive là."),
            code="joined",
            way_out=_("Se l'unione è stata uno sbaglio, si annulla dalla storia di quella famiglia."),
        )


def require_member(person: Person, household: Household) -> None:
    """Raises Refused when `person` is not of this home: a row is never written through somebody else's door."""
    ids = [person.pk, person.merged_into_id or person.pk]
    if not HouseholdMembership.objects.kept().filter(household=household, person_id__in=ids).exists():
        raise Refused(_("Questa persona non è scritta in questa casa."), code="not_in_home")


def require_answers(person: Person, household: Household) -> None:
    """The same, and raises Refused when by now another team answers for what is the person's own."""
    require_member(person, household)
    if not answers_for(person.pk):
        raise Refused(
            _(
                "Questa persona vive ora in un'altra casa, e ne risponde un'altra équipe: i suoi dati li aggiorna lei."
            ),
            code="answered_elsewhere",
        )


def require_join(person: Person) -> None:
    """Raises Refused when writing somebody into a home of ours would open for ever who is another team's to open."""
    if not may_join(person.pk):
        raise Refused(
            _(
                "Di questa persona risponde un'altra équipe: portarla in una casa vostra ve la aprirebbe per sempre."
            ),
            code="record_closed",
            way_out=_(
                "Chiedetele di aprirvi la famiglia perché «qualcuno vive anche in una casa che segue chi la riceve»."
            ),
        )


def as_written(household_id: UUID) -> Household:
    """The household, locked: whoever else writes its rules' rows, or hands it over, waits. Raises Refused where it has
    changed hands meanwhile."""
    held = Household.objects.select_for_update().filter(pk=household_id).first()
    if held is None:
        raise changed_hands()
    return held


def changed_hands() -> Refused:
    """While one was writing, another team began to answer for the family: nothing of it was written."""
    return Refused(
        _(
            "Nel frattempo la famiglia è stata affidata a un'altra équipe: quello che stavate scrivendo non è stato salvato."
        ),
        code="handed_over",
        way_out=_("Parlatene con l'équipe che la accompagna ora."),
    )
