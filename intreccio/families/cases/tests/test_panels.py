"""What shows on the pages below: the family's, the contact's, the signal's; and Oggi's link to the list."""

import pytest
from django.urls import reverse

from intreccio.families.access.models import Triage
from intreccio.families.cases import actions
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import Household

SIGNAL = key_for("signal", "pane_in_tasca")


def household(key):
    return reverse("household_page", args=[key_for("household", key)])


def test_the_family_page_says_where_it_stands_and_who_works_with_them(signed_in):
    text = signed_in("educatrice").get(household("marchetti")).content.decode()
    assert "A che punto siamo" in text
    assert "Cooperativa Il Telaio" in text
    assert reverse("case_page", args=[key_for("case", "marchetti")]) in text


def test_a_family_nobody_took_in_charge_offers_the_way_to_who_may(signed_in, acting_as, new_family):
    with acting_as("assistente") as viewer:
        family = new_family(viewer)
    page, way = reverse("household_page", args=[family.pk]), f"{reverse('open_case')}?household={family.pk}"
    assert way in signed_in("assistente").get(page).content.decode()
    assert way not in signed_in("educatrice").get(page).content.decode()


@pytest.mark.parametrize("account", ["assistente", "educatrice"])
def test_who_sees_less_than_the_record_reads_nothing_of_the_case(signed_in, account):
    answer = signed_in(account).get(household("traore"))
    assert answer.status_code == 200
    assert "A che punto siamo" not in answer.content.decode()


def test_a_signal_first_finds_its_family(signed_in):
    text = signed_in("assistente").get(reverse("signal_page", args=[SIGNAL])).content.decode()
    assert "Prima collega la famiglia" in text
    assert signed_in("assistente").get(reverse("open_case"), {"signal": SIGNAL}).status_code == 404


def test_begin_from_signal_answers_it_and_remembers_the_first_word(signed_in, acting_as, today):
    from intreccio.families.access.actions.links import link_signal

    with acting_as("assistente") as viewer:
        triage = Triage.objects.get(signal_id=SIGNAL)
        link_signal(
            triage,
            Household.objects.get(pk=key_for("household", "bellomo")),
            by=viewer,
            version=triage.version,
        )
    client = signed_in("assistente")
    address = f"{reverse('open_case')}?signal={SIGNAL}"
    assert address in client.get(reverse("signal_page", args=[SIGNAL])).content.decode()
    with acting_as("assistente") as viewer:
        triage = Triage.objects.get(signal_id=SIGNAL)
        family = Household.objects.get(pk=key_for("household", "bellomo"))
        reasons = actions.Reasons(Motive.SIGNAL)
        case = actions.begin_from_signal(triage, family, reasons=reasons, by=viewer, today=today)
        assert (case.from_signal, case.asked_on < today) == (SIGNAL, True)
        assert Triage.objects.get(signal_id=SIGNAL).state == "answered"
    text = client.get(reverse("signal_page", args=[SIGNAL])).content.decode()
    assert reverse("case_page", args=[case.pk]) in text


def test_a_contact_offers_the_way_too(signed_in, acting_as):
    contact = key_for("contact", "monica")
    text = signed_in("assistente").get(reverse("contact_page", args=[contact])).content.decode()
    assert f"{reverse('open_case')}?contact={contact}" in text


def test_who_is_named_finds_the_family_in_oggi_until_they_open_it(
    signed_in, acting_as, new_family, today, hat
):
    with acting_as("assistente") as viewer:
        case = actions.open_case(
            new_family(viewer), reasons=actions.Reasons(Motive.SIGNAL), by=viewer, today=today
        )
        choice = actions.Choice(case.team_id, hat("educatrice"))
        words = "Aspettano un bambino per marzo."
        actions.take_charge(case, choice=choice, motive=Motive.AGREED, words=words, by=viewer, today=today)
        case.refresh_from_db()
        actions.add_worker(case, membership_id=hat("psicologa"), why="", by=viewer, today=today)
    client = signed_in("educatrice")
    assert "Da oggi il suo riferimento sei tu." in client.get("/").content.decode()
    assert "Da oggi lavori anche tu con loro." in signed_in("psicologa").get("/").content.decode()
    assert "Famiglia Prova" not in signed_in("awa").get("/").content.decode()
    client.get(reverse("case_page", args=[case.pk]))
    assert "Famiglia Prova" not in client.get("/").content.decode()


def test_oggi_leads_to_the_families_of_my_teams(signed_in):
    assert f"{reverse('case_list')}?stage=in_charge" in signed_in("educatrice").get("/").content.decode()
    assert reverse("case_list") not in signed_in("scuola").get("/").content.decode()


def test_the_family_page_still_costs_few_queries(signed_in, counted):
    client = signed_in("assistente")
    client.get(household("marchetti"))
    with counted() as queries:
        client.get(household("marchetti"))
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)


def leave(acting_as, account, how, today):
    """Somebody's hat ends, or becomes another one, as who leads their body does it."""
    from intreccio.parties.organisations.actions.memberships import change_role, end_membership
    from intreccio.parties.organisations.models import Membership

    with acting_as("admin") as viewer:
        hat = Membership.objects.get(pk=key_for("membership", account))
        if how == "ended":
            end_membership(hat, reason="left", by=viewer, today=today)
        else:
            change_role(hat, role="coordinator", by=viewer, today=today)


@pytest.mark.parametrize("how", ["ended", "changed"])
@pytest.mark.parametrize("account", ["coordinatrice", "assistente"])
def test_who_has_left_answers_for_nobody_and_oggi_says_it(signed_in, acting_as, case_of, today, account, how):
    said = "chi ne rispondeva non ci lavora più"
    assert said not in signed_in(account).get("/").content.decode()
    with acting_as("educatrice"):
        case = case_of("marchetti")
        assert case.responsible_id == key_for("membership", "educatrice")
    leave(acting_as, "educatrice", how, today)
    client = signed_in(account)
    text = client.get("/").content.decode()
    assert "Famiglie che aspettano un nome" in text
    assert said in text
    assert reverse("change_responsible", args=[case.pk]) in text
    page = client.get(reverse("case_page", args=[case.pk])).content.decode()
    assert "Chiara Fontana, che ne rispondeva, non lavora più in" in page


def test_a_case_is_found_by_its_code_in_sight_only(signed_in, acting_as, case_of):
    with acting_as("educatrice"):
        case = case_of("marchetti")
    way = reverse("case_page", args=[case.pk])

    def found(account, words):
        return way in signed_in(account).post(reverse("search"), {"words": words}).content.decode()

    assert found("educatrice", case.code)
    assert found("educatrice", f" {case.code.lower()[:-1]}")
    assert not found("educatrice", f"{case.code}9")
    assert not any(found(account, case.code) for account in ("sara", "scuola", "admin", "elio"))
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="case_search", shown=[case.household_id]).exists()


def test_a_case_written_by_mistake_is_still_reached_from_the_family(signed_in, acting_as, case_of):
    with acting_as("assistente") as viewer:
        actions.void_case(case_of("gashi"), reason="era un'altra famiglia", by=viewer)
    way = reverse("case_page", args=[key_for("case", "gashi")])
    for account in ("assistente", "educatrice"):
        text = signed_in(account).get(household("gashi")).content.decode()
        assert "Percorso annullato" in text
        assert "era un&#x27;altra famiglia" in text
        assert way in text
