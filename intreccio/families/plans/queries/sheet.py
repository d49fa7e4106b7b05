"""The page of a plan: two generations side by side, with the words of each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.queries.cards import (
    Card,
    Differs,
    Does,
    Line,
    Yes,
    by_whom,
    differs,
    keeps_reservation,
    who_does,
)
from intreccio.families.plans.queries.deciding import Needed, needed_from
from intreccio.families.plans.queries.hearing import Hearing, hearings_of, voice_age_of
from intreccio.families.plans.queries.people import (
    family_of,
    first_name,
    may_be_minor,
    together,
    with_age,
)
from intreccio.families.plans.queries.reading import Doing, Told, goals_of
from intreccio.families.plans.queries.signing import imprint_read, outside, read_again
from intreccio.families.plans.queries.strands import one_side_said
from intreccio.families.plans.queries.taken import Taken, taken_of
from intreccio.families.plans.queries.voices import (
    Listened,
    Said,
    acceptances_of,
    children_heard,
    disagreements_of,
)
from intreccio.families.plans.rules.attainment import Attained, Looked, attained
from intreccio.families.plans.rules.deciding import Touching
from intreccio.families.plans.rules.families import Covered, covered
from intreccio.families.plans.rules.force import Aimed, family_said_yes, why_not_put_in_force
from intreccio.families.plans.rules.hearing import is_too_young
from intreccio.families.plans.rules.pairs import pairs
from intreccio.families.plans.rules.signing import short_sign
from intreccio.families.plans.vocabulary import PlanState, Side, Strand
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.names import listed
from intreccio.workshop.documents.files import undrawn


@dataclass(frozen=True, slots=True)
class Filament:
    """One of the four strands, and how many goals it holds."""

    label: str
    count: int
    keeper: str = ""
    code: str = ""

    @property
    def preset(self) -> str:
        """What a goal added for it begins with."""
        side = {
            Strand.CHILDREN: Side.CHILDREN,
            Strand.PARENTING: Side.PARENTS,
            Strand.WORK: Side.PARENTS,
        }.get(Strand(self.code), "")
        return f"strand={self.code}&side={side}"


class Sheet:
    """One version of a plan with the people it names. Seven queries."""

    def __init__(self, viewer: Viewer, plan: Plan) -> None:
        self.plan = plan
        self.is_ours = is_in_charge(viewer, plan.team_id)
        self.family: Mapping[UUID, Member] = family_of(viewer, plan.case.household)
        self.goals: list[Told] = goals_of(plan)
        self.listened: list[tuple[Listened, str]] = [
            (one, with_age(self.family, one.person_id)) for one in children_heard(plan)
        ]
        # Only what a child agrees to: from here it goes on every page and paper of the plan.
        self.voices: list[tuple[Said, str]] = [(one.said, who) for one, who in self.listened if one.said]
        self.differ = [differs(self.family, row) for row in disagreements_of(plan)]
        self.imprint = imprint_read(self.goals)
        accepted, annulled = acceptances_of(plan)
        self.needed: Needed = needed_from(
            plan, self.family.values(), [touching(goal) for goal in self.goals], accepted, today()
        )
        said_yes = [
            Yes(
                by_whom(self.family, row), row, self.needed.note_of(row.person_id), read_again(row, self.goals),
                frozenset(outside(row, self.goals)), self._is_small(row),
                keeps_reservation(self.family, row),
            )
            for row in accepted
        ]  # fmt: skip
        # Another body, to which the record is open, reads what others read (row security says so of what is not agreed on).
        self.yes = said_yes if self.is_ours else [one.for_others for one in said_yes]
        self.taken: list[Taken] = taken_of(plan, self.family, accepted, annulled)
        self.was_annulled = any(row.worker_id is None for row in annulled)

    @property
    def told_differ(self) -> list[Differs]:
        """What is not agreed on, as others read it: neither settled, nor a minor's who keeps it for who works with them."""
        return [one for one in self.differ if one.row.settled_on is None and not one.is_kept]

    def _is_small(self, row: Acceptance) -> bool:
        member = self.family.get(row.person_id) if row.person_id else None
        if member is None or not member.is_minor:
            return False
        return is_too_young(member.person.birth_date, row.day, from_age=self.voice_age)

    @cached_property
    def voice_age(self) -> int:
        """From which age one is heard, and signs."""
        return voice_age_of(self.plan, today())

    @cached_property
    def children(self) -> str:
        """«Nadia e Leo»."""
        return together(self.family.values(), minors=True)

    @cached_property
    def unlistened(self) -> list[Member]:
        """Children of the home that nobody has listened to yet."""
        heard = {one.person_id for one, _who in self.listened}
        here = (one for one in self.family.values() if one.is_ours and one.is_minor)
        return [
            one
            for one in here
            if one.person.pk not in heard and (one.person.birth_date or one.day) <= one.day
        ]

    @cached_property
    def parents(self) -> str:
        """«Elena e Karim»."""
        return together(self.family.values(), minors=False)

    @cached_property
    def written_with(self) -> str:
        """«Elena, Karim e Nadia»: who of the family has said yes, and is of an age to. Before that nobody can tell with whom."""
        accepted = [one.row.person_id for one in self.yes if one.row.person_id and not one.is_small]
        names = dict.fromkeys(first_name(self.family, key) for key in accepted)
        return listed(list(names), _("e"))

    @cached_property
    def strands(self) -> list[Filament]:
        """All four, also those that hold nothing; who holds the services together is the family's reference."""
        who = self.plan.case.responsible
        counted = [(strand, sum(goal.strand == strand for goal in self.goals)) for strand in Strand]
        return [
            Filament(
                str(strand.label),
                count,
                who.user.name if strand == Strand.TOGETHER and who else "",
                strand.value,
            )
            for strand, count in counted
        ]

    @cached_property
    def families(self) -> Covered:
        """Of the five families of goals for children, those that are there and those that are not."""
        return covered(goal.families for goal in self.goals if goal.side == Side.CHILDREN)

    @cached_property
    def cards(self) -> dict[UUID, Card]:
        """Each goal as the page shows it."""
        by_id = {goal.id: goal for goal in self.goals}
        return {
            goal.id: Card(
                goal,
                self._whose(goal),
                [Does(doing, who_does(self.family, doing), self._after(doing)) for doing in goal.actions],
                [by_id[link.other] for link in goal.links if link.other in by_id],
            )
            for goal in self.goals
        }

    def _after(self, doing: Doing) -> str:
        """Whose yes an action came after; nobody is named who is not to be told."""
        untold = self.needed.deciding.untold
        missed = [one for one in self.yes if doing.id in one.outside]
        told = (one for one in missed if not {str(one.row.person_id), one.row.somebody} & set(untold))
        keys = ((one.row.person_id, one.who) for one in told)
        return listed([first_name(self.family, key) if key else who for key, who in keys], _("e"))

    def _whose(self, goal: Told) -> str:
        if goal.person_id:
            return with_age(self.family, goal.person_id)
        return (self.children if goal.side == Side.CHILDREN else self.parents) or _("Tutta la famiglia")

    @cached_property
    def lines(self) -> list[Line]:
        """Goals that hold each other side by side; each of the others on a line of its own."""
        sides = {side: [goal.id for goal in self.goals if goal.side == side] for side in Side}
        links = {(goal.id, link.other): link for goal in self.goals for link in goal.links}
        laid = pairs(sides[Side.CHILDREN], sides[Side.PARENTS], links.keys())
        return [
            Line(
                self.cards[child] if child else None,
                self.cards[parent] if parent else None,
                links[child, parent] if child and parent else None,
            )
            for child, parent in laid
        ]

    @property
    def attained(self) -> Attained | None:
        """The goals that were looked at, taken together."""
        return attained(Looked(goal.start, goal.now, goal.now_on is not None) for goal in self.goals)

    @property
    def actions(self) -> list[Doing]:
        """Everything there is to do, goal by goal."""
        return [doing for goal in self.goals for doing in goal.actions]

    @cached_property
    def hands(self) -> list[tuple[str, int]]:
        """What is still to be done, by whose it is: words, and no score."""
        waiting = Counter(_hand(doing) for doing in self.actions if doing.is_open)
        return [(str(label), waiting[kind]) for kind, label in HANDS.items()]

    @property
    def family_does(self) -> bool:
        """Somebody of the family does something, or has done it."""
        return any(doing.person_id for doing in self.actions)

    def missing(self, day: date) -> Words | None:
        """Of a version in preparation, what it still needs before it can count; a day for the review is asked then."""
        if self.plan.state != PlanState.DRAFT:
            return None
        goals = [Aimed(goal.side, goal.title, goal.words) for goal in self.goals]
        # A reason can be written when it begins: here only what no reason would do for.
        return why_not_put_in_force(
            goals,
            family_said_yes=self._said_yes(day),
            review_on=day + timedelta(days=1),
            today=day,
            undecided=self.needed.why_not("…"),
            one_side_reason="…",
        )

    def _said_yes(self, day: date) -> bool:
        """As `versions.said_yes`, of what has been read already."""
        keys = [one.row.person_id for one in self.yes if one.row.worker_id is None]
        minors = {key: may_be_minor(one, day) for key, one in self.family.items()}
        adults = any(one.belongs and not minors[key] for key, one in self.family.items())
        told = (not key or minors.get(key, True) for key in keys)
        return family_said_yes(told, adults=adults)

    @property
    def nobody_says_yes(self) -> bool:
        """Of a version in force whose yeses were annulled: no grown-up of the family agrees to it."""
        return self.plan.state == PlanState.IN_FORCE and self.was_annulled and not self._said_yes(today())

    @property
    def one_side(self) -> Words | None:
        """Of a version in preparation, the generation that no goal is of yet."""
        is_draft = self.plan.state == PlanState.DRAFT
        return one_side_said({goal.side for goal in self.goals}) if is_draft else None

    @property
    def without(self) -> Words | None:
        """Of a version in preparation, whose yes is missing and can be explained in writing."""
        return self.needed.missing if self.plan.state == PlanState.DRAFT else None

    @property
    def sign(self) -> str:
        """«a1b2 c3d4»: of the words as they are read now."""
        return short_sign(self.imprint)

    @property
    def all_stand(self) -> bool:
        """Whether somebody signed, and all of what was signed is read here as it was."""
        signed = [one for one in self.yes if one.sign]
        return bool(signed) and all(one.stands for one in signed)

    @property
    def signs(self) -> str:
        """«a1b2 c3d4»: of what was signed; two, where one was signed before something was added."""
        return ", ".join(dict.fromkeys(one.sign for one in self.yes if one.sign))

    @property
    def is_more(self) -> bool:
        """Whether something was added after somebody said yes."""
        return any(one.outside for one in self.yes)

    @cached_property
    def hearings(self) -> list[Hearing]:
        """What each boy or girl of an age to be heard says of this version; of whom another body reads nothing, no more is said."""
        found = hearings_of(self.plan, self.family.values(), self.yes, self.differ)
        return [one for one in found if self.is_ours or one.said]

    @property
    def undrawn(self) -> list[str]:
        """The names and words that a paper cannot draw: in signs that its letters do not have."""
        names = [member.name for member in self.family.values()]
        goals = [
            text
            for goal in self.goals
            for text in (goal.title, goal.why, goal.child_words, goal.own_time, *goal.words)
        ]
        said = [said.words for said, _who in self.voices]
        differ = [
            text for one in self.differ for text in (one.row.words, one.row.team_thinks, one.row.how_we_go_on)
        ]
        return undrawn([*names, *goals, *(doing.what for doing in self.actions), *said, *differ])

    @property
    def plain_cards(self) -> list[Card]:
        """In the order of the page, one below the other."""
        return [card for line in self.lines for card in (line.child, line.parent) if card]

    def may_sign(self, viewer: Viewer) -> bool:
        """Whether there is something to say yes to that the viewer has not said yes to yet."""
        return self.has_goals and all(one.row.worker_id != viewer.membership_id for one in self.yes)

    @property
    def has_goals(self) -> bool:
        """Whether there is something to say yes to."""
        return bool(self.goals)


# Whose a thing to do is; the family's own come first.
HANDS = {
    "person": gettext_lazy("La famiglia"),
    "worker": gettext_lazy("Chi lavora con loro"),
    "service": gettext_lazy("I servizi"),
    "somebody": gettext_lazy("Altri, per nome"),
}


def _hand(doing: Doing) -> str:
    if doing.person_id:
        return "person"
    return "service" if doing.service_id else "somebody" if doing.somebody else "worker"


def touching(goal: Told) -> Touching:
    """A goal, as the rule of who decides reads it."""
    return Touching(goal.side, str(goal.person_id) if goal.person_id else None, goal.need_code)
