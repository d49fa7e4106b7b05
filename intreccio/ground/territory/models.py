"""What is stored of places. Everybody reads it; only the keeper writes it."""

from datetime import date
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from intreccio.ground.territory.rules.distance import Point


class Region(models.Model):
    """One of the twenty regions."""

    code = models.CharField(primary_key=True, max_length=2, help_text="ISTAT, with its leading zero")
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Province(models.Model):
    """A province, metropolitan city or free consortium, by the letters of its number plate."""

    sigla = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=80)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="provinces")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    """Named readings."""

    def on(self, day: date) -> "MunicipalityQuerySet":
        """Those that exist on a day."""
        begun = models.Q(valid_from=None) | models.Q(valid_from__lte=day)
        return self.filter(begun).filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day))


class Municipality(models.Model):
    """A municipality through time.

    Its key is the Belfiore (land registry) code: it stays when provinces are drawn anew, while the ISTAT code changes
    (in 2026 for every one of Sardinia's in a new province). A merger ends two rows and begins a third.
    """

    code = models.CharField(primary_key=True, max_length=4, help_text="Belfiore")
    istat = models.CharField(
        max_length=6, unique=True, help_text="with its leading zero; changes with the province"
    )
    former_istat = ArrayField(
        models.CharField(max_length=6), default=list, help_text="codes that older rows still carry"
    )
    name = models.CharField(max_length=100)
    name_other = models.CharField(max_length=100, blank=True, help_text="in German, French or Slovenian")
    search_name = models.CharField(max_length=100, db_index=True, editable=False)
    search_other = models.CharField(max_length=100, blank=True, db_index=True, editable=False)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="municipalities")
    lat = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    lon = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    population = models.PositiveIntegerField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True, help_text="its last day")
    source = models.CharField(max_length=100, help_text="the list that last wrote this row")

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        ordering = ["search_name"]
        constraints = [
            models.CheckConstraint(
                name="municipality_code_shape", condition=models.Q(code__regex=r"^[A-Z][0-9]{3}$")
            ),
            models.CheckConstraint(
                name="municipality_istat_shape", condition=models.Q(istat__regex=r"^[0-9]{6}$")
            ),
            models.CheckConstraint(
                name="municipality_point_whole",
                condition=models.Q(lat=None, lon=None) | models.Q(lat__isnull=False, lon__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.province_id})"

    @property
    def point(self) -> Point | None:
        """Latitude and longitude of its centre, where known."""
        lat, lon = self.lat, self.lon
        return (Decimal(lat), Decimal(lon)) if lat is not None and lon is not None else None


class District(models.Model):
    """A named set of municipalities that plan together. Which they are is configuration, not law."""

    code = models.CharField(primary_key=True, max_length=40)
    name = models.CharField(max_length=120)
    municipalities = models.ManyToManyField(Municipality, related_name="districts")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
