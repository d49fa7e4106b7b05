"""A drawing in a paper. Its words stand beside it as text too, in every alphabet.

What reads SVG for Typst joins letters of several fonts wrongly, and PDF/UA refuses some of them: in a drawing stand only the signs of
the fonts inside the wheel, and one with Hebrew or Arabic goes in as points.
"""

import re
from functools import cache
from typing import Any

import typst

from intreccio.workshop.documents.files.fonts import DRAWN, IN_ITS_PLACE

NOT_IN_DRAWINGS = re.compile(f"[^{DRAWN}\n\r]")
FROM_RIGHT = re.compile("[\u0590-\u08ff]")
POINTS_AN_INCH = 250
ALONE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""


def as_image(svg: str) -> dict[str, Any]:
    """Its bytes as numbers, and what they are: as `print_drawing.typ` takes them."""
    plain = NOT_IN_DRAWINGS.sub(IN_ITS_PLACE, svg)
    if not FROM_RIGHT.search(plain):
        return {"bytes": list(plain.encode()), "format": "svg"}
    points = typst.compile(
        ALONE, format="png", ppi=POINTS_AN_INCH, font_paths=_of_the_wheel(), sys_inputs={"svg": plain}
    )
    return {"bytes": list(points), "format": "png"}


@cache
def _of_the_wheel() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])
