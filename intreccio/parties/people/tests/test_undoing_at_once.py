"""Real threads: a list that is undone while somebody writes, and two workers at the same list."""

import time
from collections.abc import Callable
from threading import Thread
from typing import Any

from django.db import connections

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.parties.people.actions.importing import bring_in_sheet
from intreccio.parties.people.actions.person_rows import add_contact_point
from intreccio.parties.people.actions.undoing import undo_sheet
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.tests.sheets import prepared
from intreccio.workshop.imports.actions.working import work_sheet
from intreccio.workshop.imports.models import Sheet


def aside(do: Callable[[], Any]) -> Thread:
    """In a thread of its own, with connections of its own."""

    def run() -> None:
        try:
            do()
        finally:
            connections.close_all()

    thread = Thread(target=run)
    thread.start()
    return thread


def test_who_is_writing_is_waited_for_and_their_family_stays(committed):
    viewer = viewer_named("coordinatrice")
    with acting(viewer):
        sheet = prepared(viewer)
        bring_in_sheet(sheet, by=viewer)
    work_sheet(sheet.pk)
    with acting(viewer):
        undo_sheet(sheet, by=viewer)
    with acting(viewer):
        household = Household.objects.get(imported_in=sheet.pk, name="Famiglia Zorzanello")
        person = Person.objects.filter(homes__household=household).first()
        add_contact_point(person, household, by=viewer, kind="phone", value="02 555 1")
        undoing = aside(lambda: work_sheet(sheet.pk))
        time.sleep(1)
        assert undoing.is_alive()
    undoing.join()
    with acting(viewer):
        assert Sheet.objects.get(pk=sheet.pk).counts["kept"] == 1
        assert Household.objects.filter(imported_in=sheet.pk).get().pk == household.pk
        assert person.contact_points.filter(value="02 555 1", voided_at__isnull=True).exists()


def test_of_two_workers_one_brings_it_in(committed):
    viewer = viewer_named("coordinatrice")
    with acting(viewer):
        sheet = prepared(viewer)
        bring_in_sheet(sheet, by=viewer)
    workers = [aside(lambda: work_sheet(sheet.pk)) for _ in range(3)]
    for worker in workers:
        worker.join()
    with acting(viewer):
        assert Household.objects.filter(imported_in=sheet.pk).count() == 2
        assert Sheet.objects.get(pk=sheet.pk).counts["persons"] == 3


def test_the_same_file_of_two_colleagues_at_once_comes_in_once(committed):
    first_names = [("1", "", "Bice", "madre", "", "", "", ""), ("1", "", "Tiberio", "figlio", "", "", "", "")]
    sheets = []
    for account in ("coordinatrice", "assistente"):
        viewer = viewer_named(account)
        with acting(viewer):
            sheets.append(prepared(viewer, first_names))
            bring_in_sheet(sheets[-1], by=viewer)
    workers = [aside(lambda key=sheet.pk: work_sheet(key)) for sheet in sheets]
    for worker in workers:
        worker.join()
    with acting(viewer_named("coordinatrice")):
        ids = [sheet.pk for sheet in sheets]
        assert Household.objects.filter(imported_in__in=ids).count() == 1
        counts = [row.counts for row in Sheet.objects.filter(pk__in=ids)]
        assert sorted(each["persons"] for each in counts) == [0, 2]
        assert sorted(each["skipped"] for each in counts) == [0, 2]
