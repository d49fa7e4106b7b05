import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys


def to(model: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": "+", **more})


def family() -> list[tuple[str, models.Field]]:
    return [
        ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
        ("voided_at", models.DateTimeField(editable=False, null=True)),
        ("voided_by", models.UUIDField(editable=False, null=True)),
        ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
        ("household", to("people.household")),
        ("team", to("organisations.team", editable=False)),
        ("about", to("people.person", null=True, help_text="None: the whole family")),
    ]


VOICES = [
    ("mother", "la mamma"),
    ("father", "il papà"),
    ("family", "la famiglia insieme"),
    ("child", "figlia o figlio"),
    ("team", "l'équipe"),
    ("school", "la scuola"),
    ("other", "un'altra persona vicina"),
]


class Migration(migrations.Migration):
    """Sheets of the library in an assessment; what protects and what weighs, with its dates."""

    dependencies = [("assessments", "0002_guard"), ("instruments", "0003_labels"), ("people", "0006_isee")]
    operations = [
        migrations.CreateModel(
            name="Sheet",
            fields=[
                *family(),
                ("assessment", to("assessments.assessment", related_name="sheets")),
                ("instrument", to("instruments.instrument")),
                ("voice", models.CharField(choices=VOICES, max_length=8)),
                (
                    "response",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="instruments.response"
                    ),
                ),
                ("heard_on", models.DateField()),
                ("heard_by", to("organisations.membership", null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("voided_at__isnull", True)),
                        fields=("assessment", "instrument", "about", "voice"),
                        name="one_sheet_a_voice",
                        nulls_distinct=False,
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Factor",
            fields=[
                *family(),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("case", to("cases.case", related_name="factors")),
                ("side", models.CharField(choices=[("protects", "protegge"), ("weighs", "pesa")], max_length=8)),
                ("code", models.CharField(max_length=30)),
                ("words", models.CharField(blank=True, help_text="the fact, as it was seen or told", max_length=300)),
                ("since", models.DateField()),
                ("until", models.DateField(help_text="the first day on which it is no longer so", null=True)),
                ("noted_by", to("organisations.membership", null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["case", "since"], name="factor_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        name="factor_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["protects", "weighs"])), name="factor_side_known"
                    ),
                ],
            },
        ),
    ]
