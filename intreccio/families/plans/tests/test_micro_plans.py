"""The seventeen looks one by one: what was seen at each moment, what the plan wants to change there."""

from html import unescape
from itertools import product

import pytest
from django.urls import reverse

from intreccio.families.assessments.models import Sheet
from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal
from intreccio.families.plans.queries.looks import known_looks, micro_plans_of, standing_plan
from intreccio.families.plans.rules.looks import is_low, why_not_look
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.refused import Refused

# As the national guidelines go through them: the child, what parents do, what is around.
NATIONAL = [
    "health", "feelings", "identity", "autonomy", "relations", "learning", "play",
    "care", "warmth", "guidance", "stimulation", "self_realisation",
    "support", "community", "economy", "home", "school",
]  # fmt: skip
GOAL = {
    "side": "children", "strand": "children", "title": "Nadia invita un'amica", "steps": ["uno", "due", "tre", "quattro", "cinque"],
    "start": -2, "aim": 0,
}  # fmt: skip


def address(name="micro_plans", key="marchetti-1"):
    return reverse(name, args=[key_for("plan", key)])


@pytest.fixture
def looks(acting_as, plan_of, today):
    """The seventeen of a plan, by code."""

    def of(key="marchetti", account="educatrice"):
        with acting_as(account) as viewer:
            found = micro_plans_of(viewer, plan_of(key), today=today)
            return {look.code: (look, look.is_low) for section in found.sections for look in section.looks}

    return of


@pytest.mark.parametrize(
    ("levels", "low"), [([], False), ([None], False), ([4], False), ([3], True), ([6, 1], True)]
)
def test_low_is_asked_of_each_answer(levels, low):
    assert is_low(levels) is low


def test_one_answer_that_is_hard_is_not_hidden_by_the_others():
    steps = (None, *range(1, 7))
    for levels in product(steps, repeat=3):
        assert is_low(levels) == any(is_low([level]) for level in levels)


def test_a_look_that_nobody_knows_is_refused_in_words():
    assert why_not_look("", ()) is None
    assert why_not_look("play", {"play"}) is None
    assert "diciassette" in str(why_not_look("gioco", {"play"}))


def test_the_seventeen_stand_in_the_national_order(looks, acting_as, today):
    assert list(looks()) == NATIONAL
    with acting_as("educatrice"):
        assert known_looks(today) == set(NATIONAL)


def test_each_moment_stands_beside_the_others_and_nothing_is_summed(looks, acting_as):
    with acting_as("educatrice"):
        sheets = list(
            Sheet.objects.filter(
                household_id=key_for("household", "marchetti"), instrument_id="diciassette-sguardi-1", voided_at=None,
                response__finished_at__isnull=False,
            ).select_related("response")
        )  # fmt: skip
    assert sheets
    for code, (look, _low) in looks().items():
        told = [sheet for sheet in sheets if code in sheet.response.answers]
        answered = [one for one in look.seen if one.level is not None]
        assert sorted(one.level for one in answered) == sorted(sheet.response.answers[code] for sheet in told)


def test_a_goal_stands_under_its_look_with_who_does_what(looks):
    (wanted,) = looks()["stimulation"][0].wanted
    assert wanted.goal.title == "Elena gioca e legge con Leo mezz'ora al giorno"
    assert wanted.expected == "mezz'ora, quasi ogni giorno"
    assert {one.who for one in wanted.does} >= {"Elena"} or wanted.does


def test_the_page_says_all_of_it_without_blame(signed_in):
    text = unescape(signed_in("educatrice").get(address()).content.decode())
    for words in (
        "Salute e crescita", "Rapporto con la scuola", "Risultato atteso", "usa frasi di due o tre parole",
        "Leggere una storia ogni sera", "quasi ogni sera", "−2 → −1", "T0, all'inizio", "Nessun obiettivo qui, per ora.",
    ):  # fmt: skip
        assert words in text, words
    assert reverse("add_goal", args=[key_for("plan", "marchetti-1")]) not in text, (
        "what was agreed is not added to"
    )


def test_a_version_in_preparation_leads_to_a_goal_for_a_look(signed_in):
    client = signed_in("educatrice")
    text = unescape(client.get(address(key="rossetti_lima-1")).content.decode())
    asked = reverse("add_goal", args=[key_for("plan", "rossetti_lima-1")])
    assert f"{asked}?look=play&side=children&strand=children" in text
    form = client.get(f"{asked}?look=play&side=children&strand=children").context["form"]
    assert (form["look"].value(), form["side"].value(), form["strand"].value()) == (
        "play",
        "children",
        "children",
    )
    groups = [label for label, _choices in form.fields["look"].choices]
    assert len(groups) == 4


def test_a_goal_keeps_its_look_from_version_to_version_and_only_a_known_one(acting_as, plan_of, today):
    with acting_as("educatrice") as by:
        plan = plan_of("rossetti_lima")
        goal = actions.add_goal(plan, person=None, look="play", by=by, **GOAL)
        assert Goal.objects.get(pk=goal.pk).look == "play"
        with pytest.raises(Refused) as caught:
            actions.add_goal(plan, person=None, look="gioco", by=by, **GOAL)
        assert caught.value.code == "look"
        with pytest.raises(Refused):
            actions.edit_goal(goal, version=1, person=None, look="gioco", by=by)
        actions.edit_goal(goal, version=1, person=None, look="home", by=by)
        assert Goal.objects.get(pk=goal.pk).look == "home"
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=today)
        assert sorted(draft.goals.values_list("look", flat=True)) == sorted(
            plan_of("marchetti").goals.values_list("look", flat=True)
        )


def test_after_a_yes_the_look_stays(acting_as, plan_of):
    with acting_as("educatrice") as by:
        goal = plan_of("marchetti").goals.first()
        with pytest.raises(Refused):
            actions.edit_goal(goal, version=goal.version, person=None, look="home", by=by)


def test_a_sheet_leads_to_the_plan(signed_in, acting_as):
    with acting_as("educatrice"):
        sheet = Sheet.objects.select_related("assessment__case").filter(
            household_id=key_for("household", "marchetti"),
            instrument_id="diciassette-sguardi-1",
            voided_at=None,
        )[0]
        assert standing_plan(sheet.assessment.case) == key_for("plan", "marchetti-1")
    client = signed_in("educatrice")
    assert (
        address() in client.get(reverse("sheet_page", args=[sheet.assessment_id, sheet.pk])).content.decode()
    )
    assert address() in client.get(address("plan_page")).content.decode()


def test_who_opens_the_record_reads_it(answers):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    assert answers(address()) == {account: 200 if account in may else 404 for account in EVERYBODY}


def test_it_is_a_reading_and_costs_few_queries(signed_in, acting_as, counted):
    client = signed_in("educatrice")
    client.get(address())
    with counted() as queries:
        client.get(address())
    asked = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(asked) <= 15, asked
    with acting_as("educatrice"):
        rows = Reading.objects.filter(household_id=key_for("household", "marchetti"), page="micro_plans")
        assert rows.exists()


def test_one_child_is_looked_at_alone(acting_as, plan_of, today, signed_in):
    leo, nadia = (key_for("person", name) for name in ("leo", "nadia"))
    with acting_as("educatrice") as viewer:
        found = micro_plans_of(viewer, plan_of("marchetti"), today=today, who=str(leo))
        assert {key for key, _name in found.children} == {str(leo), str(nadia)}
        looks = [look for section in found.sections for look in section.looks]
        assert nadia not in {one.about for look in looks for one in look.seen}
        goals = [one.goal for look in looks for one in look.wanted] + found.others
        assert nadia not in {goal.person_id for goal in goals}
        assert leo in {goal.person_id for goal in goals}
        assert any(goal.side == "parents" for goal in goals), "what grown-ups do for them stays beside it"
        everybody = micro_plans_of(viewer, plan_of("marchetti"), today=today, who="un'altra cosa")
        assert (everybody.who, everybody.name) == ("", "")
    page = unescape(signed_in("educatrice").get(f"{address()}?who={leo}").content.decode())
    assert f"{reverse('print_micro_plans', args=[key_for('plan', 'marchetti-1')])}?who={leo}" in page
    assert "Nadia ha un posto suo dove disegnare" not in page


def test_the_print_goes_through_the_seventeen_in_the_national_order(signed_in, looks):
    where = reverse("print_micro_plans", args=[key_for("plan", "marchetti-1")])
    answer = signed_in("educatrice").get(where)
    assert answer["Content-Disposition"] == 'attachment; filename="sguardo-per-sguardo.pdf"'
    _, text = read(answer)
    places = [text.find(look.text) for look, _low in looks().values()]
    assert -1 not in places
    assert places == sorted(places)
    for words in ("Risultato atteso:", "usa frasi di due o tre parole", "non si somma niente"):
        assert words in text
    _, alone = read(signed_in("educatrice").get(f"{where}?who={key_for('person', 'leo')}"))
    assert "Per Leo." in alone
    assert "Nadia ha un posto suo" not in alone
    assert "Vorrei anche non fare niente" in unescape(signed_in("educatrice").get(address()).content.decode())
    assert "Vorrei anche non fare niente" not in text, "nobody asked for whom a child's words are"
    another = signed_in("consultorio").get(address())
    assert another.status_code == 200
    assert "Vorrei anche non fare niente" not in unescape(another.content.decode())


def test_the_print_is_of_who_reads_the_plan(answers):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    where = address("print_micro_plans")
    assert answers(where) == {account: 200 if account in may else 404 for account in EVERYBODY}
