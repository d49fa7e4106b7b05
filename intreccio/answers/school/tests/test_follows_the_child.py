"""A child's school goes where the child goes: to the home that parted, to the one that stays of two that were joined."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from intreccio.answers.school.actions import paths as actions
from intreccio.answers.school.actions.contacts import Reached, add_school_contact
from intreccio.answers.school.actions.paths import Lost
from intreccio.answers.school.actions.plans import Agreed, write_school_plan
from intreccio.answers.school.actions.schooling import Ended, begin_schooling, end_schooling
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.growing import missing_from_school
from intreccio.answers.school.queries.paths import school_paths_in_sight
from intreccio.answers.school.queries.pupils import family_in_sight, home_of, pupil_of
from intreccio.answers.school.queries.sheets import needed_for
from intreccio.answers.school.rules.schooling import school_year
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_attention import out_on
from intreccio.answers.school.tests.test_paths import shipped, text
from intreccio.answers.school.tests.test_schooling import studies
from intreccio.answers.school.tests.test_sheets import asked
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.life.joining import join_homes
from intreccio.parties.people.actions.life.parting import Parting, part_home
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.models import Household

PEI = Agreed(
    "pei", school_year(D), D - timedelta(days=5), "Scuola, mamma, neuropsichiatria", None, "Un'ora in più"
)


@pytest.fixture
def absorbed(acting_as: Any) -> tuple[Schooling, Household]:
    """Ada's home, with her class, whom one talks with and her PEI, has become one with the Marchetti."""
    with acting_as("coordinatrice") as viewer:
        said = {"municipality_code": "015189", "team_id": key_for("team", "equipe_nord")}
        home = create_household(by=viewer, name="Famiglia Prova", **said, today=D)
        birth = child_of("nadia").birth_date
        ada = add_person(home, Draft("Ada", "Prova", role="child", birth_date=birth), by=viewer, since=D)
        row = begin_schooling(home, ada, studies(cycle="lower", school="Media Po"), by=viewer, today=D)
        add_school_contact(row, Reached("Gina Prof", "teacher", "", "gina@example.org", ""), by=viewer)
        write_school_plan(home, ada, PEI, by=viewer, today=D)
        join_homes(family_of("marchetti"), home, by=viewer, day=D)
        return row, home


def parted(viewer: Any, *going: str) -> Household:
    """Some of the Marchetti go to live elsewhere."""
    keys = frozenset(str(key_for("person", each)) for each in going)
    _event, second = part_home(
        family_of("marchetti"), Parting(going=keys, name="Casa nuova"), by=viewer, day=D
    )
    return second


def page_of(client: Any, home: Household, child: Any) -> str:
    return text(client.get(reverse("child_school", args=[home.pk, child])))


def test_in_the_home_that_stays_one_reads_where_the_child_studies(signed_in, acting_as, absorbed):
    row, _home = absorbed
    with acting_as("educatrice"):
        stays = family_of("marchetti")
    words = page_of(signed_in("educatrice"), stays, row.child_id)
    for told in ("Media Po", "Gina Prof", "Un'ora in più", "È finita, o cambia"):
        assert told in words, told
    assert "non è ancora scritto" not in words
    assert "Media Po" in text(signed_in("educatrice").get(reverse("school_list", args=[stays.pk])))


def test_there_it_ends_and_one_comes_back_there(signed_in, acting_as, absorbed):
    row, _home = absorbed
    with acting_as("educatrice"):
        stays = family_of("marchetti")
    sent = {"once": str(new_key()), "version": "1", "until": D.isoformat(), "ending": "changed"}
    answer = signed_in("educatrice").post(reverse("end_schooling", args=[row.pk]), sent)
    assert answer["Location"] == reverse("child_school", args=[stays.pk, row.child_id])


def test_who_decides_is_asked_in_the_home_of_today(acting_as, absorbed):
    row, home = absorbed
    with acting_as("educatrice") as viewer:
        row = Schooling.objects.select_related("household", "child").get(pk=row.pk)
        assert home_of(row).pk == family_of("marchetti").pk != home.pk
        needed = needed_for(viewer, row, D)
        assert needed is not None
        assert needed.deciding.household_id == family_of("marchetti").pk


def test_one_is_in_one_class_and_has_one_pei_a_year_whichever_the_home(acting_as, absorbed):
    row, _home = absorbed
    with acting_as("coordinatrice") as viewer:
        with pytest.raises(Refused, match="schooling"):
            begin_schooling(family_of("marchetti"), row.child, studies(cycle="lower"), by=viewer, today=D)
        with pytest.raises(Refused, match="one"):
            write_school_plan(family_of("marchetti"), row.child, PEI, by=viewer, today=D)


def test_with_who_goes_to_live_elsewhere_goes_their_school(signed_in, acting_as):
    with acting_as("coordinatrice") as viewer:
        second = parted(viewer, "nadia")
        seen = family_in_sight(viewer, second.pk)
        assert pupil_of(viewer, seen, key_for("person", "nadia")).now == class_of("nadia-1")
        assert home_of(class_of("nadia-1")).pk == second.pk
    words = page_of(signed_in("coordinatrice"), second, key_for("person", "nadia"))
    assert "Istituto comprensivo Via dei Tigli" in words
    assert "Ornella Riva" in words


def test_a_path_that_goes_on_is_read_there_and_does_not_begin_twice(acting_as, signed_in):
    with acting_as("coordinatrice") as viewer:
        lost = Lost(D - timedelta(days=3), "death", viewer.membership_id)
        nadia = child_of("nadia")
        path = actions.begin_school_path(family_of("marchetti"), nadia, shipped(), lost, by=viewer, today=D)
        second = parted(viewer, "nadia")
        with pytest.raises(Refused, match="begun"):
            actions.begin_school_path(second, nadia, shipped(), lost, by=viewer, today=D)
        assert school_paths_in_sight(viewer).get(pk=path.pk)
    client = signed_in("coordinatrice")
    words = page_of(client, second, nadia.pk)
    assert reverse("school_path_page", args=[path.pk]) in words
    assert "Comincia «" not in words
    assert reverse("child_school", args=[second.pk, nadia.pk]) in text(
        client.get(reverse("school_path_page", args=[path.pk]))
    )


def test_who_is_out_of_school_is_told_in_the_home_of_today(acting_as):
    with acting_as("coordinatrice") as viewer:
        second = parted(viewer, "nadia")
        end_schooling(class_of("nadia-1"), Ended(D, "left"), version=1, by=viewer, today=D)
        told = [
            one.household_id
            for one in missing_from_school(viewer, D)
            if one.child_id == key_for("person", "nadia")
        ]
        assert told == [second.pk]
        assert out_on(D) == []


def test_on_the_board_of_the_home_that_stays_too(acting_as, absorbed):
    row, _home = absorbed
    with acting_as("coordinatrice") as viewer:
        row = Schooling.objects.select_related("household", "child").get(pk=row.pk)
        end_schooling(row, Ended(D, "left"), version=1, by=viewer, today=D)
        assert [one.subject_id for one in out_on(D)] == [row.child_id]
        told = [one.household_id for one in missing_from_school(viewer, D) if one.child_id == row.child_id]
        assert told == [family_of("marchetti").pk]


def test_a_teacher_who_was_asked_before_is_read_in_the_home_of_today(acting_as, signed_in):
    with acting_as("coordinatrice") as viewer:
        sheet, _token = asked(viewer)
        second = parted(viewer, "nadia")
    client = signed_in("coordinatrice")
    assert reverse("school_sheet_page", args=[sheet.pk]) in page_of(
        client, second, key_for("person", "nadia")
    )
    back = reverse("child_school", args=[second.pk, key_for("person", "nadia")])
    assert back in text(client.get(reverse("school_sheet_page", args=[sheet.pk])))


def test_what_stands_in_a_home_of_another_team_is_read_by_who_may(acting_as):
    """Where the other home went to another team, the page says only what that team has opened."""
    with acting_as("coordinatrice") as viewer:
        second = parted(viewer, "nadia")
    with acting_as("davide") as viewer:
        assert family_in_sight(viewer, second.pk) is None
        assert not Schooling.objects.filter(pk=key_for("schooling", "nadia-1")).exists()
