from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Definer, Guard, Sql

# Facts of a span of weeks, added up once by everything that may be asked of them. `mine`: of the body that the actor leads.
FACTS = """
    SELECT f.kind, f.outcome, f.reason, f.need_code, f.municipality_code, f.week,
      coalesce(f.organisation_id = own AND own = (SELECT my_organisation()) AND (SELECT my_role()) = 'organisation_lead', false) AS mine,
      count(*) AS n, coalesce(sum(f.value), 0)::float AS total, coalesce(sum(f.value * f.value), 0)::float AS squares
    FROM impact_fact f WHERE actor() IS NOT NULL AND f.week >= since AND f.week < until GROUP BY 1, 2, 3, 4, 5, 6, 7
"""
# The ledger of unmet need is of the same kind.
UNMET = """
    SELECT 'unmet', '', u.reason, u.need_id, u.municipality_code, u.week, false, count(*), 0, 0
    FROM needs_unmetneed u WHERE actor() IS NOT NULL AND u.week >= since AND u.week < until GROUP BY 1, 2, 3, 4, 5, 6
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
DAYS = """
    WITH facts AS MATERIALIZED (
      SELECT f.kind, f.municipality_code, f.week, f.value::integer AS took, count(*) AS n,
        coalesce(f.organisation_id = own AND own = (SELECT my_organisation()) AND (SELECT my_role()) = 'organisation_lead', false) AS mine
      FROM impact_fact f WHERE actor() IS NOT NULL AND f.week >= since AND f.week < until
        AND f.kind IN ('first_contact', 'referral_decided') AND f.value IS NOT NULL GROUP BY 1, 2, 3, 4, 6),
    told AS (SELECT facts.*, date_trunc('quarter', week)::date AS in_quarter, date_trunc('month', week)::date AS in_month FROM facts)
    SELECT kind, mine, in_quarter, in_month, municipality_code,
      CASE GROUPING(in_month) WHEN 0 THEN 'month' ELSE 'municipality' END, took, sum(n)::bigint
    FROM told GROUP BY kind, mine, in_quarter, took, GROUPING SETS ((in_month), (municipality_code))
"""


class Migration(migrations.Migration):
    """Everybody's acts write facts; nobody reads one. What is read is counted, by one dimension at a time."""

    dependencies = [("impact", "0001_initial"), ("needs", "0002_guard"), ("organisations", "0002_sight")]
    operations = [
        Guard("impact_fact", see=None, add=ANYONE, definer="SELECT"),
        Sql(
            "GRANT SELECT ON needs_unmetneed TO {definer};"
            " CREATE POLICY definer ON needs_unmetneed FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "impact_counts(since date, until date, own uuid)",
            "TABLE (kind text, outcome text, area text, mine boolean, quarter date, month date, municipality text, need text,"
            " reason text, dimension text, n bigint, total float, squares float)",
            COUNTS,
        ),
        Definer(
            "impact_days(since date, until date, own uuid)",
            "TABLE (kind text, mine boolean, quarter date, month date, municipality text, dimension text, days integer, n bigint)",
            DAYS,
        ),
    ]
