"""Families out of a sheet: what is wrong or double in its rows, and the families written, hundreds at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import event_of, record_many
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.actions.holding import hold
from intreccio.parties.people import policies
from intreccio.parties.people.actions.newcomers import Draft, Newcomer, newcomer, write_all
from intreccio.parties.people.actions.search import rows_of_household
from intreccio.parties.people.models import ContactPoint, HomeAddress, Household, Language
from intreccio.parties.people.queries.codes import codes_from
from intreccio.parties.people.queries.importing import known_to_us, what_names_mean
from intreccio.parties.people.rules.importing import (
    Line,
    doubles_of,
    families_of,
    first_said,
    lines_in,
    notes_of,
    of_known_families,
)
from intreccio.parties.people.rules.names import suggested_name
from intreccio.parties.people.rules.search import sort_name
from intreccio.parties.people.rules.sheet_columns import names_columns
from intreccio.parties.people.vocabulary import ContactKind, LanguageUse
from intreccio.workshop.imports.actions import sheets
from intreccio.workshop.imports.actions.working import Counts, Tell
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.queries import came_in_before
from intreccio.workshop.imports.rules.columns import cell_of
from intreccio.workshop.imports.vocabulary import SheetState

KIND = "families"
AT_ONCE = 250  # families written together: few statements, and whoever looks sees how far it is
NUMBERS = "SELECT nextval('people_household_number') FROM generate_series(1, %s)"


@dataclass(frozen=True, slots=True)
class Family:
    """A household not written yet, its rows and its persons."""

    household: Household
    lines: list[Line]
    newcomers: list[Newcomer]


def require_import(team_id: UUID, *, by: Viewer) -> None:
    """Raises NotAllowed for who may not bring families into this team."""
    policies.import_families.require(by)
    if team_id not in by.team_ids:
        raise NotAllowed(
            _("Si porta dentro un elenco solo in un'équipe in cui si lavora."), code="not_in_team"
        )


def upload_sheet(data: bytes, *, by: Viewer, team_id: UUID) -> Sheet:
    """Keeps a file of families, to be prepared. Raises Unreadable."""
    require_import(team_id, by=by)
    return sheets.upload_sheet(KIND, data, by=by, team_id=team_id, names_columns=names_columns)


@transaction.atomic
def map_sheet(sheet: Sheet, content: SheetContent, columns: Mapping[str, int], *, by: Viewer) -> None:
    """Says what the columns are, and looks at every row: what is wrong in it, and who is double."""
    require_import(sheet.team_id, by=by)
    lines = lines_of(content.cells, columns)
    good = [line for line in lines if line.is_good]
    known = known_to_us(by, good)
    same = came_in_before(by, sheet)
    found = {
        "wrong": [[line.number, *each] for line in lines for each in line.wrong],
        "again": {str(number): before for number, before in doubles_of(good).items()},
        "known": _told(known),
        "kin": _told(of_known_families(good, known)),
        "same": [line.number for line in good] if same else [],
        "same_at": same.isoformat() if same else "",
        "good": len(good),
        "families": len(families_of(good)),
    }
    sheets.map_sheet(sheet, columns, found, by=by)


def _told(homes: Mapping[int, UUID]) -> dict[str, str]:
    return {str(number): str(household) for number, household in homes.items()}


def lines_of(cells: Sequence[Any], columns: Mapping[str, int]) -> list[Line]:
    """Every row, read as the columns say."""
    names = {cell_of(row, columns, "place") for _number, row in cells}
    known = what_names_mean(names)
    return lines_in(cells, columns, known)


def choose_rows(sheet: Sheet, *, by: Viewer, shown: Iterable[int], taken: Iterable[int]) -> None:
    """Which of the double rows come in anyway."""
    require_import(sheet.team_id, by=by)
    sheets.choose_rows(sheet, by=by, shown=shown, taken=taken)


def bring_in_sheet(sheet: Sheet, *, by: Viewer) -> None:
    """Asks the job to write the families."""
    require_import(sheet.team_id, by=by)
    sheets.queue_sheet(sheet, SheetState.QUEUED, by=by)


def abandon_sheet(sheet: Sheet, *, by: Viewer) -> None:
    """Leaves it: what was uploaded is erased."""
    require_import(sheet.team_id, by=by)
    sheets.abandon_sheet(sheet, by=by)


def write_families(sheet: Sheet, content: SheetContent, by: Viewer, tell: Tell) -> Counts:
    """All good rows but the doubles that nobody chose, also those of whom somebody was written since; the job's one
    transaction is around it."""
    require_import(sheet.team_id, by=by)
    hold(f"families into {sheet.team_id}")
    lines = lines_of(content.cells, sheet.columns)
    good = [line for line in lines if line.is_good]
    skipped = _doubles(sheet, content, good, by) - set(content.taken_anyway)
    taken = [line for line in good if line.number not in skipped]
    families = families_of(taken)
    done = 0
    tell(done, len(taken))
    for begin in range(0, len(families), AT_ONCE):
        some = families[begin : begin + AT_ONCE]
        _write(list(_drafted(some, sheet)), sheet, by=by)
        done += sum(map(len, some))
        tell(done, len(taken))
    wrong = sum(not line.is_good for line in lines)
    return {
        "families": len(families),
        "persons": len(taken),
        "wrong": wrong,
        "skipped": len(lines) - wrong - len(taken),
    }


def _doubles(sheet: Sheet, content: SheetContent, good: Sequence[Line], by: Viewer) -> set[int]:
    """The rows that were found double when it was looked at, and those that are by now."""
    if came_in_before(by, sheet):
        return {line.number for line in good}
    before = {
        int(number) for name in ("again", "known", "kin", "same") for number in content.found.get(name, ())
    }
    since = known_to_us(by, good)
    return before | set(since) | set(of_known_families(good, since))


def _drafted(families: Sequence[list[Line]], sheet: Sheet) -> Iterator[Family]:
    day = today()
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS, [len(families)])
        numbers = [number for (number,) in cursor.fetchall()]
    for lines, number in zip(families, numbers, strict=True):
        since = min((line.since for line in lines if line.since), default=day)
        name = first_said(lines, "household") or suggested_name(first_said(lines, "family"))
        household = Household(
            code=f"{settings.CODE_PREFIX}-{since.year}-{number:04d}",
            name=name or _("Famiglia senza nome"),
            sort_name=sort_name(name or _("Famiglia senza nome")),
            municipality_code=first_said(lines, "place"),
            team_id=sheet.team_id,
            since=since,
            imported_in=sheet.pk,
        )
        said = zip(lines, notes_of(lines), strict=True)
        yield Family(household, lines, [_newcomer(line, household, note) for line, note in said])


def _newcomer(line: Line, household: Household, note: str) -> Newcomer:
    draft = Draft(
        given=line.given,
        family=line.family,
        role=line.role,
        sex=line.sex,
        birth_date=line.birth,
        birth_precision=line.precision,
        fiscal_code=line.code,
        phone=line.phone,
    )
    new = newcomer(draft, household, since=line.since or household.since)
    new.person.citizenships = [line.citizenship] if line.citizenship else []
    new.home.note = note
    if line.email:
        new.points.append(ContactPoint(person=new.person, kind=ContactKind.EMAIL, value=line.email))
    return new


def _write(families: Sequence[Family], sheet: Sheet, *, by: Viewer) -> None:
    Household.objects.bulk_create(family.household for family in families)
    words = chain.from_iterable(rows_of_household(family.household) for family in families)
    write_all(
        [(family.household, each) for family in families for each in family.newcomers], words=list(words)
    )
    HomeAddress.objects.bulk_create(filter(None, map(_address, families)))
    Language.objects.bulk_create(chain.from_iterable(map(_languages, families)))
    record_many([event for family in families for event in _events(family, sheet, by=by)], by=by)


def _address(family: Family) -> HomeAddress | None:
    line, household = first_said(family.lines, "address"), family.household
    if not line:
        return None
    return HomeAddress(
        household=household,
        team_id=household.team_id,
        line=line,
        municipality_code=household.municipality_code,
        since=household.since,
    )


def _languages(family: Family) -> Iterator[Language]:
    """Each row of a list is a person, and its language theirs."""
    for line, new in zip(family.lines, family.newcomers, strict=True):
        if line.language:
            yield Language(
                household=family.household,
                team_id=family.household.team_id,
                person=new.person,
                use=LanguageUse.SPEAKS,
                code=line.language,
            )


def _events(family: Family, sheet: Sheet, *, by: Viewer) -> Iterator[Event]:
    """The family, then each person, as if written one by one; each says which sheet it came from."""
    births = [each.person.birth_date for each in family.newcomers]
    day = {**codes_from(family.household, births, [], today()), "sheet": str(sheet.pk)}
    said: dict[str, Any] = {"by": by, "household_id": family.household.pk}
    yield event_of("household.created", family.household, codes=day, **said)
    for each in family.newcomers:
        yield event_of("person.added", each.person, codes={**day, "role": str(each.home.role)}, **said)
