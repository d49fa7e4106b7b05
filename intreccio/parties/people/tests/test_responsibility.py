"""Who decides, as it is written: who may, what a page says of it, and what nobody else reads."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.responsibility import (
    Holding,
    edit_responsibility,
    end_responsibility,
    write_responsibility,
)
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Household, HouseholdMembership, Kinship, Person, Responsibility
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.responsibility import deciding_in, deciding_of
from intreccio.parties.people.rules.responsibility import Act
from intreccio.parties.people.tests.world import (
    AMINATA,
    BAH,
    CONTI,
    HADDAD,
    LEO,
    MARCHETTI,
    MATTIA,
    NADIA,
    text,
)
from tests.drills.at_once import told_as

KARIM = key_for("person", "karim")
BOTH = ["Karim Haddad", "Elena Marchetti"]  # the elder first
TRIBUNAL = "Tribunale per i minorenni di Milano"


def person(key: UUID) -> Person:
    return Person.objects.get(pk=key)


def suspended(today, *, of=NADIA, holder: UUID | None = KARIM, words="", **changes) -> Holding:
    said = {"kind": "parental", "standing": "suspended", "decisions": (), "may_be_told": True,
            "authority": TRIBUNAL, "since": today, **changes}  # fmt: skip
    return Holding(person(of), Act(**said), person(holder) if holder else None, words)


def must(viewer, household: UUID, child: UUID, today, matter="") -> list[str]:
    deciding = deciding_in(viewer, household_of(viewer, household), today)
    return [deciding.called(key) for key in deciding.decides(str(child), matter).must]


def test_both_parents_decide_also_the_one_who_lives_elsewhere(acting_as, today):
    with acting_as("assistente") as viewer:
        assert must(viewer, MARCHETTI, NADIA, today) == BOTH


def test_write_responsibility_then_edit_end_and_void(acting_as, today):
    with acting_as("assistente") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        row = write_responsibility(home, suspended(today), by=viewer)
        assert must(viewer, MARCHETTI, NADIA, today) == ["Elena Marchetti"]
        assert must(viewer, MARCHETTI, LEO, today) == BOTH, "an act is about one child"
        limited = suspended(today, standing="limited", decisions=("school",))
        edit_responsibility(row, limited, by=viewer, version=1)
        with pytest.raises(Changed):
            edit_responsibility(row, limited, by=viewer, version=1)
        assert must(viewer, MARCHETTI, NADIA, today, "school") == ["Elena Marchetti"]
        assert must(viewer, MARCHETTI, NADIA, today, "health") == BOTH
        end_responsibility(row, by=viewer, version=2, until=today)
        with pytest.raises(Refused, match="end"):
            end_responsibility(row, by=viewer, version=3, until=today)
        assert must(viewer, MARCHETTI, NADIA, today, "school") == BOTH
        again = write_responsibility(home, suspended(today), by=viewer)
        void_row(again, home, by=viewer, reason="era di un'altra famiglia")
        assert must(viewer, MARCHETTI, NADIA, today) == BOTH
        kinds = Event.objects.filter(household_id=MARCHETTI, kind__startswith="responsibility.")
        assert set(kinds.values_list("kind", flat=True)) == {
            "responsibility.written", "responsibility.edited", "responsibility.ended", "responsibility.voided"}  # fmt: skip


def test_what_is_refused_leaves_nothing_half_written(acting_as, today):
    with acting_as("assistente") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        for holding, code in (
            (suspended(today, authority=""), "responsibility"),
            (suspended(today, holder=None), "responsibility"),
            (suspended(today, words="anche in parole"), "responsibility"),
            (suspended(today, holder=key_for("person", "mattia")), "not_in_home"),
            (suspended(today, of=MATTIA), "not_in_home"),
        ):
            with pytest.raises(Refused, match=code):
                write_responsibility(home, holding, by=viewer)
        assert not Responsibility.objects.filter(household_id=MARCHETTI).exists()


@pytest.mark.parametrize("account", ["educatrice", "psicologa", "davide", "comune", "scuola", "admin"])
def test_only_the_team_s_social_worker_and_coordinator_write(acting_as, today, account):
    with acting_as("assistente"):
        home, holding = Household.objects.get(pk=MARCHETTI), suspended(today)
    with acting_as(account) as viewer, pytest.raises((NotAllowed, Refused)):
        write_responsibility(home, holding, by=viewer)


@pytest.mark.parametrize(
    ("account", "reads"), [("educatrice", True), ("consultorio", False), ("davide", False), ("comune", False)]
)
def test_who_reads_no_record_reads_none(acting_as, account, reads):
    with acting_as(account):
        assert Responsibility.objects.filter(household_id=BAH).exists() is reads


def test_a_child_of_two_homes_has_one_judge(acting_as, today):
    """Awa works in both teams: what was written in the mother's home holds in the father's; Davide does not read it."""
    with acting_as("assistente") as viewer:
        row = write_responsibility(Household.objects.get(pk=MARCHETTI), suspended(today), by=viewer)
    with acting_as("awa") as viewer:
        assert must(viewer, HADDAD, NADIA, today) == ["Elena Marchetti"]
        deciding = deciding_in(viewer, household_of(viewer, HADDAD), today)
        assert [(line.row.id, line.here) for of in deciding.of_each for line in of.lines] == [(row.pk, False)]
    with acting_as("davide") as viewer:
        assert must(viewer, HADDAD, NADIA, today) == ["Karim Haddad"]
    with acting_as("assistente") as viewer:
        void_row(row, row.household, by=viewer, reason="prova")


def test_where_kinship_is_written_it_says_who_the_parents_are(acting_as, today):
    with acting_as("assistente") as viewer:
        home, fatou = Household.objects.get(pk=BAH), key_for("person", "fatou")
        assert deciding_in(viewer, household_of(viewer, BAH), today).is_guessed(str(AMINATA))
        Kinship(household=home, team_id=home.team_id, one_id=fatou, other_id=AMINATA, kind="parent").save(
            force_insert=True
        )
        assert must(viewer, BAH, AMINATA, today) == ["Fatou Bah"]
        assert not deciding_in(viewer, household_of(viewer, BAH), today).is_guessed(str(AMINATA))
        assert not deciding_in(viewer, household_of(viewer, MARCHETTI), today).is_guessed(str(NADIA))
        assert must(viewer, MARCHETTI, NADIA, today) == BOTH


def test_a_guardian_and_who_fosters(acting_as, today):
    with acting_as("davide") as viewer:
        assert must(viewer, CONTI, MATTIA, today) == ["Rosa Conti"]
        lombardo, samu = key_for("household", "lombardo"), key_for("person", "lombardo_gio")
        deciding = deciding_in(viewer, household_of(viewer, lombardo), today)
        school = deciding.decides(str(samu), "school")
        assert ([*map(deciding.called, school.must)], [*map(deciding.called, school.every_day)]) == (
            [], ["Teresa Lombardo"])  # fmt: skip
        assert must(viewer, lombardo, samu, today, "health") == ["Annalisa Lombardo"]


def test_deciding_costs_one_query_beside_the_members(acting_as, today):
    with acting_as("assistente") as viewer:
        members = members_of(viewer, household_of(viewer, MARCHETTI))
        with CaptureQueriesContext(connection) as asked:
            assert deciding_of(MARCHETTI, members, today).of_each
        assert len(asked) == 1
        with CaptureQueriesContext(connection) as none:
            deciding_of(MARCHETTI, [], today)
        assert len(none) == 0


def test_two_write_the_same_at_once_and_one_is_told(keeper, today):
    """As it stands in the database: real threads, real commits; afterwards the row is taken away again."""

    def write(viewer):
        write_responsibility(Household.objects.get(pk=MARCHETTI), suspended(today), by=viewer)

    try:
        assert sorted(told_as(("assistente", write), ("coordinatrice", write))) == ["already", "done"]
    finally:
        keeper.execute("DELETE FROM people_responsibility WHERE household_id = %s", [MARCHETTI])


# Pages


def test_the_family_s_page_says_who_decides_and_who_is_not_to_be_told(signed_in):
    page = text(signed_in("educatrice").get(reverse("household_page", args=[BAH])))
    assert "Chi decide per i figli" in page
    assert "Fatou Bah" in page
    assert "Non informare Sékou Bah, il padre." in page
    assert "Scrivi chi decide" not in text(
        signed_in("educatrice").get(reverse("responsibility_list", args=[BAH]))
    )


def test_the_person_s_page_of_a_child_says_who_decides(signed_in):
    client = signed_in("davide")
    assert (
        "Rosa Conti" in text(client.get(reverse("person_page", args=[CONTI, MATTIA]))).split("Chi decide")[-1]
    )
    of_age = text(client.get(reverse("person_page", args=[CONTI, key_for("person", "rosa")])))
    assert "Decide per sé." in of_age


def test_nobody_is_said_and_what_to_do(signed_in):
    lombardo = key_for("household", "lombardo")
    page = text(signed_in("davide").get(reverse("responsibility_list", args=[lombardo])))
    assert "nessuno: serve una tutrice o un tutore" in page
    assert "per le cose di ogni giorno anche Teresa Lombardo" in page


def test_the_form_keeps_what_was_typed_and_says_what_is_missing(signed_in, today):
    client, path = signed_in("assistente"), reverse("write_responsibility", args=[MARCHETTI])
    said = {"person": str(NADIA), "holder": str(KARIM), "kind": "parental", "standing": "suspended",
            "may_be_told": "False", "act": "Decreto 12", "since": today.isoformat(), "once": str(new_key())}  # fmt: skip
    answer = client.post(path, said)
    assert answer.status_code == 422
    assert "Scrivi chi lo ha deciso" in text(answer)
    assert "Decreto 12" in answer.content.decode()
    good = {**said, "authority": TRIBUNAL}
    assert client.post(path, good).status_code == 302
    assert client.post(path, good).status_code == 302, "a second tap writes nothing"
    page = text(client.get(reverse("responsibility_list", args=[MARCHETTI])))
    assert page.count("Decreto 12") == 1
    assert "Non informare Karim Haddad." in page


def test_end_responsibility_from_its_page(signed_in, acting_as, today):
    with acting_as("assistente") as viewer:
        before = today - timedelta(days=30)
        row = write_responsibility(
            Household.objects.get(pk=MARCHETTI), suspended(today, since=before), by=viewer
        )
    client = signed_in("assistente")
    ended = {"until": today.isoformat(), "version": "1", "once": str(new_key())}
    assert client.post(reverse("end_responsibility", args=[MARCHETTI, row.pk]), ended).status_code == 302
    page = text(client.get(reverse("responsibility_list", args=[MARCHETTI])))
    assert "Che cosa valeva prima" in page


def test_an_act_of_a_person_of_another_home_cannot_be_forced_in(acting_as, today):
    with acting_as("assistente") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        assert not HouseholdMembership.objects.filter(household=home, person_id=MATTIA).exists()
        with pytest.raises(Refused):
            write_responsibility(home, suspended(today, holder=None, words="Anna", of=MATTIA), by=viewer)
