"""The pages of going together, and what of it waits in Oggi."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.around.actions import outings as actions
from intreccio.families.around.actions.outings import Went
from intreccio.families.around.models import Outing
from intreccio.families.around.panels.boxes import holds_back
from intreccio.families.around.panels.waiting import waits
from intreccio.families.around.tests.conftest import MAMME, agreed, case_of, outing_of, outing_page, page
from intreccio.families.cases.actions import Agreed as Later
from intreccio.families.cases.actions import close_case, reopen_case
from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.panels import registers

VERBS = ("move_outing", "record_outing", "retry_outing", "drop_outing")


def lines(account, acting_as):
    with acting_as(account) as viewer:
        return list(waits(viewer, 10))


@pytest.mark.parametrize(
    ("account", "status"),
    [("educatrice", 200), ("coordinatrice", 200), ("davide", 404), ("scuola", 404), ("admin", 404)],
)
def test_a_stranger_finds_nothing(signed_in, account, status):
    assert signed_in(account).get(outing_page("outing_page")).status_code == status


def test_the_page_says_how_one_gets_in(signed_in):
    text = signed_in("educatrice").get(outing_page("outing_page")).content.decode()
    for words in (
        "passo per passo",
        "il libretto delle vaccinazioni",
        "Chiara Fontana, nonna Luisa",
        "davanti al portone",
    ):
        assert words in text


def test_what_nobody_has_written_is_to_be_asked(signed_in, keeper):
    keeper.execute(
        "UPDATE directory_service SET how_to_enter = '', languages = '{}' WHERE id = %s",
        [key_for("service", "spazio_gioco_il_cortile")],
    )
    text = signed_in("educatrice").get(outing_page("outing_page")).content.decode()
    assert "Da chiedere prima di andare: come si entra" in text


@pytest.mark.parametrize(
    ("key", "possible"),
    [
        ("leo_cortile", {"move_outing", "record_outing", "drop_outing"}),
        ("milagros_cortile", {"retry_outing", "drop_outing"}),
        ("fatou_mamme_prima", set()),
    ],
)
def test_buttons_are_what_can_be_done(signed_in, key, possible):
    client = signed_in("educatrice")
    text = client.get(outing_page("outing_page", key)).content.decode()
    assert {verb for verb in VERBS if f'href="{outing_page(verb, key)}"' in text} == possible
    for verb in VERBS:
        assert client.get(outing_page(verb, key)).status_code == (200 if verb in possible else 409)


def test_where_one_can_go_begins_from_what_was_asked(signed_in):
    client = signed_in("educatrice")
    text = client.get(page("plan_outing", "bah")).content.decode()
    assert f"service={MAMME}&amp;referral={key_for('referral', 'fatou_mamme')}" in text
    assert client.get(page("plan_outing", "bah") + f"?service={MAMME}").status_code == 200


OTHERS = key_for("referral", "era_scuola")


@pytest.mark.parametrize(
    "query",
    [
        "service=x",
        "service=00000000-0000-7000-8000-000000000000",
        f"service={MAMME}&referral={OTHERS}",
        f"service={MAMME}&referral=x",
    ],
)
def test_an_address_that_leads_nowhere_is_not_there(signed_in, query):
    assert signed_in("educatrice").get(f"{page('plan_outing', 'bah')}?{query}").status_code == 404


def test_a_service_leads_to_ones_own_families(signed_in):
    client = signed_in("educatrice")
    address = f"{reverse('begin_outing')}?service={MAMME}"
    assert address in client.get(reverse("service_page", args=[MAMME])).content.decode()
    text = client.get(address).content.decode()
    assert f"{page('plan_outing', 'quispe')}?service={MAMME}" in text
    assert "Famiglia Haddad" not in text
    assert client.get(reverse("begin_outing")).url == reverse("service_search")


def test_the_form_keeps_what_was_written(signed_in, today):
    client = signed_in("educatrice")
    body = {
        "once": str(new_key()),
        "goes": str(key_for("membership", "educatrice")),
        "day": "2020-01-01",
        "also": "la zia",
    }
    answer = client.post(f"{page('plan_outing', 'bah')}?service={MAMME}", body)
    assert answer.status_code == 422
    assert "da oggi in poi" in answer.content.decode()
    assert "la zia" in answer.content.decode()


def test_from_the_choice_to_the_page(signed_in, acting_as, today):
    body = {
        "once": str(new_key()),
        "goes": str(key_for("membership", "educatrice")),
        "day": today.isoformat(),
    }
    with acting_as("educatrice"):
        need = Outing.objects.filter(case_id=key_for("case", "bah")).count()
    address = f"{page('plan_outing', 'bah')}?service={MAMME}&referral={key_for('referral', 'fatou_mamme')}"
    answer = signed_in("educatrice").post(address, body, follow=True)
    assert "Fatto: compare in Oggi" in answer.content.decode()
    with acting_as("educatrice"):
        assert Outing.objects.filter(case_id=key_for("case", "bah")).count() == need + 1


def test_a_no_without_its_reason_is_asked_for_it(signed_in, today):
    body = {"once": str(new_key()), "version": "1", "outcome": "not_in", "done_on": today.isoformat()}
    answer = signed_in("educatrice").post(outing_page("record_outing"), body)
    assert answer.status_code == 422
    assert "che cosa ha fermato" in answer.content.decode()


def test_the_tries_before_are_read(signed_in):
    text = signed_in("lucia").get(outing_page("outing_page", "karim_affitto_ancora")).content.decode()
    assert "Le volte prima" in text
    assert "Il martedì lo sportello ora è chiuso." in text


def test_it_waits_in_oggi_of_who_goes(acting_as):
    told = {each.url: each for each in lines("educatrice", acting_as)}
    assert "che cosa portare" in told[outing_page("outing_page")].why
    assert "Si riprova?" in told[outing_page("outing_page", "milagros_cortile")].why
    assert lines("psicologa", acting_as) == []


def test_a_day_far_ahead_does_not_wait_yet(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = outing_of()
        far = agreed(today + timedelta(days=3), person_id=row.person_id)
        actions.move_outing(row, far, version=1, by=viewer, today=today)
    assert outing_page("outing_page") not in {each.url for each in lines("educatrice", acting_as)}


def test_a_day_gone_by_asks_how_it_went(acting_as, keeper, today):
    keeper.execute(
        "UPDATE around_outing SET day = %s WHERE id = %s",
        [today - timedelta(days=2), key_for("outing", "leo_cortile")],
    )
    told = {each.url: each for each in lines("educatrice", acting_as)}
    assert "Com'è andata" in told[outing_page("record_outing")].why
    with acting_as("educatrice") as viewer:
        actions.record_outing(outing_of(), Went("got_in", today), version=1, by=viewer, today=today)
    assert outing_page("record_outing") not in {each.url for each in lines("educatrice", acting_as)}


def test_of_a_way_that_is_over_nothing_waits_until_it_begins_again(acting_as, monkeypatch, today):
    """Of a family out of reach a closing waits for no day; the day does not wait for the closing either."""
    monkeypatch.setitem(registers.objections, "why_not_close", [holds_back])
    with acting_as("coordinatrice") as viewer:
        later = [
            Later(6, months_after(today, 6), "Come state"),
            Later(12, months_after(today, 12), "Come va"),
        ]
        said = {"motive": "moved", "words": "Vivono a Lecco.", "follow_ups": later}
        close_case(case_of(), **said, by=viewer, today=today)
    assert outing_page("outing_page") not in {each.url for each in lines("educatrice", acting_as)}
    with acting_as("coordinatrice") as viewer:
        reopen_case(case_of(), motive="asks_again", words="Sono tornati.", by=viewer, today=today)
    assert outing_page("outing_page") in {each.url for each in lines("educatrice", acting_as)}


def test_where_whoever_goes_has_left_it_waits_for_who_answers(acting_as, keeper, today):
    milagros = outing_page("outing_page", "milagros_cortile")
    with acting_as("educatrice"):
        answers = outing_of("milagros_cortile").case.responsible_id
    assert answers == key_for("membership", "educatrice")
    assistant = key_for("membership", "assistente")
    keeper.execute(
        "UPDATE around_outing SET goes_id = %s WHERE id = %s",
        [assistant, key_for("outing", "milagros_cortile")],
    )
    assert milagros in {each.url for each in lines("assistente", acting_as)}
    keeper.execute(
        "UPDATE organisations_teammembership SET until = %s WHERE membership_id = %s AND team_id = %s",
        [today, key_for("membership", "assistente"), key_for("team", "equipe_nord")],
    )
    assert milagros in {each.url for each in lines("educatrice", acting_as)}
    assert milagros not in {each.url for each in lines("assistente", acting_as)}


def test_the_words_of_a_hand_over_say_where_one_still_has_to_go(signed_in):
    text = signed_in("coordinatrice").get(page("hand_over_case", "quispe")).content.decode()
    assert "Andare insieme a Spazio gioco Il Cortile" in text
    assert "(mancava un documento)" in text
    over = signed_in("coordinatrice").get(page("hand_over_case", "bah")).content.decode()
    assert "Andare insieme a Mamme in cammino" not in over
