import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Sql

READS = "(SELECT my_role()) IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'organisation_lead', 'administrator')"
ADMIN = "(SELECT my_role()) = 'administrator'"
LEADS = "(SELECT my_role()) IN ('organisation_lead', 'coordinator')"
MINE = "t.organisation_id = (SELECT my_organisation()) OR t.id = ANY ((SELECT my_teams())::uuid[])"
# As who composes the team (`0002_sight`).
OF_TEAM = f"({ADMIN} OR ({LEADS} AND EXISTS (SELECT 1 FROM organisations_team t WHERE t.id = team_id AND ({MINE}))))"
OF_GOAL = (
    f"({ADMIN} OR ({LEADS} AND EXISTS (SELECT 1 FROM organisations_strategygoal g JOIN organisations_team t ON t.id = g.team_id"
    f" WHERE g.id = goal_id AND ({MINE}))))"
)
VOIDED = [
    ("voided_at", models.DateTimeField(editable=False, null=True)),
    ("voided_by", models.UUIDField(editable=False, null=True)),
    ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
]
VERSION = [("version", models.PositiveIntegerField(default=1, editable=False))]


def key():
    """The key of a row."""
    return (
        "id",
        models.UUIDField(
            default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False
        ),
    )


def tie(to: str, name: str = "+", **more: object) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=name, to=to, **more)


def stands(table: str) -> Sql:
    """What was annulled stays annulled."""
    return Sql(
        f"CREATE OR REPLACE TRIGGER keep_what_stands BEFORE UPDATE OF voided_at, voided_by, void_reason ON {table} FOR EACH ROW"
        " WHEN (current_user = '{app}') EXECUTE FUNCTION keep_what_stands()"
    )


class Migration(migrations.Migration):
    """Goals of a team's strategy and its institutional agenda: read by who works in the network, written by who composes the team."""

    dependencies = [("organisations", "0009_principles"), ("kernel", "0005_cache")]
    operations = [
        migrations.CreateModel(
            name="StrategyGoal",
            fields=[
                key(),
                *VOIDED,
                *VERSION,
                ("change", models.CharField(max_length=200)),
                ("why", models.CharField(max_length=600)),
                ("due", models.DateField()),
                ("sign", models.CharField(help_text="how it will be seen", max_length=600)),
                (
                    "indicator",
                    models.CharField(blank=True, help_text="a figure of the observatory, in words", max_length=120),
                ),
                ("carer", tie("organisations.membership")),
                ("project", tie("organisations.project", "goals", null=True)),
                ("team", tie("organisations.team", "goals", help_text="who writes it")),
            ],
            options={"indexes": [models.Index(fields=["project"], name="strategy_goal_of_project")]},
        ),
        migrations.CreateModel(
            name="StrategyLook",
            fields=[
                key(),
                *VOIDED,
                ("day", models.DateField()),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("to_begin", "da cominciare"),
                            ("under_way", "avviato"),
                            ("well_on", "a buon punto"),
                            ("reached", "raggiunto"),
                            ("left", "lasciato"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.CharField(max_length=1200)),
                ("by", tie("organisations.membership", null=True)),
                ("goal", tie("organisations.strategygoal", "looks")),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=~Q(words=""), name="strategy_look_says_why")]
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                key(),
                *VOIDED,
                *VERSION,
                ("day", models.DateField()),
                ("hour", models.TimeField()),
                (
                    "whom",
                    models.CharField(blank=True, help_text="who, or a body that is not in the list", max_length=160),
                ),
                ("place", models.CharField(blank=True, max_length=160)),
                ("about", models.CharField(max_length=300)),
                ("agreed", models.CharField(blank=True, max_length=2000)),
                ("next_step", models.CharField(blank=True, max_length=300)),
                ("next_on", models.DateField(null=True)),
                ("next_done_on", models.DateField(null=True)),
                ("body", tie("organisations.organisation", null=True)),
                ("team", tie("organisations.team", "appointments")),
            ],
            options={
                "indexes": [models.Index(fields=["team", "-day"], name="appointment_of_team")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(body__isnull=False) | ~Q(whom=""), name="appointment_is_with_somebody"
                    ),
                    models.CheckConstraint(
                        condition=Q(next_step="", next_on__isnull=True)
                        | (~Q(next_step="") & ~Q(agreed="") & Q(next_on__gte=F("day"))),
                        name="next_step_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=Q(next_done_on__isnull=True) | Q(next_on__isnull=False), name="next_step_done_is_one"
                    ),
                ],
            },
        ),
        Guard("organisations_strategygoal", see=READS, add=OF_TEAM, change=OF_TEAM, history="network"),
        # A look is added in one's own name, and never written over: only annulled.
        Guard(
            "organisations_strategylook",
            see=READS,
            add=f"by_id = (SELECT my_membership()) AND {OF_GOAL}",
            change=OF_GOAL,
            history="network",
            columns="voided_at, voided_by, void_reason",
        ),
        Guard("organisations_appointment", see=READS, add=OF_TEAM, change=OF_TEAM, history="network"),
        *map(stands, ("organisations_strategygoal", "organisations_strategylook", "organisations_appointment")),
    ]
