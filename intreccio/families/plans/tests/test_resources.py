"""What the family brings: written with its words, read beside the goals, counted on by what is to be done."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import FamilyResource, PlanAction
from intreccio.families.plans.queries.resources import resources_of, resources_to_lean_on
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.rules.resources import why_not_lean, why_not_resource
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.models import Person

D = this_day()
ELENA = key_for("person", "elena")


def address(name="resource_list", *more, key="marchetti-1"):
    return reverse(name, args=[key_for("plan", key), *more])


def brought(what="Sa cucire", **changes):
    return actions.Brought(
        **{"person": None, "somebody": "", "kind": "skill", "what": what, "since": D, **changes}
    )


def one_of(what):
    return FamilyResource.objects.get(pk=key_for("resource", "marchetti", what))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, None),
        ({"person": True}, None),
        ({"somebody": "la nonna"}, None),
        ({"person": True, "somebody": "la nonna"}, "una delle due"),
        ({"since": D + timedelta(days=1)}, "futuro"),
        ({"until": D}, "Finisce dopo"),
        ({"until": D + timedelta(days=1)}, None),
    ],
)
def test_it_is_there_already_and_of_one(changes, word):
    values = {"person": False, "somebody": "", "since": D, "until": None, "today": D, **changes}
    said = why_not_resource(**values)
    assert (said is None) if word is None else (word in str(said))


@pytest.mark.parametrize(
    ("theirs", "stands", "ended", "free"),
    [
        (True, True, False, True),
        (False, True, False, False),
        (True, False, False, False),
        (True, True, True, False),
    ],
)
def test_one_counts_on_what_is_there(theirs, stands, ended, free):
    assert (why_not_lean(is_theirs=theirs, stands=stands, ended=ended) is None) is free


def test_it_is_written_corrected_and_annulled(acting_as, plan_of):
    with acting_as("educatrice") as by:
        plan, elena = plan_of("marchetti"), Person.objects.get(pk=ELENA)
        row = actions.add_resource(plan, brought(person=elena), by=by, today=D)
        assert (row.household_id, row.team_id, row.person_id, row.version) == (
            plan.household_id,
            plan.team_id,
            elena.pk,
            1,
        )
        actions.edit_resource(plan, row, brought("Sa cucire e rammendare"), version=1, by=by, today=D)
        row.refresh_from_db()
        assert (row.what, row.person_id, row.version) == ("Sa cucire e rammendare", None, 2)
        with pytest.raises(Changed):
            actions.edit_resource(plan, row, brought(), version=1, by=by, today=D)
        actions.void_resource(plan, row, reason="era di un'altra famiglia", by=by)
        with pytest.raises(Refused):
            actions.edit_resource(plan, row, brought(), version=3, by=by, today=D)
        kinds = list(Event.objects.filter(subject_id=row.pk).order_by("id").values_list("kind", flat=True))
        assert kinds == ["resource.added", "resource.edited", "resource.voided"]
        words = str(list(Event.objects.filter(subject_id=row.pk).values_list("codes", flat=True)))
        assert "cucire" not in words, "events carry codes and never words"


def test_only_the_team_in_charge_writes(acting_as, plan_of):
    with acting_as("coordinatrice") as by, pytest.raises(NotAllowed):
        actions.add_resource(plan_of("lombardo"), brought(), by=by, today=D)


def test_nobody_of_another_family(acting_as, plan_of):
    with acting_as("educatrice") as by:
        stranger = Person.objects.get(pk=key_for("person", "rossetti_lima_1"))
        with pytest.raises(Refused):
            actions.add_resource(plan_of("marchetti"), brought(person=stranger), by=by, today=D)


def test_the_database_holds_the_same(acting_as, plan_of):
    with acting_as("educatrice"):
        plan = plan_of("marchetti")
        of_family = {"household_id": plan.household_id, "team_id": plan.team_id, "what": "x", "kind": "skill"}
        for wrong in (
            {"since": D, "until": D},
            {"since": D, "person_id": ELENA, "somebody": "la nonna"},
            {"since": D, "kind": "money"},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                FamilyResource(**{**of_family, **wrong}).save(force_insert=True)


def test_an_action_counts_on_it_and_says_so(acting_as, plan_of, goal_of, signed_in):
    with acting_as("educatrice") as by:
        row, goal = one_of("Montare e aggiustare mobili"), goal_of("marchetti-1-c2")
        deed = actions.Deed("Una libreria per i quaderni", resource_id=row.pk)
        action = actions.add_action(
            goal, deed, actions.Doer(person_id=key_for("person", "karim")), by=by, today=D
        )
        assert PlanAction.objects.get(pk=action.pk).resource_id == row.pk
    text = unescape(signed_in("educatrice").get(address("plan_page")).content.decode())
    assert "conta su: Montare e aggiustare mobili" in text
    assert "conta su: Le storie che le raccontava sua nonna" in text
    with acting_as("educatrice") as by:
        actions.void_resource(
            plan_of("marchetti"), one_of("Montare e aggiustare mobili"), reason="errore", by=by
        )
    text = unescape(signed_in("educatrice").get(address("plan_page")).content.decode())
    assert "conta su: Montare e aggiustare mobili" not in text


def test_one_does_not_count_on_what_is_over_or_of_others(acting_as, plan_of, goal_of):
    with acting_as("educatrice") as by:
        plan, goal, row = plan_of("marchetti"), goal_of("marchetti-1-c2"), one_of("Disegnare")
        ended = brought("Disegnare", kind="joy", since=row.since, until=D)
        actions.edit_resource(plan, row, ended, version=1, by=by, today=D)
        assert str(row.pk) not in dict(resources_to_lean_on(plan, D))
        for key in (row.pk, key_for("resource", "haddad", "Cantare")):
            with pytest.raises(Refused) as caught:
                actions.add_action(
                    goal, actions.Deed("x", resource_id=key), actions.Doer(somebody="y"), by=by, today=D
                )
            assert caught.value.code == "resource"


def test_a_new_version_still_counts_on_it(acting_as, plan_of):
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=D)
        leans = [doing.leans_on for doing in Sheet(by, draft).actions if doing.leans_on]
        assert leans == ["Le storie che le raccontava sua nonna"]
        assert [row.what for row in resources_of(draft)] == [
            row.what for row in resources_of(plan_of("marchetti"))
        ]


def test_it_stands_on_the_plan_before_the_goals(signed_in):
    text = unescape(signed_in("educatrice").get(address("plan_page")).content.decode())
    assert text.index("Che cosa porta la famiglia") < text.index('id="obiettivi"')
    for words in ("Cucinare per tanti", "Elena, sa fare", "La vicina del secondo piano, persone vicine"):
        assert words in text, words
    assert "che cosa vi riesce bene? su chi contate?" in unescape(
        signed_in("educatrice").get(address("plan_page", key="rossetti_lima-1")).content.decode()
    )


def test_its_page_is_read_with_the_record(answers, signed_in):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    assert answers(address()) == {account: 200 if account in may else 404 for account in EVERYBODY}
    text = unescape(signed_in("educatrice").get(address()).content.decode())
    assert address("add_resource") in text
    assert "Montare e aggiustare mobili" in text


def test_it_is_written_from_its_form(signed_in, acting_as):
    client = signed_in("educatrice")
    page = client.get(address("add_resource"))
    said = {"kind": "time", "what": "Il martedì pomeriggio", "since": D.isoformat(), "person": str(ELENA)}
    wrong = client.post(
        address("add_resource"), {**said, "once": page.context["form"]["once"].value(), "what": ""}
    )
    assert wrong.status_code == 422
    good = client.post(address("add_resource"), {**said, "once": page.context["form"]["once"].value()})
    assert good.status_code == 302
    again = client.post(address("add_resource"), {**said, "once": page.context["form"]["once"].value()})
    assert again.status_code == 302
    with acting_as("educatrice"):
        (row,) = FamilyResource.objects.filter(what="Il martedì pomeriggio")
    page = client.get(address("edit_resource", row.pk))
    assert page.context["form"]["person"].value() == str(ELENA)
    foreign = reverse("edit_resource", args=[key_for("plan", "rossetti_lima-1"), row.pk])
    assert client.get(foreign).status_code == 404, "of one family's plan, another family's row is not there"
