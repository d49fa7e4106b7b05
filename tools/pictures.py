"""The pictures of README and handbook: pages of the demo district, photographed in a real browser.

`python -m tools.pictures` (`make pictures`) takes those listed in docs/pictures/pictures.json, or only the named ones.
The district counts its days back from today: a picture taken tomorrow shows tomorrow's dates. Runs in the environment.
"""

import base64
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.place import Place, build, drop, find_place, on_database
from bench.serving import serving
from tests.journeys.conftest import ALONE, DESKTOP, PHONE
from tests.journeys.signing_in import sign_in
from tools.browser import ensure_browser, why_no_browser
from tools.home import DATABASES, ROOT
from tools.refusal import Refusal
from tools.steps import say

FOLDER = ROOT / "docs" / "pictures"
LIST = FOLDER / "pictures.json"
DATABASE = "intreccio_pictures"
HEAVIEST = 120_000
QUALITIES = (88, 78, 66, 52)
SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": DESKTOP, "device_scale_factor": 1},
    "phone": {"viewport": PHONE, "device_scale_factor": 2, "has_touch": True},
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A line of the list. `ids`: each part of the address as the key of a row of the demo."""

    name: str
    who: str
    page: str
    alt: str
    size: str = "desktop"
    ids: dict[str, list[str]] = field(default_factory=dict)
    query: str = ""
    height: int = 0

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.webp"


def listed() -> list[Picture]:
    return [Picture(**line) for line in json.loads(LIST.read_text(encoding="utf-8"))]


def main(names: list[str]) -> int:
    wanted = [picture for picture in listed() if not names or picture.name in names]
    browser = ensure_browser(find_place().home)
    if browser is None:
        raise Refusal(why_no_browser())
    place = dark_room()
    try:
        with serving(place) as served, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=ALONE)
            take(Album(chromium, f"http://127.0.0.1:{served.port}"), wanted)
            chromium.close()
    finally:
        drop(place, [DATABASE])
    return 0


def dark_room() -> Place:
    """The demo district as of today, in a database of its own."""
    found = find_place()
    ours = {name: on_database(found.environment[name], DATABASE) for name in DATABASES}
    place = Place(found.environment | ours, found.home)
    drop(place, [DATABASE])
    build(place, 0)
    return place


def take(album: "Album", wanted: list[Picture]) -> None:
    for picture in wanted:
        picture.path.write_bytes(album.photograph(picture))
        say(f"{picture.path.relative_to(ROOT)}  {picture.path.stat().st_size // 1000} kB")
    for path in set(FOLDER.glob("*.webp")) - {picture.path for picture in listed()}:
        path.unlink()


class Album:
    """One browser; each account signs in once."""

    def __init__(self, chromium: Browser, house: str) -> None:
        self.chromium, self.house = chromium, house
        self.doors: dict[str, Any] = {}

    def photograph(self, picture: Picture) -> bytes:
        """The lightest that still reads well."""
        context = self.chromium.new_context(
            base_url=self.house, locale="it-IT", timezone_id="Europe/Rome", reduced_motion="reduce",
            storage_state=self.doors.get(picture.who), **SIZES[picture.size],
        )  # fmt: skip
        page = context.new_page()
        if picture.who and picture.who not in self.doors:
            sign_in(page, picture.who)
            self.doors[picture.who] = context.storage_state()
        answer = page.goto(address(picture))
        if answer is None or answer.status != 200:
            raise Refusal(f"{picture.name}: la pagina non si apre.")
        page.evaluate("document.fonts.ready")
        taken = shoot(page, frame(page, picture))
        context.close()
        if len(taken) > HEAVIEST:
            raise Refusal(f"{picture.name}: troppo pesante, scegliete una parte più piccola.")
        return taken


def address(picture: Picture) -> str:
    from django.urls import reverse

    from intreccio.ground.kernel.keys import key_for

    ids = {part: key_for(kind, *keys) for part, (kind, *keys) in picture.ids.items()}
    return reverse(picture.page, kwargs=ids) + picture.query


def frame(page: Page, picture: Picture) -> dict[str, float]:
    """The top of the page, as high as the list says. The window too: what sticks to its lower edge stays there."""
    viewport = SIZES[picture.size]["viewport"]
    width, height = viewport["width"], picture.height or viewport["height"]
    page.set_viewport_size({"width": width, "height": height})
    return {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}


def shoot(page: Page, clip: dict[str, float]) -> bytes:
    """As WebP by Chromium itself, less fine where it would be too heavy."""
    camera = page.context.new_cdp_session(page)
    taken = b""
    for quality in QUALITIES:
        made = camera.send(
            "Page.captureScreenshot",
            {"format": "webp", "quality": quality, "clip": clip, "captureBeyondViewport": True},
        )
        taken = base64.b64decode(made["data"])
        if len(taken) <= HEAVIEST:
            break
    return taken


def begin() -> int:
    import django

    os.environ.update(find_place().environment)
    django.setup()
    try:
        return main(sys.argv[1:])
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


if __name__ == "__main__":
    sys.exit(begin())
