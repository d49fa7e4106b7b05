"""Which languages are spoken, by whom, and in which of them a linguistic and cultural mediator is needed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.parties.people.models.households import OF_THE_FAMILY, FamilyRow
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import LanguageUse


class Language(FamilyRow, Versioned, Voidable):
    """A language and what it is to somebody, where known from when to when (`until` excluded).

    Without a person it was said of the home, and nobody said of whom; a mediator may then be needed in a language unsaid.
    """

    processing: ClassVar = OF_THE_FAMILY

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    use = models.CharField(max_length=8, choices=LanguageUse.choices)
    code = models.CharField(max_length=5, blank=True, help_text="ISO 639, or other")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                name="language_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(code="") | Q(use="mediator", person__isnull=True),
                name="only_a_mediator_of_the_home_has_no_language",
            ),
            models.CheckConstraint(
                condition=~Q(use="prefers") | Q(person__isnull=False), name="somebody_prefers_a_language"
            ),
            models.UniqueConstraint(
                fields=["household", "person", "use", "code"],
                condition=Q(until__isnull=True, voided_at__isnull=True),
                nulls_distinct=False,
                name="a_language_said_once",
            ),
        ]
