"""What is strong and what is hard, at a moment, in several points of view; and what children say of it themselves."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.vocabulary import (
    Agreed,
    Band,
    Face,
    FactorSide,
    Heard,
    ListeningPlace,
    Moment,
    NotHeard,
    Voice,
)
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.people.models import FamilyRow, Person
from intreccio.workshop.instruments.models import Instrument, Response

OF_THE_ASSESSMENT = Processing(
    purpose=_(
        "Guardare insieme che cosa va bene e che cosa è difficile, e misurare con la famiglia che cosa cambia."
    ),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."),
    retention=_("Quanto il percorso della famiglia."),
)


class Assessment(FamilyRow, Versioned, Voidable):
    """A family looked at with a family, at one moment of a case. Closed, it is read and no longer written."""

    processing: ClassVar = OF_THE_ASSESSMENT

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assessments")
    moment = models.CharField(max_length=2, choices=Moment.choices)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    begun_on = models.DateField()
    closed_on = models.DateField(null=True)
    # Nullable so that a name out of sight leaves the row where it is.
    begun_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    read_together = models.TextField(blank=True, help_text="what family and team read in it, in plain words")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "moment"],
                condition=Q(voided_at__isnull=True),
                name="one_assessment_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("begun_on")),
                name="assessment_closed_after_begun",
            ),
        ]
        indexes = [
            models.Index(fields=["household"], name="assessment_of_household"),
            models.Index(
                fields=["team", "begun_on"],
                condition=Q(closed_on__isnull=True, voided_at__isnull=True),
                name="assessment_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_moment_display())

    @property
    def is_open(self) -> bool:
        """It can still be written."""
        return self.closed_on is None and self.voided_at is None


class PointOfView(FamilyRow, Voidable):
    """One voice in an assessment: whose, who listened, when, and the answers."""

    processing: ClassVar = OF_THE_ASSESSMENT

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="points_of_view")
    voice = models.CharField(max_length=8, choices=Voice.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="+")
    heard_on = models.DateField()
    heard_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "voice", "person"],
                condition=Q(voided_at__isnull=True),
                nulls_distinct=False,
                name="one_response_a_voice",
            )
        ]


class KeptNear(models.Model):
    """What a child may keep to two people, whom it was told of: who listened, and who the family referred to when it was asked."""

    # Never changed: on a listening the whole team corrects who listened, and correcting must open nothing.
    heard_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Whoever the family refers to later has to ask the child anew.
    reference = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        abstract = True


class ChildWords(FamilyRow, Versioned, Voidable, KeptNear):
    """What a child says, in the child's own words, and whom it agrees to show them to; where there are none, why.

    Kept near, they are for who listened and for who the family referred to when the child was asked; for the team, they are of
    the team in charge alone: the database says so.
    """

    processing: ClassVar = OF_THE_ASSESSMENT

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="child_words")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    heard = models.CharField(max_length=8, choices=Heard.choices)
    words = models.TextField(blank=True)
    not_heard = models.CharField(max_length=12, choices=NotHeard.choices, blank=True)
    not_heard_words = models.CharField(
        max_length=300, blank=True, help_text="the reason, where it is none of ours"
    )
    agreed = models.CharField(max_length=9, choices=Agreed.choices, default=Agreed.NOT_ASKED)
    heard_on = models.DateField()
    listener = models.CharField(max_length=120, blank=True, help_text="who listened, if not who writes")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "person"],
                condition=Q(voided_at__isnull=True),
                name="a_child_speaks_once_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(agreed__in=Agreed.values)
                & (~Q(heard=Heard.NOT_YET) | Q(agreed=Agreed.NOT_ASKED, listener="")),
                name="only_words_are_agreed_on",
            ),
            models.CheckConstraint(
                condition=(Q(heard=Heard.NOT_YET) & Q(words="") & ~Q(not_heard=""))
                | (~Q(heard=Heard.NOT_YET) & ~Q(words="") & Q(not_heard="")),
                name="child_words_or_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(not_heard=NotHeard.OTHER) & ~Q(not_heard_words="")
                | ~Q(not_heard=NotHeard.OTHER) & Q(not_heard_words=""),
                name="another_reason_is_said",
            ),
        ]

    @property
    def is_kept_near(self) -> bool:
        """The child keeps them to those it was told of."""
        return self.agreed == Agreed.NEAR

    @property
    def why_not(self) -> str:
        """Why there are no words yet, in words."""
        return self.not_heard_words or str(self.get_not_heard_display())

    @property
    def who_listened(self) -> str:
        """By name; empty where nobody can be named."""
        return self.listener or (self.heard_by.user.name if self.heard_by else "")


class Sheet(FamilyRow, Voidable):
    """One instrument of the library that the team chose for this moment: about whom, who answers, and the answers.

    Seventeen looks at a child, what weighs on a family, competences, a parent's phase, totals from paper.
    """

    processing: ClassVar = OF_THE_ASSESSMENT

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="sheets")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", help_text="None: the whole family"
    )
    voice = models.CharField(max_length=8, choices=Voice.choices)
    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="+")
    heard_on = models.DateField()
    heard_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "instrument", "about", "voice"],
                condition=Q(voided_at__isnull=True),
                nulls_distinct=False,
                name="one_sheet_a_voice",
            )
        ]


class Factor(FamilyRow, Versioned, Voidable):
    """Something that protects a family or weighs on it, since a day and until another; a code of the library."""

    processing: ClassVar = OF_THE_ASSESSMENT

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="factors")
    about = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", help_text="None: the whole family"
    )
    side = models.CharField(max_length=8, choices=FactorSide.choices)
    code = models.CharField(max_length=30)
    words = models.CharField(max_length=300, blank=True, help_text="the fact, as it was seen or told")
    since = models.DateField()
    until = models.DateField(null=True, help_text="the first day on which it is no longer so")
    noted_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="factor_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(side__in=FactorSide.values), name="factor_side_known"),
        ]
        indexes = [models.Index(fields=["case", "since"], name="factor_of_case")]


class Listening(FamilyRow, Versioned, Voidable):
    """Once that a child was listened to: by whom, where, who else was there, and what the child answered, as it was said.

    A child may be listened to as often as it wants, in an assessment or outside of any.
    """

    processing: ClassVar = OF_THE_ASSESSMENT

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, null=True, related_name="listenings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    heard_on = models.DateField()
    heard_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    listener = models.CharField(max_length=120, blank=True, help_text="who listened and is not of the team")
    place = models.CharField(max_length=8, choices=ListeningPlace.choices)
    alone = models.BooleanField(help_text="with who listened, and nobody else")
    others = models.CharField(max_length=200, blank=True, help_text="who else was there")
    band = models.CharField(max_length=5, choices=Band.choices, blank=True, help_text="whose questions")
    face = models.CharField(max_length=8, choices=Face.choices, blank=True)
    answers = models.JSONField(default=list, help_text="code, asked, words: what was asked stays as it was")
    seen = models.TextField(blank=True, help_text="what was seen, where there are no words")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(alone=True, others="") | Q(alone=False) & ~Q(others=""),
                name="listening_alone_or_with_somebody",
            ),
            models.CheckConstraint(
                condition=Q(place__in=ListeningPlace.values)
                & Q(face__in=["", *Face.values])
                & Q(band__in=["", *Band.values]),
                name="listening_in_known_words",
            ),
            models.CheckConstraint(
                condition=Q(listener="") | Q(heard_by__isnull=True), name="listening_by_one_who_listened"
            ),
        ]
        indexes = [models.Index(fields=["household", "person", "heard_on"], name="listening_of_child")]

    @property
    def says_something(self) -> bool:
        """The child answered: in words, with a face, or with what was seen."""
        return bool(self.answers or self.face or self.seen)

    @property
    def who_listened(self) -> str:
        """By name; empty where nobody can be named."""
        return self.listener or (self.heard_by.user.name if self.heard_by else "")

    @property
    def is_open(self) -> bool:
        """It can still be written."""
        return self.voided_at is None and (self.assessment is None or self.assessment.is_open)


class ChildDrawing(FamilyRow, Versioned, Voidable, KeptNear):
    """What a child drew while somebody listened. Not agreed that others see it, it is for who kept it with the child and for who
    the family referred to when the child was asked: the database says so."""

    processing: ClassVar = OF_THE_ASSESSMENT

    listening = models.ForeignKey(Listening, on_delete=models.PROTECT, related_name="drawings")
    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120, blank=True, help_text="the child's own")
    words = models.CharField(max_length=500, blank=True, help_text="what the child says of it")
    shared = models.BooleanField(help_text="the child agrees that others than who listened see it")

    @property
    def is_kept_near(self) -> bool:
        """The child keeps it to those it was told of."""
        return not self.shared
