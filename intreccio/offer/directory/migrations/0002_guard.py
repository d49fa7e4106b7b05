from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Definer, Guard, Sql
from intreccio.offer.directory.policies import verifies, writes, writes_part


class Migration(migrations.Migration):
    """Whoever is at work reads every service; its body writes it; who checks leaves a row, and the row dates the service."""

    dependencies = [("directory", "0001_initial"), ("organisations", "0002_sight"), ("territory", "0002_guard")]
    operations = [
        Guard("directory_service", see=ANYONE, add=writes(), change=writes(), history="network", definer="SELECT, UPDATE"),
        Guard("directory_servicelocation", see=ANYONE, add=writes_part(), change=writes_part(), history="network"),
        Guard("directory_schedule", see=ANYONE, add=writes_part(), change=writes_part(), history="network", definer="SELECT"),
        Guard("directory_verification", see=ANYONE, add=verifies()),
        Definer(
            "date_service()",
            "trigger",
            """
            BEGIN
              UPDATE directory_service SET verified_on = NEW.day, verified_by = NEW.checked_by, verification_method = NEW.method
                WHERE id = NEW.service_id AND (verified_on IS NULL OR verified_on <= NEW.day);
              RETURN NULL;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql("CREATE TRIGGER date_service AFTER INSERT ON directory_verification FOR EACH ROW EXECUTE FUNCTION date_service()"),
    ]
