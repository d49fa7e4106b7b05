"""A number (or a small table of numbers) that holds from a day to a day."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models

from intreccio.ground.kernel.models import Record


class Days(models.Func):
    """The days of a row as a range, first and last day included; no last day means for good."""

    function = "daterange"
    output_field = DateRangeField()


class Parameter(Record):
    """One value of a parameter. A new value is a new row; the old one gets its last day."""

    code = models.CharField(max_length=60)
    value = models.JSONField()
    unit = models.CharField(max_length=60)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, help_text="last day")
    source = models.CharField(max_length=300, help_text="the law or the agreement, in words")

    class Meta:
        ordering = ["code", "valid_from"]
        constraints = [
            ExclusionConstraint(
                name="parameter_one_value_a_day",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    (
                        Days(
                            "valid_from",
                            "valid_until",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                name="parameter_days_in_order",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} dal {self.valid_from:%d/%m/%Y}"
