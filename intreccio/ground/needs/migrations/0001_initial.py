import uuid

import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kernel", "0003_guard"),
    ]

    operations = [
        migrations.CreateModel(
            name="TaxonomyVersion",
            fields=[
                ("code", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(help_text="last day in force", null=True)),
                (
                    "revised_at",
                    models.DateTimeField(
                        help_text="when a word of it last changed: pages keep the tree until then"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="taxonomy_days_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("code", models.CharField(max_length=60, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("area", "Area di intervento"),
                            ("line", "Linea di intervento"),
                            ("goal", "Obiettivo"),
                            ("dimension", "Dimensione della salute"),
                            ("theme", "Tema"),
                        ],
                        max_length=10,
                    ),
                ),
                ("label", models.CharField(help_text="the official words", max_length=400)),
                ("plain", models.CharField(blank=True, help_text="the words people use", max_length=80)),
                ("order", models.PositiveSmallIntegerField()),
                ("nomenclatore", models.CharField(blank=True, max_length=20)),
                ("sioss", models.CharField(blank=True, max_length=20)),
                ("inps_prestazione", models.CharField(blank=True, max_length=20)),
                ("sinba", models.CharField(blank=True, max_length=20)),
                ("esf", models.CharField(blank=True, max_length=20)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="needs.need",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="needs.taxonomyversion",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="UnmetNeed",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "municipality_code",
                    models.CharField(blank=True, help_text="ISTAT; empty where not known", max_length=6),
                ),
                ("week", models.DateField(help_text="its Monday")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("no_service", "Qui un servizio così non c'è"),
                            ("no_room", "Non c'è posto"),
                            ("too_far", "È troppo lontano"),
                            ("not_eligible", "Non rientra nei requisiti"),
                            ("no_answer", "Chi poteva rispondere non ha risposto"),
                            ("other", "Un altro motivo"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.need"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NeedUse",
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
                ("membership_id", models.UUIDField()),
                ("count", models.PositiveIntegerField(default=1)),
                ("used_at", models.DateTimeField()),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.need"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("membership_id", "need"), name="need_use_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["area", "line", "goal", "dimension", "theme"])),
                name="need_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["line", "goal"]), ("parent__isnull", False)),
                    models.Q(("kind__in", ["area", "dimension", "theme"]), ("parent__isnull", True)),
                    _connector="OR",
                ),
                name="need_under_an_area",
            ),
        ),
        migrations.AddConstraint(
            model_name="unmetneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason__in", ["no_service", "no_room", "too_far", "not_eligible", "no_answer", "other"])
                ),
                name="unmet_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="unmetneed",
            constraint=models.CheckConstraint(
                condition=models.Q(("week__iso_week_day", 1)), name="unmet_week_is_monday"
            ),
        ),
    ]
