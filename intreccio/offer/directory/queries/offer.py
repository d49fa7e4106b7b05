"""How much is offered for each need: services that are open, and the places that they say are free."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from intreccio.ground.kernel.keeping import kept


@dataclass(frozen=True, slots=True)
class Offer:
    """Services that answer a need; `free`: places they say are free; `unknown`: how many say nothing."""

    services: int = 0
    free: int = 0
    unknown: int = 0


# One row a service and code; a code of an area stands for the services of any of its lines.
_BY_CODE = """
    SELECT code, count(*), coalesce(sum(places_free), 0), count(*) FILTER (WHERE places_free IS NULL)
    FROM directory_service s CROSS JOIN LATERAL (
      SELECT DISTINCT unnest(s.need_codes || ARRAY(SELECT split_part(n, '.', 1) FROM unnest(s.need_codes) n)) AS code) codes
    WHERE s.status = 'active' AND (%s = '' OR s.at_municipalities @> ARRAY[%s]::varchar[])
    GROUP BY code
"""


@kept
def offer_by_need(municipality: str = "") -> Mapping[str, Offer]:
    """By code of line and of area; in a municipality, or everywhere."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_CODE, [municipality, municipality])
        return {code: Offer(*counts) for code, *counts in cursor.fetchall()}
