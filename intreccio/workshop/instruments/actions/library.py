"""The library, loaded by the keeper after every migration."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Manager

from intreccio.ground.kernel.reference import files_of
from intreccio.workshop.instruments.models import Instrument, Response, kept_checklists
from intreccio.workshop.instruments.rules.definition import why_not_instrument

LIBRARY = Path(__file__).parents[1] / "library"


class UnsoundInstrument(Exception):
    """A file of the library that cannot be used, with every reason."""


class ChangedEdition(Exception):
    """An edition that somebody has already answered was changed: a new edition must stand beside it."""


def load_library(using: str, folder: Path = LIBRARY) -> int:
    """Writes what is new or has changed and answers how many rows that was; twice writes none.

    Raises UnsoundInstrument, or ChangedEdition where an edition in use would become another one.
    """
    rows = [_row_of(path, definition) for path, definition in definitions(folder)]
    there = Instrument.objects.using(using).in_bulk([row["id"] for row in rows])
    changed = [row for row in rows if _differs(there.get(row["id"]), row)]
    for row in changed:
        old = there.get(row["id"])
        if old is not None and old.definition != row["definition"]:
            _refuse_in_use(old, using)
        Instrument.objects.using(using).update_or_create(id=row["id"], defaults=row)
    return len(changed)


def definitions(folder: Path = LIBRARY) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every file of a library, as it is written."""
    return files_of(folder)


def _row_of(path: Path, definition: dict[str, Any]) -> dict[str, Any]:
    if reasons := why_not_instrument(definition):
        raise UnsoundInstrument(f"{path.name}: " + "; ".join(map(str, reasons)))
    until = definition.get("valid_until")
    # When an edition is offered may change while it is in use: it stands beside the definition, not in it.
    said = {name: value for name, value in definition.items() if name not in ("valid_from", "valid_until")}
    return {
        "id": f"{definition['code']}-{definition['edition']}",
        **{name: definition[name] for name in ("code", "edition", "title", "licence")},
        "definition": said,
        "valid_from": date.fromisoformat(definition["valid_from"]),
        "valid_until": date.fromisoformat(until) if until else None,
    }


def _differs(old: Instrument | None, row: dict[str, Any]) -> bool:
    return old is None or any(getattr(old, name) != value for name, value in row.items())


def _refuse_in_use(old: Instrument, using: str) -> None:
    # Whoever keeps a checklist of the library has a table of its own, above.
    kept: tuple[Manager[Any], ...] = (Response.objects, *kept_checklists())
    if any(rows.using(using).filter(instrument=old).exists() for rows in kept):
        raise ChangedEdition(
            f"{old.pk}: qualcuno ha già risposto a questa edizione, e resta com'era. Scrivete l'edizione {old.edition + 1}"
            " in un altro file, e in questo rimettete le parole di prima."
        )
