from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Guard


class Migration(migrations.Migration):
    """Everybody reads; only the keeper writes."""

    dependencies = [("territory", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard("territory_region", see=ANYONE, definer="SELECT"),
        Guard("territory_province", see=ANYONE, definer="SELECT"),
        Guard("territory_municipality", see=ANYONE, definer="SELECT"),
        Guard("territory_district", see=ANYONE, definer="SELECT"),
        Guard("territory_district_municipalities", see=ANYONE, definer="SELECT"),
    ]
