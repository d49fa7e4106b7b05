"""What a sheet of a book says beside its cells: values merged over several rows, comments in the margin."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils.cell import coordinate_from_string, range_boundaries
from openpyxl.xml.constants import COMMENTS_NS
from openpyxl.xml.functions import fromstring, iterparse

# What Excel puts before a comment that may be answered, in the language of whoever wrote it.
THREAD = re.compile(r"\[[^\]\n]+\]\s.*?go\.microsoft\.com\S*\s+[^\n:]+:\s*", re.DOTALL)


def merged_in(packed: ZipFile, path: str) -> Iterator[tuple[int, int, int]]:
    """Cells merged over several rows: their column, counted from 0, the first row and the last."""
    kept = packed.read(path)
    if b"mergeCell" not in kept:  # most lists: they are not read a second time
        return
    for _event, element in iterparse(BytesIO(kept)):
        if element.tag.endswith("}mergeCell"):
            column, first, _last_column, last = range_boundaries(element.attrib["ref"])
            if column and first and last and last > first:
                yield column - 1, first, last
        element.clear()


def fill_down(rows: dict[int, list[str]], merged: Iterator[tuple[int, int, int]]) -> None:
    """What is merged over several rows counts for each of them; names of columns stay where they are."""
    if not rows:
        return
    names, end = min(rows), max(rows)
    filled: dict[
        int, int
    ] = {}  # how far down each column is done: cells that lie upon each other are done once
    for place, first, last in sorted(merged):
        value = rows[first][place] if first in rows and place < len(rows[first]) else ""
        if first == names or not value:
            continue
        for number in range(max(first, filled.get(place, 0)) + 1, min(last, end) + 1):
            if number in rows:
                rows[number][place] = value
        filled[place] = max(last, filled.get(place, 0))


def comments_in(packed: ZipFile, path: str) -> dict[int, list[str]]:
    """What is written in the margin, by row."""
    said: dict[int, list[str]] = {}
    if (links := get_rels_path(path)) not in packed.namelist():
        return said
    for link in get_dependents(packed, links).find(COMMENTS_NS):
        for place, comment in CommentSheet.from_tree(fromstring(packed.read(link.target))).comments:
            _column, row = coordinate_from_string(place)
            said.setdefault(row, []).append(THREAD.sub("", comment.text or "", count=1))
    return said
