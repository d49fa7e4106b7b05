"""A child's own version: theirs, in words for them; no codes, scores or disagreements, nothing of the others or of troubles."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, Plan
from intreccio.families.plans.rules.children import Goes, how_far
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.families.plans.tests.test_who_decides_for_the_children import act
from intreccio.families.plans.vocabulary import HowFar
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import Person

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
WORDS = {"child_words": "Dormire bene", "picture": "bed"}


def address(who="nadia", plan=PLAN, name="child_plan"):
    return reverse(name, args=[plan, key_for("person", who)])


def read(client, who="nadia", plan=PLAN):
    return " ".join(unescape(client.get(address(who, plan)).content.decode()).split())


@pytest.mark.parametrize(
    ("start", "now", "looked", "deeds", "begun", "says"),
    [
        (-2, -2, False, (), False, "Lo faremo"),
        (-2, -2, False, (), True, "Lo faremo"),
        (-2, -2, False, ("to_do",), False, "Lo faremo"),
        (-2, -2, False, ("to_do",), True, "Ci stiamo provando"),
        (-2, -2, False, ("dropped",), True, "Lo faremo"),
        (-2, -2, False, ("done",), True, "Cominciato"),  # deeds alone never say that it is done
        (-2, -2, False, ("done", "to_do"), True, "Cominciato"),
        (-2, -2, True, ("done", "to_do"), True, "Ci stiamo provando"),
        (-1, -2, True, ("to_do",), True, "Ci stiamo provando"),
        (-2, -1, True, (), True, "Cominciato"),
        (-2, 0, True, ("to_do",), True, "Fatto"),
        (-2, 2, True, (), True, "Fatto"),
        (0, 0, False, ("to_do",), True, "Ci stiamo provando"),  # nobody has looked: nothing is claimed
        (-2, -1, True, (), False, "Cominciato"),  # a next version knows what was seen before it
    ],
)
def test_how_far_a_goal_is_in_one_word(start, now, looked, deeds, begun, says):
    assert how_far(Goes(start, now, 0, looked, deeds), has_begun=begun).label == says


LEVELS = some.integers(-2, 2)


@given(
    LEVELS,
    LEVELS,
    LEVELS,
    some.lists(some.sampled_from(["to_do", "done", "dropped"]), max_size=3),
    some.booleans(),
)
def test_further_on_is_never_said_to_be_less(start, now, aim, deeds, begun):
    order = [HowFar.TO_COME, HowFar.TRYING, HowFar.BEGUN, HowFar.DONE]
    said = [
        order.index(how_far(Goes(start, level, aim, True, deeds), has_begun=begun)) for level in range(now, 3)
    ]
    assert said == sorted(said)
    assert how_far(Goes(start, now, aim, False, deeds), has_begun=begun) != HowFar.DONE


def test_who_reads_the_plan_opens_it_and_only_for_a_child_of_the_home(answers):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    wanted = {account: 200 if account in may else 404 for account in EVERYBODY}
    assert answers(address()) == wanted
    assert answers(address(name="print_child_plan")) == wanted


@pytest.mark.parametrize("name", ["child_plan", "print_child_plan"])
@pytest.mark.parametrize("who", ["elena", "karim", "nonna_teresa", "lima_ana", "nobody"])
def test_a_grown_up_or_a_stranger_has_no_such_version(signed_in, name, who):
    assert signed_in("assistente").get(address(who, name=name)).status_code == 404


def test_nadia_reads_her_own_words_her_goals_and_who_helps(signed_in):
    page = read(signed_in("educatrice"))
    for words in (
        "Ciao Nadia, questo è il tuo progetto", "Hai detto", "Vorrei un posto mio dove disegnare",
        "Un posto tuo per disegnare e fare i compiti", "pictograms/desk", "Scrivania nell'angolo del soggiorno: papà", "Fatto",
        "La sera si mangia insieme, con calma", "pictograms/meal", "Nadia sceglie una ricetta, il venerdì",
        "Il papà sta con voi un fine settimana sì e uno no, riposato", "<b>Chiara</b>", "passa del tempo con voi",
        "Quando ci rivediamo", "a casa di mamma, con Nadia", "Hai detto sì",
    ):  # fmt: skip
        assert words in page, words


def test_in_english_what_was_written_in_italian_has_no_english_word_in_it(signed_in):
    client = signed_in("educatrice")
    client.cookies["intreccio_language"] = "en"
    nadia, leo = read(client), read(client, "leo")
    assert "a casa di Elena, con Nadia" in nadia
    assert "Scrivania nell'angolo del soggiorno: dad" in nadia, "beside it, who does it"
    assert "Nadia sceglie una ricetta, il venerdì" in leo
    for page in (nadia, leo):
        assert "di mum" not in page
        assert "Your sister Nadia sceglie" not in page
        assert "venerdì: your sister" not in page


def test_it_never_says_what_is_not_for_a_child(signed_in):
    page = read(signed_in("educatrice"))
    for words in (
        "−2", "gradin", "Secondo me Leo parla poco", "riserva", "L'équipe", "futuro.", "Casa. Io e mamma", "Fontana", "Haddad",
        "Leo usa frasi", "Dire con le parole", "La mamma legge", "Elena lavora di giorno", "turn", "certificato",
        "Dipende dai turni", "Lo ha chiesto lei", "in_force",
    ):  # fmt: skip
        assert words not in page, words


def test_leo_reads_his_and_not_hers(signed_in):
    page = read(signed_in("educatrice"), "leo")
    assert "Hai disegnato" in page
    assert "Casa. Io e mamma" in page
    assert "Dire con le parole che cosa vuoi" in page
    assert "Cominciato" in page
    assert "Tua sorella Nadia sceglie una ricetta, il venerdì" in page, "and not who does it twice"
    assert "La mamma legge e gioca con te ogni giorno" in page
    for hers in ("Vorrei un posto mio", "Un posto tuo per disegnare", "Il papà sta con voi"):
        assert hers not in page


def test_without_words_for_a_child_the_title_stands_and_a_grown_ups_goal_is_silent(
    acting_as, plan_of, signed_in, today
):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        Goal.objects.filter(plan=draft).update(child_words="", picture="")
    page = read(signed_in("educatrice"), plan=draft.pk)
    assert "Nadia ha un posto suo dove disegnare e fare i compiti" in page
    assert "Karim passa con i figli" not in page
    assert "Che cosa fanno i grandi" not in page
    assert "pictograms/" not in page


def test_who_is_not_to_be_told_is_not_named_and_no_place_is_said(acting_as, plan_of, signed_in, today):
    with acting_as("assistente") as viewer:
        act(viewer, today, "leo", "karim", may_be_told=False)
    page = read(signed_in("assistente"))
    for words in (
        "Karim",
        "Il papà sta con voi",
        "a casa di Elena",
        "a casa di mamma",
        "Doposcuola Tigli",
        "lunedì e mercoledì",
    ):
        assert words not in page, words
    assert "Doposcuola due volte la settimana" in page


def test_a_family_whose_address_is_protected_reads_no_place(signed_in, acting_as):
    with acting_as("educatrice"):
        plan = Plan.objects.get(pk=key_for("plan", "bah-1"))
        meals = list(plan.goals.filter(side="children").values_list("actions__service__name", flat=True))
    assert any(meals)
    page = read(signed_in("educatrice"), "aminata", plan.pk)
    assert "Che cosa stiamo facendo" in page
    for place in [plan.review_where, *meals]:
        assert not place or place not in page


def test_what_she_says_is_written_from_there_and_the_address_says_ids_only(
    acting_as, signed_in, plan_of, today
):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
    client = signed_in("assistente")
    page = read(client, plan=draft.pk)
    nadia = key_for("person", "nadia")
    leads = f"{reverse('accept_plan', args=[draft.pk])}?who=person:{nadia}&how=own_version"
    assert leads in page
    form = client.get(leads).content.decode()
    assert f'value="person:{nadia}" selected' in form
    assert 'value="own_version"' in form
    assert form.count(" checked") == 1
    differs = f"{reverse('write_disagreement', args=[draft.pk])}?who={nadia}"
    assert differs in page
    assert f'value="{nadia}" selected' in client.get(differs).content.decode()
    assert "Dice di sì" not in read(signed_in("psicologa"), plan=draft.pk)


def test_beside_a_minor_the_grown_ups_plan_is_not_on_the_screen(acting_as, signed_in, plan_of, today):
    """Who says yes reads it with who writes it down: a child its own version, also where the form comes back with an error."""
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
    client, nadia = signed_in("assistente"), f"person:{key_for('person', 'nadia')}"
    form, own = reverse("accept_plan", args=[draft.pk]), address(plan=draft.pk)
    with_anybody = client.get(form).content.decode()
    assert "Leggetelo insieme" in with_anybody
    assert own in with_anybody
    for beside in (client.get(f"{form}?who={nadia}"), client.post(form, {"who": nadia})):
        page = beside.content.decode()
        assert beside.status_code in {200, 422}
        assert own in page
        assert "Leggetelo insieme" not in page
        assert "Elena" not in page.partition("<form")[0].partition("<main")[2]


def test_what_is_no_choice_presets_nothing(signed_in):
    answer = signed_in("assistente").get(reverse("accept_plan", args=[DRAFT]) + "?who=person:x&how=<script>")
    assert answer.status_code == 200
    assert " checked" not in answer.content.decode()


def test_opening_and_printing_are_readings_with_their_own_names(signed_in, acting_as):
    client = signed_in("educatrice")
    for name in ("child_plan", "print_child_plan"):
        client.get(address(name=name))
    wanted = {key_for("household", "marchetti"), key_for("person", "nadia")}
    with acting_as("educatrice"):
        found = {row.page: set(row.shown) for row in Reading.objects.all()}
    assert found["child_plan"] == found["print_child_plan"] == wanted


def test_it_costs_no_more_than_any_page(signed_in, counted):
    client = signed_in("educatrice")
    client.get(address())
    with counted() as queries:
        client.get(address())
    quiet = ("SAVEPOINT", "RELEASE", "SELECT set_config")
    assert len([one for one in queries if not one["sql"].startswith(quiet)]) <= 15


def test_words_for_a_child_are_asked_with_the_goal_kept_and_corrected(signed_in, acting_as):
    goal, client = key_for("goal", "rossetti_lima-1-c1"), signed_in("assistente")
    page = client.get(reverse("edit_goal", args=[goal])).content.decode()
    assert page.count("pictograms/") == 25
    assert "Come lo diciamo a chi è più piccolo" in page
    said = {
        "once": key_for("once", "child words"), "version": 1, "side": "children", "strand": "children", "title": "Dorme", "start": "-2",
        "aim": "0",
    }  # fmt: skip
    refused = client.post(
        reverse("edit_goal", args=[goal]), {**said, "picture": "dragon", "child_words": "x" * 201}
    )
    assert refused.status_code == 422
    assert client.post(reverse("edit_goal", args=[goal]), {**said, **WORDS}).status_code == 302
    with acting_as("assistente"):
        row = Goal.objects.get(pk=goal)
    assert (row.child_words, row.picture) == ("Dormire bene", "bed")


def test_the_next_version_takes_them_with_it(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        columns = ("title", "child_words", "picture")
        before, now = (
            list(Goal.objects.filter(plan=key).values_list(*columns).order_by("order"))
            for key in (PLAN, draft.pk)
        )
    assert now == before
    assert (
        "Nadia ha un posto suo dove disegnare e fare i compiti",
        "Un posto tuo per disegnare e fare i compiti",
        "desk",
    ) in now


def test_after_a_yes_they_stay_as_they_were_read(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        goals = Goal.objects.select_related("plan__case__household").filter(plan=draft)
        goals.update(picture="star")
        nadia = actions.Signer(Person.objects.get(pk=key_for("person", "nadia")))
        actions.accept_plan(draft, nadia, how="own_version", day=today, by=viewer, today=today)
        for goal in goals:
            with pytest.raises(Refused, match="accepted"):
                actions.edit_goal(goal, version=goal.version, person=None, by=viewer, **WORDS)
        for name, value in WORDS.items():
            with pytest.raises(DatabaseError, match="agreed"), transaction.atomic():
                goals.update(**{name: value})


def test_a_version_of_a_plan_in_preparation_says_what_will_be_done(signed_in, acting_as):
    with acting_as("assistente"):
        plan = Plan.objects.select_related("case").get(pk=DRAFT)
        goals = list(plan.goals.filter(side="children", voided_at=None))
    child = next(goal.person_id for goal in goals if goal.person_id)
    page = unescape(signed_in("assistente").get(reverse("child_plan", args=[DRAFT, child])).content.decode())
    assert "Lo stiamo scrivendo insieme" in page
    assert "Lo faremo" in page
    assert "Quando ci rivediamo" not in page


def test_a_version_of_before_says_that_there_is_a_new_one(acting_as, plan_of, signed_in, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(draft, elena, how="voice", day=today, by=viewer, today=today)
        actions.put_in_force(
            draft, review_on=today + timedelta(days=90), by=viewer, today=today, without_reason="è in viaggio"
        )
    page = read(signed_in("assistente"))
    assert "È quello di prima: adesso ce n'è uno nuovo." in page
    assert "Quando ci rivediamo" not in page
    assert "Dice di sì" not in page
    assert "Si può cambiare" in read(signed_in("assistente"), plan=draft.pk)
