import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import intreccio.ground.kernel.keys


def to(model: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": "+", **more})


def family() -> list[tuple[str, models.Field]]:
    return [
        ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
        ("voided_at", models.DateTimeField(editable=False, null=True)),
        ("voided_by", models.UUIDField(editable=False, null=True)),
        ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
        ("version", models.PositiveIntegerField(default=1, editable=False)),
        ("household", to("people.household")),
        ("team", to("organisations.team", editable=False)),
        ("heard_by", to("organisations.membership", null=True)),
    ]


REASONS = [
    ("too_small", "è ancora troppo piccola o piccolo"),
    ("not_met", "non ci siamo ancora incontrati"),
    ("prefers_not", "per ora preferisce non parlarne"),
    ("protected", "adesso chiederlo le o gli farebbe male"),
    ("other", "altro"),
]
PLACES = [
    ("home", "a casa"),
    ("school", "a scuola"),
    ("service", "al servizio"),
    ("outside", "fuori"),
    ("other", "in un altro posto"),
]
BANDS = [("3-5", "3–5 anni"), ("6-10", "6–10 anni"), ("11-13", "11–13 anni"), ("14-17", "14–17 anni")]
FACES = [("well", "bene"), ("so_so", "così così"), ("not_well", "non va")]


class Migration(migrations.Migration):
    """Each time that a child was listened to, with answers and drawings; a reason of one's own why there are no words."""

    dependencies = [("assessments", "0004_guard_sheets"), ("documents", "0001_initial"), ("people", "0008_documents")]
    operations = [
        migrations.AlterField("childwords", "not_heard", models.CharField(blank=True, choices=REASONS, max_length=12)),
        migrations.AddField(
            "childwords",
            "not_heard_words",
            models.CharField(blank=True, default="", help_text="the reason, where it is none of ours", max_length=300),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "childwords",
            models.CheckConstraint(
                condition=Q(not_heard="other") & ~Q(not_heard_words="") | ~Q(not_heard="other") & Q(not_heard_words=""),
                name="another_reason_is_said",
            ),
        ),
        migrations.CreateModel(
            name="Listening",
            fields=[
                *family(),
                ("assessment", to("assessments.assessment", null=True, related_name="listenings")),
                ("person", to("people.person")),
                ("heard_on", models.DateField()),
                ("place", models.CharField(choices=PLACES, max_length=8)),
                ("alone", models.BooleanField(help_text="with who listened, and nobody else")),
                ("others", models.CharField(blank=True, help_text="who else was there", max_length=200)),
                ("band", models.CharField(blank=True, choices=BANDS, help_text="whose questions", max_length=5)),
                ("face", models.CharField(blank=True, choices=FACES, max_length=8)),
                (
                    "answers",
                    models.JSONField(default=list, help_text="code, asked, words: what was asked stays as it was"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["household", "person", "heard_on"], name="listening_of_child")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(alone=True, others="") | Q(alone=False) & ~Q(others=""),
                        name="listening_alone_or_with_somebody",
                    ),
                    models.CheckConstraint(
                        condition=Q(place__in=[code for code, _label in PLACES])
                        & Q(face__in=["", *(code for code, _label in FACES)])
                        & Q(band__in=["", *(code for code, _label in BANDS)]),
                        name="listening_in_known_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildDrawing",
            fields=[
                *family(),
                ("listening", to("assessments.listening", related_name="drawings")),
                (
                    "document",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"),
                ),
                ("title", models.CharField(blank=True, help_text="the child's own", max_length=120)),
                ("words", models.CharField(blank=True, help_text="what the child says of it", max_length=500)),
                (
                    "shared",
                    models.BooleanField(help_text="the child agrees that others than who listened see it"),
                ),
            ],
        ),
    ]
