"""Hours as a table that leaves: every line of the ledger that counts, and beside it the totals they add up to."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from intreccio.families.diary.queries.hour_parts import parts_of
from intreccio.families.diary.queries.hours import Hours
from intreccio.families.diary.rules.hours import Total
from intreccio.families.diary.rules.periods import iso_week
from intreccio.workshop.documents.files import Sheet, book
from intreccio.workshop.documents.files.tables import Cell


def book_of(hours: Hours) -> bytes:
    """Two sheets, in minutes. Of a family only its code."""
    return book(
        Sheet(_("Ore"), _header(), _rows(hours)), Sheet(_("Totali"), _header_of_totals(), _totals(hours))
    )


def _header() -> list[str]:
    return [
        _("Settimana"), _("Giorno"), _("Chi"), _("Ente"), _("Linea"), _("Codice della famiglia"), _("Minuti con loro"),
        _("Minuti senza di loro"),
    ]  # fmt: skip


def _rows(hours: Hours) -> Iterator[list[Cell]]:
    for row in hours.rows:
        week, words = iso_week(row.day), (row.worker.name, row.employer.name, row.line.name, row.case.code)
        yield [week, row.day, *words, row.direct, row.indirect]


def _header_of_totals() -> list[str]:
    return [
        _("Totale"), _("Di chi, di che cosa"), _("Minuti con loro"), _("Minuti senza di loro"), _("In tutto"),
        _("Concordati in quei giorni"),
    ]  # fmt: skip


def _totals(hours: Hours) -> Iterator[list[Cell]]:
    yield _line(_("In tutto"), "", hours.whole)
    for part in parts_of(hours):
        for each in part.sums:
            yield _line(part.title, each.named.code or each.named.name, each)


def _line(label: str, name: str, total: Total) -> list[Cell]:
    return [label, name, total.direct, total.indirect, total.all, total.agreed]
