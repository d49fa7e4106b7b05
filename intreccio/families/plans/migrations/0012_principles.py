import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Sql
from intreccio.parties.people.policies import follows_household, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level


TABLE = "plans_planprinciples"
# Of a version that lasts (`rules/stages.py` says the same of the verb), in one's own name.
ANSWERS = (
    f"{writes()} AND by_id = (SELECT my_membership()) AND EXISTS (SELECT 1 FROM plans_plan p WHERE p.id = plan_id"
    " AND p.voided_at IS NULL AND p.state IN ('draft', 'in_force'))"
)


def tie(to: str, name: str = "+", *, empty: bool = False, **more: bool) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(
        null=empty, on_delete=django.db.models.deletion.PROTECT, related_name=name, to=to, **more
    )


class Migration(migrations.Migration):
    """The six principles of a plan are of the record, like the plan; answered anew they are another row."""

    dependencies = [("plans", "0011_resources"), ("organisations", "0009_principles"), ("instruments", "0003_labels"), ("people", "0002_sight")]
    operations = [
        migrations.CreateModel(
            name="PlanPrinciples",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("answers", models.JSONField(help_text="item → value of its step; never added")),
                ("words", models.JSONField(help_text="item → how it is so, or why not yet")),
                ("day", models.DateField()),
                ("again_on", models.DateField(help_text="when it is looked at again", null=True)),
                ("instrument", tie("instruments.instrument")),
                ("by", tie("organisations.membership", empty=True)),
                ("again_by", tie("organisations.membership", empty=True)),
                ("household", tie("people.household")),
                ("team", tie("organisations.team", editable=False)),
                ("plan", tie("plans.plan", "principles")),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(again_on__isnull=True) | Q(again_on__gt=F("day")), name="planprinciples_again_later"
                    )
                ],
            },
        ),
        Sql(
            f"ALTER TABLE {TABLE} ADD CONSTRAINT {TABLE}_of_its_checklist"
            " CHECK (instrument_id LIKE 'sei-principi-famiglia-%')"
        ),
        follows_household(TABLE),
        of_the_same_family(TABLE, "plan_id", "plans_plan"),
        Guard(TABLE, see=sees(Level.RECORD), add=ANSWERS),
        Sql(
            f"CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {TABLE} FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
        ),
    ]
