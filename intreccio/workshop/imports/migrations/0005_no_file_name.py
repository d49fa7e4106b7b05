from django.db import migrations


class Migration(migrations.Migration):
    """How a file is called may be somebody's name: a sheet is told by its rows and its day."""

    dependencies = [("imports", "0004_tries")]
    operations = [migrations.RemoveField("sheet", "file_name")]
