"""Tables that leave, as the page has them: CSV as Italian spreadsheets read it, and XLSX."""

import csv as comma_separated
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no types

from intreccio.evidence.impact.queries.counts import View
from intreccio.evidence.impact.queries.measures.shape import NOT_SHOWN, Measured
from intreccio.evidence.impact.queries.words import municipalities, period_words

Cell = str | int | float
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def header() -> list[str]:
    """The columns of every file: one number a line."""
    return [_("Periodo"), _("Comune"), _("Indicatore"), _("Voce"), _("Misura"), _("Valore")]


def rows_of(view: View, measured: Iterable[Measured]) -> Iterable[list[Cell]]:
    """Every number of the page, and where there is none that it is not shown."""
    where = municipalities().get(view.municipality, view.municipality) or str(_("tutti"))
    for each in measured:
        begin: list[Cell] = [period_words(view.period), where, str(each.indicator.name)]
        if each.headline:
            yield [*begin, str(_("in breve")), each.about, each.headline]
        for row in each.rows:
            for column, value in zip(each.columns, row.values, strict=True):
                yield [*begin, row.label, str(column), str(NOT_SHOWN) if value is None else value]


# Until `workshop.documents` stands below: these two are its signatures.


def csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark, semicolons, decimals with a comma."""
    text = StringIO()
    writer = comma_separated.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(
        [str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def xlsx(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet, numbers as numbers, no formula."""
    book = BytesIO()
    with Workbook(
        book, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate([head, *rows]):
            sheet.write_row(number, 0, row)
        sheet.freeze_panes(1, 0)
    return book.getvalue()


MAKERS = {"csv": csv, "xlsx": xlsx}
