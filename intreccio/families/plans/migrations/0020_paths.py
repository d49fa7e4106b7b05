import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql, Stays
from intreccio.parties.people.policies import follows_household, names_its_family, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

PATH, MARK = "plans_familypath", "plans_pathmark"
CHECK, LETTER = "plans_pathcheck", "plans_pathletter"
MARKED = [("done", "fatto"), ("not_needed", "non serve")]
LOOKED = [("there", "c'è"), ("not_yet", "non ancora"), ("chosen", "la famiglia ha scelto altro")]
WAYS = [
    ("hand", "consegnata a mano"),
    ("message", "con un messaggio, dal telefono di lavoro"),
    ("post", "per posta, o per e-mail"),
    ("aside", "lasciata da parte"),
]
ENDS = [
    ("walked", "è arrivato in fondo"),
    ("alone", "la famiglia va avanti da sé"),
    ("family", "la famiglia preferisce così"),
    ("others", "la accompagna qualcun altro"),
]
ALONG = (MARK, CHECK, LETTER)
# Nobody is accompanied by a text for which no professional has answered; and which text it is never changes.
APPROVED = "is_approved_text(protocol_version_id)"
ONLY_VOIDED = "voided_at, voided_by, void_reason"
WHILE_IT_LASTS = f"zero, person_id, loss, contact_id, next_step, next_on, waiting_letters, letter_on, silent_since, ended_on, ended_why, version, {ONLY_VOIDED}"
CHANGES = {LETTER: ("answered_on",)}
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
    """A family along a protocol: of the record like its plan, written by the team in charge, begun with an approved text alone."""

    dependencies = [
        ("plans", "0019_yes_of_merged_minors"),
        ("protocols", "0002_guard"),
        ("cases", "0006_same_family"),
        ("people", "0002_sight"),
        ("kernel", "0005_cache"),
    ]
    operations = [
        migrations.CreateModel(
            name="FamilyPath",
            fields=[
                *of_a_family(),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("case", to("cases.case", "paths")),
                ("protocol_version", to("protocols.protocolversion")),
                ("zero", models.DateField(help_text="the day from which the steps are counted: a birth, a loss, a closing")),
                ("begun_on", models.DateField()),
                ("person", to("people.person", null=True, help_text="None: the whole family")),
                ("loss", models.CharField(blank=True, help_text="a code of the version's losses", max_length=30)),
                ("contact", to("organisations.membership", help_text="the one person who keeps in touch")),
                ("next_step", models.CharField(blank=True, help_text="the first of which nothing is said yet", max_length=40)),
                ("next_on", models.DateField(help_text="from when it is asked", null=True)),
                ("waiting_letters", models.JSONField(default=list, help_text="those that have still to go, each with its day")),
                ("letter_on", models.DateField(help_text="the first of those days", null=True)),
                ("silent_since", models.DateField(help_text="from then on nothing is sent", null=True)),
                ("ended_on", models.DateField(null=True)),
                ("ended_why", models.CharField(blank=True, choices=ENDS, max_length=10)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["contact", "next_on"],
                        condition=Q(ended_on__isnull=True, voided_at__isnull=True),
                        name="path_that_waits",
                    ),
                    models.Index(
                        fields=["contact", "letter_on"],
                        condition=Q(ended_on__isnull=True, voided_at__isnull=True, silent_since__isnull=True),
                        name="path_that_writes",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["case", "protocol_version", "person", "zero"],
                        condition=Q(ended_on__isnull=True, voided_at__isnull=True),
                        name="one_open_path_of_a_kind",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_on__isnull=True, ended_why="") | Q(ended_on__isnull=False) & ~Q(ended_why=""),
                        name="path_ends_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")), name="path_ends_after_it_begins"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="PathMark",
            fields=[
                *of_a_family(),
                ("path", to("plans.familypath", "marks")),
                ("step", models.CharField(help_text="the code of a step of the path's version", max_length=40)),
                ("state", models.CharField(choices=MARKED, max_length=10)),
                ("day", models.DateField()),
                ("words", models.CharField(blank=True, max_length=300)),
                ("by", to("organisations.membership")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["path", "step"], condition=Q(voided_at__isnull=True), name="one_mark_a_step"),
                    models.CheckConstraint(condition=Q(state="done") | ~Q(words=""), name="what_is_not_needed_says_why"),
                ]
            },
        ),
        migrations.CreateModel(
            name="PathCheck",
            fields=[
                *of_a_family(),
                ("path", to("plans.familypath", "checks")),
                ("item", models.CharField(help_text="the code of a check of the path's version", max_length=40)),
                ("person", to("people.person", null=True)),
                ("answer", models.CharField(choices=LOOKED, max_length=10)),
                ("words", models.CharField(blank=True, max_length=300)),
                ("day", models.DateField()),
                ("by", to("organisations.membership")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(answer="not_yet") | ~Q(words=""), name="what_is_not_yet_says_what_is_missing"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="PathLetter",
            fields=[
                *of_a_family(),
                ("path", to("plans.familypath", "letters")),
                ("letter", models.CharField(help_text="the code of a letter of the path's version", max_length=40)),
                ("turn", models.PositiveSmallIntegerField(help_text="0 the letter, 1 its first reminder")),
                ("way", models.CharField(choices=WAYS, max_length=10)),
                ("day", models.DateField()),
                ("words", models.TextField(help_text="as it went; why not, where it was left aside", max_length=4000)),
                ("answered_on", models.DateField(help_text="from then on it is not recalled", null=True)),
                ("by", to("organisations.membership")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["path", "letter", "turn"], condition=Q(voided_at__isnull=True), name="a_letter_goes_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("day")), name="answered_after_it_went"
                    ),
                ]
            },
        ),
        *[follows_household(table) for table in (PATH, *ALONG)],
        names_its_family(PATH),
        of_the_same_family(PATH, "case_id", "cases_case"),
        *[of_the_same_family(table, "path_id", PATH) for table in ALONG],
        # Asked of the table itself: to whom a text is shown depends on the paths that they see.
        Sql(
            "GRANT SELECT ON protocols_protocolversion TO {definer};"
            "CREATE POLICY definer ON protocols_protocolversion FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "is_approved_text(version uuid)",
            "boolean",
            "SELECT EXISTS (SELECT 1 FROM protocols_protocolversion v WHERE v.id = is_approved_text.version"
            " AND v.approved_at IS NOT NULL AND v.voided_at IS NULL)",
        ),
        Guard(
            PATH, see=sees(Level.RECORD), add=f"{writes()} AND {APPROVED}", change=writes(), columns=WHILE_IT_LASTS,
            history="record", household="household_id",
        ),
        *[
            Guard(
                table, see=sees(Level.RECORD), add=OF_AN_OPEN_PATH, change=writes(), columns=", ".join((*CHANGES.get(table, ()), ONLY_VOIDED)),
                history="record", household="household_id",
            )
            for table in ALONG
        ],
        *[Stays(table) for table in (PATH, *ALONG)],
        # Whoever reads how a family walks reads the words it goes by, also where they read no other protocol.
        AlsoSee(
            "protocols_protocolversion",
            "see_of_a_path",
            f"EXISTS (SELECT 1 FROM {PATH} p WHERE p.protocol_version_id = protocols_protocolversion.id)",
        ),
    ]
