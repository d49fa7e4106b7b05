"""The pad to draw on, by hand: with the mouse and with a finger, undone, begun again, and come back with the form."""

import json
from math import cos, hypot, sin
from typing import Any

import pytest
from django import forms
from playwright.sync_api import Browser, Page

from intreccio.workshop.documents.files.drawing import strokes_of
from intreccio.workshop.documents.forms import DrawField, SignatureField
from tests.journeys.conftest import PHONE

SHEETS = ("intreccio.css", "components.css")
STATIC = "intreccio/ground/design/static/intreccio"
BLANK = "<!doctype html><html lang=it><meta name=viewport content='width=device-width'><body><form>%s</form>"


class Signing(forms.Form):
    signature = SignatureField(label="Firma")


class Drawing(forms.Form):
    drawing = DrawField(label="Disegno")


class Short(forms.Form):
    """A pad that is soon full."""

    drawing = DrawField(label="Disegno")

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def render(self, *_args: Any, **_more: Any) -> Any:
        return super().render().replace('data-most="60000"', f'data-most="{self.most}"')


def opened(page: Page, form: forms.Form) -> Page:
    page.set_content(BLANK % form.render().replace("<script", "<!--").replace("</script>", "-->"))
    for sheet in SHEETS:
        page.add_style_tag(path=f"{STATIC}/{sheet}")
    page.add_script_tag(path=f"{STATIC}/draw.js")
    return page


@pytest.fixture(
    params=[{"viewport": {"width": 1280, "height": 900}}, {"viewport": PHONE, "has_touch": True}],
    ids=["desktop", "phone"],
)
def page(chromium: Browser, request: Any) -> Any:
    context = chromium.new_context(**request.param)
    yield context.new_page()
    context.close()


def strokes(page: Page) -> list[Any]:
    return json.loads(page.locator("[data-strokes]").input_value() or "[]")  # type: ignore[no-any-return]  # as sent


def line(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    area = page.locator("canvas").bounding_box()
    assert area
    (x, y), (to_x, to_y) = [
        (area["x"] + area["width"] * a, area["y"] + area["height"] * b) for a, b in (start, end)
    ]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=8)
    page.mouse.up()


def test_a_signature_goes_with_the_form(page: Page) -> None:
    opened(page, Signing())
    line(page, (0.1, 0.5), (0.6, 0.2))
    ((pen, width, points),) = strokes(page)
    assert (pen, width) == ("ink", 6)
    assert points[:2] == pytest.approx([100, 180], abs=6)
    assert points[-2:] == pytest.approx([600, 72], abs=6)
    assert len(strokes_of(json.dumps(strokes(page)), 360)) == 1
    assert page.get_by_role("status").inner_text() == "C'è un disegno"


def test_the_last_mark_is_taken_away_and_all_of_it_comes_back(page: Page) -> None:
    opened(page, Drawing())
    page.get_by_role("button", name="rosso").click()
    line(page, (0.1, 0.1), (0.9, 0.9))
    line(page, (0.9, 0.1), (0.1, 0.9))
    assert [stroke[0] for stroke in strokes(page)] == ["red", "red"]
    page.get_by_role("button", name="Togli l'ultimo segno").click()
    assert len(strokes(page)) == 1
    page.get_by_role("button", name="Ricomincia").click()
    assert strokes(page) == []
    assert page.get_by_role("status").inner_text() == "Ancora vuoto"
    page.get_by_role("button", name="Togli l'ultimo segno").click()
    assert len(strokes(page)) == 1


def test_what_was_drawn_is_there_when_the_form_comes_back(page: Page) -> None:
    drawn = json.dumps([["blue", 10, [100, 100, 900, 900]]])
    opened(page, Drawing(initial={"drawing": drawn}))
    assert strokes(page) == json.loads(drawn)
    blue = "const p = document.querySelector('canvas').getContext('2d').getImageData(500, 500, 1, 1).data; return [p[0], p[1], p[2]]"
    assert page.evaluate(f"(() => {{ {blue} }})()") == [0, 0x59, 0xB3]


def test_the_pad_fits_a_telephone_and_leaves_room_to_scroll(page: Page) -> None:
    opened(page, Drawing())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def scribble(page: Page, steps: int) -> None:
    area = page.locator("canvas").bounding_box()
    assert area
    page.mouse.move(area["x"] + 20, area["y"] + 20)
    page.mouse.down()
    for at in range(steps):
        page.mouse.move(area["x"] + 20 + 80 * (at % 2), area["y"] + 20 + at % 90)
    page.mouse.up()


def test_a_straight_line_is_kept_by_its_ends_and_a_round_one_stays_round(page: Page) -> None:
    opened(page, Drawing())
    line(page, (0.1, 0.5), (0.9, 0.5))
    ((_pen, _width, points),) = strokes(page)
    assert len(points) == 4
    area = page.locator("canvas").bounding_box()
    assert area
    ways = [(0.5 + 0.3 * cos(at / 20), 0.5 + 0.3 * sin(at / 20)) for at in range(120)]
    page.mouse.move(area["x"] + area["width"] * ways[0][0], area["y"] + area["height"] * ways[0][1])
    page.mouse.down()
    for x, y in ways:
        page.mouse.move(area["x"] + area["width"] * x, area["y"] + area["height"] * y)
    page.mouse.up()
    flat = strokes(page)[-1][2]
    rounds = [hypot(x - 500, y - 500) for x, y in zip(flat[::2], flat[1::2], strict=True)]
    assert len(rounds) > 20
    assert all(290 < each < 310 for each in rounds)


def test_a_full_pad_stops_gently_before_anything_is_lost(page: Page) -> None:
    opened(page, Short(40))
    scribble(page, 120)
    assert page.get_by_role("status").inner_text() == "Il foglio è pieno: salva, oppure togli l'ultimo segno"
    held = strokes(page)
    assert 20 < sum(len(each[2]) // 2 for each in held) <= 40
    line(page, (0.1, 0.9), (0.9, 0.9))
    assert strokes(page) == held, "nothing more is taken, nothing is lost"
    page.get_by_role("button", name="Togli l'ultimo segno").click()
    line(page, (0.1, 0.9), (0.9, 0.9))
    assert len(strokes(page)) == 1


@pytest.mark.parametrize(("keep", "drawn", "photos"), [("Il disegno", 1, 0), ("La fotografia", 0, 1)])
def test_of_a_drawing_and_a_photograph_one_is_asked_which_before_anything_leaves(
    page: Page, keep: str, drawn: int, photos: int
) -> None:
    opened(page, Drawing())
    page.evaluate(
        "document.forms[0].noValidate = true;"
        "document.forms[0].addEventListener('submit', (e) => { e.preventDefault(); window.left = true; })"
    )
    line(page, (0.1, 0.5), (0.9, 0.5))
    asked = page.get_by_text("quale si tiene?")
    assert not asked.is_visible()
    page.locator("input[type=file]").set_input_files(
        {"name": "foglio.png", "mimeType": "image/png", "buffer": b"\x89PNG"}
    )
    assert asked.is_visible()
    page.evaluate("document.forms[0].requestSubmit()")
    assert page.evaluate("window.left") is None
    page.get_by_role("button", name=keep).click()
    assert not asked.is_visible()
    assert len(strokes(page)) == drawn
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == photos
    page.evaluate("document.forms[0].requestSubmit()")
    assert page.evaluate("window.left") is True
