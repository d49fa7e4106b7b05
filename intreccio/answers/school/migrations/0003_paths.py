import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import AlsoSee, Guard, Stays
from intreccio.parties.people.policies import follows_household, names_its_family, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

PATH, MARK = "school_schoolpath", "school_schoolmark"
MARKED = [("done", "fatto"), ("not_needed", "non serve")]
ONLY_VOIDED = "voided_at, voided_by, void_reason"
OF_AN_OPEN_PATH = (
    f"{writes()} AND by_id = (SELECT my_membership()) AND EXISTS (SELECT 1 FROM {PATH} p WHERE p.id = path_id"
    " AND p.voided_at IS NULL AND p.ended_on IS NULL)"
)


def to(model: str, name: str = "+", **more: object) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": name, **more})


def of_a_family() -> list[tuple[str, models.Field]]:
    """What every row of a family begins with, one that can be a mistake."""
    key = intreccio.ground.kernel.keys.new_key
    return [
        ("id", models.UUIDField(default=key, editable=False, primary_key=True, serialize=False)),
        ("voided_at", models.DateTimeField(editable=False, null=True)),
        ("voided_by", models.UUIDField(editable=False, null=True)),
        ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
        ("household", to("people.household")),
        ("team", to("organisations.team", editable=False)),
    ]


class Migration(migrations.Migration):
    """A child at school along a protocol: of the record, written by the team in charge, begun with an approved text alone."""

    dependencies = [("school", "0002_sheets"), ("plans", "0020_paths")]
    operations = [
        migrations.CreateModel(
            name="SchoolPath",
            fields=[
                *of_a_family(),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("child", to("people.person")),
                ("protocol_version", to("protocols.protocolversion")),
                ("family_path", to("plans.familypath", null=True, help_text="from whose look it began")),
                ("zero", models.DateField(help_text="the day of the loss")),
                ("loss", models.CharField(blank=True, help_text="a code of the version's losses", max_length=30)),
                ("contact", to("organisations.membership", help_text="the one person who talks with the school")),
                ("begun_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["household", "child", "protocol_version", "zero"],
                        condition=Q(ended_on__isnull=True, voided_at__isnull=True),
                        name="one_open_school_path",
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")), name="school_path_ends_after_it_begins"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="SchoolMark",
            fields=[
                *of_a_family(),
                ("path", to("school.schoolpath", "marks")),
                ("step", models.CharField(help_text="the code of a step of the path's version", max_length=40)),
                ("state", models.CharField(choices=MARKED, max_length=10)),
                ("day", models.DateField()),
                ("words", models.CharField(blank=True, max_length=300)),
                ("by", to("organisations.membership")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["path", "step"], condition=Q(voided_at__isnull=True), name="one_school_mark_a_step"),
                    models.CheckConstraint(condition=Q(state="done") | ~Q(words=""), name="a_step_at_school_says_why_not"),
                ]
            },
        ),
        *[follows_household(table) for table in (PATH, MARK)],
        names_its_family(PATH),
        of_the_same_family(PATH, "family_path_id", "plans_familypath"),
        of_the_same_family(MARK, "path_id", PATH),
        Guard(
            PATH, see=sees(Level.RECORD), add=f"{writes()} AND is_approved_text(protocol_version_id)", change=writes(),
            columns=f"contact_id, ended_on, version, {ONLY_VOIDED}", history="record", household="household_id",
        ),
        Guard(
            MARK, see=sees(Level.RECORD), add=OF_AN_OPEN_PATH, change=writes(), columns=ONLY_VOIDED, history="record",
            household="household_id",
        ),
        *[Stays(table) for table in (PATH, MARK)],
        # Whoever reads how a child walks reads the words it goes by, also where they read no other protocol.
        AlsoSee(
            "protocols_protocolversion",
            "see_of_a_school_path",
            f"EXISTS (SELECT 1 FROM {PATH} p WHERE p.protocol_version_id = protocols_protocolversion.id)",
        ),
    ]
