"""A number is the same for all who are told it (law 11)."""

import pytest

from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.policies import own_body
from intreccio.evidence.impact.queries.board import board
from intreccio.evidence.impact.queries.counts import View, numbers
from intreccio.evidence.impact.tests.conftest import SCALES, TOWNS, monday_in
from intreccio.ground.kernel.keys import key_for


def told_to(acting_as, account, view):
    """Every number of the page, by where it stands."""
    with acting_as(account) as viewer:
        measured = board(view, own=own_body(viewer)).measured
    rows = {(code, row.label): row.values for code, each in measured.items() for row in each.rows}
    return rows | {(code, "headline"): (each.headline or None,) for code, each in measured.items()}


@pytest.mark.parametrize("facts", [0, 3, 9])
def test_who_leads_a_body_is_told_fewer_numbers_and_no_other_ones(acting_as, many, year, facts):
    many(facts)
    one, other = (told_to(acting_as, account, View(year)) for account in ("coordinatrice", "comune"))
    both = [
        (place, place_in_row)
        for place in one.keys() & other.keys()
        for place_in_row, pair in enumerate(zip(one[place], other[place], strict=True))
        if None not in pair
    ]
    assert both, "something is told to both"
    assert {at: one[at[0]][at[1]] for at in both} == {at: other[at[0]][at[1]] for at in both}


def test_a_change_is_counted_once_a_family_and_not_once_a_scale(acting_as, write, still_year):
    def of_families(count):
        return [
            Fact(
                kind="change",
                outcome=scale,
                value=1,
                week=monday_in(still_year.quarters[0].months[0], number),
                municipality_code=TOWNS[0],
                organisation_id=key_for("organisation", "telaio"),
            )
            for number in range(count)
            for scale in SCALES
        ]

    def told():
        with acting_as("coordinatrice"):
            return numbers(View(still_year), own=None).release.quarters.get("change", [])

    write(of_families(4))
    assert told() == []
    write(of_families(1))
    assert told() == [still_year.quarters[0]]
