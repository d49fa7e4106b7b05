"""A sheet undone: what nobody has touched since is voided, and shown nowhere; the keeper then removes it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import connection, connections, transaction

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.bulk import KEEPER
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import event_of, record_many
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.parties.people.actions.importing import require_import
from intreccio.parties.people.models import Household, HouseholdMembership
from intreccio.parties.people.policies import UNDONE
from intreccio.parties.people.queries.codes import codes_from
from intreccio.workshop.imports.actions import sheets
from intreccio.workshop.imports.actions.working import Counts, Tell
from intreccio.workshop.imports.models import Sheet
from intreccio.workshop.imports.vocabulary import SheetState

FAMILIES = "SELECT household, touched FROM imported_families(%s)"
UNDO = "SELECT undo_import(%s)"
CUSTODIAN = House("keeper")
SHEETS = (
    "SELECT DISTINCT imported_in FROM people_household WHERE imported_in IS NOT NULL AND void_reason = %s"
)
PURGE = (
    "WITH gone AS (DELETE FROM {} WHERE void_reason = %s AND voided_at IS NOT NULL RETURNING id),"
    " forgotten AS (DELETE FROM kernel_history h USING gone WHERE h.row_id = gone.id) SELECT count(*) FROM gone"
)
# What a sheet had written, from what points to what is pointed at.
TABLES = (
    "people_language",
    "people_personname",
    "people_identifier",
    "people_contactpoint",
    "people_homeaddress",
    "people_householdmembership",
    "people_person",
    "people_household",
)


def undo_sheet(sheet: Sheet, *, by: Viewer) -> None:
    """Asks the job to void what the sheet brought in."""
    require_import(sheet.team_id, by=by)
    sheets.queue_sheet(sheet, SheetState.UNDOING, by=by)


def undo_families(sheet: Sheet, by: Viewer, tell: Tell) -> Counts:
    """Voids every family that nobody has touched since; the job's one transaction is around it."""
    require_import(sheet.team_id, by=by)
    whole = int(sheet.counts.get("families", 0))
    tell(0, whole)
    with connection.cursor() as cursor:
        cursor.execute(FAMILIES, [sheet.pk])
        touched: Mapping[UUID, bool] = dict(cursor.fetchall())
    untouched = [household for household, is_touched in touched.items() if not is_touched]
    # Recorded first: afterwards the families are out of sight, and nobody writes an act about those.
    _record_undone(untouched, sheet, by=by)
    with connection.cursor() as cursor:
        cursor.execute(UNDO, [sheet.pk])
        (undone,) = cursor.fetchone() or (0,)
    tell(whole, whole)
    return {"undone": int(undone), "kept": whole - int(undone)}


def _record_undone(households: list[UUID], sheet: Sheet, *, by: Viewer) -> None:
    births: dict[UUID, list[date | None]] = {}
    stays = HouseholdMembership.objects.filter(household__in=households)
    for household, birth in stays.values_list("household_id", "person__birth_date"):
        births.setdefault(household, []).append(birth)
    record_many(
        [
            event_of(
                "household.import_undone",
                row,
                by=by,
                household_id=row.pk,
                codes={**codes_from(row, births.get(row.pk, []), [], today()), "sheet": str(sheet.pk)},
            )
            for row in Household.objects.filter(pk__in=households)
        ],
        by=by,
    )


def purge_undone() -> dict[str, int]:
    """As keeper: removes the rows of undone sheets and their old values; the events stay. Answers how many rows a table."""
    removed: dict[str, int] = {}
    with transaction.atomic(using=KEEPER), connections[KEEPER].cursor() as cursor:
        cursor.execute(SHEETS, [UNDONE])
        gone = [sheet for (sheet,) in cursor.fetchall()]
        for table in TABLES:
            cursor.execute(PURGE.format(table), [UNDONE])
            (removed[table],) = cursor.fetchone()
    with acting(CUSTODIAN):
        record_many([event_of("sheet.purged", Sheet(pk=sheet), by=CUSTODIAN) for sheet in gone], by=CUSTODIAN)
    return removed
