import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Definer, Guard

MINE = "membership_id = (SELECT my_membership())"
JOB = "(SELECT my_house()) = 'imports'"
IN_SIGHT = "EXISTS (SELECT 1 FROM imports_sheet s WHERE s.id = sheet_id)"
UPLOADED = "EXISTS (SELECT 1 FROM imports_sheet s WHERE s.id = sheet_id AND s.membership_id = (SELECT my_membership()))"


class Migration(migrations.Migration):
    """Sheets: of who uploaded them. Who else may look at one and undo it is said above, where its rows are known."""

    dependencies = [("imports", "0002_guard"), ("kernel", "0005_cache")]
    operations = [
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=30)),
                ("membership_id", models.UUIDField(help_text="who uploaded it")),
                ("team_id", models.UUIDField()),
                ("file_name", models.CharField(max_length=120)),
                ("sha256", models.CharField(max_length=64)),
                ("headers", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), size=None)),
                ("columns", models.JSONField(default=dict, help_text="field code: place of its column")),
                ("rows", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "in preparazione"),
                            ("queued", "si sta portando dentro"),
                            ("done", "portato dentro"),
                            ("undoing", "si sta annullando"),
                            ("undone", "annullato"),
                            ("abandoned", "lasciato perdere"),
                        ],
                        default="preparing",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "trouble",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_at_work", "chi l'ha chiesto non lavora più qui"),
                            ("refused", "chi l'ha chiesto non può più farlo in questa équipe"),
                            ("broken", "qualcosa si è interrotto"),
                        ],
                        editable=False,
                        max_length=11,
                    ),
                ),
                ("asked_by_user", models.UUIDField(editable=False, help_text="as whom the job acts", null=True)),
                ("asked_by", models.UUIDField(editable=False, null=True)),
                ("counts", models.JSONField(default=dict, editable=False)),
                ("done_at", models.DateTimeField(editable=False, null=True)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={"indexes": [models.Index(fields=["membership_id", "-at"], name="sheet_of_member")]},
        ),
        migrations.CreateModel(
            name="SheetContent",
            fields=[
                (
                    "sheet",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="content",
                        serialize=False,
                        to="imports.sheet",
                    ),
                ),
                ("cells", models.JSONField(help_text="[number of the row, [cell, …]] …")),
                ("found", models.JSONField(default=dict, help_text="what is wrong and what is double, by row: codes and ids")),
                (
                    "taken_anyway",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), default=list, size=None),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SheetProgress",
            fields=[
                (
                    "sheet",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="progress",
                        serialize=False,
                        to="imports.sheet",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("whole", models.PositiveIntegerField(default=0)),
            ],
        ),
        Guard(
            "imports_sheet",
            see=f"({MINE} OR {JOB})",
            add=f"{MINE} AND state = 'preparing'",
            change=f"({MINE} OR {JOB})",
            definer="SELECT, UPDATE",
            columns="columns, state, trouble, asked_by_user, asked_by, counts, done_at, undone_at",
        ),
        Guard(
            "imports_sheetcontent",
            see=UPLOADED,
            add=UPLOADED,
            change=UPLOADED,
            delete=UPLOADED,
            columns="found, taken_anyway",
            definer="SELECT, DELETE",
        ),
        Guard("imports_sheetprogress", see=IN_SIGHT, add=IN_SIGHT, change=IN_SIGHT, columns="done, whole"),
        # The cells leave whoever was to prepare them; nobody of the house reads them for it.
        Definer(
            "erase_old_sheets(before timestamptz)",
            "integer",
            """
            DECLARE
              erased integer;
            BEGIN
              IF my_house() IS DISTINCT FROM 'eraser' THEN
                RAISE insufficient_privilege USING MESSAGE = 'only the eraser erases';
              END IF;
              DELETE FROM imports_sheetcontent c USING imports_sheet s
                WHERE s.id = c.sheet_id AND s.at < before AND s.state = 'preparing';
              GET DIAGNOSTICS erased = ROW_COUNT;
              UPDATE imports_sheet s SET state = 'abandoned' WHERE s.at < before AND s.state = 'preparing';
              RETURN erased;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
