from django.db import migrations

from intreccio.ground.kernel.security import Sql

ROOM = "'places_free', 'places_total', 'waiting', 'room_as_of', 'version'"


class Migration(migrations.Migration):
    """Who works in the body that offers a service says how much room it has, and nothing else of it."""

    dependencies = [("directory", "0004_places")]
    operations = [
        Sql(
            f"""
            CREATE POLICY count_own_places ON directory_service FOR UPDATE TO {{app}}
              USING ((SELECT my_role()) = 'partner' AND organisation_id = (SELECT my_organisation()))
              WITH CHECK ((SELECT my_role()) = 'partner' AND organisation_id = (SELECT my_organisation()));
            CREATE FUNCTION only_its_room() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN RAISE insufficient_privilege USING MESSAGE = ''only how much room there is''; END';
            CREATE TRIGGER only_its_room AFTER UPDATE ON directory_service FOR EACH ROW
              WHEN (current_user = '{{app}}' AND my_role() = 'partner'
                AND to_jsonb(NEW) - ARRAY[{ROOM}] IS DISTINCT FROM to_jsonb(OLD) - ARRAY[{ROOM}])
              EXECUTE FUNCTION only_its_room()
            """
        ),
    ]
