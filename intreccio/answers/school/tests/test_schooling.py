"""Where a child studies, and whom one talks with: written by the team, read by whom the record is opened to."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from intreccio.answers.school.actions.contacts import (
    Reached,
    add_school_contact,
    edit_school_contact,
    void_school_contact,
)
from intreccio.answers.school.actions.schooling import (
    Ended,
    Studies,
    begin_schooling,
    edit_schooling,
    end_schooling,
    void_schooling,
)
from intreccio.answers.school.forms.places import SchoolingForm
from intreccio.answers.school.models import SchoolContact, Schooling
from intreccio.answers.school.queries.pupils import (
    contacts_of,
    family_in_sight,
    pupil_of,
    pupils_of,
    schooling_after,
)
from intreccio.answers.school.rules.schooling import school_year
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.queries.story import story_of


def studies(**more: object) -> Studies:
    said = {
        "cycle": "kindergarten",
        "year": 1,
        "section": "",
        "organisation_id": None,
        "school": "Materna di via Po",
        "since": D,
    }
    return Studies(**(said | more))


def test_leo_begins_the_kindergarten_and_his_family_page_says_it(acting_as):
    with acting_as("educatrice") as viewer:
        row = begin_schooling(family_of("marchetti"), child_of("leo"), studies(), by=viewer, today=D)
        seen = family_in_sight(viewer, row.household_id)
        told = {pupil.member.given: pupil.now for pupil in pupils_of(viewer, seen)}
        assert told["Leo"].place == "Materna di via Po"
        assert told["Nadia"].place == "Istituto comprensivo Via dei Tigli"
        event = Event.objects.get(kind="schooling.begun", subject_id=row.pk)
        assert event.codes["cycle"] == "kindergarten"
        assert "Materna" not in str(event.codes)


def test_one_child_is_in_one_class_at_a_time(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="schooling"):
        begin_schooling(family_of("marchetti"), child_of("nadia"), studies(cycle="lower"), by=viewer, today=D)


def test_a_class_ends_with_a_fact_and_the_next_is_proposed(acting_as):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        end_schooling(row, Ended(D, "passed"), version=1, by=viewer, today=D)
        pupil = pupil_of(viewer, family_in_sight(viewer, row.household_id), row.child_id)
        assert pupil.now is None
        assert pupil.last.ending == "passed"
        after = schooling_after(pupil, D)
        assert (after["cycle"], after["year"], after["section"]) == ("lower", 2, "B")
        with pytest.raises(Refused, match="ending"):
            end_schooling(class_of("nadia-1"), Ended(D, "left"), version=2, by=viewer, today=D)


def test_a_year_of_before_is_written_with_how_it_ended(acting_as):
    with acting_as("educatrice") as viewer:
        year = school_year(D) - 3
        ended = Ended(date(year + 1, 6, 8), "passed")
        said = studies(cycle="primary", year=3, since=date(year, 9, 12))
        row = begin_schooling(family_of("marchetti"), child_of("nadia"), said, ended, by=viewer, today=D)
        assert (row.until, row.ending) == (ended.until, "passed")


def test_a_school_out_of_the_list_is_no_school_of_the_list(acting_as):
    said = studies(organisation_id=key_for("organisation", "telaio"), school="")
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="school"):
        begin_schooling(family_of("marchetti"), child_of("leo"), said, by=viewer, today=D)


def test_of_two_who_correct_the_second_sees_the_first(acting_as):
    with acting_as("educatrice") as viewer:
        row, other = class_of("nadia-1"), class_of("nadia-1")
        said = studies(cycle="lower", school="Media di via Po", since=row.since)
        edit_schooling(row, said, version=1, by=viewer, today=D)
        with pytest.raises(Changed):
            edit_schooling(other, said, version=1, by=viewer, today=D)


def test_a_mistake_stays_readable_and_leaves_room(acting_as):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        void_schooling(row, reason="era un'altra Nadia", by=viewer)
        pupil = pupil_of(viewer, family_in_sight(viewer, row.household_id), row.child_id)
        assert [each.void_reason for each in pupil.mistakes] == ["era un'altra Nadia"]
        begin_schooling(family_of("marchetti"), child_of("nadia"), studies(cycle="lower"), by=viewer, today=D)
        with pytest.raises(Refused, match="voided"):
            void_schooling(row, reason="di nuovo", by=viewer)


@pytest.mark.parametrize(
    ("cycle", "days", "where", "words"),
    [
        ("upper", 1, "since", "È dopo il giorno in cui è finita."),
        ("primary", 0, "cycle", "Il diploma si prende"),  # a diploma of a primary school would hold for good
    ],
)
def test_a_class_that_is_over_is_corrected_as_it_ended(acting_as, cycle, days, where, words):
    with acting_as("educatrice") as viewer:
        Schooling.objects.filter(pk=class_of("nadia-5").pk).update(cycle="upper", ending="diploma")
        row = class_of("nadia-5")
        said = {"cycle": cycle, "year": 5, "since": row.until + timedelta(days=days), "school": "Da Vinci"}
        posted = {**said, "version": row.version, "once": str(new_key())}
        form = SchoolingForm(posted, schools=[], birth=None, is_new=False, row=row)
        assert words in str(form.errors[where])
        with pytest.raises(Refused, match=r"schooling|ending"):
            edit_schooling(row, studies(**said), version=row.version, by=viewer, today=D)


def test_whom_one_talks_with_is_written_corrected_and_taken_off(acting_as):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        reached = Reached("Gina Prof", "teacher", "", "gina@example.org", "")
        contact = add_school_contact(row, reached, by=viewer)
        edit_school_contact(
            contact, Reached("Gina Prof", "support", "02 555 1", "", ""), version=1, by=viewer
        )
        assert [each.name for each in contacts_of(row)] == ["Gina Prof", "Ornella Riva"]
        void_school_contact(contact, reason="è in pensione", by=viewer)
        assert [each.name for each in contacts_of(row)] == ["Ornella Riva"]
        with pytest.raises(Refused, match="reach"):
            add_school_contact(row, Reached("Gina", "teacher", "", "", ""), by=viewer)
        told = Event.objects.filter(kind__startswith="school_contact.", subject_id=contact.pk).order_by("id")
        assert [event.kind.split(".")[1] for event in told] == ["added", "edited", "voided"]


@pytest.mark.parametrize("account", ["davide", "sara", "admin", "elio"])
def test_a_stranger_finds_nothing(acting_as, account):
    with acting_as(account) as viewer:
        assert not Schooling.objects.filter(pk=key_for("schooling", "nadia-1")).exists()
        assert not SchoolContact.objects.filter(schooling_id=key_for("schooling", "nadia-1")).exists()
        assert family_in_sight(viewer, key_for("household", "marchetti")) is None


def test_whoever_only_reads_does_not_write(acting_as):
    """Irene's team reads the record of the Conti, whom another team accompanies."""
    with acting_as("educatrice") as viewer:
        row = class_of("mattia-4")
        with pytest.raises(NotAllowed):
            end_schooling(row, Ended(D, "left"), version=1, by=viewer, today=D)
        assert Schooling.objects.filter(pk=row.pk).update(section="Z") == 0, "the database says the same"


def test_a_class_is_of_its_family_for_good(acting_as):
    with acting_as("educatrice"):
        row = class_of("nadia-1")
        with pytest.raises(ProgrammingError), transaction.atomic():
            Schooling.objects.filter(pk=row.pk).update(child_id=key_for("person", "leo"))


def test_an_act_says_of_whom_it_was(acting_as):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        end_schooling(row, Ended(D - timedelta(days=1), "changed"), version=1, by=viewer, today=D)
        seen = family_in_sight(viewer, row.household_id)
        assert story_of(viewer, seen)[0].text == "Finisce una classe, o una scuola · Nadia Haddad"
