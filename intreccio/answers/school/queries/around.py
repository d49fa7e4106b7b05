"""With whom one talks at school, as the page of who is around a family asks it."""

from intreccio.answers.school.queries.pupils import OF_THE_DAY

# Of the classes of today of who is of that home, wherever they were written; answered: when they last told what was asked of them.
TALKED_WITH = f"""
    SELECT k.name, k.role, coalesce(o.name, s.school) AS place, concat_ws(' ', s.year, nullif(s.section, '')) AS class_said, s.since,
      coalesce(p.merged_into_id, p.id) AS child_id,
      coalesce((SELECT n.given FROM people_personname n WHERE n.person_id IN (p.id, p.merged_into_id) AND n.voided_at IS NULL
        AND (n.until IS NULL OR n.until > %(day)s::date) ORDER BY n.kind = 'used' DESC, n.id LIMIT 1), '') AS child,
      (SELECT max(t.answered_on) FROM school_schoolsheet t WHERE t.schooling_id = s.id AND t.voided_at IS NULL
        AND t.answered_on <= %(day)s::date AND lower(t.teacher) = lower(k.name)) AS answered
    FROM school_schooling s JOIN school_schoolcontact k ON k.schooling_id = s.id AND k.voided_at IS NULL
      JOIN people_person p ON p.id = s.child_id LEFT JOIN people_person r ON r.id = p.merged_into_id
      LEFT JOIN organisations_organisation o ON o.id = s.organisation_id
    WHERE s.until IS NULL AND s.voided_at IS NULL AND coalesce(r.died_on, p.died_on) IS NULL AND EXISTS (
      SELECT FROM people_householdmembership m WHERE m.household_id = %(household)s AND m.person_id = s.child_id AND {OF_THE_DAY})
    ORDER BY k.name, k.id
"""  # noqa: S608  # fixed texts
