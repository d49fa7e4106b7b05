"""What the children of the invented district drew: strokes, as a finger makes them, each child's own."""

from functools import cache
from math import cos, pi, sin

from intreccio.workshop.documents.files.drawing import WIDE, Stroke, picture_of


def _round(pen: str, width: int, across: int, down: int, size: tuple[int, int]) -> Stroke:
    """A ring, around a point; a finger does not quite close it."""
    turns = [2.1 * pi * step / 24 for step in range(25)]
    return Stroke(
        pen,
        width,
        [(round(across + size[0] * cos(turn)), round(down + size[1] * sin(turn))) for turn in turns],
    )


# A house with a door, the sun, and somebody beside it.
HOUSE = (
    Stroke("brown", 14, [(220, 820), (220, 480), (560, 480), (560, 820), (220, 820)]),
    Stroke("red", 14, [(180, 490), (390, 280), (600, 490)]),
    Stroke("ink", 10, [(350, 820), (350, 660), (430, 660), (430, 820)]),
    Stroke("amber", 18, [(800, 160), (860, 220), (800, 280), (740, 220), (800, 160)]),
    Stroke("sage", 16, [(40, 840), (960, 840)]),
    Stroke("blue", 10, [(740, 830), (740, 700), (700, 760), (740, 700), (780, 760)]),
    Stroke("blue", 10, [(740, 690), (715, 660), (740, 630), (765, 660), (740, 690)]),
)
# Himself at four, all head and legs, with hair; and the cat, with whiskers and a tail that goes up.
CAT = (
    _round("blue", 16, 300, 420, (170, 190)),
    _round("ink", 16, 240, 370, (16, 20)),
    _round("ink", 16, 355, 365, (18, 18)),
    Stroke("red", 14, [(210, 480), (250, 520), (305, 535), (360, 515), (395, 470)]),
    *(Stroke("brown", 14, [(220 + 40 * lock, 240), (205 + 45 * lock, 170)]) for lock in range(5)),
    Stroke("blue", 16, [(235, 600), (220, 860), (170, 870)]),
    Stroke("blue", 16, [(365, 600), (385, 850), (440, 865)]),
    Stroke("blue", 14, [(470, 450), (515, 490), (545, 500)]),
    _round("clay", 16, 720, 720, (150, 95)),
    _round("clay", 16, 620, 590, (90, 80)),
    Stroke("clay", 14, [(555, 540), (550, 460), (605, 512)]),
    Stroke("clay", 14, [(640, 512), (690, 455), (695, 545)]),
    *(_round("ink", 12, eye, 575, (8, 10)) for eye in (590, 650)),
    *(Stroke("ink", 6, [(600, 620), (490, 590 + 30 * hair)]) for hair in range(3)),
    *(Stroke("clay", 14, [(leg, 800), (leg + 8, 880)]) for leg in (620, 690, 760, 830)),
    Stroke("clay", 16, [(860, 690), (930, 620), (900, 520), (940, 450)]),
)
PICTURES = {"house": HOUSE, "cat": CAT}


@cache
def picture(name: str) -> bytes:
    """The drawing of that name, as a file."""
    return picture_of(PICTURES[name], WIDE)
