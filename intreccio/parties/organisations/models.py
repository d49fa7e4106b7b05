"""Who is in the network: bodies, their places, projects and teams, and the hats that people wear."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.models import Colleague
from intreccio.ground.accounts.roles import CHOICES
from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.vocabulary import (
    EndReason,
    GoalStep,
    MembershipKind,
    OrganisationKind,
    Profession,
    Standing,
    TeamKind,
)
from intreccio.workshop.instruments.models import Checklist


class Organisation(Record, Versioned):
    """A body: member of the network, partner, or only listed because it offers something."""

    name = models.CharField(max_length=160)
    search_name = models.CharField(max_length=160, blank=True, db_default="", editable=False)
    standing = models.CharField(max_length=10, choices=Standing.choices)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    fiscal_code = models.CharField(max_length=16, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    website = models.URLField(blank=True)
    about = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["name"], name="organisation_by_name"),
            models.Index(fields=["search_name", "id"], name="organisation_list"),
        ]

    def __str__(self) -> str:
        return self.name


class Site(Record, Versioned):
    """A place where a body works."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=5, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Project(Record, Versioned):
    """Something that several bodies do together for a time."""

    name = models.CharField(max_length=160)
    lead = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="projects")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    about = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class Team(Record, Versioned):
    """People of one or more bodies who answer together for families. Families belong to a team's sight."""

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=TeamKind.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="teams"
    )
    municipality_codes = ArrayField(models.CharField(max_length=6), default=list, blank=True)
    is_default_desk = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_default_desk"], condition=Q(is_default_desk=True), name="one_default_desk"
            ),
            models.CheckConstraint(
                condition=Q(is_default_desk=False) | Q(kind="desk"), name="default_desk_is_a_desk"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_closed_on(self, day: date) -> bool:
        """Whether nobody works in it any more."""
        return self.closed_on is not None and self.closed_on <= day


class BodyTeams(models.Model):
    """The teams of a body in one row, kept by the database as they are made: whoever leads hundreds of them is asked
    which they are by every table of a page. Read by `teams_of` alone (decision 106)."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    teams = ArrayField(models.UUIDField())


class TeamPost(Record, Versioned):
    """Planned composition: how many of a profession a team should have. The difference is an open post.

    Without a profession it is the total that was stated: what it says more than the professions has no role yet.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="posts")
    profession = models.CharField(max_length=20, choices=Profession.choices, blank=True)
    planned = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "profession"], name="one_post_a_profession")]


class Membership(Record, Versioned):
    """A hat: somebody, in a body, in a role, for a time (`until` is the first day without it)."""

    processing: ClassVar = Processing(
        purpose=_(
            "Sapere chi lavora o partecipa in ogni ente, e dare a ciascuno solo ciò che gli serve vedere."
        ),
        basis=_("Esecuzione del rapporto di lavoro o associativo, art. 6.1.b GDPR."),
        retention=_("Dieci anni dalla fine del ruolo: serve a dire chi ha potuto vedere che cosa."),
    )

    user = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    kind = models.CharField(max_length=12, choices=MembershipKind.choices)
    role = models.CharField(max_length=20, choices=CHOICES)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=200, blank=True, choices=EndReason.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(kind="user_member") | Q(role="participant"), name="user_member_participates"
            ),
            ExclusionConstraint(
                name="one_hat_a_role_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (Func("since", "until", RangeBoundary(), function="DATERANGE"), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class TeamMembership(Record, Versioned):
    """A hat at work in a team, with a profession, for a time."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="teams")
    profession = models.CharField(max_length=20, choices=Profession.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="once_in_a_team_at_a_time",
                # Membership first: `teams_of` reads this index at every request.
                expressions=[
                    ("membership", RangeOperators.EQUAL),
                    ("team", RangeOperators.EQUAL),
                    (Func("since", "until", RangeBoundary(), function="DATERANGE"), RangeOperators.OVERLAPS),
                ],
            )
        ]


class Invitation(Record):
    """Somebody asked to join: becomes a membership when the one-time link is opened."""

    processing: ClassVar = Processing(
        purpose=_("Invitare chi lavora o partecipa in un ente della rete."),
        basis=_("Esecuzione del rapporto di lavoro o associativo, art. 6.1.b GDPR."),
        retention=_("Un anno dall'invito."),
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=MembershipKind.choices)
    role = models.CharField(max_length=20, choices=CHOICES)
    invited_by = models.UUIDField()
    invited_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "-invited_at"],
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_open",
            ),
        ]


class PrinciplesCheck(Checklist):
    """The six principles, looked at on a day: who answered, and who looks again. Areas above say at what."""

    by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    again_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(again_on__isnull=True) | Q(again_on__gt=F("day")), name="%(class)s_again_later"
            )
        ]


class ProjectPrinciples(PrinciplesCheck):
    """How a project that several bodies do together stands with the six principles."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="principles")


class StrategyGoal(Record, Versioned, Voidable):
    """What a team wants to change, and how it will see it. `project`: the goal is of every team of that project."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="goals", help_text="who writes it")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, related_name="goals")
    change = models.CharField(max_length=200)
    why = models.CharField(max_length=600)
    due = models.DateField()
    sign = models.CharField(max_length=600, help_text="how it will be seen")
    indicator = models.CharField(
        max_length=120, blank=True, help_text="a figure of the observatory, in words"
    )
    carer = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["project"], name="strategy_goal_of_project")]

    def __str__(self) -> str:
        return self.change


class StrategyLook(Record, Voidable):
    """Where a goal stood on a day. The last one says how far it is."""

    goal = models.ForeignKey(StrategyGoal, on_delete=models.PROTECT, related_name="looks")
    day = models.DateField()
    step = models.CharField(max_length=10, choices=GoalStep.choices)
    words = models.CharField(max_length=1200)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="strategy_look_says_why")]


class Appointment(Record, Versioned, Voidable):
    """Who coordinates a team meets a body: when, about what; afterwards what was agreed and the next step. No family is in it."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="appointments")
    day = models.DateField()
    hour = models.TimeField()
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    whom = models.CharField(max_length=160, blank=True, help_text="who, or a body that is not in the list")
    place = models.CharField(max_length=160, blank=True)
    about = models.CharField(max_length=300)
    agreed = models.CharField(max_length=2000, blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True)
    next_done_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["team", "-day"], name="appointment_of_team")]
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=False) | ~Q(whom=""), name="appointment_is_with_somebody"
            ),
            models.CheckConstraint(
                condition=Q(next_step="", next_on__isnull=True)
                | (~Q(next_step="") & ~Q(agreed="") & Q(next_on__gte=F("day"))),
                name="next_step_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(next_done_on__isnull=True) | Q(next_on__isnull=False),
                name="next_step_done_is_one",
            ),
        ]

    @property
    def with_whom(self) -> str:
        """The body, and who of it."""
        return " · ".join(each for each in (self.body.name if self.body else "", self.whom) if each)
