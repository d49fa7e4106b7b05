"""Along a path: what was looked at, and the letters that went."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from intreccio.families.plans.models.paths import OF_THE_PATH, FamilyPath
from intreccio.families.plans.vocabulary import LetterWay, Looked
from intreccio.ground.kernel.models import Voidable
from intreccio.parties.organisations.models import Membership
from intreccio.parties.people.models import FamilyRow, Person


class PathCheck(FamilyRow, Voidable):
    """How one of the things to look at stood on a day, for one child or for all. The last one counts, the others stay."""

    processing: ClassVar = OF_THE_PATH

    path = models.ForeignKey(FamilyPath, on_delete=models.PROTECT, related_name="checks")
    item = models.CharField(max_length=40, help_text="the code of a check of the path's version")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=10, choices=Looked.choices)
    words = models.CharField(max_length=300, blank=True)
    day = models.DateField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="not_yet") | ~Q(words=""), name="what_is_not_yet_says_what_is_missing"
            ),
            models.CheckConstraint(
                condition=~Q(answer="told") | ~Q(words=""), name="what_was_told_is_written"
            ),
        ]

    @property
    def said_by(self) -> str:
        """By name."""
        return self.by.user.name


class PathLetter(FamilyRow, Voidable):
    """A letter that went, in the words in which it went; or that was left aside, and why."""

    processing: ClassVar = OF_THE_PATH

    path = models.ForeignKey(FamilyPath, on_delete=models.PROTECT, related_name="letters")
    letter = models.CharField(max_length=40, help_text="the code of a letter of the path's version")
    turn = models.PositiveSmallIntegerField(help_text="0 the letter, 1 its first reminder")
    way = models.CharField(max_length=10, choices=LetterWay.choices)
    day = models.DateField()
    words = models.TextField(max_length=4000, help_text="as it went; why not, where it was left aside")
    answered_on = models.DateField(null=True, help_text="from then on it is not recalled")
    unanswered_why = models.CharField(
        max_length=200, blank=True, help_text="why an answer that was written here counts no more"
    )
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "letter", "turn"],
                condition=Q(voided_at__isnull=True),
                name="a_letter_goes_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("day")),
                name="answered_after_it_went",
            ),
            models.CheckConstraint(
                condition=Q(unanswered_why="") | Q(answered_on__isnull=True), name="answered_or_not"
            ),
        ]

    @property
    def said_by(self) -> str:
        """By name."""
        return self.by.user.name
