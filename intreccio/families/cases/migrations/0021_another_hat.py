from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql


class Migration(migrations.Migration):
    """Who changes role, and works in the team, is asked to the meetings to come and is to hear families as before, under the new hat.

    Whoever lets them work there may see no family, and is told nothing: it moves what is that person's already, and nothing else.
    """

    dependencies = [("cases", "0020_follow_up_waits"), ("organisations", "0016_hats_before")]
    operations = [
        Sql("GRANT UPDATE ON cases_conferenceseat TO {definer}"),
        Definer(
            "take_up_meetings(now_worn uuid)",
            "void",
            """
            UPDATE cases_conferenceseat s SET membership_id = now_worn, version = s.version + 1 FROM cases_conference n
              WHERE n.id = s.conference_id AND n.held_on IS NULL AND n.voided_at IS NULL AND n.day >= today()
                AND s.is_asked AND s.membership_id = ANY (hats_before(now_worn)) AND n.team_id = ANY (teams_of(now_worn))
                AND NOT EXISTS (SELECT FROM cases_conferenceseat x WHERE x.conference_id = s.conference_id
                  AND (x.membership_id = now_worn OR x.membership_id = ANY (hats_before(now_worn)) AND x.id > s.id));
            UPDATE cases_casefollowup f SET who_id = now_worn, version = f.version + 1
              WHERE f.done_on IS NULL AND f.voided_at IS NULL AND f.who_id = ANY (hats_before(now_worn))
                AND f.team_id = ANY (teams_of(now_worn))
            """,
            volatile=True,
        ),
    ]
