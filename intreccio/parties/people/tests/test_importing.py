"""Families out of a spreadsheet: brought in by the job, undone, brought in again."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from intreccio.ground.kernel.models import Event
from intreccio.parties.people.actions.importing import (
    abandon_sheet,
    bring_in_sheet,
    choose_rows,
    map_sheet,
    upload_sheet,
)
from intreccio.parties.people.models import (
    ContactPoint,
    HomeAddress,
    Household,
    HouseholdMembership,
    Person,
    PersonName,
    SearchWord,
)
from intreccio.parties.people.queries.preview import unread_of
from intreccio.parties.people.rules.sheet_columns import COLUMNS
from intreccio.parties.people.tests.sheets import HEADER, NORD, ROWS, brought, file_of, prepared, undone
from intreccio.workshop.imports.actions.working import work_sheet
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.queries import came_in_before
from intreccio.workshop.imports.rules.columns import guess
from intreccio.workshop.imports.vocabulary import SheetState

pytestmark = pytest.mark.django_db


def test_families_come_in_with_all_that_the_sheet_says(acting_as):
    with acting_as("coordinatrice") as viewer:
        sheet = brought(viewer)
        assert (sheet.state, sheet.trouble) == (SheetState.DONE, "")
        assert sheet.counts == {"families": 2, "persons": 3, "wrong": 0, "skipped": 0}
        first, second = Household.objects.filter(imported_in=sheet.pk).order_by("code")
        assert (first.name, first.municipality_code, first.team_id) == ("Famiglia Zorzanello", "015189", NORD)
        stays = HouseholdMembership.objects.filter(household=first).order_by("role")
        assert [stay.role for stay in stays] == ["child", "parent"]
        (father,) = Person.objects.filter(homes__household=second)
        assert (father.birth_date, father.birth_precision) == (date(1979, 1, 1), "year")
        assert ContactPoint.objects.get(person=father).value == "333 9110002"
        assert SearchWord.objects.filter(household=second, word="oderisio").exists()
        kinds = Event.objects.filter(household_id=first.pk).order_by("id").values_list("kind", flat=True)
        assert list(kinds) == ["household.created", "person.added", "person.added"]
        assert not SheetContent.objects.filter(sheet=sheet).exists()


def test_a_family_is_found_again_in_the_list_by_its_number(signed_in, acting_as):
    rows = [("44/C", *row[1:]) if row[0] == "1" else row for row in ROWS]
    with acting_as("coordinatrice") as viewer:
        sheet = brought(viewer, rows)
        first = Household.objects.filter(imported_in=sheet.pk).order_by("code").first()
    page = unescape(
        signed_in("coordinatrice").get(reverse("household_page", args=[first.pk])).content.decode()
    )
    assert page.count("nell'elenco: 44/C") == 1


def test_undone_nothing_is_there_and_it_comes_in_again(acting_as):
    with acting_as("coordinatrice") as viewer:
        sheet = undone(brought(viewer), viewer)
        assert (sheet.state, sheet.counts["undone"], sheet.counts["kept"]) == (SheetState.UNDONE, 2, 0)
        assert not Household.objects.filter(imported_in=sheet.pk).exists()
        assert not PersonName.objects.filter(family="Zorzanello").exists()
        again = prepared(viewer)
        assert SheetContent.objects.get(sheet=again).found["known"] == {}
        assert brought(viewer).counts["families"] == 2


def test_who_is_known_already_stays_out_unless_chosen(acting_as):
    with acting_as("coordinatrice") as viewer:
        brought(viewer)
        again = prepared(viewer, [*ROWS, ROWS[1]])
        found = SheetContent.objects.get(sheet=again).found
        assert set(found["known"]) == {"2", "3", "4", "5"}
        assert found["again"] == {"5": 3}
        choose_rows(again, by=viewer, shown=[2, 3], taken=[3])
        choose_rows(again, by=viewer, shown=[4, 5], taken=[])
        assert SheetContent.objects.get(sheet=again).taken_anyway == [3]


def test_a_child_whose_mother_is_known_does_not_come_in_as_a_family_of_one(acting_as):
    with acting_as("coordinatrice") as viewer:
        brought(viewer)
        newborn = ("1", "Zorzanello", "Ginevra", "figlia", "02/02/2026", "", "Rozzano", "")
        again = prepared(viewer, [ROWS[0], newborn])
        found = SheetContent.objects.get(sheet=again).found
        assert (set(found["known"]), set(found["kin"])) == ({"2"}, {"3"})
        assert brought(viewer, [ROWS[0], newborn]).counts == {
            "families": 0,
            "persons": 0,
            "wrong": 0,
            "skipped": 2,
        }


def test_left_it_is_erased(acting_as):
    with acting_as("coordinatrice") as viewer:
        sheet = prepared(viewer)
        abandon_sheet(sheet, by=viewer)
        assert Sheet.objects.get(pk=sheet.pk).state == SheetState.ABANDONED
        assert not SheetContent.objects.filter(sheet=sheet).exists()
        assert not HomeAddress.objects.filter(line="x").exists()


def test_the_same_list_from_two_colleagues_makes_no_family_twice(acting_as):
    with acting_as("coordinatrice") as one:
        first = prepared(one)
    with acting_as("assistente") as other:
        second = prepared(other)
        assert SheetContent.objects.get(sheet=second).found["known"] == {}, "nobody is in yet"
    with acting_as("coordinatrice") as one:
        bring_in_sheet(first, by=one)
        work_sheet(first.pk)
    with acting_as("assistente") as other:
        bring_in_sheet(second, by=other)
        work_sheet(second.pk)
        known = Household.objects.filter(name="Famiglia Zorzanello", voided_at__isnull=True)
        assert known.count() == 1
        assert Sheet.objects.get(pk=second.pk).counts["persons"] == 0
        assert Sheet.objects.get(pk=second.pk).counts["skipped"] == 3


# Names alone, as a volunteer keeps them.
NAMED = tuple((*row[:4], "", *row[5:]) for row in ROWS)
ONLY_FIRST_NAMES = (
    ("1", "", "Bice", "madre", "", "", "", ""),
    ("1", "", "Tiberio", "figlio", "", "", "", ""),
)


@pytest.mark.parametrize("rows", [NAMED, ONLY_FIRST_NAMES])
@pytest.mark.parametrize("both_first", [True, False])
def test_the_same_file_from_two_colleagues_makes_no_family_twice_without_birth_or_code(
    acting_as, rows, both_first
):
    with acting_as("coordinatrice") as one:
        first = prepared(one, rows)
    if both_first:
        with acting_as("assistente") as other:
            second = prepared(other, rows)
    with acting_as("coordinatrice") as one:
        bring_in_sheet(first, by=one)
        work_sheet(first.pk)
    with acting_as("assistente") as other:
        second = second if both_first else prepared(other, rows)
        same = SheetContent.objects.get(sheet=second).found["same"]
        assert same == ([] if both_first else list(range(2, len(rows) + 2)))
        bring_in_sheet(second, by=other)
        work_sheet(second.pk)
        assert Sheet.objects.get(pk=second.pk).counts["families"] == 0
        assert Sheet.objects.get(pk=second.pk).counts["skipped"] == len(rows)


def test_of_the_same_file_what_is_chosen_comes_in_and_undone_it_all_comes_in_again(acting_as):
    with acting_as("coordinatrice") as one:
        first = brought(one, NAMED)
        again = prepared(one, NAMED)
        choose_rows(again, by=one, shown=[2, 3, 4], taken=[4])
        bring_in_sheet(again, by=one)
        work_sheet(again.pk)
        assert Sheet.objects.get(pk=again.pk).counts["persons"] == 1
        for sheet in (again, first):
            undone(Sheet.objects.get(pk=sheet.pk), one)
        assert brought(one, NAMED).counts["families"] == 2


def test_who_has_neither_birth_nor_code_is_known_by_name(acting_as):
    with acting_as("coordinatrice") as one:
        brought(one, NAMED[:1])
        brought(one, ROWS[1:])
        # As it is now: the other has a birth in the second list, Tiberio none, and Oderisio is of another year.
        younger = ("2", "Quaranta", "Oderisio", "padre", "1999", "", "", "")
        again = prepared(one, [ROWS[0], NAMED[1], younger])
        found = SheetContent.objects.get(sheet=again).found
        assert (set(found["known"]), found["same"]) == ({"2", "3"}, [])


def test_the_very_same_file_is_said_before(signed_in, acting_as):
    with acting_as("assistente") as other:
        brought(other, NAMED)
    with acting_as("coordinatrice") as one:
        sheet = prepared(one, NAMED)
    page = signed_in("coordinatrice").get(f"/households/sheets/{sheet.pk}/preview").content.decode()
    assert "Questo stesso file è già stato portato dentro" in page
    assert "Riga 4, Oderisio Quaranta: porta dentro comunque" in page


def test_who_did_not_upload_a_sheet_is_not_told_whether_it_came_in(acting_as):
    with acting_as("coordinatrice") as one:
        brought(one)
        mine = prepared(one)
        assert came_in_before(one, mine)
    with acting_as("assistente") as other:
        assert came_in_before(other, mine) is None


def test_of_a_list_that_is_left_not_even_the_first_row_stays(acting_as, keeper):
    with acting_as("coordinatrice") as viewer:
        sheet = prepared(viewer)
        abandon_sheet(sheet, by=viewer)
    kept = keeper.execute("SELECT to_jsonb(s)::text FROM imports_sheet s WHERE id = %s", [sheet.pk])
    assert "Cognome" not in str(kept.fetchone())


def test_the_preview_says_what_stays_in_the_file(acting_as):
    header = (*HEADER, "", "Colore preferito")
    with acting_as("coordinatrice") as viewer:
        sheet = upload_sheet(file_of([(*ROWS[0], "mai letto", "blu")], header), by=viewer, team_id=NORD)
        content = SheetContent.objects.get(sheet=sheet)
        map_sheet(sheet, content, guess(content.headers, COLUMNS), by=viewer)
        unread = unread_of(Sheet.objects.get(pk=sheet.pk), content)
    assert list(map(str, unread)) == ["la colonna 9, senza nome", "Colore preferito"]
