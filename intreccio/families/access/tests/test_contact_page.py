"""contacts/ and contacts/<id>: the register, one conversation, the family it becomes."""

import pytest

from intreccio.families.access.actions.contacts import answered
from intreccio.families.access.models import Contact
from intreccio.families.access.tests.conftest import contact_id, triage_of
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.models import Household, PersonName

COLLOQUIO = f"/contacts/{contact_id('colloquio')}"


def test_the_register_is_the_desk_s_own_last_first(signed_in):
    page = signed_in("assistente").get("/contacts/").content.decode()
    assert page.index("Samira Bel") < page.index("Monica Dossi")
    assert "Aspetta un colloquio" in page
    assert "Non ha detto il nome" in page
    assert "Fatou" not in page


def test_the_register_goes_on_where_it_ends(signed_in, acting_as):
    with acting_as("assistente") as viewer:
        for each in range(30):
            Contact(
                id=new_key(), desk_id=key_for("team", "sportello_rozzano"), at=f"2026-01-{each + 1:02d}T09:00Z", minutes=5,
                channel="phone", by_id=viewer.membership_id, given=f"Nome{each:02d}", needs=["abitare"], answers=["information"],
            ).save(force_insert=True)  # fmt: skip
    client, seen = signed_in("assistente"), ""
    query: dict | None = {}
    while query is not None:
        page = client.get("/contacts/", query)
        seen += page.content.decode()
        query = {"after": str(page.context["more"])} if page.context["more"] else None
    assert all(seen.count(f"Nome{each:02d}") == 1 for each in range(30))


def test_one_conversation_and_what_can_follow(signed_in):
    page = signed_in("assistente").get(COLLOQUIO).content.decode()
    assert "Samira Bel" in page
    assert "Scrivi la famiglia" in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("account", ["lucia", "sara", "educatrice", "comune", "scuola", "admin", "elio"])
def test_a_stranger_finds_nothing(signed_in, account):
    client = signed_in(account)
    assert client.get(COLLOQUIO).status_code == 404
    assert client.post(f"{COLLOQUIO}/link", {}).status_code == 404
    assert client.get(f"{COLLOQUIO}/household").status_code == 404
    assert client.post(f"{COLLOQUIO}/household", {}).status_code == 404


def test_the_team_of_the_family_reads_its_conversation(signed_in):
    page = signed_in("educatrice").get(f"/contacts/{contact_id('elena')}").content.decode()
    assert "Elena Marchetti" in page


@pytest.mark.parametrize("account", ["scuola", "admin", "elio"])
def test_the_register_is_for_who_works_at_desks(signed_in, account):
    assert signed_in(account).get("/contacts/").status_code == 403


def test_begin_household_writes_the_family_out_of_what_was_said(signed_in, acting_as):
    client, desk = signed_in("assistente"), str(key_for("team", "sportello_rozzano"))
    page = client.get(f"{COLLOQUIO}/household").content.decode()
    assert "Famiglia Bel" in page
    form = {"once": str(new_key()), "version": 1, "name": "Famiglia Bel", "team": desk}
    answer = client.post(f"{COLLOQUIO}/household", form)
    assert client.post(f"{COLLOQUIO}/household", form)["Location"] == answer["Location"]
    with acting_as("assistente"):
        household = Household.objects.get(name="Famiglia Bel")
        assert Contact.objects.get(pk=contact_id("colloquio")).household_id == household.pk
        assert PersonName.objects.filter(given="Samira", family="Bel").exists()
    assert answer["Location"] == f"/households/{household.pk}"


def test_begin_household_asks_for_a_name(signed_in):
    form = {
        "once": str(new_key()),
        "version": 1,
        "name": "",
        "team": str(key_for("team", "sportello_rozzano")),
    }
    assert signed_in("assistente").post(f"{COLLOQUIO}/household", form).status_code == 422


def link(acting_as, key="colloquio"):
    with acting_as("assistente"):
        code = Household.objects.get(pk=key_for("household", "marchetti")).code
        version = Contact.objects.get(pk=contact_id(key)).version
    return {"link-once": str(new_key()), "link-version": version, "link-code": code}


def test_link_contact_opens_it_to_the_team(signed_in, acting_as):
    client, form = signed_in("assistente"), link(acting_as)
    assert client.post(f"{COLLOQUIO}/link", form).status_code == 302
    assert client.post(f"{COLLOQUIO}/link", form).status_code == 302
    assert signed_in("educatrice").get(COLLOQUIO).status_code == 200


def test_a_conversation_already_tied_stays_where_it_is(signed_in, acting_as):
    form = link(acting_as, "elena")
    answer = signed_in("assistente").post(f"/contacts/{contact_id('elena')}/link", form)
    assert answer.status_code == 302 or "già collegato" in answer.content.decode()


def test_somebody_wrote_first(signed_in, acting_as):
    form = link(acting_as)
    with acting_as("assistente"):
        Contact.objects.filter(pk=contact_id("colloquio")).update(version=7)
    answer = signed_in("assistente").post(f"{COLLOQUIO}/link", form)
    assert answer.status_code == 409
    assert "Nel frattempo" in answer.content.decode()


def test_la_conosciamo_gia_is_asked_by_post(signed_in):
    page = signed_in("assistente").post(f"{COLLOQUIO}/link", {"look": "1"}).content.decode()
    assert "non ce n'è una così" in page


def test_answered_settles_a_proposal_once_and_ties_the_family(acting_as):
    with acting_as("assistente") as viewer:
        contact = Contact.objects.get(pk=contact_id("colloquio"))
        household = Household.objects.get(pk=key_for("household", "marchetti"))
        answered(contact, by=viewer, household=household)
        first = Contact.objects.get(pk=contact.pk)
        answered(contact, by=viewer, household=household)
        assert (first.outcome, first.household_id) == ("case", household.pk)
        assert Contact.objects.get(pk=contact.pk).settled_at == first.settled_at


def test_answered_answers_the_signal_it_was_about(acting_as):
    with acting_as("lucia") as viewer:
        answered(Contact.objects.get(pk=contact_id("fatou")), by=viewer)
        assert triage_of("sfratto").state == "answered"


def test_answered_is_remembered_where_nothing_had_been_proposed(acting_as):
    with acting_as("assistente") as viewer:
        answered(Contact.objects.get(pk=contact_id("monica")), by=viewer)
        assert Contact.objects.get(pk=contact_id("monica")).outcome == "case"
