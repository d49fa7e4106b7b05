"""The drawing of the house: who imports whom, read from the code with `ast`.

`python -m tools.drawing` (`make drawing`) writes docs/house.svg, and the same facts as a table between the marks of
docs/architecture.md; tests/house/test_docs.py fails when either is not current.
"""

import ast
import configparser
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tools.home import ROOT

SVG = ROOT / "docs" / "house.svg"
PAGE = ROOT / "docs" / "architecture.md"
OPENING, CLOSING = "<!-- house: make drawing -->", "<!-- /house -->"
ROOF = "urls"
SAYINGS = {
    "front": "where it meets people and machines",
    "evidence": "what changed",
    "network": "how the network looks after itself",
    "answers": "what a family receives",
    "families": "the way of a family",
    "offer": "what the network can give",
    "parties": "who",
    "workshop": "tools that every trade uses",
    "ground": "what everything stands on",
}
# The palette of the pages: ink and muted text, hairline, paper, linen, the blue thread, the clay thread, danger.
INK, MUTED, LINE, PAPER, LINEN, DEEP = "#17324d", "#455b71", "#dfe3e8", "#ffffff", "#f5f2ec", "#ebe6dd"
BLUE, CLAY, STOP = "#0059b3", "#cc7449", "#8f1d2c"
# The mark of the house: two threads that hold each other.
MARK = (
    f'<g fill="none" stroke-width="5"><path stroke="{BLUE}" d="M16 43V22.5M16 13.5V12a7 7 0 0 1 14 0V27.5M30 36.5V43"/>'
    f'<path stroke="{CLAY}" d="M43 18H34.5M25.5 18H11a7 7 0 0 0 0 14h.5M20.5 32H43"/></g>'
)
ROW, STEP, PAD, TOP = 38, 46, 8, 176
LEFT, WALL, FIRST = 36, 356, 400
FONT = "'Titillium Web', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


class House:
    """Floors and areas in the order of `.importlinter`, and how many files of one area import another."""

    def __init__(self, root: Path = ROOT) -> None:
        self.code = root / "intreccio"
        self.contracts = configparser.ConfigParser(interpolation=None)
        self.contracts.read_string((root / ".importlinter").read_text(encoding="utf-8"))
        self.floors = {floor: rooms for floor in self._layers("floors") if (rooms := self._rooms(floor))}
        self.rooms = [ROOF, *(f"{floor}.{room}" for floor, rooms in self.floors.items() for room in rooms)]

    def _layers(self, contract: str) -> list[str]:
        section = f"importlinter:contract:{contract}"
        text = self.contracts.get(section, "layers", fallback="")
        return [line.strip(" ()") for line in text.split("\n") if line.strip()]

    def _rooms(self, floor: str) -> list[str]:
        return [room for room in self._layers(floor) if (self.code / floor / room / "__init__.py").exists()]

    @cached_property
    def arrows(self) -> Counter[tuple[str, str]]:
        """(from, to) → how many files; tests are guests and do not count."""
        counted: Counter[tuple[str, str]] = Counter()
        for path in sorted(self.code.rglob("*.py")):
            inside = path.relative_to(self.code).with_suffix("").parts
            here = self.room_of(inside)
            if here and "tests" not in inside:
                there = {self.room_of(tuple(name.split(".")[1:])) for name in named_in(path)}
                counted.update((here, room) for room in sorted(there - {here, ""}))
        return counted

    def room_of(self, parts: tuple[str, ...]) -> str:
        """The area that a module belongs to; empty for what is no area's."""
        room = ROOF if parts[:1] == (ROOF,) else ".".join(parts[:2])
        return room if room in self.rooms else ""

    def upward(self) -> list[tuple[str, str]]:
        """Arrows that point up: there should be none."""
        order = self.rooms.index
        return sorted((here, there) for here, there in self.arrows if order(here) > order(there))


def named_in(path: Path) -> Iterator[str]:
    """Modules of ours that a file imports, also inside functions and through `include("…")`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), names=names):
                found = [f"{module}.{alias.name}" for alias in names]
            case ast.Call(func=ast.Name(id="include"), args=[ast.Constant(value=str(module)), *_]):
                found = [module]
            case _:
                continue
        yield from (name for name in found if name.startswith("intreccio."))


class Sheet:
    """An SVG being drawn, line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def text(self, x: float, y: float, words: str, size: float = 14, fill: str = INK, **more: object) -> None:
        extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
        self.lines.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"{extra}>{words}</text>'
        )

    def thread(self, path: str, colour: str, width: float = 3) -> None:
        self.lines.append(
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round"/>'
        )

    def box(self, x: float, y: float, w: float, h: float, fill: str, **more: object) -> None:
        extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
        self.lines.append(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}"{extra}/>')

    def knot(self, x: float, y: float, number: int, colour: str) -> None:
        self.lines.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="{11 if number < 10 else 13}" fill="{PAPER}" stroke="{colour}" stroke-width="2"/>'
        )
        self.text(x, y + 4, str(number), 12, colour, text_anchor="middle", font_weight=600)

    def peg(self, x: float, y: float) -> None:
        self.lines.append(f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{INK}"/>')


class Drawing:
    """Left a house, its rooms one under the other; right the cloth that its threads make.

    Each area has one thread: the clay half leaves its room, turns at the peg, and goes down in blue. Where a blue half
    crosses a clay one with a knot, the area of the blue uses the area of the clay. Whatever points up would stand out,
    right of the pegs.
    """

    def __init__(self, house: House) -> None:
        self.house, self.sheet = house, Sheet()
        self.y = self._heights()
        self.x = {room: FIRST + STEP * place for place, room in enumerate(house.rooms)}
        self.bottom = self.y[house.rooms[-1]] + ROW / 2 + PAD
        self.width = FIRST + STEP * len(house.rooms) + 110

    def _heights(self) -> dict[str, float]:
        heights, y = {ROOF: float(TOP - 34)}, float(TOP)
        for floor, rooms in self.house.floors.items():
            y += PAD
            for room in rooms:
                heights[f"{floor}.{room}"] = y + ROW / 2
                y += ROW
            y += PAD
        return heights

    def svg(self) -> str:
        self._walls()
        for room in self.house.rooms:
            self._clay(room)
        for room in self.house.rooms:
            self._blue(room)
        self._pegs()
        self._legend()
        return self._framed()

    def _walls(self) -> None:
        sheet, middle = self.sheet, (LEFT + WALL) / 2
        sheet.box(LEFT, TOP, WALL - LEFT, self.bottom - TOP, PAPER)
        for floor, rooms in self.house.floors.items():
            self._storey(floor, rooms)
        roof = f"M{LEFT - 18} {TOP}L{middle:g} 56L{WALL + 18} {TOP}Z"
        sheet.lines.append(
            f'<path d="{roof}" fill="{PAPER}" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/>'
        )
        sheet.lines.append(f'<g transform="translate({middle - 17:g} {TOP - 92}) scale(.74)">{MARK}</g>')
        sheet.text(middle, TOP - 30, "urls.py", 15, text_anchor="middle", font_weight=600)
        sheet.text(middle, TOP - 13, "the roof: every area’s pages, joined", 12, MUTED, text_anchor="middle")
        sheet.box(LEFT, TOP, WALL - LEFT, self.bottom - TOP, "none", stroke=INK, stroke_width=3)
        sheet.box(LEFT - 18, self.bottom, WALL - LEFT + 36, 44, DEEP, stroke=INK, stroke_width=3)
        sheet.text(middle, self.bottom + 19, "settings.py", 14, text_anchor="middle", font_weight=600)
        sheet.text(
            middle, self.bottom + 35, "the cellar: read from the environment", 12, MUTED, text_anchor="middle"
        )

    def _storey(self, floor: str, rooms: list[str]) -> None:
        top = self.y[f"{floor}.{rooms[0]}"] - ROW / 2 - PAD
        end = self.y[f"{floor}.{rooms[-1]}"] + ROW / 2 + PAD
        self.sheet.box(
            WALL,
            top,
            self.width - WALL - 24,
            end - top,
            PAPER if self._is_light(floor) else LINEN,
            opacity=0.55,
        )
        self.sheet.thread(f"M{LEFT} {end:g}H{WALL}", INK, 2)
        middle = (top + end) / 2
        self.sheet.text(LEFT + 16, middle - 3, floor, 16, font_weight=600)
        self.sheet.text(LEFT + 16, middle + 14, SAYINGS.get(floor, ""), 11.5, MUTED)
        for room in rooms:
            self.sheet.text(WALL - 16, self.y[f"{floor}.{room}"] + 5, room, 15, text_anchor="end")

    def _is_light(self, floor: str) -> bool:
        return list(self.house.floors).index(floor) % 2 == 0

    def _clay(self, room: str) -> None:
        start = WALL + 1.5 if room != ROOF else WALL - 28
        self.sheet.thread(f"M{start:g} {self.y[room]:g}H{self.x[room]:g}", CLAY)

    def _blue(self, room: str) -> None:
        used = {there: number for (here, there), number in self.house.arrows.items() if here == room}
        if not used:
            return
        x, reached = self.x[room], [self.y[room], *(self.y[there] for there in used)]
        self.sheet.thread(f"M{x:g} {min(reached):g}V{max(reached):g}", PAPER, 8)
        self.sheet.thread(f"M{x:g} {min(reached):g}V{max(reached):g}", BLUE)
        self._weave(room, used, max(reached))
        for there, number in used.items():
            self.sheet.knot(x, self.y[there], number, BLUE if self.y[there] > self.y[room] else STOP)

    def _weave(self, room: str, used: dict[str, int], end: float) -> None:
        """Without a knot the threads pass: one over, one under, as in cloth."""
        order = self.house.rooms
        for other in order[order.index(room) + 1 :]:
            passes_over = (order.index(other) + order.index(room)) % 2 == 0
            if other not in used and self.y[other] < end and passes_over:
                x, y = self.x[room], self.y[other]
                self.sheet.thread(f"M{x - 6:g} {y:g}H{x + 6:g}", PAPER, 8)
                self.sheet.thread(f"M{x - 9:g} {y:g}H{x + 9:g}", CLAY)

    def _pegs(self) -> None:
        for room in self.house.rooms:
            self.sheet.peg(self.x[room], self.y[room])
            self.sheet.text(self.x[room] + 12, self.y[room] + 4, room.rpartition(".")[2], 12.5, MUTED)

    def _legend(self) -> None:
        up, arrows = len(self.house.upward()), len(self.house.arrows)
        x, sheet = self.width - 40, self.sheet
        sheet.text(x, 62, "Every arrow points down", 24, text_anchor="end", font_weight=600)
        rooms = len(self.house.rooms) - 1
        said = (
            f"{rooms} areas on {len(self.house.floors)} floors, {arrows} arrows, {up or 'none'} pointing up"
        )
        sheet.text(x, 86, said, 14, STOP if up else MUTED, text_anchor="end")
        for line, words in enumerate((
            "Blue: what an area uses. Clay: who uses it.",
            "A knot counts the files that import.",
        )):  # fmt: skip
            sheet.text(x, 112 + 19 * line, words, 13, MUTED, text_anchor="end")

    def _framed(self) -> str:
        height = self.bottom + 44 + 32
        alt = (
            f"A house of {len(self.house.floors)} floors. The table below the drawing says the same in words."
        )
        return "\n".join((
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {height:g}" role="img"'
            f' aria-labelledby="t d" font-family="{FONT}">',
            "<title id=\"t\">Floors and areas of Intreccio, and who imports whom</title>",
            f'<desc id="d">{alt}</desc>',
            f'<rect width="{self.width:g}" height="{height:g}" rx="12" fill="{LINEN}"/>',
            *self.sheet.lines,
            "</svg>\n",
        ))  # fmt: skip


def table(house: House) -> str:
    """The same facts in words, an area a line."""
    lines = ["| floor | area | uses (files that import) | used by |", "|---|---|---|---|"]
    for floor, rooms in house.floors.items():
        for room in rooms:
            name = f"{floor}.{room}"
            uses = [
                f"{there.rpartition('.')[2]} {house.arrows[name, there]}"
                for there in house.rooms
                if house.arrows[name, there]
            ]
            users = sum(1 for here, there in house.arrows if there == name)
            lines.append(f"| {floor} | `{room}` | {', '.join(uses) or '–'} | {users or '–'} |")
    return "\n".join(lines)


def page(text: str, house: House) -> str:
    """The page with its table made anew."""
    before, _, rest = text.partition(OPENING)
    _, _, after = rest.partition(CLOSING)
    return f"{before}{OPENING}\n{table(house)}\n{CLOSING}{after}"


def main() -> None:
    house = House()
    SVG.write_text(Drawing(house).svg(), encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), house), encoding="utf-8")


if __name__ == "__main__":
    main()
