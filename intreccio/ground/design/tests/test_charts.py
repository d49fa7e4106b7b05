"""Figures: where the marks stand, and that sign and word say what colour says."""

from datetime import date

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from intreccio.ground.design.charts import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    line_of,
    spans_of,
    stairs_of,
    step_of,
    warmth,
)

NUMBERS = st.floats(0, 1e6)


def draw(text, **context):
    return engines["django"].from_string(text).render(context)


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (9, 2), (10, 2), (11, 5), (100, 20), (0.8, 0.2), (3, 1), (5e-324, 1)]
)
def test_lines_stand_at_round_numbers(most, step):
    assert step_of(most) == pytest.approx(step)


@given(st.lists(st.tuples(st.just("mese"), NUMBERS), min_size=1, max_size=24), st.none() | NUMBERS)
def test_every_point_stands_inside_and_zero_at_the_bottom(points, limit):
    line = line_of(points, limit)
    assert all(TOP <= mark.y <= BOTTOM and LEFT <= mark.x <= RIGHT for mark in line.marks)
    assert line.ticks[0] == (BOTTOM, 0)
    assert line.ticks[-1][0] == TOP
    assert line.limit is None or TOP <= line.limit <= BOTTOM
    assert line.marks[0].told
    assert line.marks[-1].told


@given(
    st.lists(
        st.tuples(st.just("asse"), st.floats(-50, 50), st.floats(-60, 60), st.floats(-60, 60)),
        min_size=1,
        max_size=6,
    )
)
def test_every_interval_and_zero_stand_on_the_drawing(rows):
    spans = spans_of(rows)
    assert all(0 <= x <= 540 for span in spans.rows for x in (span.x, span.low, span.high))
    assert 0 <= spans.zero <= 540
    assert any(abs(x - spans.zero) <= 1 for x, _ in spans.ticks)


LEVELS = st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2026, 1, 1)), st.integers(-2, 2)), max_size=8)


@given(st.lists(LEVELS.map(sorted), min_size=1, max_size=2))
def test_stairs_stand_inside_from_the_first_day_to_the_last(series):
    drawn = stairs_of(series, low=-2, high=2, last=date(2026, 1, 1))
    assert all(
        LEFT <= x <= RIGHT and TOP <= y <= BOTTOM + 4 for stair in drawn.stairs for x, y in stair.marks
    )
    assert [level for _y, level in drawn.ticks] == [-2, -1, 0, 1, 2]
    assert (drawn.ticks[0][0], drawn.ticks[-1][0]) == (BOTTOM, TOP)
    assert all(
        stair.path.endswith(f"H{RIGHT}") or not stair.marks or drawn.first == drawn.last
        for stair in drawn.stairs
    )


def test_a_stair_stays_where_it_is_until_the_next_day():
    first, last = date(2026, 1, 1), date(2026, 1, 11)
    (stair,) = stairs_of([[(first, -2), (date(2026, 1, 6), 2)]], low=-2, high=2, last=last).stairs
    assert stair.path == f"M{LEFT} {BOTTOM}H{(LEFT + RIGHT) // 2}V{TOP}H{RIGHT}"


@pytest.mark.parametrize(
    ("value", "kind"), [(None, ""), (0, "q1"), (5, "q1"), (6, "q2"), (8, "q3"), (10, "q4")]
)
def test_a_low_number_is_warm(value, kind):
    assert warmth(value, 6) == kind


def test_a_low_number_carries_a_sign_and_a_missing_one_its_word():
    drawn = draw(
        '{% heat_table "Dove" "Comune" columns rows "non si mostra" %}',
        columns=["Lavoro"],
        rows=[("Opera", [4]), ("Basiglio", [None])],
    )
    assert "▼ 4" in drawn
    assert "non si mostra" in drawn
    assert '<th scope="row">Opera</th>' in drawn


def test_a_line_says_its_conclusion_and_its_limit():
    drawn = draw('{% line_chart "Da 9 a 4" points 5 "impegno: 5" %}', points=[("gen", 9), ("feb", 4.5)])
    assert "<title>Da 9 a 4</title>" in drawn
    assert "impegno: 5" in drawn
    assert ">4,5<" in drawn
    assert "style=" not in drawn


@pytest.mark.parametrize(("last", "away"), [(5, 20), (5.2, 20), (9, -8), (4, -8)])
def test_the_limit_s_name_makes_way_for_the_last_number(last, away):
    assert line_of([("gen", 9), ("feb", last)], 5).words_of_limit == away


def test_two_numbers_stand_beside_their_bars_and_a_hidden_one_does_not():
    drawn = draw(
        '{% pair_bars "Che cosa" rows "chiesto" "sì" %}', rows=[("Cibo", 1386, 361), ("Casa", 20, None)]
    )
    assert "<b>1.386</b> chiesto, <b>361</b> sì" in drawn
    assert "<b>20</b> chiesto, sì: non si mostra" in drawn
    assert drawn.count('class="c-blue"') == 1


def test_a_mean_of_one_has_no_interval():
    drawn = draw('{% intervals "Nessuno" rows %}', rows=[("Casa", 1.0, None, None)])
    assert "c-trend" not in drawn
    assert drawn.count("<circle") == 1
