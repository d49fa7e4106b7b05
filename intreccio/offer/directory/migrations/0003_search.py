from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

# Operators of arrays and of full text are not leakproof: under row security they would lose their indexes. The function
# shows what the policy of directory_service shows (whoever acts reads every service), so it asks only that somebody acts.
# It adds up the points of rules/ranking.py, whose weights it receives; a test compares the two.
SEARCH = """
DECLARE
  weights jsonb := wish -> 'weights';
  needs varchar[] := ARRAY(SELECT jsonb_array_elements_text(wish -> 'needs'));
  hinted varchar[] := ARRAY(SELECT jsonb_array_elements_text(wish -> 'hinted'));
  words tsquery := to_tsquery('simple', wish ->> 'words');
  days int[] := ARRAY(SELECT jsonb_array_elements_text(wish -> 'days')::int);
  candidates text := 'true';
  here text := 'true';
  -- On a plane: within the distances that count it is right to a thousandth, and ten times cheaper than on a sphere.
  km text := '111.195 * sqrt((%1$s - ($1 ->> ''lat'')::float) ^ 2'
    ' + ((%2$s - ($1 ->> ''lon'')::float) * cos(radians(($1 ->> ''lat'')::float))) ^ 2)';
BEGIN
  PERFORM actor();
  IF (wish ->> 'by_name')::boolean THEN
    RETURN QUERY SELECT s.id, 0 FROM directory_service s
      WHERE s.status IN ('active', 'temporarily_closed') AND (wish ->> 'before_id' IS NULL
        OR (s.search_name, s.id) > (SELECT b.search_name, b.id FROM directory_service b WHERE b.id = (wish ->> 'before_id')::uuid))
      ORDER BY s.search_name, s.id LIMIT (wish ->> 'size')::int;
    RETURN;
  END IF;
  IF words IS NOT NULL OR needs || hinted <> '{{}}' THEN
    candidates := '(' || concat_ws(' OR ',
      CASE WHEN words IS NOT NULL THEN 's.search_vector @@ $2' END,
      CASE WHEN needs || hinted <> '{{}}' THEN 's.need_codes && ($3 || $4)' END,
      CASE WHEN needs <> '{{}}' THEN 's.need_codes = ''{{}}''' END) || ')';
  END IF;
  -- Nearly every service has one place: only the others pay for a subquery.
  km := format('CASE cardinality(s.at_lats) WHEN 0 THEN NULL WHEN 1 THEN %s ELSE (SELECT min(%s) FROM unnest(s.at_lats, s.at_lons) AS p(lat, lon)) END',
    format(km, 's.at_lats[1]', 's.at_lons[1]'), format(km, 'p.lat', 'p.lon'));
  IF wish ->> 'scope' = 'near' AND wish ->> 'municipality' <> '' THEN
    here := '(s.at_provinces && ARRAY[$1 ->> ''province'']::varchar[] OR s.at_provinces = ''{{}}'' OR ' || km || ' <= ($6 ->> ''far_km'')::float)';
  END IF;
  RETURN QUERY EXECUTE format($query$
    SELECT scored.id, scored.points FROM (
      SELECT s.id,
        CASE WHEN s.need_codes && ($3 || $4) THEN ($6 ->> 'need')::int ELSE 0 END
        + CASE WHEN s.search_vector @@ $2 THEN ($6 ->> 'words')::int ELSE 0 END
        + CASE WHEN w.municipality = '' THEN 0 WHEN w.municipality = ANY (s.at_municipalities) THEN w.near
            ELSE greatest(
              coalesce(floor(w.near * greatest(0, 1 - (%3$s) / w.far_km))::int, 0),
              CASE WHEN s.at_provinces = '{{}}' THEN ($6 ->> 'place_unknown')::int
                WHEN w.province = ANY (s.at_provinces) THEN ($6 ->> 'same_province')::int ELSE 0 END) END
        + CASE WHEN room.free IS NULL THEN ($6 ->> 'room_unknown')::int WHEN room.free > 0 THEN ($6 ->> 'room_free')::int ELSE 0 END
        + CASE WHEN s.verified_on IS NULL THEN 0 WHEN $7 - s.verified_on <= 31 THEN ($6 ->> 'fresh_month')::int
            WHEN $7 - s.verified_on <= 183 THEN ($6 ->> 'fresh_half_year')::int ELSE ($6 ->> 'fresh_older')::int END
        - w.no * (s.status <> 'active')::int
        - CASE WHEN $3 = '{{}}' OR s.need_codes && $3 THEN 0 WHEN s.need_codes = '{{}}' THEN w.ask ELSE w.no END
        - CASE WHEN w.first IS NULL THEN 0
            WHEN s.age_from_months IS NULL AND s.age_to_months IS NULL THEN w.ask
            WHEN w.last < s.age_from_months OR w.first >= s.age_to_months THEN w.no
            WHEN w.first < s.age_from_months OR w.last >= s.age_to_months THEN w.ask ELSE 0 END
        - CASE WHEN s.residence = 'only' AND w.municipality = '' THEN w.ask
            WHEN s.residence = 'only' THEN CASE WHEN w.municipality = ANY (s.residence_codes) THEN 0 ELSE w.no END
            WHEN w.municipality = '' OR s.residence = 'anyone' THEN 0 ELSE w.ask END
        - CASE WHEN w.up_to IS NULL THEN CASE WHEN s.isee = 'limit' THEN w.ask ELSE 0 END
            WHEN s.isee_limit IS NULL THEN CASE WHEN s.isee = 'none' THEN 0 ELSE w.ask END
            WHEN w.up_to <= s.isee_limit THEN 0 WHEN w.above >= s.isee_limit THEN w.no ELSE w.ask END
        - CASE WHEN $5 = '{{}}' OR hours.days && $5 THEN 0 WHEN hours.days = '{{}}' THEN w.ask ELSE w.no END
        - CASE WHEN room.free IS NULL THEN CASE WHEN w.room THEN w.ask ELSE 0 END WHEN room.free > 0 THEN 0
            WHEN s.waiting <> '' AND NOT w.room THEN w.ask ELSE w.no END AS points
      FROM directory_service s
      CROSS JOIN (SELECT $1 ->> 'municipality' AS municipality, $1 ->> 'province' AS province,
          ($1 ->> 'lat')::float AS lat, ($1 ->> 'lon')::float AS lon, ($1 ->> 'first')::int AS first, ($1 ->> 'last')::int AS last,
          ($1 ->> 'above')::numeric AS above, ($1 ->> 'up_to')::numeric AS up_to, ($1 ->> 'room')::boolean AS room,
          ($6 ->> 'near')::int AS near, ($6 ->> 'far_km')::float AS far_km, ($6 ->> 'ask')::int AS ask, ($6 ->> 'no')::int AS no) w
      CROSS JOIN LATERAL (SELECT CASE WHEN $7 - s.room_as_of <= ($1 ->> 'room_days')::int THEN s.places_free END AS free) room
      CROSS JOIN LATERAL (SELECT CASE WHEN s.weekdays_until <= $7 THEN ARRAY(SELECT h.weekday::int FROM directory_schedule h WHERE h.service_id = s.id
          AND (h.valid_from IS NULL OR h.valid_from <= $7) AND (h.valid_until IS NULL OR $7 < h.valid_until)) ELSE s.at_weekdays END AS days) hours
      WHERE s.status IN ('active', 'temporarily_closed') AND %1$s AND %2$s
    ) scored
    WHERE ($1 ->> 'before_points') IS NULL OR scored.points < ($1 ->> 'before_points')::int
      OR (scored.points = ($1 ->> 'before_points')::int AND scored.id > ($1 ->> 'before_id')::uuid)
    ORDER BY scored.points DESC, scored.id LIMIT ($1 ->> 'size')::int
  $query$, candidates, here, km)
  USING wish, words, needs, hinted, days, weights, (wish ->> 'today')::date;
END
"""


class Migration(migrations.Migration):
    """Indexes for searching, and the function that searches."""

    dependencies = [("directory", "0002_guard")]
    operations = [
        # Kept out of the model: no page reads it.
        Sql("ALTER TABLE directory_service ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_words)) STORED"),
        Sql("CREATE INDEX service_by_words ON directory_service USING gin (search_vector)"),
        Sql("CREATE INDEX service_by_need ON directory_service USING gin (need_codes)"),
        Sql("CREATE INDEX service_without_need ON directory_service (id) WHERE need_codes = '{{}}'"),
        Sql("CREATE INDEX service_by_province ON directory_service USING gin (at_provinces)"),
        Definer("search_services(wish jsonb)", "TABLE (service_id uuid, points integer)", SEARCH, language="plpgsql"),
        Sql("ALTER FUNCTION search_services(jsonb) SET jit = off"),
    ]
