import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Stays
from intreccio.parties.people.policies import follows_household, names_its_family, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

TABLE = "plans_familyresource"
KINDS = [
    ("skill", "sa fare"),
    ("thing", "ha: una cosa, uno spazio"),
    ("time", "tempo"),
    ("people", "persone vicine"),
    ("joy", "che cosa piace e riesce"),
    ("lived", "esperienza"),
]


def to(model: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": "+", **more})


class Migration(migrations.Migration):
    """What a family brings: of the record like its plan, written by the team in charge; an action can lean on it."""

    dependencies = [("plans", "0010_look"), ("people", "0007_ties"), ("kernel", "0005_cache")]
    operations = [
        migrations.CreateModel(
            name="FamilyResource",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("household", to("people.household")),
                ("team", to("organisations.team", editable=False)),
                ("person", to("people.person", null=True, help_text="None, and nobody by name: the whole family")),
                ("somebody", models.CharField(blank=True, help_text="a neighbour, a grandmother, by name", max_length=120)),
                ("kind", models.CharField(choices=KINDS, max_length=6)),
                ("what", models.CharField(max_length=200)),
                ("since", models.DateField()),
                ("until", models.DateField(help_text="the first day on which one no longer counts on it", null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=Q(person__isnull=True) | Q(somebody=""), name="resource_of_one"),
                    models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="resource_ends_after_it_begins"),
                    models.CheckConstraint(condition=Q(kind__in=[kind for kind, _label in KINDS]), name="resource_kind_known"),
                ],
                "indexes": [models.Index(fields=["household", "since"], name="resource_of_household")],
            },
        ),
        migrations.AddField("planaction", "resource", to("plans.familyresource", null=True)),
        follows_household(TABLE),
        names_its_family(TABLE),
        of_the_same_family("plans_planaction", "resource_id", TABLE),
        Guard(TABLE, see=sees(Level.RECORD), add=writes(), change=writes(), history="record", household="household_id"),
        Stays(TABLE),
    ]
