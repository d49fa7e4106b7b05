import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Stays
from intreccio.parties.people.policies import follows_household, sees, writes
from intreccio.parties.people.vocabulary import Level

TABLES = ("people_kinship", "people_responsibility", "people_bond", "people_lifeevent")


def in_the_home(table: str, *columns: str) -> str:
    """Only of who is written in that home: an id that somebody knows ties nobody."""
    return " AND ".join(
        f"({table}.{column} IS NULL OR EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.household_id = {table}.household_id"
        f" AND m.person_id = {table}.{column} AND m.voided_at IS NULL))"
        for column in columns
    )


class Migration(migrations.Migration):
    """How persons are tied, who decides for whom, what holds a family to the world; what happened, to be undone as one."""

    dependencies = [
        ("organisations", "0007_nobody_grows"),
        ("people", "0006_isee"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bond",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("to", models.CharField(max_length=80)),
                (
                    "sphere",
                    models.CharField(
                        choices=[
                            ("relatives", "parenti"),
                            ("friends", "amici"),
                            ("neighbours", "vicini"),
                            ("school", "scuola e nido"),
                            ("work", "lavoro"),
                            ("health", "salute"),
                            ("services", "servizi"),
                            ("associations", "associazioni e volontariato"),
                            ("free_time", "sport e tempo libero"),
                            ("faith", "comunità religiosa"),
                            ("other", "altro"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "quality",
                    models.CharField(
                        choices=[
                            ("strong", "forte"),
                            ("ordinary", "c'è"),
                            ("weak", "debole"),
                            ("tense", "in tensione"),
                            ("broken", "interrotto"),
                        ],
                        default="ordinary",
                        max_length=8,
                    ),
                ),
                (
                    "flow",
                    models.CharField(
                        choices=[("both", "dà e riceve"), ("receives", "riceve"), ("gives", "dà")], default="both", max_length=8
                    ),
                ),
                ("said_by", models.CharField(blank=True, max_length=80)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Kinship",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("parent", "madre o padre"),
                            ("adoptive_parent", "madre o padre per adozione"),
                            ("foster_carer", "accoglie in affido"),
                            ("kin_carer", "parente che se ne prende cura"),
                            ("married", "sono sposati"),
                            ("civil_union", "sono uniti civilmente"),
                            ("cohabiting", "convivono"),
                            ("couple", "stanno insieme"),
                            ("separated", "sono separati"),
                            ("divorced", "sono divorziati"),
                            ("sibling", "sono sorelle o fratelli"),
                            ("identical_twin", "sono gemelli identici"),
                        ],
                        max_length=16,
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="LifeEvent",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pregnancy", "è attesa una nascita"),
                            ("birth", "è nata una persona"),
                            ("loss", "la gravidanza si è interrotta"),
                            ("death", "è morta una persona"),
                            ("left", "una persona è andata a vivere altrove"),
                            ("parted", "una parte della famiglia vive altrove"),
                            ("separation", "una coppia si è separata"),
                            ("joined", "due case sono diventate una"),
                            ("fostered", "qualcuno se ne prende cura altrove"),
                            ("returned", "una persona vive di nuovo qui"),
                        ],
                        max_length=12,
                    ),
                ),
                ("day", models.DateField()),
                ("note", models.CharField(blank=True, max_length=300)),
                ("effects", models.JSONField(default=list, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("holder_words", models.CharField(blank=True, help_text="who is not of the family", max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("parental", "responsabilità genitoriale"),
                            ("guardian", "tutrice o tutore"),
                            ("curator", "curatrice o curatore speciale"),
                            ("service", "servizio sociale affidatario"),
                            ("foster_carer", "affidataria o affidatario"),
                            ("administrator", "amministrazione di sostegno"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("full", "piena"), ("limited", "limitata"), ("suspended", "sospesa"), ("forfeited", "decaduta")],
                        default="full",
                        max_length=10,
                    ),
                ),
                (
                    "decisions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("health", "salute"),
                                ("school", "scuola ed educazione"),
                                ("home", "dove vive"),
                                ("papers", "documenti e viaggi"),
                                ("money", "denaro e beni"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("may_be_told", models.BooleanField(default=True)),
                ("authority", models.CharField(blank=True, max_length=160)),
                ("act", models.CharField(blank=True, max_length=80)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="household",
            name="joined_into",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="joined", to="people.household"
            ),
        ),
        migrations.AddField(
            model_name="household",
            name="joined_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="householdmembership",
            name="kind",
            field=models.CharField(
                choices=[
                    ("lives", "vive qui"),
                    ("registered", "residente qui"),
                    ("isee", "nel nucleo ISEE"),
                    ("kin", "della famiglia, vive altrove"),
                ],
                default="lives",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="household",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("joined_into__isnull", True), ("joined_on__isnull", True)),
                    models.Q(
                        ("joined_into__isnull", False),
                        ("joined_on__isnull", False),
                        models.Q(("joined_into", models.F("id")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="household_joined_on_a_day",
            ),
        ),
        migrations.AddField(
            model_name="bond",
            name="household",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household"),
        ),
        migrations.AddField(
            model_name="bond",
            name="person",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="bond",
            name="team",
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"),
        ),
        migrations.AddField(
            model_name="kinship",
            name="household",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household"),
        ),
        migrations.AddField(
            model_name="kinship",
            name="one",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="kinship",
            name="other",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="kinship",
            name="team",
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"),
        ),
        migrations.AddField(
            model_name="lifeevent",
            name="household",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household"),
        ),
        migrations.AddField(
            model_name="lifeevent",
            name="person",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="lifeevent",
            name="team",
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="holder",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="household",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household"),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="team",
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"),
        ),
        migrations.AddConstraint(
            model_name="bond",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("since__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="bond_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(condition=models.Q(("one", models.F("other")), _negated=True), name="kinship_of_two"),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("since__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="kinship_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True), ("voided_at__isnull", True)),
                fields=("household", "one", "other", "kind"),
                name="tied_once_in_a_way",
            ),
        ),
        migrations.AddIndex(
            model_name="lifeevent",
            index=models.Index(fields=["household", "-day"], name="life_event_of_household"),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.CheckConstraint(
                condition=models.Q(("holder__isnull", True), ("holder_words", ""), _connector="XOR"), name="responsibility_of_one_holder"
            ),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.CheckConstraint(
                condition=models.Q(("holder__isnull", True), models.Q(("holder", models.F("person")), _negated=True), _connector="OR"),
                name="nobody_decides_for_themselves",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="responsibility_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing", "full"), ("kind", "parental"), _connector="OR"), name="only_parents_are_limited"
            ),
        ),
        *[follows_household(table) for table in TABLES],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=f"{writes()} AND {in_the_home(table, *columns)}",
                change=writes(),
                check=f"{writes()} AND (voided_at IS NOT NULL OR {in_the_home(table, *columns)})",
                history="record",
                household="household_id",
            )
            for table, columns in (
                ("people_kinship", ("one_id", "other_id")),
                ("people_responsibility", ("person_id", "holder_id")),
                ("people_bond", ("person_id",)),
                ("people_lifeevent", ("person_id",)),
            )
        ],
        *[Stays(table) for table in TABLES],
    ]
