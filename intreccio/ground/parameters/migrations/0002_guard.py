from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Guard


class Migration(migrations.Migration):
    """Everybody reads; only the keeper writes."""

    dependencies = [("parameters", "0001_initial"), ("kernel", "0003_guard")]
    operations = [Guard("parameters_parameter", see=ANYONE, definer="SELECT")]
