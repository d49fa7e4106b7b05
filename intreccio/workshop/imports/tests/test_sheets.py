"""A sheet on its way: prepared, in the job's hands, brought in, undone; here nobody knows what its rows are."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, OperationalError, connection

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.workshop.imports import tasks
from intreccio.workshop.imports.actions import working
from intreccio.workshop.imports.actions.sheets import (
    abandon_sheet,
    choose_rows,
    erase_old_sheets,
    map_sheet,
    queue_sheet,
    upload_sheet,
)
from intreccio.workshop.imports.actions.working import Work, register_work, waiting_sheets, work_sheet
from intreccio.workshop.imports.models import Sheet, SheetContent, SheetProgress
from intreccio.workshop.imports.queries import columns_of_before
from intreccio.workshop.imports.vocabulary import SheetState, SheetTrouble

KIND = "prova"
NORD = key_for("team", "equipe_nord")
FILE = b"nome;via\nAda;Roma\nLeo;Po\n"


@pytest.fixture
def works():
    """Who knows the rows: it counts them, and does as it is told."""
    done: list[str] = []

    def bring_in(sheet, content, viewer, tell):
        done.append(f"in {len(content.cells)} {viewer.name}")
        tell(1, 2)
        return {"rows": len(content.cells)}

    def undo(sheet, viewer, tell):
        done.append("undone")
        return {"undone": 2}

    register_work(KIND, Work(viewer_of, bring_in, undo))
    return done


def viewer_of(user: UUID, hat: UUID):
    """As the area above would find them: everybody here is Giulia Serra."""
    viewer = viewer_named("assistente")
    assert (viewer.user_id, viewer.membership_id) == (user, hat)
    return viewer


def new_sheet(viewer) -> Sheet:
    return upload_sheet(KIND, FILE, by=viewer, team_id=NORD)


def now_of(sheet: Sheet) -> Sheet:
    return Sheet.objects.get(pk=sheet.pk)


@pytest.mark.django_db
def test_in_out_and_each_of_them_once(acting_as, works):
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
        map_sheet(sheet, {"name": 0}, {"good": 2}, by=viewer)
        queue_sheet(sheet, SheetState.QUEUED, by=viewer)
        queue_sheet(sheet, SheetState.QUEUED, by=viewer)
        assert waiting_sheets() == [sheet.pk]
        work_sheet(sheet.pk)
        tasks.work_sheet(str(sheet.pk))
        assert works == ["in 2 Giulia Serra"]
        assert (now_of(sheet).state, now_of(sheet).counts) == (SheetState.DONE, {"rows": 2})
        assert not SheetContent.objects.filter(sheet=sheet).exists()
        queue_sheet(now_of(sheet), SheetState.UNDOING, by=viewer)
        tasks.resume_sheets(0)
        assert now_of(sheet).counts == {"rows": 2, "undone": 2}
        assert waiting_sheets() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("failure", "trouble"),
    [(Refused("no"), SheetTrouble.REFUSED), (ValueError("words of a family"), SheetTrouble.BROKEN)],
)
def test_what_fails_leaves_everything_as_it_was(acting_as, works, failure, trouble, caplog):
    def fail(sheet, content, viewer, tell):
        Sheet.objects.filter(pk=sheet.pk).update(counts={"half": 1})
        raise failure

    register_work(KIND, Work(viewer_of, fail, lambda *_: {}))
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
        queue_sheet(sheet, SheetState.QUEUED, by=viewer)
        work_sheet(sheet.pk)
        left = now_of(sheet)
        assert (left.state, left.trouble, left.counts) == (SheetState.PREPARING, trouble, {})
        assert SheetContent.objects.filter(sheet=sheet).exists()


@pytest.mark.django_db
def test_what_stops_every_worker_is_given_up_and_can_be_asked_again(acting_as, works):
    def killed(sheet, content, viewer, tell):
        raise OperationalError("the worker is gone")

    register_work(KIND, Work(viewer_of, killed, lambda *_: {}))
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
        queue_sheet(sheet, SheetState.QUEUED, by=viewer)
        for _minute in range(working.MOST_TRIES):
            with pytest.raises(OperationalError):
                work_sheet(sheet.pk)
        assert waiting_sheets() == [sheet.pk]
        work_sheet(sheet.pk)
        left = now_of(sheet)
        assert (left.state, left.trouble) == (SheetState.PREPARING, SheetTrouble.GAVE_UP)
        assert waiting_sheets() == []
        queue_sheet(left, SheetState.QUEUED, by=viewer)
        assert now_of(sheet).tries == 0


@pytest.mark.django_db
def test_who_works_here_no_more_brings_in_nothing(acting_as, works):
    register_work(KIND, Work(lambda user, hat: None, lambda *_: {}, lambda *_: {}))
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
        queue_sheet(sheet, SheetState.QUEUED, by=viewer)
        work_sheet(sheet.pk)
        assert now_of(sheet).trouble == SheetTrouble.NOT_AT_WORK


@pytest.mark.django_db
def test_a_sheet_that_went_on_is_not_touched_again(acting_as, works):
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
        with pytest.raises(Refused):
            queue_sheet(sheet, SheetState.UNDOING, by=viewer)
        choose_rows(sheet, by=viewer, shown=[2, 3], taken=[3, 9])
        assert SheetContent.objects.get(sheet=sheet).taken_anyway == [3]
        abandon_sheet(sheet, by=viewer)
        abandon_sheet(sheet, by=viewer)
        for again in (
            lambda: choose_rows(sheet, by=viewer, shown=[], taken=[]),
            lambda: map_sheet(sheet, {}, {}, by=viewer),
            lambda: queue_sheet(sheet, SheetState.QUEUED, by=viewer),
        ):
            with pytest.raises(Refused):
                again()


@pytest.mark.django_db
def test_the_same_headers_are_what_they_were_said_to_be(acting_as):
    with acting_as("assistente") as viewer:
        first = new_sheet(viewer)
        map_sheet(first, {"name": 1}, {}, by=viewer)
        assert columns_of_before(viewer, new_sheet(viewer)) == {"name": 1}


@pytest.mark.django_db
def test_cells_are_read_by_who_uploaded_them_alone(acting_as):
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
    for other in ("coordinatrice", "educatrice", "comune", "admin"):
        with acting_as(other):
            assert not SheetContent.objects.filter(sheet=sheet).exists()
    with acting(working.IMPORTS):
        assert Sheet.objects.filter(pk=sheet.pk).exists()
        assert not SheetContent.objects.filter(sheet=sheet).exists()
    with pytest.raises(DatabaseError), acting_as("educatrice"):
        SheetContent(sheet=sheet, cells=[]).save(force_insert=True)


@pytest.mark.django_db
def test_what_nobody_brings_in_is_erased_after_seven_days(acting_as):
    with acting_as("assistente") as viewer:
        sheet = new_sheet(viewer)
    erase_old_sheets(today() + timedelta(days=7))
    with acting_as("assistente"):
        assert now_of(sheet).state == SheetState.PREPARING
    assert erase_old_sheets(today() + timedelta(days=9)) >= 1
    tasks.erase_old_sheets(0)
    with acting_as("assistente"):
        assert now_of(sheet).state == SheetState.ABANDONED
        assert not SheetContent.objects.filter(sheet=sheet).exists()
    with pytest.raises(DatabaseError), acting_as("assistente"), connection.cursor() as cursor:
        cursor.execute("SELECT erase_old_sheets(now())")


def test_how_far_it_is_is_told_while_nothing_is_committed(committed, keeper):
    viewer = viewer_named("assistente")
    with acting(viewer):
        sheet = new_sheet(viewer)
    seen = []

    def bring_in(sheet, content, viewer, tell):
        tell(1, 2)
        query = "SELECT done, whole, state FROM imports_sheetprogress p JOIN imports_sheet s ON s.id = p.sheet_id WHERE s.id = %s"
        seen.append(keeper.execute(query, [sheet.pk]).fetchone())
        return {}

    register_work(KIND, Work(viewer_of, bring_in, lambda *_: {}))
    with acting(viewer):
        queue_sheet(sheet, SheetState.QUEUED, by=viewer)
    work_sheet(sheet.pk)
    assert seen == [(1, 2, "queued")]
    with acting(viewer):
        assert now_of(sheet).state == SheetState.DONE
        assert SheetProgress.objects.get(sheet=sheet).done == 1


@pytest.mark.django_db
def test_a_sheet_that_is_not_there_is_nobodys_work(works):
    work_sheet(new_key())
    assert works == []
