import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Stays
from intreccio.parties.people.policies import follows_household, names_its_family, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

CLASS, CONTACT = "school_schooling", "school_schoolcontact"
CYCLES = [
    ("nursery", "nido"),
    ("kindergarten", "scuola dell'infanzia"),
    ("primary", "scuola primaria"),
    ("lower", "scuola secondaria di primo grado"),
    ("upper", "scuola secondaria di secondo grado"),
    ("vocational", "istruzione e formazione professionale (IeFP)"),
    ("adult", "istruzione degli adulti (CPIA)"),
]
ENDINGS = [
    ("passed", "passa alla classe dopo"),
    ("repeats", "ripete l'anno"),
    ("changed", "cambia scuola"),
    ("finished", "finisce questa scuola"),
    ("qualified", "prende la qualifica"),
    ("diploma", "prende il diploma"),
    ("left", "lascia la scuola"),
]
ROLES = [
    ("teacher", "insegnante"),
    ("coordinator", "chi coordina la classe"),
    ("support", "insegnante di sostegno"),
    ("inclusion", "referente per l'inclusione"),
    ("head", "dirigente"),
    ("educator", "educatrice o educatore a scuola"),
    ("office", "segreteria"),
]
VOIDED = "voided_at, voided_by, void_reason, version"
COLUMNS = {
    CLASS: f"cycle, year, section, organisation_id, school, since, until, ending, {VOIDED}",
    CONTACT: f"name, role, phone, email, note, {VOIDED}",
}


def to(model: str, name: str = "+", **more: object) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": name, **more})


def of_a_family() -> list[tuple[str, models.Field]]:
    """What every row of a family begins with, one that is edited and can be a mistake."""
    key = intreccio.ground.kernel.keys.new_key
    return [
        ("id", models.UUIDField(default=key, editable=False, primary_key=True, serialize=False)),
        ("version", models.PositiveIntegerField(default=1, editable=False)),
        ("voided_at", models.DateTimeField(editable=False, null=True)),
        ("voided_by", models.UUIDField(editable=False, null=True)),
        ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
        ("household", to("people.household")),
        ("team", to("organisations.team", editable=False)),
    ]


class Migration(migrations.Migration):
    """Where a child studies, and whom one talks with there: of the record, written by the team in charge."""

    initial = True
    dependencies = [("people", "0002_sight"), ("organisations", "0007_nobody_grows"), ("kernel", "0005_cache")]
    operations = [
        migrations.CreateModel(
            name="Schooling",
            fields=[
                *of_a_family(),
                ("child", to("people.person")),
                ("cycle", models.CharField(choices=CYCLES, max_length=12)),
                ("year", models.PositiveSmallIntegerField(help_text="of the school: 1 for the first", null=True)),
                ("section", models.CharField(blank=True, help_text="«B», «1B tempo pieno»", max_length=20)),
                ("organisation", to("organisations.organisation", null=True)),
                ("school", models.CharField(blank=True, help_text="its name, where it stands in no list", max_length=160)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("ending", models.CharField(blank=True, choices=ENDINGS, max_length=10)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["household", "child"],
                        condition=Q(until__isnull=True, voided_at__isnull=True),
                        name="one_class_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=Q(organisation__isnull=False) | ~Q(school=""), name="school_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=Q(until__isnull=True, ending="") | Q(until__isnull=False) & ~Q(ending=""),
                        name="class_ends_somehow",
                    ),
                    models.CheckConstraint(
                        condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="class_ends_after_it_begins"
                    ),
                ],
                "indexes": [models.Index(fields=["household", "child"], name="schooling_of_child")],
            },
        ),
        migrations.CreateModel(
            name="SchoolContact",
            fields=[
                *of_a_family(),
                ("schooling", to("school.schooling", "contacts")),
                ("name", models.CharField(max_length=120)),
                ("role", models.CharField(choices=ROLES, max_length=12)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("note", models.CharField(blank=True, help_text="when one reaches them", max_length=200)),
            ],
        ),
        *[follows_household(table) for table in COLUMNS],
        names_its_family(CLASS),
        of_the_same_family(CONTACT, "schooling_id", CLASS),
        *[
            Guard(
                table, see=sees(Level.RECORD), add=writes(), change=writes(), columns=columns, history="record",
                household="household_id",
            )
            for table, columns in COLUMNS.items()
        ],
        *[Stays(table) for table in COLUMNS],
    ]
