"""A list undone: what nobody has touched is gone, what somebody has touched stays and is told."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import Http404

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.actions.households import edit_household
from intreccio.parties.people.actions.importing import (
    bring_in_sheet,
    require_import,
    upload_sheet,
    write_families,
)
from intreccio.parties.people.actions.newcomers import Draft, write_all
from intreccio.parties.people.actions.person_rows import add_contact_point
from intreccio.parties.people.actions.persons import add_person, bring_person, edit_person
from intreccio.parties.people.actions.undoing import purge_undone, undo_families, undo_sheet
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import ContactPoint, Household, HouseholdMembership, Person, PersonName
from intreccio.parties.people.queries import known_already
from intreccio.parties.people.queries.search import search_for
from intreccio.parties.people.tests.sheets import NORD, brought, prepared, undone
from intreccio.parties.people.tests.world import MARCHETTI
from intreccio.parties.people.vocabulary import GrantPurpose, Level
from intreccio.workshop.imports.actions.working import work_sheet
from intreccio.workshop.imports.models import Sheet
from intreccio.workshop.imports.vocabulary import SheetState, SheetTrouble

ACTIONS = (require_import, write_families, undo_families, write_all)  # through the job, in every test here


def one_of(sheet) -> tuple[Household, Person]:
    household = Household.objects.filter(imported_in=sheet.pk, name="Famiglia Zorzanello").get()
    return household, Person.objects.filter(homes__household=household, homes__role="parent").get()


def edit(viewer, household, person):
    edit_household(household, by=viewer, version=1, name="Famiglia Zorzanello Riva")


def edit_someone(viewer, household, person):
    edit_person(
        person, household, by=viewer, version=1, sex="F", birth_date=person.birth_date, birth_precision="exact", died_on=None,
        birthplace_code="", citizenships=[],
    )  # fmt: skip


def add_someone(viewer, household, person):
    add_person(household, Draft("Nuova", "Zorzanello"), by=viewer, since=today())


def add_telephone(viewer, household, person):
    add_contact_point(person, household, by=viewer, kind="phone", value="02 555 1")


def bring_elsewhere(viewer, household, person):
    home = Household.objects.get(pk=MARCHETTI)
    bring_person(person, home, by=viewer, role="other", kind="lives", since=today())


def open_to_others(viewer, household, person):
    grant(
        household, by=viewer, level=Level.KNOWN, purpose=GrantPurpose.COLLABORATION, reason="prova", since=today(), until=None,
        to_team_id=key_for("team", "equipe_est"),
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    "touch",
    [edit, edit_someone, add_someone, add_telephone, bring_elsewhere, open_to_others],
    ids=lambda each: each.__name__,
)
def test_what_was_touched_since_stays_whole_and_is_told(acting_as, touch):
    with acting_as("coordinatrice") as viewer:
        sheet = brought(viewer)
        household, person = one_of(sheet)
        touch(viewer, household, person)
        sheet = undone(sheet, viewer)
        assert (sheet.counts["undone"], sheet.counts["kept"]) == (1, 1)
        (kept,) = Household.objects.filter(imported_in=sheet.pk)
        assert kept.pk == household.pk
        assert PersonName.objects.filter(given__in=("Bice", "Tiberio"), voided_at__isnull=True).count() == 2
        assert not PersonName.objects.filter(given="Oderisio").exists()


@pytest.mark.django_db
def test_nobody_is_led_there_any_more(acting_as):
    with acting_as("coordinatrice") as viewer:
        sheet = brought(viewer)
        household, person = one_of(sheet)
        assert [found.title for found in search_for(viewer, "zorzanello")]
        assert known_already(viewer, "Zorzanello", person.birth_date)
        undone(sheet, viewer)
        assert not search_for(viewer, "zorzanello")
        assert not known_already(viewer, "Zorzanello", person.birth_date)
        for model in (Household, Person):
            assert not model.objects.filter(pk__in=[household.pk, person.pk]).exists()
        assert not HouseholdMembership.objects.filter(household=household).exists()
        assert not ContactPoint.objects.filter(value="333 9110001").exists()
        # Nor is anything written about a family that has gone.
        with pytest.raises(Http404), acting(viewer):
            edit_household(household, by=viewer, version=1, name="Ancora")


@pytest.mark.django_db
def test_a_colleague_who_leads_undoes_it_and_nobody_else(acting_as):
    with acting_as("coordinatrice") as viewer:
        sheet = brought(viewer)
    for other in ("educatrice", "comune", "scuola", "admin"):
        with acting_as(other) as viewer:
            with pytest.raises(NotAllowed):
                undo_sheet(sheet, by=viewer)
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM imported_families(%s)", [sheet.pk])
                assert cursor.fetchone() == (0,)
    with acting_as("assistente") as viewer:
        assert undone(sheet, viewer).counts["undone"] == 2


@pytest.mark.django_db
def test_only_into_a_team_one_works_in(acting_as):
    with acting_as("coordinatrice") as viewer, pytest.raises(NotAllowed):
        upload_sheet(b"a;b\n1;2\n", by=viewer, team_id=key_for("team", "equipe_est"))
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        upload_sheet(b"a;b\n1;2\n", by=viewer, team_id=NORD)


@pytest.fixture
def seen(committed, keeper):
    """How many rows the keeper counts."""

    def count(query: str) -> int:
        row = keeper.execute(query).fetchone()
        return row[0] if row else 0

    return count


def test_the_keeper_removes_rows_and_old_values_and_leaves_the_events(seen, capsys):
    viewer = viewer_named("coordinatrice")
    with acting(viewer):
        sheet = brought(viewer)
        kept, _person = one_of(sheet)
        edit(viewer, kept, None)
        undo_sheet(sheet, by=viewer)
    work_sheet(sheet.pk)
    events = seen("SELECT count(*) FROM kernel_event")
    households = seen("SELECT count(*) FROM people_household")
    assert seen("SELECT count(*) FROM kernel_history WHERE old ? 'void_reason'") > 0
    call_command("purge_undone")
    assert "1 famiglie, 1 persone." in capsys.readouterr().out
    assert seen("SELECT count(*) FROM people_household") == households - 1
    assert seen("SELECT count(*) FROM people_person WHERE void_reason = 'import undone'") == 0
    assert seen("SELECT count(*) FROM people_personname WHERE family = 'Quaranta'") == 0
    assert seen("SELECT count(*) FROM kernel_history h WHERE h.old ? 'void_reason'") == 0
    assert seen("SELECT count(*) FROM kernel_event") == events + 1
    assert purge_undone()["people_household"] == 0
    with acting(viewer):
        assert Household.objects.filter(pk=kept.pk).exists()


@pytest.mark.django_db
def test_who_works_here_no_more_when_the_job_comes_writes_nothing(acting_as):
    with acting_as("coordinatrice") as viewer:
        sheet = prepared(viewer)
        bring_in_sheet(sheet, by=viewer)
        Sheet.objects.filter(pk=sheet.pk).update(asked_by=key_for("membership", "nobody"))
        work_sheet(sheet.pk)
        left = Sheet.objects.get(pk=sheet.pk)
        assert (left.state, left.trouble) == (SheetState.PREPARING, SheetTrouble.NOT_AT_WORK)


@pytest.mark.django_db
def test_the_houses_own_reason_is_not_given_by_hand(acting_as):
    with acting_as("coordinatrice") as viewer:
        household, person = one_of(brought(viewer))
        with pytest.raises(Refused):
            void_row(ContactPoint.objects.get(person=person), household, by=viewer, reason=" import undone ")
