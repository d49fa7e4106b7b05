"""An ecomap stays readable up to twenty bonds; each quality has its own line, each flow its arrow."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from intreccio.parties.people.rules.ecomap import NODE_HEIGHT, Around, ecomap_of
from intreccio.parties.people.rules.genogram.places import width_of
from intreccio.parties.people.vocabulary import BondFlow, BondQuality

WORDS = st.text("aimwGMW èò'", min_size=1, max_size=80)
BONDS = st.builds(Around, WORDS, WORDS, st.sampled_from(BondQuality.values), st.sampled_from(BondFlow.values))


def cover(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(BONDS, max_size=20))
def test_nothing_covers_anything(bonds):
    drawn = ecomap_of(bonds)
    assert len(drawn.nodes) == len(bonds)
    home = (drawn.width / 2 - 66, drawn.height / 2 - 66, drawn.width / 2 + 66, drawn.height / 2 + 66)
    for one, other in combinations([*(node.box for node in drawn.nodes), home], 2):
        assert not cover(one, other)
    for node in drawn.nodes:
        left, top, right, bottom = node.box
        assert left >= 0
        assert top >= 0
        assert right <= drawn.width
        assert bottom <= drawn.height
        assert bottom - top == NODE_HEIGHT
        assert all(width_of(line) <= node.width for line in node.lines), "words stay within"
    assert ecomap_of(bonds) == drawn


def test_each_quality_has_its_line_and_each_flow_its_arrow():
    def one(quality, flow):
        (node,) = ecomap_of([Around("la zia", "parenti", quality, flow)]).nodes
        return node

    assert one("tense", "both").stroke.count("L") > 5, "waves"
    broken = one("broken", "both")
    assert [broken.stroke.count("M"), broken.marks.count("M")] == [2, 2], "a gap between two strokes"
    assert one("strong", "both").stroke.count("L") == 1
    assert [one("strong", flow).arrows.count("Z") for flow in ("both", "receives", "gives")] == [2, 1, 1]
    assert one("strong", "receives").arrows != one("strong", "gives").arrows
