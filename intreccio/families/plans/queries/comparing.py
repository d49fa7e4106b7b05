"""Two versions of a family's plan, read whole and laid side by side. At most nine queries."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from uuid import UUID

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.plans.models import (
    Acceptance,
    Disagreement,
    Goal,
    GoalLink,
    GoalScore,
    Plan,
    PlanAction,
)
from intreccio.families.plans.queries.cards import Differs, Yes, by_whom, differs, keeps_reservation
from intreccio.families.plans.queries.looks import looks_said
from intreccio.families.plans.queries.people import family_of, first_name, with_age
from intreccio.families.plans.queries.reading import families_said, signed
from intreccio.families.plans.rules.comparing import Compared, Stood, Task, compare, tied
from intreccio.families.plans.vocabulary import Change, Reached, Side
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs
from intreccio.parties.people.queries.members import Member

Family = Mapping[UUID, Member]


def _step(place: int) -> tuple[Words, Callable[[Goal], str]]:
    label = format_lazy(gettext_lazy("Il gradino «{step}»"), step=list(Reached)[place].label)
    return label, lambda goal: goal.steps[place]


# Every text of a goal that is laid beside its former words: another column is another line here.
TEXTS: tuple[tuple[Words, Callable[[Goal], str]], ...] = (
    (gettext_lazy("Che cosa vogliamo"), attrgetter("title")),
    (gettext_lazy("Perché"), attrgetter("why")),
    (gettext_lazy("Il filo"), lambda goal: str(goal.get_strand_display())),
    (gettext_lazy("I suoi intenti"), lambda goal: families_said(goal.goal_families)),
    (gettext_lazy("Con i suoi tempi"), attrgetter("own_time")),
    (gettext_lazy("Da dove si parte"), lambda goal: signed(goal.start)),
    (gettext_lazy("Dove vogliamo arrivare"), lambda goal: signed(goal.aim)),
    *(_step(place) for place in range(5)),
    (gettext_lazy("Come lo diciamo a chi è più piccolo"), attrgetter("child_words")),
    (gettext_lazy("Con quale disegno"), lambda goal: str(goal.get_picture_display())),
)
ICONS = {
    Change.KEPT: "check",
    Change.CHANGED: "pencil",
    Change.ADDED: "plus-circle",
    Change.LEFT: "minus-circle",
}
KINDS = {Change.KEPT: "ok", Change.CHANGED: "look", Change.ADDED: "net", Change.LEFT: ""}


@dataclass(frozen=True, slots=True)
class Shown:
    """A goal of either version as the page shows it; `then` and `now` say how far it was."""

    compared: Compared
    title: str
    whose: str
    then: str
    now: str
    left_at: str
    reason: str

    @property
    def change(self) -> str:
        """«cambiato»."""
        return str(self.compared.change.label)

    @property
    def icon(self) -> str:
        """Said by a drawing too, and not by a colour alone."""
        return ICONS[self.compared.change]

    @property
    def kind(self) -> str:
        """Of its label."""
        return KINDS[self.compared.change]


@dataclass(frozen=True, slots=True)
class Told:
    """A version as one reads of it: since when, who said yes, with which reservation, who did not agree."""

    plan: Plan
    yes: list[Yes]
    differ: list[Differs]

    @property
    def name(self) -> str:
        """«Versione 2»."""
        return _("Versione %s") % self.plan.number


class Comparison:
    """The older version and the newer one, with the people they name."""

    def __init__(self, viewer: Viewer, one: Plan, other: Plan) -> None:
        self.plans = sorted((one, other), key=lambda plan: plan.number)
        self.is_ours = is_in_charge(viewer, one.team_id)
        self.family: Family = family_of(viewer, one.case.household)
        self._goals = list(
            Goal.objects.filter(plan__case_id=one.case_id).select_related("person").order_by("order", "id")
        )
        self._tasks = _tasks_of(one.case_id, self.family)
        scores = GoalScore.objects.filter(goal__plan__case_id=one.case_id, voided_at__isnull=True)
        self._scores = list(scores.order_by("day", "id").values_list("goal__origin", "day", "level"))
        links = GoalLink.objects.filter(plan__in=self.plans, voided_at__isnull=True)
        self._links = list(links.values_list("plan_id", "child_goal__origin", "parent_goal__origin"))
        self.versions = self._versions()

    @property
    def is_one(self) -> bool:
        """A version beside itself."""
        return self.plans[0].pk == self.plans[1].pk

    @cached_property
    def goals(self) -> list[Shown]:
        """Every goal of either version once."""
        before, after = ([self._stood(goal) for goal in self._of(plan)] for plan in self.plans)
        return [self._shown(each) for each in compare(before, after)]

    @cached_property
    def counted(self) -> list[str]:
        """«3 obiettivi rimasti com'erano», «1 nuovo»."""
        found = Counter(each.compared.change for each in self.goals)
        said = {
            Change.KEPT: ngettext(
                "%d obiettivo rimasto com'era", "%d obiettivi rimasti com'erano", found[Change.KEPT]
            ),
            Change.CHANGED: ngettext("%d cambiato", "%d cambiati", found[Change.CHANGED]),
            Change.ADDED: ngettext("%d nuovo", "%d nuovi", found[Change.ADDED]),
            Change.LEFT: ngettext("%d lasciato", "%d lasciati", found[Change.LEFT]),
        }
        return [words % found[change] for change, words in said.items() if found[change]]

    @cached_property
    def knots(self) -> list[tuple[bool, str, str]]:
        """Goals that hold each other since the newer version, and those that no longer do."""
        sides = [
            [(child, parent) for key, child, parent in self._links if key == plan.pk] for plan in self.plans
        ]
        new, gone = tied(*sides)
        titles = {goal.origin: goal.title for goal in self._goals}
        return [
            (is_new, titles[a], titles[b]) for is_new, pairs in ((True, new), (False, gone)) for a, b in pairs
        ]

    @cached_property
    def _looks(self) -> dict[str, str]:
        """The words of the seventeen, where a goal is about one of them."""
        if not any(goal.look for goal in self._goals):
            return {}
        return looks_said(today())

    def _of(self, plan: Plan) -> list[Goal]:
        return [goal for goal in self._goals if goal.plan_id == plan.pk and goal.voided_at is None]

    def _stood(self, goal: Goal) -> Stood:
        texts = {str(label): read(goal) for label, read in TEXTS}
        texts |= {
            _("Per chi"): self._whose(goal),
            _("A quale bisogno si lega"): _need(goal.need_code),
            _("A quale dei diciassette sguardi si lega"): self._looks.get(goal.look, ""),
        }
        return Stood(goal.origin, texts, self._tasks.get(goal.pk, []))

    def _whose(self, goal: Goal) -> str:
        if goal.person:
            return with_age(self.family, goal.person.merged_into_id or goal.person_id)
        return str(Side(goal.side).label)

    def _shown(self, one: Compared) -> Shown:
        rows = {
            goal.plan_id: goal for goal in self._goals if goal.origin == one.origin and goal.voided_at is None
        }
        before, after = (rows.get(plan.pk) for plan in self.plans)
        row = after or before or next(iter(rows.values()))
        then, now = (
            self._level(goal, plan) for goal, plan in ((before, self.plans[0]), (after, self.plans[1]))
        )
        left = one.change == Change.LEFT
        return Shown(
            one, row.title, self._whose(row), then, now, self._level(row, None) if left else "",
            self._why_left(one.origin) if left else "",
        )  # fmt: skip

    def _level(self, goal: Goal | None, plan: Plan | None) -> str:
        """«da −2 a −1»: where a version says that a goal was on its last day, or is now. Without a version, the last ever said."""
        if goal is None:
            return ""
        until = plan.ended_on if plan else None
        said = [
            level
            for origin, day, level in self._scores
            if origin == goal.origin and (until is None or day <= until)
        ]
        if not said:
            return _("%s, non ancora guardato") % signed(goal.start)
        if said[-1] == goal.start:
            return _("ancora a %s") % signed(goal.start)
        return _("da %(start)s a %(now)s") % {"start": signed(goal.start), "now": signed(said[-1])}

    def _why_left(self, origin: UUID) -> str:
        """What was written when it was taken out of the version in preparation."""
        reasons = [goal.void_reason for goal in self._goals if goal.origin == origin and goal.voided_at]
        return reasons[-1] if reasons else ""

    def _versions(self) -> list[Told]:
        stands = Q(plan__in=self.plans, voided_at__isnull=True)
        yes = list(Acceptance.objects.filter(stands).select_related("worker__user", "written_by__user"))
        yes.sort(key=lambda row: (row.day, row.pk))
        differ = list(Disagreement.objects.filter(stands).order_by("said_on", "id"))
        return [
            Told(
                plan,
                [self._yes(row) for row in yes if row.plan_id == plan.pk],
                [differs(self.family, row) for row in differ if row.plan_id == plan.pk],
            )
            for plan in self.plans
        ]

    def _yes(self, row: Acceptance) -> Yes:
        """Another body reads no reservation that a minor keeps, nor that there is one."""
        one = Yes(by_whom(self.family, row), row, is_kept=keeps_reservation(self.family, row))
        return one if self.is_ours else one.for_others


def _need(code: str) -> str:
    return next((leaf.plain for leaf in words_of_needs([code]).values()), "") if code else ""


def _tasks_of(case_id: UUID, family: Family) -> dict[UUID, list[Task]]:
    """By goal, the actions of every version; each knows what it was where it was first written."""
    rows = PlanAction.objects.filter(goal__plan__case_id=case_id).select_related(
        "worker__user", "service", "person"
    )
    every = {row.pk: row for row in rows.order_by("by_when", "id")}
    found: dict[UUID, list[Task]] = {}
    for row in every.values():
        if row.voided_at is None:
            found.setdefault(row.goal_id, []).append(
                Task(_root(row, every), row.what, _who(row, family), row.state)
            )
    return found


def _root(row: PlanAction, every: Mapping[UUID, PlanAction]) -> UUID:
    former = every.get(row.carried_from_id) if row.carried_from_id else None
    return _root(former, every) if former else row.pk


def _who(row: PlanAction, family: Family) -> str:
    if row.person:
        return first_name(family, row.person.merged_into_id or row.person_id)
    return row.service.name if row.service else row.worker.user.name if row.worker else row.somebody


def beside(plan: Plan, versions: Iterable[Plan]) -> Plan | None:
    """The version that one lays beside this one: the one whose place it took, or else the next one, or else any other."""
    others = [each for each in versions if each.pk != plan.pk]
    former = [each for each in others if each.pk == plan.replaces_id]
    later = [each for each in reversed(others) if each.number > plan.number]
    return next(iter([*former, *later, *others]), None)
