"""Whose yes a plan needs for the children, who has said it, and who is not to read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.queries.voices import acceptances_of
from intreccio.families.plans.rules.deciding import Touching, matters_of, why_not_of_the_family
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.queries.responsibility import Deciding, deciding_of
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.rules.responsibility import (
    WHATEVER,
    Asked,
    Decides,
    why_a_reason,
    why_not_go_on,
)
from intreccio.parties.people.vocabulary import Decision


@dataclass(frozen=True, slots=True)
class Needed:
    """The yeses that a version needs for the children, and those it has."""

    deciding: Deciding
    asked: list[Asked]
    yes: frozenset[str]

    def why_not(self, reason: str) -> Words | None:
        """What holds it back; `reason`: why one goes on without somebody."""
        return why_not_go_on(self.asked, self.yes, reason=reason, called=self.deciding.called)

    @property
    def missing(self) -> Words | None:
        """What has to be explained in writing, where one goes on all the same."""
        return why_a_reason(self.asked, self.yes, called=self.deciding.called)

    def note_of(self, person_id: UUID | None) -> str:
        """Of who said yes and does not decide for a child, why; empty where their yes counts for all of them."""
        key = str(person_id or "")
        why = {one.name: one.decides.cannot[key] for one in self.asked if key in one.decides.cannot}
        if not why:
            return ""
        said = {"children": listed(list(why), _("e")), "why": next(iter(why.values()))}
        return _("Il suo sì è ascoltato e resta scritto; per %(children)s non basta: %(why)s.") % said

    def why_not_of_the_family(self, member: Member, day: date, *, heard: bool = False) -> Words | None:
        """A reason, or None: whether somebody is of the family on a day, for a yes of theirs.

        heard: also a parent who may not decide, whose yes stays written and does not count for the children.
        """
        then, key = replace(member, day=day), str(member.person.pk)
        decides = any(key in found.must or (heard and key in found.cannot) for found in self._of_minors())
        return why_not_of_the_family(belongs=then.is_written_of, is_kin=then.is_kin, decides=decides)

    def _of_minors(self) -> Iterator[Decides]:
        """Who decides for each minor of this home, on whatever matter."""
        for one in self.deciding.minors:
            yield from (self.deciding.decides(str(one.person.pk), matter) for matter in (WHATEVER, *Decision))

    @property
    def untold(self) -> str:
        """Who is not to read it: «Karim Haddad»."""
        return listed(list(self.deciding.untold.values()), _("e"))


def needed_from(
    plan: Plan,
    family: Iterable[Member],
    goals: Iterable[Touching],
    accepted: Iterable[Acceptance],
    day: date,
) -> Needed:
    """Of what has been read already. One query."""
    deciding = deciding_of(plan.household_id, family, day)
    minors = [str(one.person.pk) for one in deciding.minors]
    asked = [deciding.asked(*pair) for pair in matters_of(goals, minors)]
    yes = frozenset(str(row.person_id or row.somebody) for row in accepted if row.worker_id is None)
    return Needed(deciding, asked, yes)


def needed_for(viewer: Viewer, plan: Plan, day: date) -> Needed:
    """The same, of a version that is held. Four queries."""
    family = family_of(viewer, plan.case.household)
    rows = plan.goals.filter(voided_at__isnull=True).select_related("person")
    goals = [
        Touching(
            row.side,
            str(row.person.merged_into_id or row.person_id) if row.person else None,
            row.need_code,
        )
        for row in rows
    ]
    accepted, _annulled = acceptances_of(plan)
    return needed_from(plan, family.values(), goals, accepted, day)
