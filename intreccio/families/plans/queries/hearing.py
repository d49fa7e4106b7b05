"""What each boy or girl of an age to be heard says of a version, and who listened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.cards import Differs, Yes
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.rules.hearing import is_to_be_heard, why_a_reason, why_not_unheard
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.models import Parameter
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.queries.members import Member

AGE = "child_voice_age"


@dataclass(frozen=True, slots=True)
class Hearing:
    """One of them: «Nadia, 12 anni», what they say of this version, who listened; `said` is empty where nothing is written."""

    person_id: UUID
    who: str
    said: str
    reason: str

    @property
    def line(self) -> str:
        """For a page or a print: «Ha detto sì, ha letto la sua versione. Ha ascoltato Chiara Fontana.»"""
        if self.said:
            return self.said
        return (
            _("Non ancora: %s") % self.reason
            if self.reason
            else _("Non ancora: se ne parla insieme prima di cominciare.")
        )


def with_voice_age(rows: QuerySet[Plan]) -> QuerySet[Plan]:
    """The same versions, each with the age from which one is heard: so that a page does not ask for it on its own."""
    day = today()
    holding = Parameter.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day), code=AGE, valid_from__lte=day
    )
    return rows.annotate(voice_age=Subquery(holding.values("value")[:1]))


def voice_age_of(plan: Plan, day: date) -> int:
    """Of a version that was read with it; otherwise one query."""
    found = getattr(plan, "voice_age", None)
    return int(value_at(AGE, day) if found is None else found)


def of_an_age(family: Iterable[Member], from_age: int) -> list[Member]:
    """Who of the home, or in foster care, is of an age to be heard."""
    return [
        one
        for one in family
        if one.is_written_of and is_to_be_heard(one.person.birth_date, one.day, from_age=from_age)
    ]


def hearings_of(
    plan: Plan, family: Iterable[Member], yes: Iterable[Yes], differ: Iterable[Differs]
) -> list[Hearing]:
    """Of what has been read already: a yes said in any way is heard, and so is what one does not agree on."""
    told = {one.row.person_id: _not_agreed(one) for one in differ if one.row.person_id}
    told |= {one.row.person_id: _agreed(one) for one in yes if one.row.person_id}
    members = of_an_age(family, voice_age_of(plan, today()))
    return [
        Hearing(
            one.person.pk,
            f"{one.given or one.name}, {one.age}",
            told.get(one.person.pk, ""),
            plan.unheard_reason,
        )
        for one in members
    ]


def _agreed(one: Yes) -> str:
    listener = one.row.listened_by.user.name if one.row.listened_by else ""
    said = {"said": one.said, "how": one.how, "who": listener}
    return _("%(said)s: %(how)s. Ha ascoltato %(who)s.") % said if listener else f"{one.said}: {one.how}."


def _not_agreed(one: Differs) -> str:
    said = _("Ha detto su che cosa non è d'accordo: «%s»") % one.row.words
    if not one.told_to:
        return said
    return f"{said}. " + _("Lo ha raccolto %(who)s.") % {"who": one.told_to}


@dataclass(frozen=True, slots=True)
class Unheard:
    """Whose word on a version is not written."""

    names: list[str]
    from_age: int

    @property
    def missing(self) -> Words | None:
        """What has to be explained in writing, where one begins all the same."""
        return why_a_reason(self.names, from_age=self.from_age)

    def why_not(self, reason: str) -> Words | None:
        """What holds a version back."""
        return why_not_unheard(self.names, from_age=self.from_age, reason=reason)


def unheard_on(viewer: Viewer, plan: Plan, day: date) -> Unheard:
    """Of a version that is held. Four queries."""
    heard = set(plan.acceptances.filter(voided_at__isnull=True).values_list("person_id", flat=True))
    heard |= set(plan.disagreements.filter(voided_at__isnull=True).values_list("person_id", flat=True))
    from_age = voice_age_of(plan, day)
    members = of_an_age(family_of(viewer, plan.case.household).values(), from_age)
    return Unheard([one.given or one.name for one in members if not one.rows & heard], from_age)
