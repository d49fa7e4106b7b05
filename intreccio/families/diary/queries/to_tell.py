"""Visits of which somebody is asked how it was: agreed for today, or gone by without a word of it, while the way went on.

`v`: the visit, `c`: its case, `h`: its family. `me` and `day` are values of the statement.
"""

from intreccio.families.cases.queries.deputies import mine, mine_among
from intreccio.parties.people.policies import MY_TEAMS, granted
from intreccio.parties.people.vocabulary import Level

# Whoever goes, also from where the record is open to them, and whoever stands in for them; where none of those who were to go
# sees the family any more, who answers for it.
_ASKED = f"""({mine_among("v.case_id", "v.workers")} OR {mine("v.case_id", "c.responsible_id")}
          AND NOT EXISTS (SELECT FROM unnest(v.workers) goes (hat) WHERE sees_record(goes.hat, v.household_id)))"""
TO_TELL = f"""diary_visit v JOIN cases_case c ON c.id = v.case_id AND c.voided_at IS NULL AND (c.ended_on IS NULL OR v.day <= c.ended_on)
        JOIN people_household h ON h.id = v.household_id
      WHERE (v.team_id = {MY_TEAMS} OR v.household_id = {granted(Level.RECORD)}) AND v.state = 'planned' AND v.day <= %(day)s
        AND {_ASKED}"""
