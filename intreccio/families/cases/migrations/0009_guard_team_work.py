from django.db import migrations

from intreccio.ground.kernel.security import Definer, Guard, Sql, Stays
from intreccio.parties.people.policies import (
    MY_TEAMS,
    follows_household,
    names_its_family,
    of_the_same_family,
    sees,
    writes,
)
from intreccio.parties.people.vocabulary import Level

EDITED = ("cases_casedeputy", "cases_conference", "cases_conferenceseat")
VOIDED = ("cases_conference", "cases_conferencedecision")
TABLES = (*EDITED, "cases_caseweight", "cases_conferencedecision")
STILL_HELD = f"{writes()} AND EXISTS (SELECT 1 FROM cases_conference c WHERE c.id = conference_id AND c.voided_at IS NULL AND c.held_on IS NOT NULL)"


class Migration(migrations.Migration):
    """How much work a way asks, who stands in for whom, meetings: rows of the family, of its record, like its case."""

    dependencies = [("cases", "0008_team_work"), ("people", "0002_sight"), ("kernel", "0005_cache")]
    operations = [
        *[follows_household(table) for table in TABLES],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=writes(),
                change=writes(),
                history="record",
                household="household_id",
                definer="SELECT" if table == "cases_casedeputy" else "",
            )
            for table in EDITED
        ],
        # Written once, in one's own name: a later one holds in its place.
        Guard(
            "cases_caseweight", see=sees(Level.RECORD), add=f"{writes()} AND by_id = (SELECT my_membership())"
        ),
        # Of a meeting that was held. All that may be said of it later is that it was a mistake.
        Guard(
            "cases_conferencedecision",
            see=sees(Level.RECORD),
            add=STILL_HELD,
            change=writes(),
            history="record",
            household="household_id",
            columns="voided_at, voided_by, void_reason",
        ),
        *[Stays(table) for table in VOIDED],
        *[
            Sql(
                f"CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {table} FOR EACH ROW"
                " WHEN (current_user = '{app}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
            )
            for table in TABLES
            if table not in VOIDED
        ],
        *[names_its_family(table) for table in VOIDED],
        *[of_the_same_family(table, "case_id", "cases_case") for table in ("cases_caseweight", "cases_casedeputy", "cases_conference")],
        *[of_the_same_family(table, "conference_id", "cases_conference") for table in ("cases_conferenceseat", "cases_conferencedecision")],
        Sql("DROP FUNCTION quiet_cases(timestamptz, integer)"),
        # As it was (`0005_guard_follow_ups`), also for who stands in today for the one who answers.
        Definer(
            "quiet_cases(before timestamptz, most integer)",
            "TABLE (case_id uuid, last timestamptz)",
            f"""
            SELECT c.id, e.at FROM (
                SELECT o.* FROM cases_case o WHERE o.responsible_id = my_membership()
                UNION ALL SELECT o.* FROM cases_casedeputy d JOIN cases_case o ON o.id = d.case_id AND o.responsible_id = d.absent_id
                  WHERE d.deputy_id = my_membership() AND d.since <= today() AND today() < d.until
              ) c
              LEFT JOIN LATERAL (SELECT k.at FROM kernel_event k WHERE k.household_id = c.household_id ORDER BY k.at DESC LIMIT 1) e ON true
              WHERE actor() IS NOT NULL AND c.team_id = {MY_TEAMS}
                AND c.stage IN ('in_charge', 'plan', 'review') AND c.ended_on IS NULL AND c.voided_at IS NULL
                AND coalesce(e.at, c.stage_since) < before
              ORDER BY coalesce(e.at, c.stage_since) LIMIT most
            """,
        ),
    ]
