"""Who and what can be chosen on the forms of a plan."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.plans.models import Goal, GoalLink
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.vocabulary import Side
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.queries.search import search
from intreccio.offer.directory.rules.facts import Wish
from intreccio.offer.directory.vocabulary import Scope
from intreccio.parties.people.models import Grant, Person
from intreccio.parties.people.queries.members import Member

Choice = tuple[str, str]


def persons_of(viewer: Viewer, case: Case, *, also: UUID | None = None, died: bool = False) -> list[Choice]:
    """Everybody alive or awaited who is or was in the home, and of whom the row is already: whom a goal can be for. died: who is no
    more too, as a loss is about them."""
    family = family_of(viewer, case.household)
    return [
        (str(key), one.name) for key, one in family.items() if died or also in one.rows or not one.has_died
    ]


def minors_of(viewer: Viewer, case: Case) -> frozenset[str]:
    """Of them, who is below eighteen or to be born."""
    return frozenset(str(key) for key, one in family_of(viewer, case.household).items() if one.is_minor)


def living_of(viewer: Viewer, case: Case, *, also: UUID | None = None) -> list[Choice]:
    """The same, without who is still to be born: who says something, does something, brings something."""
    return _living(family_of(viewer, case.household), also)


def _living(family: Mapping[UUID, Member], also: UUID | None = None) -> list[Choice]:
    kept = ((key, one) for key, one in family.items() if not (one.has_died or one.is_awaited) or key == also)
    return [(str(key), one.name) for key, one in kept]


def person_of(viewer: Viewer, case: Case, key: str) -> Person | None:
    """The person chosen; None where the whole family is meant."""
    return family_of(viewer, case.household)[UUID(key)].person if key else None


def workers_for(case: Case, day: date, grants: list[Grant] | None = None) -> list[Choice]:
    """Who could work with the family. grants: as they are, where they have been read already."""
    return [(str(one.membership.pk), one.label) for one in candidates(case, day, grants)]


def services_for(goal: Goal, day: date) -> list[Choice]:
    """Services that answer the need of a goal, those that fit best first."""
    if not goal.need_code:
        return []
    place = goal.plan.case.household.municipality_code
    wish = Wish(needs=frozenset({goal.need_code}), municipality=place, scope=Scope.EVERYWHERE)
    rows = search(wish, day).rows
    return [(str(row.service_id), f"{row.name} ({row.organisation})") for row in rows]


def doers_for(viewer: Viewer, goal: Goal, day: date) -> list[tuple[str, list[Choice]]]:
    """Who can do something: the family, who works with it, services; each with its kind before the key."""
    case = goal.plan.case
    groups = (
        (_("La famiglia"), "person", living_of(viewer, case)),
        (_("Chi lavora con loro"), "worker", workers_for(case, day)),
        (_("Servizi per questo bisogno"), "service", services_for(goal, day)),
    )
    return [
        (label, [(f"{kind}:{key}", name) for key, name in choices])
        for label, kind, choices in groups
        if choices
    ]


def others_of(goal: Goal) -> list[Choice]:
    """The goals of the other generation that this one does not hold yet."""
    held = {row.child_goal_id for row in goal.links_to_children.filter(voided_at__isnull=True)}
    held |= {row.parent_goal_id for row in goal.links_to_parents.filter(voided_at__isnull=True)}
    rows = Goal.objects.filter(plan_id=goal.plan_id, voided_at__isnull=True).exclude(side=goal.side)
    return [(str(row.pk), row.title) for row in rows.order_by("order", "id") if row.pk not in held]


def signers_for(sheet: Sheet, workers: list[Choice]) -> list[tuple[str, list[Choice]]]:
    """Who has not said yes to this version yet."""
    done = {str(one.row.person_id or one.row.worker_id or one.row.somebody) for one in sheet.yes}
    outside = sheet.needed.deciding.outside
    groups = (
        (_("La famiglia"), "person", _living(_of_the_version(sheet))),
        (_("Chi decide e non è della famiglia"), "somebody", [(words, words) for words in outside]),
        (_("Chi lavora con loro"), "worker", workers),
    )
    return [
        (label, [(f"{kind}:{key}", name) for key, name in choices if key not in done])
        for label, kind, choices in groups
        if choices
    ]


def _of_the_version(sheet: Sheet) -> dict[UUID, Member]:
    """Who was of the family while this version was there to be said yes to."""
    since = sheet.plan.begun_on
    found = sheet.family.items()
    return {
        key: one for key, one in found if sheet.needed.why_not_of_the_family(one, since, heard=True) is None
    }


def signer_of(viewer: Viewer, case: Case, key: str) -> tuple[Person | None, UUID | None, str]:
    """The person, or the hat of who works with them, or the words for who is neither, that was chosen."""
    kind, _separator, chosen = key.partition(":")
    if kind == "somebody":
        return None, None, chosen
    return (person_of(viewer, case, chosen), None, "") if kind == "person" else (None, UUID(chosen), "")


def held_titles(goal: Goal) -> str:
    """The goals that this one holds: «Elena gioca con Leo», «…»."""
    links = GoalLink.objects.filter(Q(child_goal=goal) | Q(parent_goal=goal), voided_at__isnull=True)
    pairs = links.values_list("child_goal__title", "parent_goal__title")
    return "», «".join(parent if goal.side == Side.CHILDREN else child for child, parent in pairs)
