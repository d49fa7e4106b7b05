"""Who else may open a household, and the words that lead to it."""

from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Record
from intreccio.parties.people.models.households import OF_SHARING, OF_THE_FAMILY, FamilyRow, Household
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import GrantPurpose, Level


class GrantsQuerySet(models.QuerySet["Grant"]):
    """What opens a household to somebody."""

    def standing(self, day: date) -> Self:
        """Those that open something on `day`."""
        return self.filter(
            Q(until__isnull=True) | Q(until__gt=day), withdrawn_at__isnull=True, since__lte=day
        )

    def not_over(self, day: date) -> Self:
        """Those that open something on `day` or will later."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), withdrawn_at__isnull=True)

    def to_body(self, organisation_id: UUID) -> Self:
        """Those given to a body or to a team of it."""
        return self.filter(Q(to_organisation=organisation_id) | Q(to_team__organisation=organisation_id))


Grants = models.Manager.from_queryset(GrantsQuerySet)


class Grant(Record):
    """Who else may open a household: a team or a body, at a level, for a purpose, from when to when."""

    processing: ClassVar = OF_SHARING

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="grants")
    to_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, null=True, related_name="+")
    to_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    purpose = models.CharField(max_length=15, choices=GrantPurpose.choices)
    reason = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    granted_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=200, blank=True)

    objects = Grants()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_team__isnull=True) ^ Q(to_organisation__isnull=True),
                name="grant_to_one_grantee",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="grant_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_team", "household"], condition=Q(withdrawn_at__isnull=True), name="grant_to_team"
            ),
            models.Index(
                fields=["to_organisation", "household"],
                condition=Q(withdrawn_at__isnull=True),
                name="grant_to_body",
            ),
        ]


class SearchWord(FamilyRow):
    """Comparable words that lead to a household: names, codes, telephone digits. Read only by the search function."""

    processing: ClassVar = OF_THE_FAMILY

    # No index of their own: the two that the search function leads by begin with these columns.
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+", db_index=False)
    team = models.ForeignKey(
        "organisations.Team", on_delete=models.PROTECT, related_name="+", editable=False, db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    word = models.CharField(max_length=80)
    demand = models.PositiveSmallIntegerField(choices=Level.choices)
