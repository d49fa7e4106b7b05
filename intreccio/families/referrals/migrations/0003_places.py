from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.offer.directory.policies import COUNTS_PLACES
from intreccio.parties.people.policies import writes


class Migration(migrations.Migration):
    """Directory counts places and knows nobody who holds one; here it is known: of another body's places one's own comes back."""

    dependencies = [("referrals", "0002_guard"), ("directory", "0004_places")]
    operations = [
        Sql("DROP FUNCTION give_back_place(uuid, date)"),
        Definer(
            "give_back_place(service uuid, day date)",
            "boolean",
            f"""
            BEGIN
              UPDATE directory_service s SET places_free = places_free + 1, room_as_of = day, version = version + 1
                WHERE s.id = service AND {COUNTS_PLACES} AND places_free < coalesce(places_total, 32767)
                  AND (s.organisation_id = my_organisation() OR service IN (
                    SELECT r.service_id FROM referrals_referral r JOIN referrals_referralorigin o ON o.referral_id = r.id
                    WHERE r.took_a_place AND {writes()}));
              RETURN FOUND;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
