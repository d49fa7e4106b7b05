"""The case, who works on it, and each dated step with its motive.

Rows follow the household to whatever team answers for it.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.vocabulary import (
    ENDED_STAGES,
    IN_CHARGE_STAGES,
    Addressee,
    AsideReason,
    FollowUpMonths,
    HowItGoes,
    Motive,
    PromptKind,
    Stage,
    WorkerEnd,
)
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.vocabulary import Profession
from intreccio.parties.people.models import FamilyRow

OF_THE_CASE = Processing(
    purpose=_(
        "Accompagnare la famiglia: decidere insieme, sapere chi lavora con loro, ricordare i passi fatti."
    ),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."),
    retention=_(
        "Quanto stabilisce il massimario di scarto del comune titolare; nelle cooperative, fino alla fine dell'affidamento."
    ),
)
OPEN = Q(ended_on__isnull=True, voided_at__isnull=True)


class Case(FamilyRow, Versioned, Voidable):
    """A family's way with us, from the preliminary analysis on. One open at a time."""

    processing: ClassVar = OF_THE_CASE

    code = models.CharField(max_length=24, unique=True)
    stage = models.CharField(max_length=24, choices=Stage.choices)
    stage_since = models.DateField()
    asked_on = models.DateField(null=True, help_text="first signal or contact, where there was one")
    opened_on = models.DateField()
    in_charge_since = models.DateField(null=True)
    review_on = models.DateField(null=True, help_text="when the family and we look together, last agreed")
    ended_on = models.DateField(null=True)
    team_since = models.DateField(help_text="since when the team of today answers for the family")
    responsible = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    motive = models.CharField(max_length=20, choices=Motive.choices)
    why = models.CharField(max_length=600, blank=True)
    needs = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    unread_summary = models.UUIDField(
        null=True, help_text="the step of a hand-over that nobody here has read"
    )
    from_contact = models.UUIDField(null=True)
    from_signal = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["household"], condition=OPEN, name="one_open_case_a_household"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="case_stage_known"),
            models.CheckConstraint(
                condition=Q(stage__in=ENDED_STAGES, ended_on__isnull=False)
                | (~Q(stage__in=ENDED_STAGES) & Q(ended_on__isnull=True)),
                name="case_ended_where_its_stage_says",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=(*IN_CHARGE_STAGES, Stage.CLOSED))
                | Q(in_charge_since__isnull=False, in_charge_since__gte=F("opened_on")),
                name="case_in_charge_since_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("opened_on")),
                name="case_ends_after_it_opens",
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "stage", "stage_since", "id"],
                condition=Q(voided_at__isnull=True),
                name="case_list",
            ),
            # Whoever answers for many teams reads along this one, the others along the one before: the planner knows.
            models.Index(
                fields=["stage", "stage_since", "id"],
                condition=Q(voided_at__isnull=True),
                name="case_by_stage",
            ),
            models.Index(fields=["household", "-opened_on"], name="case_of_household"),
            models.Index(fields=["responsible"], condition=OPEN, name="case_by_responsible"),
            models.Index(
                fields=["team"], condition=OPEN & Q(responsible__isnull=True), name="case_without_responsible"
            ),
            models.Index(fields=["team", "review_on"], condition=OPEN, name="case_review_in_week"),
            models.Index(fields=["review_on"], condition=OPEN, name="case_review_to_remind"),
        ]

    def __str__(self) -> str:
        return self.code


class CaseWorker(FamilyRow, Versioned):
    """Somebody at work with the family, in the profession and for the body of that day (`until` excluded)."""

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="workers")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    profession = models.CharField(max_length=20, choices=Profession.choices)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    why = models.CharField(max_length=300, blank=True)
    end_reason = models.CharField(max_length=20, choices=WorkerEnd.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "membership"], condition=Q(until__isnull=True), name="once_at_work_on_a_case"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="work_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, end_reason="") | (Q(until__isnull=False) & ~Q(end_reason="")),
                name="work_ends_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["membership"], condition=Q(until__isnull=True), name="case_worker_now")
        ]

    def __str__(self) -> str:
        return f"{self.get_profession_display()}, {self.since:%d/%m/%Y}"


class CaseStep(FamilyRow):
    """One line of the log: from stage to stage (the same stage where the family changes hands), why, in whose words."""

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=30)
    stage_from = models.CharField(max_length=24, blank=True)
    stage_to = models.CharField(max_length=24, choices=Stage.choices)
    day = models.DateField()
    motive = models.CharField(max_length=20, choices=Motive.choices)
    words = models.TextField(blank=True)
    from_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, null=True, related_name="+")
    to_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, null=True, related_name="+")
    # Nullable so that a name out of sight leaves the line where it is.
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "day"], name="case_step_in_order")]

    def __str__(self) -> str:
        return f"{self.stage_from or '·'} → {self.stage_to}, {self.day:%d/%m/%Y}"


class CaseFollowUp(FamilyRow, Versioned, Voidable):
    """What was agreed at closing for 6 and for 12 months later. Left out with a reason, or overtaken by a reopening: voided."""

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField(choices=FollowUpMonths.choices)
    due_on = models.DateField()
    what = models.CharField(max_length=300, blank=True)
    # Nullable: whoever was to call may have left, and then it is the team's.
    who = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")
    moved_why = models.CharField(max_length=200, blank=True)
    reminded_at = models.DateTimeField(null=True, editable=False)
    done_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, choices=HowItGoes.choices, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "months"],
                condition=Q(done_on__isnull=True, voided_at__isnull=True),
                name="one_follow_up_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(months__in=FollowUpMonths.values), name="follow_up_months_known"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, outcome="") | (Q(done_on__isnull=False) & ~Q(outcome="")),
                name="follow_up_done_with_an_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "due_on"], name="follow_up_of_case"),
            models.Index(
                fields=["team", "due_on"],
                condition=Q(done_on__isnull=True, voided_at__isnull=True),
                name="follow_up_to_come",
            ),
            models.Index(
                fields=["who", "due_on"],
                condition=Q(done_on__isnull=True, voided_at__isnull=True),
                name="follow_up_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_months_display()}, {self.due_on:%d/%m/%Y}"


class Report(FamilyRow):
    """A report that has left, as it left (law 12): its paper is a document of the family, and nothing of it changes.

    A mistake is voided as any document is.
    """

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    document = models.OneToOneField("people.FamilyDocument", on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField(max_length=12, choices=Addressee.choices)
    to_whom = models.CharField(max_length=200)
    purpose = models.CharField(max_length=300)
    parts = ArrayField(models.CharField(max_length=30), default=list)
    more_reason = models.CharField(max_length=200, blank=True, help_text="why more than the minimum")
    sent_on = models.DateField()
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(addressee__in=Addressee.values), name="report_addressee_known"
            ),
            models.CheckConstraint(
                condition=~Q(to_whom="") & ~Q(purpose=""), name="report_says_to_whom_and_why"
            ),
        ]
        indexes = [models.Index(fields=["case", "-sent_on"], name="report_of_case")]

    def __str__(self) -> str:
        return f"{self.get_addressee_display()}, {self.sent_on:%d/%m/%Y}"


class PromptSetAside(FamilyRow, Voidable):
    """A prompt that somebody set aside, with a reason: until a day, or until something newer than `as_of` happens. Taken back: voided."""

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        max_length=20, help_text="of `PromptKind`; of an area above, with its name: `school-lost`"
    )
    subject_id = models.UUIDField(help_text="the case, or the goal or request that the prompt is about")
    as_of = models.DateField(help_text="the last day that the prompt knew of; a later one brings it back")
    day = models.DateField()
    reason = models.CharField(max_length=20, choices=AsideReason.choices)
    words = models.CharField(max_length=300)
    until = models.DateField(null=True)
    # Nullable so that a name out of sight leaves the row where it is.
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=PromptKind.values) | Q(kind__regex=r"^[a-z]+-[a-z_]+$"),
                name="set_aside_kind_known",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="set_aside_says_why"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("day")), name="set_aside_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(
                fields=["case", "kind", "subject_id"],
                condition=Q(voided_at__isnull=True),
                name="set_aside_of_case",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.day:%d/%m/%Y}"
