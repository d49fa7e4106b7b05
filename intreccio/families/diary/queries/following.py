"""Whether somebody follows a line: said once, in SQL, where it is asked of many lines at once."""

from intreccio.parties.people.vocabulary import Level

NOW = "{0}.since <= %(day)s AND ({0}.until IS NULL OR {0}.until > %(day)s)"
AT_WORK_IN = f"""EXISTS (SELECT FROM organisations_teammembership t
            WHERE t.membership_id = m.id AND t.team_id = {{team}} AND {NOW.format("t")})"""
# Its psychologist is of the team in charge, or of whom the record is open to. `l`: the line.
FOLLOWED = f"""EXISTS (SELECT FROM organisations_membership m WHERE m.id = l.psychologist_id AND {NOW.format("m")} AND (
          {AT_WORK_IN.format(team="l.team_id")}
          OR EXISTS (SELECT FROM people_grant g WHERE g.household_id = l.household_id AND g.level >= {Level.RECORD.value}
            AND g.withdrawn_at IS NULL AND {NOW.format("g")}
            AND (g.to_organisation_id = m.organisation_id OR {AT_WORK_IN.format(team="g.to_team_id")}))))"""  # noqa: S608  # fixed texts
