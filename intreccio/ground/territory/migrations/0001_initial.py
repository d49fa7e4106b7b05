import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kernel", "0003_guard"),
    ]

    operations = [
        migrations.CreateModel(
            name="Municipality",
            fields=[
                (
                    "code",
                    models.CharField(help_text="Belfiore", max_length=4, primary_key=True, serialize=False),
                ),
                (
                    "istat",
                    models.CharField(
                        help_text="with its leading zero; changes with the province",
                        max_length=6,
                        unique=True,
                    ),
                ),
                (
                    "former_istat",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=6),
                        default=list,
                        help_text="codes that older rows still carry",
                        size=None,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                (
                    "name_other",
                    models.CharField(blank=True, help_text="in German, French or Slovenian", max_length=100),
                ),
                ("search_name", models.CharField(db_index=True, editable=False, max_length=100)),
                ("search_other", models.CharField(blank=True, db_index=True, editable=False, max_length=100)),
                ("lat", models.DecimalField(decimal_places=5, max_digits=8, null=True)),
                ("lon", models.DecimalField(decimal_places=5, max_digits=8, null=True)),
                ("population", models.PositiveIntegerField(null=True)),
                ("valid_from", models.DateField(null=True)),
                ("valid_until", models.DateField(help_text="its last day", null=True)),
                ("source", models.CharField(help_text="the list that last wrote this row", max_length=100)),
            ],
            options={
                "ordering": ["search_name"],
            },
        ),
        migrations.CreateModel(
            name="Province",
            fields=[
                ("sigla", models.CharField(max_length=2, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "code",
                    models.CharField(
                        help_text="ISTAT, with its leading zero",
                        max_length=2,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=60)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="District",
            fields=[
                ("code", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "municipalities",
                    models.ManyToManyField(related_name="districts", to="territory.municipality"),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="municipality",
            name="province",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="municipalities",
                to="territory.province",
            ),
        ),
        migrations.AddField(
            model_name="province",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="provinces", to="territory.region"
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.CheckConstraint(
                condition=models.Q(("code__regex", "^[A-Z][0-9]{3}$")), name="municipality_code_shape"
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.CheckConstraint(
                condition=models.Q(("istat__regex", "^[0-9]{6}$")), name="municipality_istat_shape"
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lat", None), ("lon", None)),
                    models.Q(("lat__isnull", False), ("lon__isnull", False)),
                    _connector="OR",
                ),
                name="municipality_point_whole",
            ),
        ),
    ]
