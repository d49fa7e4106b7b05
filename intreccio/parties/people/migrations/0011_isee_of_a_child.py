import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The ISEE for minors says of which child it is; those written before say it of nobody, and are used for nobody."""

    dependencies = [("people", "0010_citizenships")]
    operations = [
        migrations.AddField(
            model_name="isee",
            name="person",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddConstraint(
            model_name="isee",
            constraint=models.CheckConstraint(
                condition=models.Q(("person__isnull", True), ("kind", "minors"), _connector="OR"), name="isee_of_one_child"
            ),
        ),
    ]
