import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Sql
from intreccio.offer.funds.policies import AGREES, KEEPS_LINE, READS

KEY = {"default": intreccio.ground.kernel.keys.new_key, "editable": False, "primary_key": True, "serialize": False}


def columns():
    """What a row has that is edited and may be a mistake."""
    return [
        ("id", models.UUIDField(**KEY)),
        ("voided_at", models.DateTimeField(editable=False, null=True)),
        ("voided_by", models.UUIDField(editable=False, null=True)),
        ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
        ("version", models.PositiveIntegerField(default=1, editable=False)),
        ("since", models.DateField()),
        ("until", models.DateField(null=True)),
    ]


def stands(table):
    """What was annulled stays annulled."""
    return Sql(
        f"CREATE OR REPLACE TRIGGER keep_what_stands BEFORE UPDATE OF voided_at, voided_by, void_reason ON {table} FOR EACH ROW"
        " WHEN (current_user = '{app}') EXECUTE FUNCTION keep_what_stands()"
    )


class Migration(migrations.Migration):
    """Lines of money and the hours agreed on them: read by who works in the network, written by who leads."""

    initial = True
    dependencies = [("organisations", "0008_stated_total"), ("kernel", "0005_cache")]
    operations = [
        migrations.CreateModel(
            name="FundingLine",
            fields=[
                *columns(),
                ("code", models.CharField(max_length=24)),
                ("name", models.CharField(max_length=160)),
                ("funder_words", models.CharField(blank=True, max_length=160)),
                ("purpose", models.CharField(max_length=600)),
                (
                    "funder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        help_text="who answers for it",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(voided_at__isnull=True), fields=("code",), name="funding_line_code_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        name="funding_line_lasts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("funder__isnull", False), ("funder_words", ""))
                        | (models.Q(("funder__isnull", True)) & ~models.Q(("funder_words", ""))),
                        name="funding_line_has_one_funder",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreedHours",
            fields=[
                *columns(),
                ("hours", models.DecimalField(decimal_places=2, help_text="a week", max_digits=4)),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hours", to="funds.fundingline"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.teammembership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("hours__gt", 0)), name="agreed_hours_are_some"),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        name="agreed_hours_last",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("voided_at__isnull", True)),
                        expressions=[
                            ("place", "="),
                            ("line", "="),
                            (
                                models.Func(
                                    "since",
                                    "until",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(),
                                    function="DATERANGE",
                                ),
                                "&&",
                            ),
                        ],
                        name="hours_once_on_a_line",
                    ),
                ],
            },
        ),
        Guard("funds_fundingline", see=READS, add=KEEPS_LINE, change=KEEPS_LINE, history="network"),
        Guard("funds_agreedhours", see=READS, add=AGREES, change=AGREES, history="network"),
        stands("funds_fundingline"),
        stands("funds_agreedhours"),
    ]
