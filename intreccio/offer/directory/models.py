"""What is stored of services. Nothing here is about a family: whoever is at work reads all of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Record, Versioned
from intreccio.offer.directory.vocabulary import Cost, Isee, Residence, Status, VerificationMethod, Weekday
from intreccio.parties.organisations.models import PrinciplesCheck


class Service(Record, Versioned):
    """Something that a body offers to families. A null says «nobody knows yet», never «none»."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="services"
    )
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    need_codes = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    age_from_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="first month of age welcome"
    )
    age_to_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="first month no longer welcome"
    )
    eligibility = models.TextField(blank=True)
    residence = models.CharField(max_length=10, choices=Residence.choices, default=Residence.UNKNOWN)
    residence_codes = ArrayField(models.CharField(max_length=6), default=list, blank=True)
    isee = models.CharField(max_length=10, choices=Isee.choices, default=Isee.UNKNOWN)
    isee_limit = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    cost = models.CharField(max_length=10, choices=Cost.choices, default=Cost.UNKNOWN)
    cost_words = models.CharField(max_length=300, blank=True)
    languages = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    how_to_enter = models.TextField(blank=True)
    what_to_bring = models.TextField(blank=True)
    accessibility = models.TextField(blank=True)
    website = models.URLField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=60, blank=True)

    places_total = models.PositiveSmallIntegerField(null=True, blank=True)
    places_free = models.PositiveSmallIntegerField(null=True, blank=True)
    room_as_of = models.DateField(null=True, blank=True)
    waiting = models.CharField(max_length=120, blank=True)

    # Written by the trigger of Verification alone: saving without change verifies nothing.
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.UUIDField(null=True, blank=True)
    verification_method = models.CharField(max_length=10, choices=VerificationMethod.choices, blank=True)

    source = models.CharField(max_length=60, blank=True)
    source_key = models.CharField(max_length=400, blank=True)
    source_said = models.JSONField(
        default=dict, help_text="what the source said last time: only what it changes is written"
    )
    external_ids = models.JSONField(default=dict)

    # What searching needs, made anew by actions.index when the service, its places or its words change.
    search_name = models.CharField(max_length=200, editable=False)
    search_words = models.TextField(editable=False)
    at_municipalities = ArrayField(models.CharField(max_length=6), default=list, editable=False)
    at_provinces = ArrayField(models.CharField(max_length=2), default=list, editable=False)
    at_lats = ArrayField(models.FloatField(), default=list, editable=False)
    at_lons = ArrayField(models.FloatField(), default=list, editable=False)
    at_weekdays = ArrayField(models.IntegerField(), default=list, editable=False)
    weekdays_until = models.DateField(
        null=True, editable=False, help_text="first day on which at_weekdays may no longer be so"
    )

    class Meta:
        indexes = [
            models.Index(fields=["search_name", "id"], name="service_by_name"),
            models.Index(fields=["organisation", "search_name"], name="service_of_organisation"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], condition=~Q(source=""), name="one_service_a_source_key"
            ),
            models.CheckConstraint(
                condition=Q(age_to_months__gt=F("age_from_months")), name="service_ages_in_order"
            ),
            models.CheckConstraint(
                condition=Q(isee="limit", isee_limit__isnull=False) | (~Q(isee="limit") & Q(isee_limit=None)),
                name="service_isee_limit_said",
            ),
            models.CheckConstraint(
                condition=Q(residence="only", residence_codes__len__gt=0)
                | (~Q(residence="only") & Q(residence_codes=[])),
                name="service_residence_said",
            ),
            models.CheckConstraint(
                condition=Q(places_free=None) | Q(room_as_of__isnull=False), name="service_room_has_its_day"
            ),
            models.CheckConstraint(
                condition=Q(places_free__lte=F("places_total")), name="service_room_within_places"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ServiceLocation(Record):
    """Where a service is. The first that is open is the one that the form edits."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="locations")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True, help_text="ISTAT; empty where not known")
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True, help_text="first day without it")

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="service_point_whole",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.address


class Schedule(Record):
    """Every week, this day, from and to; `valid_until` is the first day without it. No rows: hours not known."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="schedules")
    location = models.ForeignKey(
        ServiceLocation, on_delete=models.PROTECT, null=True, related_name="schedules"
    )
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    note = models.CharField(max_length=160, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["weekday", "opens", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__in=Weekday.values), name="schedule_weekday_known"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="schedule_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens or ''}"


class Verification(Record):
    """Somebody checked that a service is still as written. Append-only; the service carries the last one."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="verifications")
    day = models.DateField()
    checked_by = models.UUIDField(null=True, help_text="a membership; empty where a source says it")
    method = models.CharField(max_length=10, choices=VerificationMethod.choices)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.service_id}: {self.day:%d/%m/%Y}"


class ServicePrinciples(PrinciplesCheck):
    """How a service stands with the six principles."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="principles")
