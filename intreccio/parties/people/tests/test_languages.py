"""Who speaks which language and who needs a mediator, through time: written, corrected, ended, carried along."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting as acting_now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.addresses import protect_address
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.languages import (
    edit_language,
    end_language,
    said_elsewhere,
    said_of_the_home,
    write_language,
)
from intreccio.parties.people.actions.life import Parting, join_homes, leave_home, part_home, undo_life_event
from intreccio.parties.people.actions.life.copying import copy_languages
from intreccio.parties.people.actions.persons import Draft, add_person, bring_person
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Household, HouseholdMembership, Language, LifeEvent, Person
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.languages import speakers_of, told_in, told_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.on_day import days_that_changed, on_day
from intreccio.parties.people.tests.sheets import HEADER, brought, undone
from intreccio.parties.people.tests.world import ELENA, HADDAD, LEO, MARCHETTI, NORD, address, send, text
from tests.drills.at_once import told

# Through the acts that ask them, in the tests here.
CARRIED = (copy_languages, said_of_the_home, said_elsewhere)


@pytest.fixture
def acting(acting_as):
    """Chiara, educator of the team in charge, at work."""
    with acting_as("educatrice") as viewer:
        yield viewer


def home():
    return Household.objects.get(pk=MARCHETTI)


def elena():
    return Person.objects.get(pk=ELENA)


def writes(viewer, *uses, code="sq", person=None, since=None):
    return write_language(home(), by=viewer, person=person or elena(), code=code, uses=uses, since=since)


def then(viewer, day, household_id=MARCHETTI):
    return on_day(viewer, household_of(viewer, household_id), day).spoken


def now(viewer, today, household_id=MARCHETTI):
    seen = household_of(viewer, household_id)
    return told_in(seen, [one for one in members_of(viewer, seen) if one.lives_here], today)


def test_last_year_a_mediator_was_needed_and_now_not(acting, today):
    (row,) = writes(acting, "mediator", since=today - timedelta(days=400))
    assert now(acting, today).needs == ["Elena, in albanese"]
    end_language(row, by=acting, version=row.version, until=today - timedelta(days=30))
    assert now(acting, today).needs == []
    assert then(acting, today - timedelta(days=31)).needs == ["Elena, in albanese"]
    assert then(acting, today - timedelta(days=30)).needs == []
    days = days_that_changed(household_of(acting, MARCHETTI), [], today)
    assert {today - timedelta(days=400), today - timedelta(days=30)} <= set(days)


def test_while_karim_lived_here_a_mediator_came_for_him(acting, today):
    """As the story of the district tells it: Karim has left, and his Arabic is Nadia's now."""
    assert then(acting, today - timedelta(days=150)).needs == ["Karim, in arabo"]
    assert now(acting, today).needs == []
    assert now(acting, today).languages == ["italiano", "arabo"]


def test_whoever_leaves_takes_their_language_along(acting, today):
    lia = add_person(home(), Draft(given="Lia", family="Hoxha"), by=acting, since=today - timedelta(days=90))
    writes(acting, "prefers", "mediator", person=lia)
    assert "albanese" in now(acting, today).languages
    stay = HouseholdMembership.objects.get(person=lia)
    leave_home(stay, by=acting, version=stay.version, until=today)
    assert "albanese" not in now(acting, today).languages
    assert then(acting, today - timedelta(days=1)).needs == ["Lia, in albanese"]


def test_what_a_family_says_at_the_first_contact_is_of_the_home_until_somebody_is_named(acting_as, today):
    with acting_as("assistente") as viewer:
        new = create_household(
            by=viewer, name="Famiglia Nuova", municipality_code="", team_id=NORD, today=today,
            languages=["ur", "it", "ur"], needs_mediator=True, persons=[Draft(given="Sana", family="Khan")],
        )  # fmt: skip
        said = now(viewer, today, new.pk)
        assert (said.languages, said.needs) == (["italiano", "urdu"], ["non è scritto in quale lingua"])
        sana = Person.objects.get(homes__household=new)
        need = Language.objects.get(household=new, use="mediator")
        edit_language(
            need, by=viewer, version=1, person=sana, code="ur", use="mediator", since=None, until=None
        )
        assert now(viewer, today, new.pk).needs == ["Sana, in urdu"]
        write_language(new, by=viewer, person=sana, code="ur", uses=["prefers"])
        speakers = speakers_of(viewer, household_of(viewer, new.pk))
        assert [(of.name, len(of.lines)) for of in speakers.of_each] == [("", 1), ("Sana Khan", 2)]
        assert [str(line.state) for line in speakers.past] == ["ora è scritto di chi"]


def test_one_language_is_preferred_and_a_thing_is_said_once(acting):
    """Elena prefers Italian, as the district tells it."""
    for uses, code in ((["speaks"], "it"), (["prefers"], "sq"), (["mediator", "mediator"], "sq")):
        with pytest.raises(Refused), transaction.atomic():
            writes(acting, *uses, code=code)
    assert Language.objects.filter(person=ELENA).count() == 1


def test_a_language_is_corrected_ended_and_annulled_with_its_old_values(acting, today):
    (row,) = writes(acting, "speaks")
    values = {"person": elena(), "use": "speaks", "since": today, "until": None}
    edit_language(row, by=acting, version=1, code="ro", **values)
    with pytest.raises(Changed):
        edit_language(row, by=acting, version=1, code="fr", **values)
    with pytest.raises(Refused):
        end_language(row, by=acting, version=row.version, until=today + timedelta(days=1))
    end_language(row, by=acting, version=row.version, until=today)
    void_row(row, home(), by=acting, reason="era un'altra")
    kinds = Event.objects.filter(subject_id=row.pk).order_by("at").values_list("kind", flat=True)
    assert list(kinds) == ["language.written", "language.edited", "language.ended", "language.voided"]
    assert "sq" in {each.old.get("code") for each in History.objects.filter(row_id=row.pk)}
    assert "era un'altra" in {
        line.row.void_reason for line in speakers_of(acting, household_of(acting, MARCHETTI)).past
    }


def test_what_is_written_of_a_home_is_not_over_the_moment_it_is_written(acting, today):
    """A mediator in Urdu, where somebody of the home has one in another language; and again where one is over."""
    end = today - timedelta(days=30)
    writes(acting, "mediator", since=today - timedelta(days=60))
    of_home = {"by": acting, "person": None, "uses": ["mediator"]}
    write_language(home(), code="ur", **of_home)
    assert now(acting, today).needs == ["Elena, in albanese", "in urdu"]
    albanian = Language.objects.get(household_id=MARCHETTI, use="mediator", code="sq")
    with pytest.raises(Refused, match="said_of_somebody"), transaction.atomic():
        write_language(home(), code="sq", **of_home)
    end_language(albanian, by=acting, version=albanian.version, until=end)
    with pytest.raises(Refused, match="said_of_somebody"), transaction.atomic():
        write_language(home(), code="sq", **of_home)
    write_language(home(), code="sq", since=end + timedelta(days=1), **of_home)
    assert now(acting, today).needs == ["in albanese", "in urdu"]
    assert then(acting, end - timedelta(days=1)).needs == ["Elena, in albanese", "in urdu"]


def test_what_is_corrected_to_be_of_the_home_is_not_over_the_moment_it_is_corrected(acting, today):
    """Elena and Nadia need one in Albanian; that Nadia's is of «somebody at home» would say nothing beside Elena's."""
    writes(acting, "mediator", since=today - timedelta(days=60))
    nadia = Person.objects.get(pk=key_for("person", "nadia"))
    (row,) = writes(acting, "mediator", person=nadia, since=today - timedelta(days=60))
    values = {"use": "mediator", "code": "sq", "since": row.since, "until": None}
    with pytest.raises(Refused, match="said_of_somebody"), transaction.atomic():
        edit_language(row, by=acting, version=row.version, person=None, **values)
    (urdu,) = write_language(home(), by=acting, person=None, uses=["mediator"], code="ur")
    with pytest.raises(Refused, match="said_of_somebody"), transaction.atomic():
        edit_language(urdu, by=acting, version=urdu.version, person=None, **values | {"since": None})
    edit_language(
        urdu, by=acting, version=urdu.version, person=None, **values | {"code": "fr", "since": None}
    )
    gave_way = Language(household=home(), team_id=home().team_id, use="mediator", code="sq")
    gave_way.save(force_insert=True)
    edit_language(
        gave_way, by=acting, version=1, person=None, **values | {"since": today - timedelta(days=90)}
    )


def test_only_the_team_in_charge_writes_languages(acting_as):
    with acting_as("lucia") as viewer, pytest.raises((NotAllowed, Household.DoesNotExist)):
        writes(viewer, "speaks")
    with acting_as("educatrice") as viewer, pytest.raises(Refused):
        writes(viewer, "speaks", person=Person(pk=key_for("person", "fatou_of_nobody")))


def test_the_database_keeps_languages_to_who_is_of_the_home(acting):
    strange = {"household": home(), "team_id": home().team_id, "use": "speaks", "code": "it"}
    with pytest.raises(ProgrammingError), transaction.atomic():
        Language.objects.create(**strange, person_id=key_for("person", "rosa"))
    for wrong in ({"use": "prefers"}, {"code": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Language.objects.create(**strange | wrong)


def test_two_homes_out_of_one_know_what_each_speaks(acting, today):
    writes(acting, "speaks", "mediator")
    parting = Parting(going=frozenset({str(ELENA)}), name="Casa di Elena")
    event, new = part_home(home(), parting, by=acting, day=today)
    assert now(acting, today, new.pk).needs == ["Elena, in albanese"]
    assert "albanese" in now(acting, today, new.pk).languages
    assert "albanese" not in now(acting, today).languages
    undo_life_event(LifeEvent.objects.get(pk=event.pk), by=acting, reason="non è andata")
    assert not Language.objects.filter(household=new, voided_at__isnull=True).exists()
    assert "albanese" in now(acting, today).languages


def test_whoever_is_brought_into_another_home_speaks_there_too(acting_as, today):
    """Of the home they come from nothing else is written there; and what the other home has already is not said twice."""
    with acting_as("assistente") as viewer:
        new = {"by": viewer, "municipality_code": "", "team_id": NORD, "today": today}
        pia = Draft(given="Pia", family="Zhou")
        first = create_household(
            name="Casa di Pia", languages=["fr"], needs_mediator=True, persons=[pia], **new
        )
        other = create_household(
            name="La nonna",
            languages=[],
            needs_mediator=False,
            persons=[Draft(given="Lin", family="Zhou")],
            **new,
        )
        person = Person.objects.get(homes__household=first)
        begun, over = today - timedelta(days=400), today - timedelta(days=30)
        (wolof,) = write_language(first, by=viewer, person=person, code="wo", uses=["speaks"], since=begun)
        end_language(wolof, by=viewer, version=wolof.version, until=over)
        write_language(first, by=viewer, person=person, code="zh", uses=["prefers", "mediator"])
        bring_person(person, other, by=viewer, role="child", kind="lives", since=today)
        said = now(viewer, today, other.pk)
        assert (said.languages, said.needs) == (["cinese"], ["Pia, in cinese"])
        assert set(Language.objects.filter(household=other).values_list("person_id", flat=True)) == {
            person.pk
        }
        third = create_household(
            name="Il papà",
            languages=[],
            needs_mediator=False,
            persons=[Draft(given="Ugo", family="Zhou")],
            **new,
        )
        bring_person(person, third, by=viewer, role="child", kind="lives", since=today)
        assert Language.objects.filter(household=third).count() == 2
        bring_person(person, third, by=viewer, role="child", kind="registered", since=today)
        assert Language.objects.filter(household=third).count() == 2


def test_a_home_that_joins_brings_its_languages(acting_as, today):
    with acting_as("assistente") as viewer:
        other = create_household(
            by=viewer, name="Casa di Lia", municipality_code="", team_id=NORD, today=today - timedelta(days=9),
            languages=["sq"], needs_mediator=True, persons=[Draft(given="Lia", family="Hoxha")],
        )  # fmt: skip
        join_homes(home(), other, by=viewer, day=today)
        assert "albanese" in now(viewer, today).languages
        assert then(viewer, today - timedelta(days=1)).needs == []


def test_of_a_list_each_row_gives_its_language_to_its_person_and_undone_it_is_gone(acting_as):
    rows = (("9", "Elencati", "Bice", "madre", "04/03/1988", "", "Rozzano", "", "francese"),)
    with acting_as("assistente") as viewer:
        sheet = brought(viewer, rows, header=(*HEADER, "Lingua"))
        row = Language.objects.get(household__imported_in=sheet.pk)
        assert (row.code, row.use, row.person.names.get().given) == ("fr", "speaks", "Bice")
        undone(sheet, viewer)
        assert not Language.objects.filter(pk=row.pk).exists()


def test_who_is_out_of_sight_stays_somebody_of_the_family_and_is_not_written_over(
    acting_as, signed_in, today
):
    """Karim, who has left: his home becomes a protected one of another team. His rows are still his, and say so."""
    theirs = {"household_id": MARCHETTI, "person_id": key_for("person", "karim")}
    with acting_as("lucia") as viewer:
        protect_address(
            Household.objects.get(pk=HADDAD), by=viewer, since=today, reason="prova", line="Via Nascosta 9",
            postal_code="", municipality_code="015024",
        )  # fmt: skip
    with acting_as("educatrice") as viewer:
        assert not Person.objects.filter(pk=theirs["person_id"]).exists()
        speakers = speakers_of(viewer, household_of(viewer, MARCHETTI))
        whose = {line.name for of in speakers.of_each for line in of.lines if line.row.person_id}
        assert "una persona della famiglia" in whose
        assert "" not in {line.name for line in speakers.past if line.row.person_id}
        rows = list(Language.objects.filter(**theirs))
        assert len(rows) == 2
    client = signed_in("educatrice")
    page = client.get(address("language_list", MARCHETTI))
    assert "una persona della famiglia, serve una mediazione in arabo" in text(page)
    for row in rows:
        for verb in ("edit_language", "end_language"):
            assert address(verb, MARCHETTI, row.pk) not in page.content.decode()
            assert client.get(address(verb, MARCHETTI, row.pk)).status_code == 404
        body = {"person": "home", "code": "ar", "use": row.use, "since": "", "until": today.isoformat()}
        again = client.post(address("edit_language", MARCHETTI, row.pk), {**body, "version": row.version})
        assert again.status_code == 404
    with acting_as("educatrice"):
        assert Language.objects.filter(**theirs).count() == 2


def test_two_who_write_at_once_do_not_write_it_twice(committed):
    def write():
        viewer = viewer_named("educatrice")
        with acting_now(viewer):
            return writes(viewer, "mediator", code="bn")

    assert sorted(told(write, write)) == ["already", "done"]


def test_the_page_of_a_person_and_of_the_family_say_it_without_one_more_question(signed_in, acting_as, today):
    client = signed_in("educatrice")
    path = address("write_language", MARCHETTI)
    said = {
        "person": str(LEO),
        "code": "lis",
        "chosen": ["speaks", "prefers", "mediator"],
        "since": today.isoformat(),
    }
    assert send(client, path, **said).status_code == 302
    with acting_as("educatrice") as viewer:
        seen = household_of(viewer, MARCHETTI)
        before = len(connection.queries)
        assert told_of(seen, LEO, today) == [
            "lingua dei segni italiana: è quella che preferisce",
            "serve una mediazione in lingua dei segni italiana",
        ]
        assert len(connection.queries) == before
    family, leo = (
        text(client.get(address("household_page", MARCHETTI))),
        text(client.get(address("person_page", MARCHETTI, LEO))),
    )
    assert "serve mediazione" in family
    assert "Leo, in lingua dei segni italiana" in family
    assert "lingua dei segni italiana: è quella che preferisce" in leo


def test_what_is_missing_is_asked_and_nothing_is_half_written(signed_in, acting_as):
    client = signed_in("educatrice")
    path = address("write_language", MARCHETTI)
    for said, missing in (
        ({"person": str(LEO), "code": "", "chosen": ["speaks"]}, "Scegliete la lingua"),
        ({"person": "home", "code": "ar", "chosen": ["prefers"]}, "dite chi"),
        ({"person": str(LEO), "code": "ar", "chosen": []}, "Scegli una risposta"),
        ({"person": str(LEO), "code": "klingon", "chosen": ["speaks"]}, ""),
        ({"person": str(key_for("person", "rosa")), "code": "ar", "chosen": ["speaks"]}, ""),
    ):
        answer = send(client, path, since="", **said)
        assert answer.status_code == 422
        assert missing in text(answer)
    with acting_as("educatrice"):
        assert not Language.objects.filter(person=LEO).exists()
