import django.contrib.postgres.fields
from django.db import migrations, models

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """The first row of a sheet may be somebody's: its words lie with the cells and go with them. What stays is a mark."""

    dependencies = [("imports", "0005_no_file_name")]
    operations = [
        migrations.AddField("sheetcontent", "headers", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None), preserve_default=False),
        migrations.AddField("sheetcontent", "more_sheets", models.PositiveSmallIntegerField(default=0, help_text="sheets of the file that are not read")),
        Sql(
            "ALTER TABLE imports_sheet NO FORCE ROW LEVEL SECURITY; ALTER TABLE imports_sheetcontent NO FORCE ROW LEVEL SECURITY;"
            " UPDATE imports_sheetcontent c SET headers = s.headers FROM imports_sheet s WHERE s.id = c.sheet_id;"
            " ALTER TABLE imports_sheet FORCE ROW LEVEL SECURITY; ALTER TABLE imports_sheetcontent FORCE ROW LEVEL SECURITY"
        ),
        migrations.RemoveField("sheet", "headers"),
        migrations.AddField(
            "sheet", "header_mark",
            models.CharField(default="", help_text="keyed digest of its header: the same one is known again", max_length=64),
            preserve_default=False,
        ),
    ]
