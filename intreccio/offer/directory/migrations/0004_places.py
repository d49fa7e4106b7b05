from django.db import migrations

from intreccio.ground.kernel.security import Definer
from intreccio.offer.directory.policies import COUNTS_PLACES


class Migration(migrations.Migration):
    """A place is taken or given back by who does not edit the service: the row is locked, so that two cannot take the last one."""

    dependencies = [("directory", "0003_search")]
    operations = [
        Definer(
            "take_place(service uuid, day date)",
            "text",
            f"""
            DECLARE free integer;
            BEGIN
              SELECT places_free INTO free FROM directory_service s
                WHERE s.id = service AND s.organisation_id = my_organisation() AND {COUNTS_PLACES} FOR UPDATE;
              IF NOT FOUND THEN RETURN 'not_ours'; END IF;
              IF free IS NULL THEN RETURN 'unknown'; END IF;
              IF free = 0 THEN RETURN 'full'; END IF;
              UPDATE directory_service SET places_free = free - 1, room_as_of = day, version = version + 1 WHERE id = service;
              RETURN 'taken';
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        # Never more than there are: where somebody has counted anew in the meantime, their number stands.
        Definer(
            "give_back_place(service uuid, day date)",
            "boolean",
            f"""
            BEGIN
              UPDATE directory_service SET places_free = places_free + 1, room_as_of = day, version = version + 1
                WHERE id = service AND {COUNTS_PLACES} AND places_free < coalesce(places_total, 32767);
              RETURN FOUND;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
