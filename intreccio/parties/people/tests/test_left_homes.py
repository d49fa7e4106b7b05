"""Who has left a home: what its team still sees, what whom it was opened to sees, and what nobody there sees any more."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.actions.addresses import protect_address
from intreccio.parties.people.actions.bonds import Bonded, add_bond
from intreccio.parties.people.actions.charge import require_answers
from intreccio.parties.people.actions.documents import Described, add_document
from intreccio.parties.people.actions.grants import grant, withdraw
from intreccio.parties.people.actions.life import leave_home
from intreccio.parties.people.actions.person_rows import add_contact_point, edit_contact_point
from intreccio.parties.people.actions.persons import bring_person
from intreccio.parties.people.models import (
    ContactPoint,
    Household,
    HouseholdMembership,
    Identifier,
    Person,
    PersonName,
    SearchWord,
)
from intreccio.parties.people.queries import known_already
from intreccio.parties.people.tests.world import (
    CONTI,
    ELENA,
    HADDAD,
    MARCHETTI,
    ROSA,
    TOSI,
    address,
    hidden,
    text,
)
from intreccio.parties.people.vocabulary import GrantPurpose, Level
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.tests.makers import LIMITS, paper

MIRA, TRAORE = key_for("person", "mira"), key_for("household", "traore")
BODY, OTHER_TEAM = key_for("organisation", "bussola"), key_for("team", "equipe_est")


def leaves(person, home, by, day):
    stay = HouseholdMembership.objects.get(household=home, person=person, kind="lives")
    leave_home(stay, by=by, version=stay.version, until=day)


def moves_to_haddad(acting_as, day):
    """Elena goes to live with the Haddads: awa works in both teams, educatrice only where she leaves."""
    with acting_as("awa") as viewer:
        bring_person(
            Person.objects.get(pk=ELENA), Household.objects.get(pk=HADDAD), by=viewer, role="parent", kind="lives",
            since=day,
        )  # fmt: skip
        leaves(ELENA, MARCHETTI, viewer, day)


def phones(person):
    return set(ContactPoint.objects.filter(person=person).values_list("value", flat=True))


def test_who_has_gone_nobody_knows_where_is_still_reached_by_the_team(acting_as, today):
    with acting_as("educatrice") as viewer:
        leaves(ELENA, MARCHETTI, viewer, today)
    with acting_as("educatrice") as viewer:
        assert phones(ELENA)
        assert Identifier.objects.filter(person=ELENA).exists()
        add_contact_point(
            Person.objects.get(pk=ELENA), Household.objects.get(pk=MARCHETTI), by=viewer, kind="phone",
            value="333 000 1", note="",
        )  # fmt: skip


def test_who_lives_with_another_team_now_is_only_a_name_to_the_old_one(acting_as, today):
    moves_to_haddad(acting_as, today)
    with acting_as("davide") as viewer:
        point = ContactPoint.objects.filter(person=ELENA).first()
        edit_contact_point(
            point, Household.objects.get(pk=HADDAD), by=viewer, version=point.version, kind="phone",
            value="333 999 0000", note="",
        )  # fmt: skip
    with acting_as("educatrice") as viewer:
        assert PersonName.objects.filter(person=ELENA, given="Elena").exists()
        assert phones(ELENA) == set()
        assert not Identifier.objects.filter(person=ELENA).exists()
        assert not History.objects.filter(person_id=ELENA, household_id=None).exists()
        assert not PersonName.objects.filter(person=ELENA).update(given="Altra")
        with pytest.raises(Refused):
            add_contact_point(
                Person.objects.get(pk=ELENA), Household.objects.get(pk=MARCHETTI), by=viewer, kind="phone",
                value="333 000 2", note="",
            )  # fmt: skip
        assert "3339990000" not in SearchWord.objects.filter(household_id=MARCHETTI).values_list(
            "word", flat=True
        )


def test_require_answers_refuses_what_is_now_another_teams(acting_as, today):
    moves_to_haddad(acting_as, today)
    with acting_as("educatrice"), pytest.raises(Refused):
        require_answers(Person.objects.get(pk=ELENA), Household.objects.get(pk=MARCHETTI))


def test_whom_the_left_home_is_open_to_sees_them_no_more(acting_as, today):
    with acting_as("consultorio"):
        assert Person.objects.filter(pk=ELENA).exists()
    with acting_as("educatrice") as viewer:
        leaves(ELENA, MARCHETTI, viewer, today)
    with acting_as("consultorio"):
        assert not Person.objects.filter(pk=ELENA).exists()
        assert phones(ELENA) == set()


@pytest.mark.parametrize("account", ["sara", "tommaso"])
def test_who_lives_protected_now_is_nobody_to_the_home_she_left(acting_as, signed_in, account):
    with acting_as(account) as viewer:
        assert not Person.objects.filter(pk=MIRA).exists()
        assert not PersonName.objects.filter(person=MIRA).exists()
        assert phones(MIRA) == set()
        page = signed_in(account).get(address("household_page", TRAORE))
        assert page.status_code == 200
        assert "Mira" not in text(page)
        with acting_as("lucia"):
            born = Person.objects.get(pk=MIRA).birth_date
        hint = known_already(viewer, "Dervishi", born)
        assert not hint.out_of_sight


def test_her_telephone_and_code_lead_nobody_to_the_home_she_left(acting_as, signed_in):
    """The search is an answer too: neither in the index, nor by what a telephone number finds."""
    with acting_as("lucia"):
        phone = ContactPoint.objects.get(person=MIRA).value.replace(" ", "")
        code = Identifier.objects.get(person=MIRA).value
    with acting_as("sara"):
        assert not SearchWord.objects.filter(person=MIRA).exists()
    for words in (phone, code, "Mira Dervishi"):
        assert "Traor" not in text(signed_in("sara").post(address("search"), {"words": words}))


def test_of_who_has_moved_on_the_old_home_is_found_by_name_alone(acting_as, today):
    moves_to_haddad(acting_as, today)
    with acting_as("educatrice"):
        words = set(
            SearchWord.objects.filter(household=MARCHETTI, person=ELENA).values_list("word", flat=True)
        )
        assert {"elena", "marchetti"} <= words
        assert not [word for word in words if any(letter.isdigit() for letter in word)]


def test_a_home_that_becomes_protected_is_forgotten_by_the_old_one(acting_as, today):
    moves_to_haddad(acting_as, today)
    with acting_as("lucia") as viewer:
        protect_address(
            Household.objects.get(pk=HADDAD), by=viewer, since=today, reason="prova", line="Via Nascosta 9",
            postal_code="", municipality_code="015024",
        )  # fmt: skip
    with acting_as("educatrice"):
        assert not SearchWord.objects.filter(household=MARCHETTI, person=ELENA).exists()
        assert not Person.objects.filter(pk=ELENA).exists()


def test_what_is_of_somebody_out_of_sight_is_corrected_and_stays_theirs(acting_as, signed_in, today):
    """Karim's new home becomes a protected one: a bond and a paper of his, in the old one, do not become everybody's."""
    karim = key_for("person", "karim")
    with acting_as("educatrice") as viewer:
        home, person = Household.objects.get(pk=MARCHETTI), Person.objects.get(pk=karim)
        bond = add_bond(home, Bonded("L'officina", "work", "strong", "both", karim), by=viewer)
        described = Described("letter", today, "Lettera")
        document = add_document(home, checked(paper(), LIMITS), described, person=person, by=viewer)
    with acting_as("lucia") as viewer:
        protect_address(
            Household.objects.get(pk=HADDAD), by=viewer, since=today, reason="prova", line="Via Nascosta 9",
            postal_code="", municipality_code="015024",
        )  # fmt: skip
    client = signed_in("educatrice")
    of_bond = {"to": "L'officina nuova", "sphere": "work", "quality": "weak", "flow": "both"}
    of_document = {"kind": "letter", "title": "Lettera di marzo", "day": today.isoformat()}
    for verb, row, said in (("edit_bond", bond, of_bond), ("edit_document", document, of_document)):
        page = client.get(address(verb, MARCHETTI, row.pk))
        assert f'value="{karim}" selected>' in text(page)
        sent = {**hidden(page), **said, "person": str(karim)}
        assert client.post(address(verb, MARCHETTI, row.pk), sent).status_code == 302
    with acting_as("educatrice"):
        bond.refresh_from_db()
        document.refresh_from_db()
        assert (bond.to, bond.person_id) == ("L'officina nuova", karim)
        assert (document.title, document.person_id) == ("Lettera di marzo", karim)


@pytest.mark.parametrize(
    "again",
    [{"until": None}, {"until": None, "kind": "lives"}, {"kind": "lives", "until": None, "role": "other"}],
)
def test_a_stay_that_has_ended_is_not_made_to_stand_again_by_hand(acting_as, again):
    with acting_as("sara"):
        stay = HouseholdMembership.objects.filter(household=TRAORE, person=MIRA)
        with pytest.raises(ProgrammingError), transaction.atomic():
            stay.update(**again)
        assert not Person.objects.filter(pk=MIRA).exists()


def test_a_stay_that_was_a_mistake_is_not_made_to_stand_again_by_hand(acting_as):
    with acting_as("sara"):
        stay = HouseholdMembership.objects.filter(household=TRAORE, person=MIRA)
        assert stay.update(voided_at="2026-01-01 00:00Z", void_reason="prova")
        with pytest.raises(ProgrammingError), transaction.atomic():
            stay.update(voided_at=None)


@pytest.mark.parametrize("account", ["educatrice", "psicologa", "comune"])
def test_a_family_is_handed_over_by_hand_by_nobody_who_may_not(acting_as, account):
    from django.db import connection

    home = {"comune": CONTI}.get(account, MARCHETTI)
    with acting_as(account), connection.cursor() as cursor:
        cursor.execute(
            "SELECT hand_over_household(%s::uuid, %s::uuid)", [home, key_for("team", "equipe_sud")]
        )
        assert cursor.fetchone() == (False,)


def test_who_leads_the_body_reads_and_does_not_write(acting_as):
    with acting_as("comune"):
        assert Household.objects.filter(pk=CONTI).exists()
        assert not Household.objects.filter(pk=CONTI).update(name="Altra")


def test_what_is_needed_is_never_written_of_somebody_out_of_sight(acting_as, today):
    from intreccio.parties.people.models import Aspect

    with acting_as("sara"):
        home = Household.objects.get(pk=TOSI)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Aspect(
                household=home,
                team_id=home.team_id,
                person_id=ROSA,
                kind="strong",
                words="prova",
                since=today,
            ).save(force_insert=True)


def test_nobody_writes_an_act_about_a_family_out_of_sight_nor_in_another_name(acting_as):
    from intreccio.ground.kernel.clock import now
    from intreccio.ground.kernel.models import Event, Reading

    def deed(kind, viewer, home, user):
        shared = {
            "at": now(),
            "user_id": user,
            "membership_id": viewer.membership_id,
            "house": "",
            "household_id": home,
        }
        return (
            Event(kind="x.y", subject_type="x", subject_id=home, **shared)
            if kind is Event
            else Reading(page="x", **shared)
        )

    with acting_as("scuola") as viewer:
        for kind in (Event, Reading):
            for home, user in ((MARCHETTI, viewer.user_id), (TOSI, key_for("user", "assistente"))):
                with pytest.raises(ProgrammingError), transaction.atomic():
                    deed(kind, viewer, home, user).save(force_insert=True)


def test_a_window_that_may_close_brings_nobody_home(acting_as, today):
    """Brought into a home of one's own a person stays open for ever: the team that answers for them must say so."""
    with acting_as("educatrice") as viewer:
        assert Person.objects.filter(pk=ROSA).exists()
        stay = {"role": "grandparent", "kind": "lives", "since": today}
        rosa, marchetti = Person.objects.get(pk=ROSA), Household.objects.get(pk=MARCHETTI)
        with pytest.raises(Refused):
            bring_person(rosa, marchetti, by=viewer, **stay)
        with pytest.raises(ProgrammingError), transaction.atomic():
            HouseholdMembership(household=marchetti, team_id=marchetti.team_id, person=rosa, **stay).save(
                force_insert=True
            )
    with acting_as("lucia") as viewer:
        opened = grant(
            Household.objects.get(pk=CONTI), by=viewer, level=Level.CONTACT, purpose=GrantPurpose.TWO_HOMES,
            reason="La nonna sta metà settimana con loro", since=today, until=None, to_team_id=marchetti.team_id,
        )  # fmt: skip
    with acting_as("educatrice") as viewer:
        bring_person(rosa, marchetti, by=viewer, **stay)
    with acting_as("lucia") as viewer:
        withdraw(opened, by=viewer, reason="Non serve più: ora vive anche lì")
    with acting_as("educatrice"):
        assert PersonName.objects.filter(person=ROSA).exists()


@pytest.mark.parametrize("account", ["davide", "psicologa"])
def test_who_may_not_share_opens_nothing_by_hand_either(acting_as, today, account):
    home = {"davide": HADDAD, "psicologa": MARCHETTI}[account]
    with acting_as(account) as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        _grant(home, viewer.membership_id, today).save(force_insert=True)


def _grant(home, giver, today, **more):
    from intreccio.parties.people.models import Grant

    return Grant(
        household_id=home, to_organisation_id=BODY, level=3, purpose="collaboration", reason="a mano", since=today,
        granted_by=giver, **more,
    )  # fmt: skip


def test_nobody_opens_a_family_in_the_name_of_somebody_else(acting_as, today):
    with acting_as("assistente"), pytest.raises(ProgrammingError), transaction.atomic():
        _grant(MARCHETTI, key_for("membership", "coordinatrice"), today).save(force_insert=True)


def test_a_withdrawn_permission_is_never_opened_again_nor_rewritten(acting_as, today):
    with acting_as("assistente") as viewer:
        family = Household.objects.get(pk=MARCHETTI)
        given = grant(
            family, by=viewer, level=Level.KNOWN, purpose=GrantPurpose.COLLABORATION, reason="prova",
            since=today, until=None, to_organisation_id=BODY,
        )  # fmt: skip
        rows = type(given).objects.filter(pk=given.pk)
        for rewritten in ({"level": 3}, {"to_team_id": OTHER_TEAM}, {"until": None}):
            with pytest.raises(ProgrammingError), transaction.atomic():
                rows.update(**rewritten)
        withdraw(given, by=viewer, reason="basta così")
        assert not rows.update(withdrawn_at=None)


def test_a_protected_family_says_its_place_to_who_works_with_it_only(acting_as, signed_in, today):
    with acting_as("tommaso") as viewer:
        protect_address(
            Household.objects.get(pk=TOSI), by=viewer, since=today, reason="prova", line="Via Nascosta 9",
            postal_code="", municipality_code="015024",
        )  # fmt: skip
    with acting_as("psicologa"):
        family = Household.objects.get(pk=TOSI)
        assert (family.is_protected, family.municipality_code) == (True, "")
        assert not History.objects.filter(
            household_id=TOSI, table_name__in=["people_household", "people_homeaddress"]
        ).exists()
    with acting_as("tommaso"):
        assert History.objects.filter(household_id=TOSI, old__has_key="municipality_code").exists()
    form = text(signed_in("tommaso").get(address("edit_household", TOSI)))
    assert "Un altro comune" not in form


def test_a_stranger_to_the_home_is_not_told_where_somebody_lives(acting_as):
    from django.db import connection

    with acting_as("scuola"), connection.cursor() as cursor:
        cursor.execute("SELECT lives_elsewhere(%s)", [MIRA])
        assert cursor.fetchone() == (0,)


def test_who_is_of_another_team_cannot_bring_whom_they_do_not_see(acting_as, today):
    with acting_as("sara") as viewer, pytest.raises(NotAllowed):
        bring_person(
            Person(pk=ROSA),
            Household.objects.get(pk=TOSI),
            by=viewer,
            role="other",
            kind="lives",
            since=today,
        )


def test_a_family_is_handed_to_an_open_team_alone(acting_as, today):
    from django.db import connection

    south = key_for("team", "equipe_sud")
    ask = "SELECT hand_over_household(%s::uuid, %s::uuid)"
    with acting_as("admin"):
        assert Team.objects.filter(pk=south).update(closed_on=today) == 1
    with acting_as("assistente"), connection.cursor() as cursor:
        cursor.execute(ask, [MARCHETTI, south])
        assert cursor.fetchone() == (False,)
    with acting_as("admin"):
        Team.objects.filter(pk=south).update(closed_on=None)
    with acting_as("assistente"), connection.cursor() as cursor:
        cursor.execute(ask, [MARCHETTI, south])
        assert cursor.fetchone() == (True,)
