"""A psychologist's three lines of support, their meetings, and the notes that only their author reads.

What is asked, when one meets and how it ended is of the team; what was said in the meetings is not.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.diary.vocabulary import (
    LineDecline,
    LineState,
    MeetingState,
    MissedWhy,
    Outcome,
    Rhythm,
    SupportKind,
    YesHow,
)
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.people.models import FamilyRow

OF_SUPPORT = Processing(
    purpose=_(
        "Offrire un sostegno psicologico al nucleo, ai genitori o ai ragazzi, e dire all'équipe a che punto è."
    ),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."),
    retention=_("Quanto il percorso della famiglia."),
)
OF_THE_SECRET = Processing(
    purpose=_("Gli appunti di chi ha il colloquio, che servono al suo lavoro e a nessun altro."),
    basis=_(
        "Art. 9.2.h e 9.3 del GDPR: segreto professionale; art. 11 del codice deontologico degli psicologi."
    ),
    retention=_("Cinque anni dalla fine del rapporto: art. 17 del codice deontologico degli psicologi."),
)
MEMBERSHIP = "organisations.Membership"
ANSWERED = (LineState.ACCEPTED, LineState.ENDED)


class SupportLine(FamilyRow, Versioned, Voidable):
    """What the team asks of a psychologist for some of a family: the question, the answer, where it stands."""

    processing: ClassVar = OF_SUPPORT

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="support_lines")
    kind = models.CharField(max_length=8, choices=SupportKind.choices)
    for_whom = ArrayField(models.UUIDField(), help_text="persons of the home")
    question = models.TextField()
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, help_text="as whoever asks wishes it")
    # Nullable so that a name out of sight leaves the row where it is.
    asked_by = models.ForeignKey(MEMBERSHIP, on_delete=models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()
    yes_of = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    yes_how = models.CharField(max_length=8, choices=YesHow.choices, blank=True)
    yes_on = models.DateField(null=True)
    yes_also = ArrayField(
        models.CharField(max_length=200), default=list, blank=True,
        help_text="persons by key, or who decides and is not of the family, in words",
    )  # fmt: skip
    yes_reason = models.CharField(max_length=300, blank=True, help_text="why one goes on without a yes")
    state = models.CharField(max_length=8, choices=LineState.choices, default=LineState.ASKED)
    psychologist = models.ForeignKey(MEMBERSHIP, on_delete=models.PROTECT, null=True, related_name="+")
    former = models.ForeignKey(
        MEMBERSHIP, on_delete=models.PROTECT, null=True, related_name="+",
        help_text="who followed it until it went to somebody else, not by their own hand",
    )  # fmt: skip
    left_at = models.DateTimeField(null=True, editable=False)
    answered_on = models.DateField(null=True)
    reason = models.CharField(max_length=12, choices=LineDecline.choices, blank=True)
    answer = models.CharField(max_length=600, blank=True, help_text="to the team")
    told_at = models.DateTimeField(null=True, editable=False, help_text="when whoever asked was last told")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SupportKind.values), name="support_kind_known"),
            models.CheckConstraint(condition=~Q(for_whom=[]), name="support_for_somebody"),
            models.CheckConstraint(
                condition=Q(state=LineState.ASKED, answered_on__isnull=True, psychologist__isnull=True)
                | Q(state__in=ANSWERED, answered_on__isnull=False, psychologist__isnull=False)
                | Q(state=LineState.DECLINED, answered_on__isnull=False),
                name="support_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(state=LineState.DECLINED) & ~Q(reason=""))
                | (~Q(state=LineState.DECLINED) & Q(reason="")),
                name="support_declined_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(yes_of__isnull=True, yes_how="", yes_on__isnull=True)
                | (Q(yes_of__isnull=False, yes_on__isnull=False) & ~Q(yes_how="")),
                name="support_yes_is_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-asked_on"], name="support_of_case"),
            models.Index(fields=["household"], name="support_of_household"),
            models.Index(
                fields=["team", "asked_on"],
                condition=Q(state=LineState.ASKED, voided_at__isnull=True),
                name="support_to_answer",
            ),
            models.Index(fields=["psychologist"], name="support_of_psychologist"),
            models.Index(
                fields=["team", "answered_on"],
                condition=Q(state=LineState.ACCEPTED, voided_at__isnull=True),
                name="support_of_team",
            ),
            models.Index(fields=["asked_by", "told_at"], name="support_asked_by"),
            models.Index(fields=["former"], condition=Q(former__isnull=False), name="support_left"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class SupportCycle(FamilyRow, Versioned):
    """So many meetings, so often, from a day on; and, at the end, its outcome. A line that is renewed has another one."""

    processing: ClassVar = OF_SUPPORT

    line = models.ForeignKey(SupportLine, on_delete=models.PROTECT, related_name="cycles")
    number = models.PositiveSmallIntegerField()
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices)
    starts_on = models.DateField()
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=14, choices=Outcome.choices, blank=True)
    words = models.TextField(blank=True, help_text="to the team")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="cycle_numbered_once"),
            models.UniqueConstraint(
                fields=["line"], condition=Q(ended_on__isnull=True), name="one_cycle_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, outcome="") | (Q(ended_on__isnull=False) & ~Q(outcome="")),
                name="cycle_ends_with_an_outcome",
            ),
        ]
        indexes = [models.Index(fields=["household"], name="cycle_of_household")]

    def __str__(self) -> str:
        return f"{self.number}"


class SupportMeeting(FamilyRow, Versioned):
    """One date of a cycle: planned, then held or missed; who was there, and nothing of what was said."""

    processing: ClassVar = OF_SUPPORT

    cycle = models.ForeignKey(SupportCycle, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField()
    hour = models.TimeField(null=True)
    moved_from = models.DateField(null=True, help_text="the day first agreed")
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    missed_why = models.CharField(max_length=14, choices=MissedWhy.choices, blank=True)
    present = ArrayField(models.UUIDField(), default=list, help_text="persons of the home")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "day"], name="one_meeting_a_day"),
            models.CheckConstraint(
                condition=(Q(state=MeetingState.MISSED) & ~Q(missed_why=""))
                | (~Q(state=MeetingState.MISSED) & Q(missed_why="")),
                name="meeting_missed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state=MeetingState.HELD) & ~Q(present=[]))
                | (~Q(state=MeetingState.HELD) & Q(present=[])),
                name="meeting_held_with_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["household"], name="meeting_of_household"),
            models.Index(
                fields=["day"], condition=Q(state=MeetingState.PLANNED), name="support_meeting_to_come"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class RestrictedNote(FamilyRow, Versioned):
    """What a psychologist writes down for their own work. Read by its author, and by whom they passed it on to.

    `corrects`: a note that was no longer to be changed, of the same author and line.
    """

    processing: ClassVar = OF_THE_SECRET

    line = models.ForeignKey(SupportLine, on_delete=models.PROTECT, related_name="notes")
    meeting = models.ForeignKey(SupportMeeting, on_delete=models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(MEMBERSHIP, on_delete=models.PROTECT, related_name="+")
    passed_to = models.ForeignKey(MEMBERSHIP, on_delete=models.PROTECT, null=True, related_name="+")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    written_at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="note_says_something"),
        ]
        indexes = [
            models.Index(fields=["line", "written_at"], name="note_of_line"),
            models.Index(fields=["household"], name="note_of_household"),
            models.Index(fields=["author", "-written_at"], name="note_of_author"),
        ]

    def __str__(self) -> str:
        return f"{self.written_at:%d/%m/%Y}"
