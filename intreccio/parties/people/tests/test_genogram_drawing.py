"""A genogram stays readable: nothing covers anything, elders above, couples side by side, children in order."""

from datetime import date
from itertools import chain, combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intreccio.parties.people.rules.genogram import Descent, Family, Figure, Pair, Shape, drawing_of
from intreccio.parties.people.rules.genogram.family import Manner
from intreccio.parties.people.rules.genogram.places import width_of_years
from intreccio.parties.people.tests import ten_families as ten

NAMES = ("Bo", "Maria Antonietta", "Wilhelmina Hohenzollern", "padre, nome non noto", "Li", "Massimiliano")


def drawn(make):
    family = make()
    drawing = drawing_of(family)
    return drawing, {sign.figure.key: sign for sign in drawing.signs}


def cover(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def holds(box, inner):
    return box[0] <= inner[0] and box[1] <= inner[1] and box[2] >= inner[2] and box[3] >= inner[3]


def readable(family, drawing):
    """What has to be true of every drawing."""
    boxes = [(sign.figure.key, box) for sign in drawing.signs for box in sign.boxes]
    for (one, first), (other, second) in combinations(boxes, 2):
        assert one == other or not cover(first, second), (one, other)
    page = (0, 0, drawing.width, drawing.height)
    assert all(holds(page, box) for _, box in boxes)
    signs = {sign.figure.key: sign for sign in drawing.signs}
    assert len(signs) == len(family.figures)
    for each in family.descents:
        assert signs[each.elder].y < signs[each.child].y
    for sign in drawing.signs:
        around = {each.home for each in drawing.outlines for box in each.boxes if cover(box, sign.boxes[0])}
        assert around == set(sign.figure.homes), "all who live there are within, nobody else"
        assert homes_of(drawing, signs, sign.figure.key) == set(sign.figure.homes)

    years_stand_alone(drawing)


def years_stand_alone(drawing):
    """No letter of a home upon the years of a couple, and no line around a home through them."""
    for each in drawing.years:
        half = width_of_years(each.words) / 2
        years = (each.x - half, each.y - 10, each.x + half, each.y + 3)
        for outline in drawing.outlines:
            letter = (outline.x, outline.y - 10, outline.x + 9, outline.y + 2)
            assert not cover(letter, years), (outline.letter, each.words)
            met = [box for box in outline.boxes if cover(box, years)]
            assert not met or any(holds(box, years) for box in met), (outline.letter, each.words)


def side_by_side(family, drawing):
    """Between two of a couple stand at most other partners of theirs."""
    signs = {sign.figure.key: sign for sign in drawing.signs}
    partners = {}
    for pair in family.couples:
        partners.setdefault(pair.one, set()).add(pair.other)
        partners.setdefault(pair.other, set()).add(pair.one)
    for pair in family.couples:
        one, other = signs[pair.one], signs[pair.other]
        assert one.y == other.y
        between = {
            key
            for key, sign in signs.items()
            if sign.y == one.y and min(one.x, other.x) < sign.x < max(one.x, other.x)
        }
        near, waiting = set(), [pair.one, pair.other]
        while waiting:
            near |= (more := partners[waiting.pop()] - near)
            waiting += more
        assert between <= near


@st.composite
def rows(draw):
    """Up to twenty persons in up to four generations, some in one home, some in two, some in none."""
    figures, found = [], []
    for number, size in enumerate(draw(st.lists(st.integers(1, 7), min_size=1, max_size=4))):
        found.append([])
        for _ in range(min(size, 20 - len(figures))):
            birth = date(1930 + 25 * number + draw(st.integers(0, 4)), 1, 1) if draw(st.booleans()) else None
            homes = tuple(draw(st.lists(st.sampled_from(["a", "b"]), unique=True, max_size=2)))
            shape = draw(st.sampled_from([Shape.SQUARE, Shape.CIRCLE, Shape.DIAMOND]))
            lines = (draw(st.sampled_from(NAMES)), "12 anni")
            key = f"p{len(figures):02}"
            figures.append(Figure(key, shape, lines, birth, draw(st.booleans()), draw(st.booleans()), homes))
            found[-1].append(key)
    return figures, [row for row in found if row]


@st.composite
def couples(draw, row):
    """Some are alone, some in a couple, some have had several."""
    free, pairs = list(row), []
    while len(free) > 1 and draw(st.booleans()):
        one = free.pop(draw(st.integers(0, len(free) - 1)))
        other = draw(st.sampled_from(free))
        pairs.append(Pair(one, other, draw(st.sampled_from(Manner)), draw(st.integers(0, 2)), "2001–2012"))
    return pairs


@st.composite
def children(draw, row, pairs, below):
    """Of a couple, of one alone, of nobody known; some are in somebody's care."""
    lines = []
    for child in below:
        elders = draw(st.sampled_from([(), (row[0],), *((pair.one, pair.other) for pair in pairs)]))
        lines += [Descent(elder, child) for elder in elders]
        carer = draw(st.sampled_from(row))
        if carer not in elders and draw(st.integers(0, 5)) == 0:
            lines.append(Descent(carer, child, Manner.DOTTED))
    return lines


@st.composite
def families(draw):
    """Couples, second ones, lone parents, twins, care, two homes."""
    figures, found = draw(rows())
    pairs = [draw(couples(row)) for row in found]
    lines = [draw(children(row, pairs[number], below)) for number, (row, below) in enumerate(pairwise(found))]
    return Family(tuple(figures), tuple(chain(*pairs)), tuple(chain(*lines)), ("a", "b"))


@settings(max_examples=120, deadline=None)
@given(families())
def test_nothing_covers_anything_whatever_the_family(family):
    drawing = drawing_of(family)
    readable(family, drawing)
    side_by_side(family, drawing)
    assert drawing_of(family) == drawing


@pytest.mark.parametrize("make", ten.TEN, ids=lambda make: make.__name__)
def test_the_ten_families_are_readable(make):
    family = make()
    drawing = drawing_of(family)
    readable(family, drawing)
    side_by_side(family, drawing)
    assert drawing.width <= 1100, "on an A4 sheet"


def in_order(signs, *keys):
    """From left to right, in one row."""
    assert len({signs[key].y for key in keys}) == 1
    assert [signs[key].x for key in keys] == sorted(signs[key].x for key in keys)


def under(signs, child, *elders):
    """Below all of them, and not beside the whole of them."""
    assert all(signs[child].y > signs[elder].y for elder in elders)


def homes_of(drawing, signs, key):
    box = signs[key].boxes[0]
    return {each.home for each in drawing.outlines for home in each.boxes if holds(home, box)}


def dashes_to(drawing, signs, key):
    """Of the lines that end on the top of somebody."""
    middle, top = signs[key].middle, signs[key].y
    ends = [stroke for stroke in drawing.strokes if stroke.d.endswith((f"V{top:g}", f" {top:g}"))]
    near = [
        stroke
        for stroke in ends
        if abs(float(stroke.d.split("V")[0].split("M")[1].split(" ")[0]) - middle) < 12
    ]
    return sorted(stroke.dashes for stroke in near)


def cuts(drawing):
    """Slashes across the lines of couples."""
    return sum("l8 -16" in stroke.d for stroke in drawing.strokes)


def test_separated_with_two_homes():
    drawing, signs = drawn(ten.separated_with_two_homes)
    in_order(signs, "Franco", "Luisa")
    in_order(signs, "Karim", "Elena")
    in_order(signs, "Nadia", "Leo")
    under(signs, "Elena", "Luisa", "Franco")
    assert cuts(drawing) == 1
    assert homes_of(drawing, signs, "Leo") == {"da Elena", "da Karim"}
    assert homes_of(drawing, signs, "Nadia") == {"da Elena"}
    assert homes_of(drawing, signs, "Franco") == set()


def test_remarriage_with_half_siblings():
    drawing, signs = drawn(ten.remarriage_with_half_siblings)
    in_order(signs, "Anna", "Marco", "Sara", "Paolo")
    in_order(signs, "Giulia", "Pietro", "Tea", "Ivo")
    assert cuts(drawing) == 3
    assert homes_of(drawing, signs, "Pietro") == {"da Anna"}


def test_twins_leave_from_one_point():
    drawing, signs = drawn(ten.twins)
    in_order(signs, "Tommaso", "Ada", "Eva", "Gino", "Pia")
    slanted = [stroke.d for stroke in drawing.strokes if "L" in stroke.d]
    assert len(slanted) == 4
    assert len({path.split("V")[0] for path in slanted}) == 2
    ada, eva = signs["Ada"].middle, signs["Eva"].middle
    bars = [stroke.d for stroke in drawing.strokes if "H" in stroke.d and "V" not in stroke.d]
    within = [path for path in bars if ada < float(path[1:].split(" ")[0]) < float(path.split("H")[1]) < eva]
    assert len(within) == 1, "only the two who are identical are joined"


def test_widow():
    drawing, signs = drawn(ten.widow)
    assert {key for key, sign in signs.items() if sign.figure.dead} == {"Bruno", "Carlo"}
    in_order(signs, "Carlo", "Dina")
    under(signs, "Bruno", "Irma")
    assert cuts(drawing) == 0


def test_adoption_is_dashed_and_the_mother_by_birth_stays():
    drawing, signs = drawn(ten.adoption)
    in_order(signs, "Sergio", "Lin")
    assert dashes_to(drawing, signs, "Lin") == ["", "7 4"]
    assert dashes_to(drawing, signs, "Sergio") == [""]


def test_foster_care_is_dotted():
    drawing, signs = drawn(ten.foster)
    for child in ("Ana", "Ion"):
        assert dashes_to(drawing, signs, child) == ["", "1.5 4"]
    assert dashes_to(drawing, signs, "Luca") == [""]
    assert homes_of(drawing, signs, "Mirela") == set()


def test_three_generations_in_one_home():
    drawing, signs = drawn(ten.three_generations_in_one_home)
    assert len({sign.y for sign in signs.values()}) == 3
    in_order(signs, "Carmela", "Rita", "Ciro")
    in_order(signs, "Gennaro", "Imma", "Sole")
    assert "1.5 4" in dashes_to(drawing, signs, "Sole"), "her grandmother looks after her, two rows above"
    assert homes_of(drawing, signs, "Assunta") == homes_of(drawing, signs, "Sole") == {"casa"}
    assert homes_of(drawing, signs, "Ciro") == set()


def test_single_mother_with_pregnancy():
    drawing, signs = drawn(ten.single_mother_with_pregnancy)
    in_order(signs, "Padre", "Blessing")
    in_order(signs, "Joy", "interrotta", "attesa")
    assert any(stroke.dashes == "1.5 4" for stroke in drawing.strokes), "of the two nothing more is said"


def test_same_sex_couple():
    drawing, signs = drawn(ten.same_sex_couple)
    assert signs["Marta"].y == signs["Silvia"].y < signs["Elio"].y
    assert dashes_to(drawing, signs, "Elio") == ["", "7 4"]
    under(signs, "Silvia", "Nonno", "Nonna")


def test_large_family_of_twenty():
    drawing, signs = drawn(ten.large_family_of_twenty)
    assert len({sign.y for sign in signs.values()}) == 3
    in_order(signs, "Grazia", "Moussa", "Ines")
    in_order(signs, "Aminata", "Ibrahim", "Sofia", "Omar", "Zoe", "Kofi", "Bianca")
    in_order(signs, "Moussa", "Awa", "Lamine")
    assert homes_of(drawing, signs, "Bianca") == {"casa", "seconda"}


def test_a_line_that_is_said_twice_is_drawn_once():
    figures = tuple(Figure(key, lines=(key,)) for key in ("mother", "child"))
    once = drawing_of(Family(figures, (), (Descent("mother", "child"),)))
    twice = drawing_of(Family(figures, (), (Descent("mother", "child"),) * 2))
    assert twice == once
    cared = (Descent("mother", "child"), *(Descent("mother", "child", Manner.DOTTED),) * 2)
    drawing, signs = drawn(lambda: Family(figures, (), cared))
    assert dashes_to(drawing, signs, "child") == ["", "1.5 4"]


def test_what_cannot_be_is_drawn_all_the_same():
    """Bad rows of long ago bring no page down: who would stand above themselves is simply not put there."""
    figures = tuple(Figure(key, lines=(key,)) for key in "abc")
    circle = (Descent("a", "b"), Descent("b", "c"), Descent("c", "a"), Descent("a", "a"))
    drawing = drawing_of(Family(figures, (Pair("a", "c"),), circle))
    assert len(drawing.signs) == 3
    assert drawing_of(Family()).signs == ()
