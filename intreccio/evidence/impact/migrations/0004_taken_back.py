from django.db import migrations, models

from intreccio.ground.kernel.security import Definer, Sql

# Whole quarters, never a week: what is counted here is masked where it is told (decision 50).
READS = (
    "actor() IS NOT NULL AND since = date_trunc('quarter', since) AND until = date_trunc('quarter', until)"
)
# As in `0002_guard` and `0003_quarters`, but that a fact taken back is one less.
FACTS = f"""
    SELECT f.kind, f.outcome, f.reason, f.need_code, f.municipality_code, f.week,
      coalesce(f.organisation_id = own AND own = (SELECT my_organisation()) AND (SELECT my_role()) = 'organisation_lead', false) AS mine,
      sum(f.weight) AS n, coalesce(sum(f.value * f.weight), 0)::float AS total, coalesce(sum(f.value * f.value * f.weight), 0)::float AS squares
    FROM impact_fact f WHERE {READS} AND f.week >= since AND f.week < until GROUP BY 1, 2, 3, 4, 5, 6, 7
"""
UNMET = f"""
    SELECT 'unmet', '', u.reason, u.need_id, u.municipality_code, u.week, false, count(*), 0, 0
    FROM needs_unmetneed u WHERE {READS} AND u.week >= since AND u.week < until GROUP BY 1, 2, 3, 4, 5, 6
"""
COUNTS = f"""
    WITH facts AS MATERIALIZED ({FACTS} UNION ALL {UNMET}), told AS (
      SELECT facts.*, split_part(need_code, '.', 1) AS in_area, date_trunc('quarter', week)::date AS in_quarter,
        date_trunc('month', week)::date AS in_month FROM facts)
    SELECT kind, outcome, in_area, mine, in_quarter, in_month, municipality_code, need_code, reason,
      CASE GROUPING(in_month, municipality_code, need_code, reason)
        WHEN 7 THEN 'month' WHEN 11 THEN 'municipality' WHEN 13 THEN 'need' ELSE 'reason' END,
      sum(n)::bigint, sum(total), sum(squares)
    FROM told GROUP BY kind, outcome, in_area, mine, in_quarter,
      GROUPING SETS ((in_month), (municipality_code), (need_code), (reason))
"""
QUARTERS = f"""
    WITH facts AS (
      SELECT f.kind, CASE f.kind WHEN 'change' THEN f.outcome ELSE '' END AS scale, date_trunc('quarter', f.week)::date AS quarter,
        dense_rank() OVER (ORDER BY f.organisation_id) AS rank, f.organisation_id IS NOT NULL AS has_body, f.weight
      FROM impact_fact f WHERE {READS} AND f.week >= since AND f.week < until
      UNION ALL
      SELECT 'unmet', '', date_trunc('quarter', u.week)::date, 0, false, 1
      FROM needs_unmetneed u WHERE {READS} AND u.week >= since AND u.week < until),
    told AS (SELECT kind, scale, quarter, CASE WHEN has_body THEN rank END AS body, sum(weight) AS n FROM facts GROUP BY 1, 2, 3, 4)
    SELECT kind, quarter, body::integer, max(n)::bigint FROM told GROUP BY 1, 2, 3
"""


class Migration(migrations.Migration):
    """What turns out to have been a mistake is taken back by a fact that weighs one less, in the week in which it is known."""

    dependencies = [("impact", "0003_quarters")]
    operations = [
        migrations.AddField(model_name="fact", name="weight", field=models.SmallIntegerField(
                default=1, help_text="−1 takes back one that was a mistake, in the week in which that is known"
            )),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(condition=models.Q(weight__in=(1, -1)), name="fact_is_one_or_one_less"),
        ),
        Sql("DROP FUNCTION impact_counts(date, date, uuid); DROP FUNCTION impact_quarters(date, date)"),
        Definer(
            "impact_counts(since date, until date, own uuid)",
            "TABLE (kind text, outcome text, area text, mine boolean, quarter date, month date, municipality text, need text,"
            " reason text, dimension text, n bigint, total float, squares float)",
            COUNTS,
        ),
        Definer(
            "impact_quarters(since date, until date)",
            "TABLE (kind text, quarter date, body integer, n bigint)",
            QUARTERS,
        ),
    ]
