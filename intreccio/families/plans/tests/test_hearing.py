"""Boys and girls who have turned twelve: what they say of a version, who listened, or why one began before."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.signing import imprint_now
from intreccio.families.plans.rules.hearing import is_to_be_heard, why_a_reason, why_not_unheard
from intreccio.families.plans.rules.signing import short_sign
from intreccio.families.plans.tests.test_who_decides_for_the_children import read
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import Person

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("birth", "heard"),
    [
        (date(2014, 11, 29), True),
        (date(2014, 11, 30), False),
        (date(2008, 11, 30), True),
        (date(2008, 11, 29), False),
        (date(2027, 1, 1), False),
        (None, False),
    ],
)
def test_from_twelve_until_of_age(birth, heard):
    assert is_to_be_heard(birth, DAY, from_age=12) == heard


def test_the_age_is_the_parameters_and_not_the_rules():
    assert is_to_be_heard(date(2016, 1, 1), DAY, from_age=10)


@pytest.mark.parametrize(
    ("names", "reason", "held"),
    [
        ([], "", False),
        (["Nadia"], "", True),
        (["Nadia"], "  ", True),
        (["Nadia"], "adesso preferisce di no", False),
    ],
)
def test_heard_or_said_why_not(names, reason, held):
    assert (why_not_unheard(names, from_age=12, reason=reason) is not None) == held


def test_it_names_whom_and_since_when_and_blames_nobody():
    words = str(why_a_reason(["Nadia", "Leo"], from_age=12))
    assert words == (
        "Su questa versione non è scritta la parola di Nadia e Leo: dai 12 anni si ha diritto di essere ascoltati."
    )


@pytest.fixture
def draft(acting_as, plan_of, today, keeper_says):
    """The next version of the Marchetti's plan; Nadia has turned twelve, and both parents have said yes."""
    keeper_says(Person, key_for("person", "nadia"), birth_date=today.replace(year=today.year - 13))
    with acting_as("assistente") as viewer:
        made = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        for who in ("elena", "karim"):
            plan = Plan.objects.select_related("case__household").get(pk=made.pk)
            actions.accept_plan(
                plan, actions.Signer(person(who)), how="voice", day=today, by=viewer, today=today
            )
    return lambda: Plan.objects.select_related("case__household").get(pk=made.pk)


@pytest.fixture
def keeper_says(acting_as):
    """Writes a column as the team in charge may."""

    def write(model, key, **columns):
        with acting_as("educatrice"):
            assert model.objects.filter(pk=key).update(**columns) == 1

    return write


def person(key):
    return Person.objects.get(pk=key_for("person", key))


def begin(plan, viewer, today, **reasons):
    actions.put_in_force(plan, review_on=today + timedelta(days=90), by=viewer, today=today, **reasons)
    plan.refresh_from_db()
    return plan.state


def test_put_in_force_asks_why_where_nobody_has_written_what_she_says(acting_as, draft, today):
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused, match="cannot_put_in_force") as no:
            begin(draft(), viewer, today)
        assert "non è scritta la parola di Nadia" in str(no.value.reason)
        plan = draft()
        assert begin(plan, viewer, today, unheard_reason=" È in gita: ne parliamo lunedì ") == "in_force"
        assert plan.unheard_reason == "È in gita: ne parliamo lunedì"


@pytest.mark.parametrize("how", ["own_version", "voice", "paper"])
def test_once_she_is_heard_no_reason_is_asked_and_none_is_kept(acting_as, draft, today, hat, how):
    with acting_as("assistente") as viewer:
        yes = actions.accept_plan(
            draft(),
            actions.Signer(person("nadia")),
            how=how,
            day=today,
            listener_id=hat("educatrice"),
            by=viewer,
            today=today,
        )
        assert yes.listened_by_id == hat("educatrice")
        plan = draft()
        assert begin(plan, viewer, today, unheard_reason="un motivo che non serve") == "in_force"
        assert plan.unheard_reason == ""


def test_who_does_not_agree_is_heard_too(acting_as, draft, today):
    with acting_as("assistente") as viewer:
        words = actions.Disagreed("Il sabato voglio stare con papà.")
        actions.write_disagreement(draft(), words, person=person("nadia"), by=viewer, today=today)
        assert begin(draft(), viewer, today) == "in_force"


def test_a_grown_up_has_no_listener(acting_as, draft, today, hat):
    with acting_as("assistente"):
        assert set(draft().acceptances.values_list("listened_by", flat=True)) == {None}


def test_the_page_says_what_she_says_and_who_listened(signed_in, acting_as, draft, today, hat):
    with acting_as("assistente"):
        address = reverse("plan_page", args=[draft().pk])
    client = signed_in("assistente")
    before = unescape(client.get(address).content.decode())
    assert "L'ascolto di Nadia, 13 anni" in before
    assert "Non ancora: se ne parla insieme prima di cominciare." in before
    sent = {
        "who": f"person:{key_for('person', 'nadia')}", "how": "own_version", "day": today.isoformat(),
        "listener": str(hat("educatrice")), "once": str(new_key()),
    }  # fmt: skip
    with acting_as("assistente"):
        assert client.post(reverse("accept_plan", args=[draft().pk]), sent).status_code == 302
    after = unescape(client.get(address).content.decode())
    assert "Ha detto sì: ha letto la sua versione. Ha ascoltato Chiara" in after


def test_the_form_asks_only_where_there_is_something_to_explain(signed_in, acting_as, draft, plan_of):
    with acting_as("assistente"):
        address = reverse("put_in_force", args=[draft().pk])
    text = unescape(signed_in("assistente").get(address).content.decode())
    assert "Perché si comincia prima di ascoltare" in text
    sent = {"review_on": "2099-01-01", "once": str(new_key())}
    assert signed_in("assistente").post(address, sent).status_code == 422
    other = reverse("put_in_force", args=[key_for("plan", "rossetti_lima-1")])
    assert "prima di ascoltare" not in unescape(signed_in("assistente").get(other).content.decode())


def test_on_paper_it_says_why_she_was_not_heard_yet_and_which_words_were_signed(
    signed_in, acting_as, draft, today
):
    with acting_as("assistente") as viewer:
        plan = draft()
        begin(plan, viewer, today, unheard_reason="È in gita: ne parliamo lunedì")
        sign = short_sign(imprint_now(plan))
    paper = read(signed_in("assistente").get(reverse("print_plan", args=[plan.pk])))
    assert "Non ancora: È in gita: ne parliamo lunedì" in paper
    assert f"impronta {sign}" in paper
