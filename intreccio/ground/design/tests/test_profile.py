"""Dots between two ends: where they stand, what is said of them, and the table beside them."""

import pytest
from django.template import Context, Template

from intreccio.ground.design.profile import LEFT, RIGHT, Line, along, drawn, moved, written


@pytest.mark.parametrize(
    ("number", "place"), [(1, LEFT), (5, RIGHT), (3, (LEFT + RIGHT) // 2), (9, RIGHT), (0, LEFT)]
)
def test_a_number_stands_between_the_ends(number, place):
    assert along(number, 1, 5) == place


@pytest.mark.parametrize(("number", "said"), [(2.17, "2,2"), (3, "3,0"), (2.25, "2,2")])
def test_numbers_are_rounded_and_said_in_italian(number, said):
    assert written(number) == said


@pytest.mark.parametrize(("change", "said"), [(0.9, "+0,9"), (-0.3, "−0,3"), (0, "uguale")])
def test_a_change_says_its_sign(change, said):
    assert moved(change) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line("Elena", [2.2]), "2,2"),
        (Line("Soldi", [3.5, 2.2, 2.3]), "da 2,2 a 3,5"),
        (Line("Soldi", [2.0, 2.0]), "2,0"),
        (Line("Elena", [2.67], then=1.83), "1,8 → 2,7 (+0,9)"),
        (Line("Elena", [2.8], then=2.8), "2,8 → 2,8 (uguale)"),
    ],
)
def test_what_is_said_of_a_line(line, said):
    assert line.said == said


def test_the_line_reaches_from_dot_to_dot():
    (one,) = drawn([Line("Elena", [4.0], then=2.0)], 1, 5)
    assert one.ends == (along(2, 1, 5), along(4, 1, 5))


def test_a_long_name_stands_above_its_numbers():
    """«Totale delle difficoltà: le quattro sopra, sommate» and «21,0 → 10,0 (−11,0)» stood on one another."""
    long = Line("Totale delle difficoltà: le quattro sopra, sommate", [10], then=21)
    first, second, third = drawn([Line("Elena", [10]), long, Line("Elena", [10])], 0, 40)
    assert (first.line.is_long, second.line.is_long) == (False, True)
    assert second.y - first.y > third.y - second.y


def draw(*lines: Line) -> str:
    page = Template('{% profile "Chi c\'è intorno" lines 1 5 ends caption="Elena e Karim" %}')
    return page.render(Context({"lines": lines, "ends": ("è difficile adesso", "è un nostro punto forte")}))


def test_a_drawing_says_itself_and_has_its_table():
    text = draw(Line("Elena", [4.0], then=2.0, is_family=True), Line("l'équipe", [3.0], is_family=False))
    for words in (
        'role="img"',
        "<desc>Elena: 2,0 → 4,0 (+2,0). l&#x27;équipe: 3,0. </desc>",
        "è un nostro punto forte",
        "Prima",
    ):
        assert words in text
    assert text.count('<circle class="was fam"') == 1
    assert text.count('<circle class="net"') == 1
    assert "style=" not in text


def test_without_a_before_there_is_no_column_for_it():
    assert "Prima" not in draw(Line("Elena", [4.0]))
