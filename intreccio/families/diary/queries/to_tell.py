"""Visits of which somebody is asked how it was: agreed for today, or gone by without a word of it, while the way went on.

`v`: the visit, `c`: its case, `h`: its family. `me` and `day` are values of the statement.
"""

from intreccio.families.cases.queries.deputies import mine
from intreccio.families.diary.queries.following import sees_its_family
from intreccio.parties.people.policies import MY_TEAMS, granted
from intreccio.parties.people.vocabulary import Level

# Whoever goes, also from where the record is open to them, and whoever stands in for them; where none of those who were to go
# sees the family any more, who answers for it.
_ASKED = f"""(EXISTS (SELECT FROM unnest(v.workers) goes (hat) WHERE {mine("v.case_id", "goes.hat")})
        OR {mine("v.case_id", "c.responsible_id")} AND NOT {sees_its_family("= ANY (v.workers)", "v")})"""
TO_TELL = f"""diary_visit v JOIN cases_case c ON c.id = v.case_id AND c.voided_at IS NULL AND (c.ended_on IS NULL OR v.day <= c.ended_on)
        JOIN people_household h ON h.id = v.household_id
      WHERE (v.team_id = {MY_TEAMS} OR v.household_id = {granted(Level.RECORD)}) AND v.state = 'planned' AND v.day <= %(day)s
        AND {_ASKED}"""
