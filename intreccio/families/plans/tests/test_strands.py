"""The four strands: an empty one says so and offers the way; what the family does comes first."""

from html import unescape

from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.strands import empty_strands, empty_strands_said
from intreccio.families.plans.vocabulary import Strand
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Person

DRAFT = "rossetti_lima-1"


def page(signed_in, key, account="educatrice", name="plan_page"):
    return unescape(signed_in(account).get(reverse(name, args=[key_for("plan", key)])).content.decode())


def test_an_empty_strand_says_so_and_offers_a_goal_for_it(signed_in, acting_as, plan_of):
    with acting_as("educatrice"):
        empty = empty_strands(plan_of("rossetti_lima"))
    assert empty
    text = page(signed_in, DRAFT)
    asked = reverse("add_goal", args=[key_for("plan", DRAFT)])
    assert text.count("ancora nessun obiettivo") == len(empty)
    for strand in empty:
        assert f"{asked}?strand={strand.value}&side=" in text
    for strand in set(Strand) - set(empty):
        assert f"{asked}?strand={strand.value}&side=" not in text


def test_in_a_plan_that_was_agreed_nothing_is_added(signed_in):
    assert reverse("add_goal", args=[key_for("plan", "marchetti-1")]) not in page(signed_in, "marchetti-1")


def test_a_plan_begins_with_an_empty_strand_and_the_page_says_it(signed_in, acting_as, plan_of):
    with acting_as("coordinatrice") as viewer:
        mother = actions.Signer(Person.objects.get(pk=key_for("person", "rossetti_lima_1")))
        actions.accept_plan(
            plan_of("rossetti_lima"), mother, how="voice", day=this_day(), by=viewer, today=this_day()
        )
        said = empty_strands_said(plan_of("rossetti_lima"))
    assert said.endswith("va bene se è una scelta.")
    assert said in page(signed_in, DRAFT, "coordinatrice", "put_in_force")


def test_who_answers_for_the_family_holds_the_services_together(acting_as, plan_of):
    with acting_as("educatrice"):
        plan = plan_of("rossetti_lima")
        assert plan.case.responsible_id is not None
        assert Strand.TOGETHER not in empty_strands(plan)
        plan.case.responsible_id = None
        assert Strand.TOGETHER in empty_strands(plan)


def test_it_says_at_a_glance_how_much_is_of_whom(signed_in, acting_as, plan_of):
    with acting_as("educatrice") as viewer:
        hands = dict(Sheet(viewer, plan_of("marchetti")).hands)
    # Read in the story of this family, action by action: what is done is not counted.
    assert hands == {"La famiglia": 4, "Chi lavora con loro": 2, "I servizi": 4, "Altri, per nome": 1}
    text = page(signed_in, "marchetti-1")
    assert "Che cosa c'è da fare, e di chi" in text
    assert "4 cose da fare" in text
    assert "che cosa vorrebbe fare lei?" not in text


def test_where_the_family_does_nothing_yet_it_is_asked(acting_as, plan_of, signed_in):
    with acting_as("educatrice") as by:
        plan = plan_of("rossetti_lima")
        theirs = [doing for doing in Sheet(by, plan).actions if doing.person_id]
    asked = "Ancora niente che faccia la famiglia: che cosa vorrebbe fare lei?"
    assert (asked in page(signed_in, DRAFT)) is (not theirs)


def test_what_the_family_does_comes_first(acting_as, plan_of):
    with acting_as("educatrice") as viewer:
        for goal in Sheet(viewer, plan_of("marchetti")).goals:
            mine = [doing.person_id is not None for doing in goal.actions if doing.state != "dropped"]
            assert mine == sorted(mine, reverse=True)


def test_what_was_dropped_still_comes_last(acting_as, goal_of):
    day = this_day()
    with acting_as("educatrice") as by:
        goal = goal_of("marchetti-1-c1")
        mine = goal.actions.get(person_id__isnull=False)
        actions.finish_action(mine, state="dropped", version=mine.version, by=by, today=day)
        told = next(one for one in Sheet(by, goal.plan).goals if one.id == goal.pk)
    assert told.actions[-1].id == mine.pk
