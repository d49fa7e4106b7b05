import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.db import migrations, models

import intreccio.ground.kernel.keys
import intreccio.ground.parameters.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kernel", "0003_guard"),
    ]

    operations = [
        migrations.CreateModel(
            name="Parameter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=intreccio.ground.kernel.keys.new_key,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("value", models.JSONField()),
                ("unit", models.CharField(max_length=60)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(help_text="last day", null=True)),
                ("source", models.CharField(help_text="the law or the agreement, in words", max_length=300)),
            ],
            options={
                "ordering": ["code", "valid_from"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("code", "="),
                            (
                                intreccio.ground.parameters.models.Days(
                                    "valid_from",
                                    "valid_until",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_lower=True, inclusive_upper=True
                                    ),
                                ),
                                "&&",
                            ),
                        ],
                        name="parameter_one_value_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="parameter_days_in_order",
                    ),
                ],
            },
        ),
    ]
