from django.db import migrations

from intreccio.ground.kernel.security import Definer

# How much of each kind a quarter holds, body by body and without their names. A change is counted once a family, not once a scale.
QUARTERS = """
    WITH facts AS (
      SELECT f.kind, CASE f.kind WHEN 'change' THEN f.outcome ELSE '' END AS scale, date_trunc('quarter', f.week)::date AS quarter,
        dense_rank() OVER (ORDER BY f.organisation_id) AS rank, f.organisation_id IS NOT NULL AS has_body
      FROM impact_fact f WHERE actor() IS NOT NULL AND f.week >= since AND f.week < until
      UNION ALL
      SELECT 'unmet', '', date_trunc('quarter', u.week)::date, 0, false
      FROM needs_unmetneed u WHERE actor() IS NOT NULL AND u.week >= since AND u.week < until),
    told AS (SELECT kind, scale, quarter, CASE WHEN has_body THEN rank END AS body, count(*) AS n FROM facts GROUP BY 1, 2, 3, 4)
    SELECT kind, quarter, body::integer, max(n)::bigint FROM told GROUP BY 1, 2, 3
"""


class Migration(migrations.Migration):
    """Which quarters may be told is the same for everybody (law 11)."""

    dependencies = [("impact", "0002_guard")]
    operations = [
        Definer(
            "impact_quarters(since date, until date)",
            "TABLE (kind text, quarter date, body integer, n bigint)",
            QUARTERS,
        ),
    ]
