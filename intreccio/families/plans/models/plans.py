"""A family's plan: goals of children and of parents side by side, links between them, actions, who agrees and who does not.

A plan is one version. The next one is begun from it, and takes its place when it is accepted.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case, ConferenceDecision
from intreccio.families.plans.vocabulary import (
    ActionState,
    GoalFamily,
    HowAccepted,
    PlanState,
    ProposalState,
    Reached,
    ResourceKind,
    Side,
    Strand,
    YesGone,
)
from intreccio.ground.design.vocabulary import Picture
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.offer.directory.models import Service
from intreccio.parties.organisations.models import PrinciplesCheck
from intreccio.parties.people.models import FamilyRow, Person
from intreccio.workshop.documents.models import Document

OF_THE_PLAN = Processing(
    purpose=_("Decidere con la famiglia che cosa si vuole cambiare, chi fa che cosa, e vedere se è servito."),
    basis=_(
        "Art. 6.1.e e 9.2.g del GDPR; artt. 14 e 22 della legge 328/2000: progetti individuali e sostegno ai minori."
    ),
    retention=_("Quanto il percorso della famiglia."),
)


class Plan(FamilyRow, Versioned, Voidable):
    """One version of a family's plan."""

    processing: ClassVar = OF_THE_PLAN

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField(help_text="1, 2, … within the case")
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    begun_on = models.DateField()
    in_force_since = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    review_where = models.CharField(max_length=160, blank=True)
    without_reason = models.CharField(
        max_length=300,
        blank=True,
        help_text="why it began without the yes of somebody who decides for a child",
    )
    unheard_reason = models.CharField(
        max_length=300, blank=True, help_text="why it began before a boy or girl of an age to be heard was"
    )
    one_side_reason = models.CharField(
        max_length=300, blank=True, help_text="why it began with goals of one generation only"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="plan_number_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="draft", voided_at__isnull=True), name="one_plan_in_draft"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state="in_force", voided_at__isnull=True),
                name="one_plan_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(in_force_since__isnull=False, review_on__isnull=False),
                name="plan_in_force_has_its_days",
            ),
        ]
        indexes = [models.Index(fields=["household", "-number"], name="plan_of_household")]


class Goal(FamilyRow, Versioned, Voidable):
    """Something that should change, for a child or for a parent, with five steps described beforehand."""

    processing: ClassVar = OF_THE_PLAN

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    origin = models.UUIDField(
        help_text="the goal it was in its first version: how far it is follows it from one to the next"
    )
    order = models.PositiveSmallIntegerField(default=1)
    side = models.CharField(max_length=8, choices=Side.choices)
    strand = models.CharField(max_length=10, choices=Strand.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    need_code = models.CharField(max_length=60, blank=True)
    look = models.CharField(
        max_length=30, blank=True, default="", help_text="code of one of the seventeen looks"
    )
    title = models.CharField(max_length=200)
    why = models.CharField(max_length=300, blank=True)
    steps = ArrayField(models.CharField(max_length=200, blank=True), size=5, help_text="from −2 to +2")
    start = models.SmallIntegerField(choices=Reached.choices)
    aim = models.SmallIntegerField(choices=Reached.choices, default=Reached.EXPECTED)
    child_words = models.CharField(max_length=200, blank=True, help_text="as it is said to a child")
    picture = models.CharField(max_length=10, choices=Picture.choices, blank=True)
    goal_families = ArrayField(
        models.CharField(max_length=10, choices=GoalFamily.choices), default=list, blank=True,
        help_text="which of the five a child's goal is of; empty: nobody has said",
    )  # fmt: skip
    own_time = models.CharField(
        max_length=120, blank=True, help_text="a child's own time: «quando è pronta», and no day"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(steps__len=5), name="goal_has_five_steps"),
            models.CheckConstraint(
                condition=Q(start__range=(-2, 2), aim__range=(-2, 2)), name="goal_starts_on_its_scale"
            ),
            models.CheckConstraint(
                condition=Q(goal_families__contained_by=GoalFamily.values), name="goal_families_known"
            ),
            models.CheckConstraint(
                condition=Q(side=Side.CHILDREN) | Q(goal_families__len=0, own_time=""),
                name="goal_families_of_children",
            ),
        ]
        indexes = [models.Index(fields=["origin"], name="goal_through_versions")]


class GoalLink(FamilyRow, Voidable):
    """«Si tengono»: when one of these moves, the other can."""

    processing: ClassVar = OF_THE_PLAN

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="links")
    child_goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="links_to_parents")
    parent_goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="links_to_children")
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(child_goal=F("parent_goal")), name="goal_not_linked_to_itself"
            ),
            models.UniqueConstraint(
                fields=["child_goal", "parent_goal"],
                condition=Q(voided_at__isnull=True),
                name="goals_linked_once",
            ),
        ]


class GoalScore(FamilyRow, Voidable):
    """How far a goal is on a day. Written once; the last one that stands is where it is now."""

    processing: ClassVar = OF_THE_PLAN

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="scores")
    level = models.SmallIntegerField(choices=Reached.choices)
    day = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    at_review = models.BooleanField(default=False)
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(level__range=(-2, 2)), name="score_on_its_scale")]
        indexes = [models.Index(fields=["goal", "-day", "-id"], name="score_of_goal")]


class FamilyResource(FamilyRow, Versioned, Voidable):
    """Something that the family brings and that one can count on: of one of them, of somebody near by name, of all of them."""

    processing: ClassVar = OF_THE_PLAN

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+",
        help_text="None, and nobody by name: the whole family",
    )  # fmt: skip
    somebody = models.CharField(max_length=120, blank=True, help_text="a neighbour, a grandmother, by name")
    kind = models.CharField(max_length=6, choices=ResourceKind.choices)
    what = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, help_text="the first day on which one no longer counts on it")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(person__isnull=True) | Q(somebody=""), name="resource_of_one"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="resource_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=Q(kind__in=ResourceKind.values), name="resource_kind_known"),
        ]
        indexes = [models.Index(fields=["household", "since"], name="resource_of_household")]


class PlanAction(FamilyRow, Versioned, Voidable):
    """Who does what by when: somebody of the family, somebody at work, a service, or somebody else by name."""

    processing: ClassVar = OF_THE_PLAN

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, related_name="+")
    somebody = models.CharField(max_length=120, blank=True)
    by_when = models.DateField(null=True)
    rhythm = models.CharField(max_length=80, blank=True, help_text="«ogni sabato», where there is no day")
    state = models.CharField(max_length=8, choices=ActionState.choices, default=ActionState.TO_DO)
    state_since = models.DateField()
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    resource = models.ForeignKey(FamilyResource, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, worker__isnull=True, service__isnull=True, somebody="")
                | Q(person__isnull=True, worker__isnull=False, service__isnull=True, somebody="")
                | Q(person__isnull=True, worker__isnull=True, service__isnull=False, somebody="")
                | (Q(person__isnull=True, worker__isnull=True, service__isnull=True) & ~Q(somebody="")),
                name="action_has_one_doer",
            )
        ]
        indexes = [
            models.Index(
                fields=["worker", "by_when"],
                condition=Q(state="to_do", voided_at__isnull=True),
                name="action_waiting",
            )
        ]


class Disagreement(FamilyRow, Versioned, Voidable):
    """What we do not agree on, in the words of each, and how we go on."""

    processing: ClassVar = OF_THE_PLAN

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="disagreements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    somebody = models.CharField(max_length=120, blank=True)
    words = models.TextField()
    team_thinks = models.TextField(blank=True)
    how_we_go_on = models.TextField(blank=True)
    said_on = models.DateField()
    settled_on = models.DateField(null=True)
    settled_how = models.TextField(blank=True)
    shared = models.BooleanField(
        default=False,
        help_text="a minor agrees that the family and others read it; of a grown-up nobody asks",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, settled_how="")
                | (Q(settled_on__isnull=False, settled_on__gte=F("said_on")) & ~Q(settled_how="")),
                name="disagreement_settled_with_words",
            )
        ]


class Acceptance(FamilyRow, Voidable):
    """Somebody said yes to a plan: who, when, how, with which reservation."""

    processing: ClassVar = OF_THE_PLAN

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="acceptances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    somebody = models.CharField(max_length=160, blank=True, help_text="who decides and is not of the family")
    how = models.CharField(max_length=12, choices=HowAccepted.choices)
    day = models.DateField()
    reservation = models.CharField(max_length=300, blank=True)
    reservation_shared = models.BooleanField(
        default=False, help_text="a minor agrees that the family and others read the reservation"
    )
    mark = models.OneToOneField(
        Document, on_delete=models.PROTECT, null=True, related_name="+", help_text="picture of the signature"
    )
    imprint = models.CharField(
        max_length=64, blank=True, help_text="of the words it is about (rules/signing.imprint_of)"
    )
    form = models.CharField(max_length=20, blank=True, help_text="recipe of the imprint (rules/signing)")
    covers = ArrayField(
        models.UUIDField(), default=list, blank=True, help_text="the actions that stood when it was said"
    )
    gone = models.CharField(
        max_length=10,
        choices=YesGone.choices,
        blank=True,
        help_text="why it no longer counts; of before nobody has said",
    )
    listened_by = models.ForeignKey(
        "organisations.Membership",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="to a minor",
    )
    written_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, worker__isnull=True, somebody="")
                | Q(person__isnull=True, worker__isnull=False, somebody="")
                | (Q(person__isnull=True, worker__isnull=True) & ~Q(somebody="")),
                name="acceptance_of_one_person",
            ),
            models.CheckConstraint(
                condition=Q(gone="") | Q(gone__in=YesGone.values, voided_at__isnull=False),
                name="yes_gone_once_annulled",
            ),
            models.UniqueConstraint(
                fields=["plan", "person", "worker", "somebody"],
                condition=Q(voided_at__isnull=True),
                nulls_distinct=False,
                name="accepted_once",
            ),
            models.CheckConstraint(
                condition=~Q(how="drawn") | Q(mark__isnull=False), name="drawn_is_there_to_be_seen"
            ),
            models.CheckConstraint(
                condition=~Q(how="signed_in") | Q(worker__isnull=False), name="signed_in_by_who_works"
            ),
            models.CheckConstraint(
                condition=~Q(how="link") | Q(person__isnull=False), name="link_used_by_the_family"
            ),
        ]


class ActionProposal(FamilyRow, Versioned):
    """What a meeting decided, proposed to the plan: taken up as an action of a version, or left aside with a reason."""

    processing: ClassVar = OF_THE_PLAN

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="proposals")
    decision = models.OneToOneField(ConferenceDecision, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.WAITING)
    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", action__isnull=True, reason="", settled_on__isnull=True)
                | Q(state="taken_up", action__isnull=False, reason="", settled_on__isnull=False)
                | (Q(state="left_aside", action__isnull=True, settled_on__isnull=False) & ~Q(reason="")),
                name="proposal_settled_one_way",
            )
        ]
        indexes = [models.Index(fields=["case"], condition=Q(state="waiting"), name="proposal_waiting")]


class PlanPrinciples(FamilyRow, PrinciplesCheck):
    """How a version of a plan stands with the six principles: it looks at our work, not at the family."""

    processing: ClassVar = OF_THE_PLAN

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="principles")

    class Meta(PrinciplesCheck.Meta):
        pass
