"""«Non uno di meno» on the board of what stands still: who should be at school and is in none."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.answers.school.queries.growing import OF_THIS_HOME
from intreccio.families.cases.queries.sources import Reason, Way, add_reason
from intreccio.ground.kernel.viewer import Viewer

# The same days as `rules.growing.out_of_school`: who has left is out at once, who changes a month after, who ends a year a month
# after the next one has begun; from the autumn of the year of one's six to eighteen, from sixteen on to a diploma or a qualification.
NEXT_YEAR = "make_date(extract(year FROM s.until)::int + (extract(month FROM s.until) >= 9)::int, 9, 1) + 30"
OUT = f"""
    SELECT 'school-out', w.household_id, c.child_id, c.since, c.since,
      coalesce((SELECT n.given FROM people_personname n WHERE n.person_id = c.child_id AND n.voided_at IS NULL
        AND (n.until IS NULL OR n.until > today()) ORDER BY n.kind = 'used' DESC, n.id LIMIT 1), ''), NULL::date
    FROM ways w CROSS JOIN LATERAL (SELECT m.household_id, coalesce(k.merged_into_id, k.id) AS child_id,
          bool_or(s.ending IN ('diploma', 'qualified')) AS has_taken,
          (array_agg(CASE WHEN s.ending = 'left' THEN s.until
          WHEN s.ending IN ('passed', 'repeats', 'finished') OR extract(month FROM s.until) IN (6, 7, 8) THEN {NEXT_YEAR}
          ELSE s.until + 30 END ORDER BY s.until DESC))[1] AS since
        FROM people_householdmembership m JOIN people_person k ON k.id = m.person_id JOIN school_schooling s ON s.child_id = m.person_id
          JOIN people_household o ON o.id = s.household_id AND o.voided_at IS NULL
        WHERE m.household_id = w.household_id AND m.voided_at IS NULL AND s.voided_at IS NULL AND s.since <= %(day)s
        GROUP BY 1, 2 HAVING bool_and(s.until IS NOT NULL AND s.until <= %(day)s)) c
      JOIN people_person p ON p.id = c.child_id AND (p.died_on IS NULL OR p.died_on > %(day)s::date)
        AND %(day)s::date >= make_date(extract(year FROM p.birth_date)::int + 6, 9, 1)
        AND p.birth_date > %(day)s::date - CASE WHEN c.has_taken THEN interval '16 years' ELSE interval '18 years' END
    WHERE c.since <= %(day)s AND {OF_THIS_HOME}
"""  # noqa: S608  # fixed texts


def tell_reasons() -> None:
    """Registers it."""
    add_reason("school-out", Reason(gettext_lazy("scuola da ritrovare"), _said, _way), OUT)


def _said(prompt: Any, day: date) -> str:
    days = {"name": prompt.what or _("Una persona"), "days": (day - prompt.since).days}
    return _("%(name)s in questi giorni non ha una scuola: da %(days)s giorni.") % days


def _way(_viewer: Viewer, prompt: Any) -> Way:
    return Way(
        _("Guarda la sua strada a scuola"),
        reverse("child_school", args=[prompt.household_id, prompt.subject_id]),
    )
