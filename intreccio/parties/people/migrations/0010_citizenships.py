from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from intreccio.ground.kernel.security import Sql

# In the table itself, not row by row: what row security hides from the owner of the table is kept too.
SEVERAL = """
    ALTER TABLE people_person ALTER COLUMN citizenship TYPE varchar(3)[]
      USING CASE WHEN citizenship = '' THEN ARRAY[]::varchar(3)[] ELSE ARRAY[citizenship]::varchar(3)[] END;
    ALTER TABLE people_person RENAME COLUMN citizenship TO citizenships;
"""


class Migration(migrations.Migration):
    """Somebody may be a citizen of several countries: the one that was written is the first."""

    dependencies = [("people", "0009_importing")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[Sql(SEVERAL)],
            state_operations=[
                migrations.RemoveField(model_name="person", name="citizenship"),
                migrations.AddField(
                    model_name="person",
                    name="citizenships",
                    field=ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None),
                ),
            ],
        ),
    ]
