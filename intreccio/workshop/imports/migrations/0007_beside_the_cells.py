from django.db import migrations, models

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """What stands beside the cells is told, and whether a colleague has brought in the very same file."""

    dependencies = [("imports", "0006_no_header")]
    operations = [
        migrations.AddField(
            "sheetcontent",
            "stray_comments",
            models.PositiveIntegerField(default=0, help_text="comments that are beside no row that is read"),
        ),
        # Asked by who uploaded a sheet, of that sheet alone; a list that was undone since is in no more.
        Definer(
            "same_sheet_came_in(sheet uuid)",
            "timestamptz",
            """
            SELECT max(before.done_at) FROM imports_sheet mine
              JOIN imports_sheet before ON before.kind = mine.kind AND before.team_id = mine.team_id
                AND before.sha256 = mine.sha256 AND before.id <> mine.id AND before.state IN ('done', 'undoing')
            WHERE mine.id = sheet AND mine.membership_id = my_membership() AND mine.sha256 <> ''
            """,
        ),
    ]
