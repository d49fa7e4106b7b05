from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, NOBODY, Guard


class Migration(migrations.Migration):
    """The library is everybody's. A response is written by whoever acts and read by nobody: the area that knows whom it
    is about says who reads it and who corrects it, in a migration of its own."""

    dependencies = [("instruments", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard("instruments_instrument", see=ANYONE),
        Guard("instruments_response", see=NOBODY, add=ANYONE, history="response"),
    ]
