"""Pictures of our own drawing: every choice has its file, on one grid, and nothing in it but strokes."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from django.template import engines

from intreccio.ground.design.vocabulary import FACES, Picture

FOLDER = Path(__file__).parents[1] / "static/intreccio/pictograms"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "path", "circle", "rect")}
INK, BLUE, CLAY = "#17324d", "#0059b3", "#9c4423"
ATTRIBUTES = {
    "viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "d", "cx", "cy", "r", "x", "y", "width",
    "height", "rx",
}  # fmt: skip


def drawn(name: str) -> ElementTree.Element:
    return ElementTree.fromstring((FOLDER / f"{name}.svg").read_text("utf-8"))  # noqa: S314  # a file of ours


def parts(name: str) -> Iterator[ElementTree.Element]:
    return (each for each in drawn(name).iter() if each.tag != f"{SVG}svg")


def test_every_choice_has_its_file_and_every_file_its_choice() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == {*Picture.values, *FACES}
    assert all(finders.find(f"intreccio/pictograms/{name}.svg") for name in (*Picture.values, *FACES))


@pytest.mark.parametrize("name", [*Picture.values, *FACES])
def test_all_stand_on_one_grid_with_one_stroke(name: str) -> None:
    root = drawn(name)
    assert root.attrib == {
        "viewBox": "0 0 64 64", "fill": "none", "stroke-width": "4", "stroke-linecap": "round", "stroke-linejoin": "round",
    }  # fmt: skip
    assert {each.tag for each in root.iter()} <= ELEMENTS
    assert not any((each.text or "").strip() or (each.tail or "").strip() for each in root.iter())
    assert {key for each in root.iter() for key in each.attrib} <= ATTRIBUTES


@pytest.mark.parametrize("name", [*Picture.values, *FACES])
def test_the_colours_are_ours_and_nothing_is_too_thin_to_see_at_48(name: str) -> None:
    assert {each.get("stroke") or each.get("fill") for each in parts(name)} <= {INK, BLUE, CLAY}
    # 4 on 64 is 3 pixels at 48; a filled dot is no smaller than a stroke is wide.
    assert all(float(each.get("r", "9")) >= 2.6 for each in parts(name) if each.get("fill"))
    assert 1 <= len(list(parts(name))) <= 12


def test_a_pictogram_is_silent_beside_its_words() -> None:
    text = engines["django"].from_string('{% pictogram "desk" %}{% pictogram "" %}{% pictogram "../x" %}')
    page = text.render({})
    assert page.count("<img") == 1
    assert 'src="/static/intreccio/pictograms/desk' in page
    assert 'alt="" aria-hidden="true" width="64" height="64"' in page
