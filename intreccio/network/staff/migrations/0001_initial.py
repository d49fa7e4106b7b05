import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql

PATH, READER, MARK = "staff_workerpath", "staff_pathreader", "staff_workermark"
MARKED = [("done", "fatto"), ("not_needed", "non serve")]
ME = "(SELECT my_user())"
# Whoever is on the path's own list; neither team nor role nor grant is asked.
NAMED = f"EXISTS (SELECT 1 FROM {READER} r WHERE r.path_id = {PATH}.id AND r.user_id = {ME} AND r.until IS NULL)"
OPEN = f"EXISTS (SELECT 1 FROM {PATH} p WHERE p.id = path_id AND p.ended_on IS NULL)"
IN_SIGHT = f"EXISTS (SELECT 1 FROM {PATH} p WHERE p.id = path_id)"
MINE = "is_my_worker_path(path_id)"
KEY = {"default": intreccio.ground.kernel.keys.new_key, "editable": False, "primary_key": True, "serialize": False}


def to(model: str, name: str = "+", **more: object) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": name, **more})


class Migration(migrations.Migration):
    """A worker along a protocol: of the person, and of whom the person names, as long as they are named."""

    initial = True
    dependencies = [
        ("accounts", "0004_colleague"),
        ("protocols", "0002_guard"),
        ("plans", "0020_paths"),
        ("kernel", "0005_cache"),
        ("organisations", "0007_nobody_grows"),
    ]
    operations = [
        migrations.CreateModel(
            name="WorkerPath",
            fields=[
                ("id", models.UUIDField(**KEY)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("user", to("accounts.colleague", help_text="whose it is")),
                ("protocol_version", to("protocols.protocolversion")),
                ("zero", models.DateField(help_text="the day of the loss")),
                ("loss", models.CharField(blank=True, help_text="a code of the version's losses", max_length=30)),
                ("begun_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["user", "protocol_version", "zero"], condition=Q(ended_on__isnull=True), name="one_open_worker_path"
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")), name="worker_path_ends_after_it_begins"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="PathReader",
            fields=[
                ("id", models.UUIDField(**KEY)),
                ("path", to("staff.workerpath", "readers")),
                ("user", to("accounts.colleague")),
                ("since", models.DateField()),
                ("until", models.DateField(help_text="the day on which they were taken off", null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["path", "user"], condition=Q(until__isnull=True), name="one_reader_of_a_worker_path"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="WorkerMark",
            fields=[
                ("id", models.UUIDField(**KEY)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("path", to("staff.workerpath", "marks")),
                ("step", models.CharField(help_text="the code of a step of the path's version", max_length=40)),
                ("state", models.CharField(choices=MARKED, max_length=10)),
                ("day", models.DateField()),
                ("words", models.CharField(blank=True, max_length=300)),
                ("by", to("accounts.colleague")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["path", "step"], condition=Q(voided_at__isnull=True), name="one_worker_mark_a_step"
                    ),
                    models.CheckConstraint(condition=Q(state="done") | ~Q(words=""), name="a_step_of_a_worker_says_why_not"),
                ]
            },
        ),
        Guard(
            PATH, see=f"user_id = {ME} OR {NAMED}", add=f"user_id = {ME} AND is_approved_text(protocol_version_id)",
            change=f"user_id = {ME}", columns="ended_on, version", history="worker", definer="SELECT",
        ),
        # Asked of the table itself: whom a path names is asked by the policy of the path.
        *[
            Definer(
                f"{name}(path uuid)",
                "boolean",
                f"SELECT EXISTS (SELECT 1 FROM {PATH} p WHERE p.id = {name}.path AND p.user_id = my_user(){still})",
            )
            for name, still in (("is_my_worker_path", ""), ("is_my_open_worker_path", " AND p.ended_on IS NULL"))
        ],
        Guard(
            READER, see=f"(user_id = {ME} AND until IS NULL) OR {MINE}", add=f"is_my_open_worker_path(path_id) AND user_id <> {ME}",
            change=MINE, columns="until", history="worker",
        ),
        Guard(
            MARK, see=IN_SIGHT, add=f"by_id = {ME} AND {OPEN}",
            change=f"{OPEN} AND (by_id = {ME} OR {MINE})", columns="voided_at, voided_by, void_reason",
            history="worker",
        ),
        Sql(
            f"CREATE OR REPLACE TRIGGER keep_what_stands BEFORE UPDATE OF voided_at, voided_by, void_reason ON {MARK}"
            " FOR EACH ROW WHEN (current_user = '{app}') EXECUTE FUNCTION keep_what_stands()"
        ),
        # Whoever is on a path's list reads the words it goes by, also once another version is in use.
        AlsoSee(
            "protocols_protocolversion",
            "see_of_a_worker_path",
            f"EXISTS (SELECT 1 FROM {PATH} w WHERE w.protocol_version_id = protocols_protocolversion.id)",
        ),
    ]
