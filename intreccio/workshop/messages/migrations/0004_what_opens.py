from django.db import migrations

from intreccio.ground.kernel.security import Sql

DOOR = "(SELECT my_house()) = 'door'"


class Migration(migrations.Migration):
    """What opens an account is written by the door alone: nobody makes a colleague's new password, or has it sent elsewhere."""

    dependencies = [("post", "0003_not_needed")]
    operations = [
        Sql(
            f"""
            CREATE POLICY passwords_by_the_door ON post_onetimelink AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (purpose <> 'password' OR {DOOR});
            CREATE POLICY passwords_by_the_door ON post_mail AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (letter <> 'password_reset' OR {DOOR})
            """
        ),
    ]
