"""Whether somebody follows a line, or goes to a visit, who still sees the family: said once, in SQL, where it is asked of many at once."""

from intreccio.parties.people.vocabulary import Level

NOW = "{0}.since <= %(day)s AND ({0}.until IS NULL OR {0}.until > %(day)s)"
AT_WORK_IN = f"""EXISTS (SELECT FROM organisations_teammembership t
            WHERE t.membership_id = m.id AND t.team_id = {{team}} AND {NOW.format("t")})"""


def sees_its_family(hat: str, row: str) -> str:
    """Whether a hat, or one of several, sees the record of the family of a row of ours: of the team in charge, or of whom it is open to."""
    return f"""EXISTS (SELECT FROM organisations_membership m WHERE m.id {hat} AND {NOW.format("m")} AND (
          {AT_WORK_IN.format(team=f"{row}.team_id")}
          OR EXISTS (SELECT FROM people_grant g WHERE g.household_id = {row}.household_id AND g.level >= {Level.RECORD.value}
            AND g.withdrawn_at IS NULL AND {NOW.format("g")}
            AND (g.to_organisation_id = m.organisation_id OR {AT_WORK_IN.format(team="g.to_team_id")}))))"""  # noqa: S608  # fixed texts


# `l`: the line.
FOLLOWED = sees_its_family("= l.psychologist_id", "l")
