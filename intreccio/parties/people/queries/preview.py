"""A sheet looked at before it is brought in: how many, what is wrong, who is double."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import _
from intreccio.parties.people.models import Household
from intreccio.parties.people.queries.importing import families_named
from intreccio.parties.people.rules.importing import GRAVE, REASONS
from intreccio.parties.people.rules.sheet_columns import LABELS
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.rules.columns import cell_of

PAGE = 50
MOST_WRONG = 200


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that is not as it should be; a grave one keeps its row out."""

    row: int
    column: Words
    cell: str
    reason: Words
    grave: bool


@dataclass(frozen=True, slots=True)
class Double:
    """A row whose person is said before in the file, or known already to the viewer's teams, or whose family is (`is_kin`)."""

    row: int
    name: str
    before: int | None
    household: Household | None
    is_kin: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown."""

    rows: int
    families: int
    coming: int
    left_out: int
    wrong: list[Wrong]
    more_wrong: int
    doubles: list[Double]
    many_doubles: int
    same_at: datetime | None
    unread: list[Words]
    more_sheets: int
    stray_comments: int
    page: int
    pages: int

    @property
    def shown(self) -> list[UUID]:
        """Families that the page names."""
        return [each.household.pk for each in self.doubles if each.household]


def preview_of(viewer: Viewer, sheet: Sheet, content: SheetContent, page: int) -> Preview:
    """One page of doubles, the first things that are wrong. One query."""
    found = content.found
    cells = dict(content.cells)
    wrong = sorted(found.get("wrong", []), key=lambda each: (each[2] not in GRAVE, each[0]))
    again: dict[str, int] = found.get("again", {})
    kin: dict[str, str] = found.get("kin", {})
    known: dict[str, str] = {**kin, **found.get("known", {})}
    doubles = sorted({int(number) for number in (*again, *known, *found.get("same", ()))})
    pages = max(-(-len(doubles) // PAGE), 1)
    page = min(max(page, 1), pages)
    some = doubles[(page - 1) * PAGE : page * PAGE]
    homes = families_named(viewer, [UUID(known[str(number)]) for number in some if str(number) in known])
    taken = set(content.taken_anyway)

    def double(number: int) -> Double:
        home = known.get(str(number))
        name = said(sheet, cells[number], "given", "family")
        household = homes.get(UUID(home)) if home else None
        return Double(number, name, again.get(str(number)), household, str(number) in kin, number in taken)

    good = int(found.get("good", 0))
    return Preview(
        rows=sheet.rows,
        families=int(found.get("families", 0)),
        coming=good - len(set(doubles) - taken),
        left_out=sheet.rows - good,
        wrong=[_wrong(sheet, content.headers, cells, each) for each in wrong[:MOST_WRONG]],
        more_wrong=max(len(wrong) - MOST_WRONG, 0),
        doubles=[double(number) for number in some],
        many_doubles=len(doubles),
        same_at=datetime.fromisoformat(same_at) if (same_at := found.get("same_at")) else None,
        unread=unread_of(sheet, content),
        more_sheets=content.more_sheets,
        stray_comments=content.stray_comments,
        page=page,
        pages=pages,
    )


def unread_of(sheet: Sheet, content: SheetContent) -> list[Words]:
    """Columns that hold something and are none of our fields: what is in them stays in the file."""
    read = set(sheet.columns.values())
    full = {place for _number, row in content.cells for place, cell in enumerate(row) if cell}
    return [
        content.headers[place] or _("la colonna %(number)s, senza nome") % {"number": place + 1}
        for place in sorted(full - read)
    ]


def said(sheet: Sheet, row: Sequence[str], *codes: str) -> str:
    """What a row says in these fields."""
    return " ".join(filter(None, (cell_of(row, sheet.columns, code) for code in codes))) or _("senza nome")


def _wrong(
    sheet: Sheet, headers: Sequence[str], cells: dict[int, list[str]], each: tuple[int, str, str]
) -> Wrong:
    number, code, reason = each
    place = sheet.columns.get(code)
    column = headers[place] if place is not None else LABELS[code]
    return Wrong(
        number, column, cell_of(cells[number], sheet.columns, code), REASONS[reason], reason in GRAVE
    )
