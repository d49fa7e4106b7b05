"""Paper: a Typst template of ours and words of theirs become a PDF that a screen reader can read (PDF/UA-1).

Words travel as JSON and are shown as text: what somebody has written is never read as markup.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import typst

from intreccio.workshop.documents.files.fonts import DRAWN, IN_ITS_PLACE, fonts, signs_of_noto
from intreccio.workshop.documents.files.svgs import as_image

HOUSE = Path(__file__).resolve().parents[3]
UNSURE = re.compile(f"[^{DRAWN}]")
# Between letters of other alphabets and between emoji they change what is drawn; after Latin they are nothing.
JOINERS = "\u200c\u200d\ufe0e\ufe0f"
FIRST_JOINED = "\u0590"
# Letters and their marks, numbers, signs: what else a font has a drawing for is not seen.
MOST_MARKS = 12
SEEN = {"L", "M", "N", "P", "S"}
UNSEEN = {"Cc", "Cf", "Mn", "Me"}


def pdf(template: str, said: Mapping[str, Any], *, title: str, language: str = "it") -> bytes:
    """A PDF drawn by `template`, named as pages are («families/plans/pages/print_plan.typ»).

    said: texts, numbers, lists and dictionaries, as the template reads them from `paper.typ`;
    `svg`: a drawing.
    """
    words = drawable({**said, "title": title, "language": language})
    if "svg" in words:
        words["svg"] = as_image(words["svg"])
    compiled: bytes = typst.compile(
        HOUSE / template, root=HOUSE, format="pdf", pdf_standards=["ua-1"], font_paths=fonts(),
        sys_inputs={"said": json.dumps(words)},
    )  # fmt: skip
    return compiled


def drawable(value: Any) -> Any:
    """The same values; a sign that no font here can draw becomes □, one that is never seen goes."""
    if isinstance(value, str):
        # PDF/UA refuses a heading without words, and words that were there are missed where they are not.
        drawn = UNSURE.sub(_in_place, unicodedata.normalize("NFC", value))
        return drawn if drawn.strip() or not value else IN_ITS_PLACE
    if isinstance(value, Mapping):
        return {key: drawable(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [drawable(each) for each in value]
    return value


def undrawn(texts: Iterable[str]) -> list[str]:
    """The words that would stand on paper with □ in them, each once: said before anybody prints."""
    whole = unicodedata.normalize("NFC", "\n".join(texts))
    words = whole.split() if UNSURE.search(whole) else []
    return list(
        dict.fromkeys(word for word in words if IN_ITS_PLACE in map(_in_place, UNSURE.finditer(word)))
    )


def _in_place(found: re.Match[str]) -> str:
    sign = found[0]
    if _is_drawn(found.string, found.start()):
        return sign
    return "" if unicodedata.category(sign) in UNSEEN else IN_ITS_PLACE


def _is_drawn(text: str, at: int) -> bool:
    """By Noto. A mark is drawn by a font that also has the letter under it, or by none."""
    sign = text[at]
    if sign in JOINERS:
        return at > 0 and text[at - 1] >= FIRST_JOINED
    if unicodedata.category(sign)[0] not in SEEN:
        return False
    under = _letter_before(text, at) if _is_mark(sign) else sign
    return any({sign, under} <= font for font in signs_of_noto().values())


def _letter_before(text: str, at: int) -> str:
    """The one that the marks at this place stand on; nobody writes more of them than a few."""
    first = max(at - MOST_MARKS, 0)
    while at > first and (_is_mark(text[at]) or text[at] in JOINERS):
        at -= 1
    return text[at] if unicodedata.category(text[at])[0] in {"L", "N"} else ""


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
