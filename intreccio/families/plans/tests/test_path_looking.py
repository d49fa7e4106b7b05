"""What a path looks at: the doors of 1000 giorni, each child after a loss; where one turns to."""

from datetime import timedelta

import pytest

from intreccio.families.plans.actions.looking import look_at, void_check
from intreccio.families.plans.forms.looking import LooksForm
from intreccio.families.plans.models import PathCheck
from intreccio.families.plans.queries.looking import looking_of, standing_factors, where_to_turn, whose_of
from intreccio.families.plans.queries.paths import walk_of
from intreccio.families.plans.rules.looking import TURNING, why_not_look
from intreccio.families.plans.tests.test_paths import NADIA, D, begun, shipped
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.needs.queries import words_of_needs
from intreccio.parties.people.models import Person


@pytest.mark.parametrize(
    ("answer", "words", "goes"),
    [
        ("there", "", True),
        ("chosen", "", True),
        ("not_yet", " ", False),
        ("not_yet", "posto", True),
        ("told", "", False),
        ("told", "Bene", True),
        ("unsaid", "", True),
    ],
)
def test_what_is_not_yet_says_what_is_missing(answer, words, goes):
    assert (why_not_look(answer, words) is None) == goes


def test_every_loss_of_the_text_has_where_to_turn_to_in_the_list_of_needs(acting_as):
    with acting_as("educatrice"):
        losses = {each["code"] for each in shipped().definition["losses"]}
        assert losses == set(TURNING)
        wanted = {code for codes in TURNING.values() for code in codes}
        assert set(words_of_needs(wanted)) == wanted


def test_a_door_is_looked_at_again_and_the_former_answer_stays(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=D + timedelta(days=60))
        assert look_at(path, None, {"nido": ("not_yet", "Iscrizioni a gennaio")}, by=viewer, today=D) == 1
        assert look_at(path, None, {"nido": ("not_yet", "Iscrizioni a gennaio ")}, by=viewer, today=D) == 0
        assert look_at(path, None, {"nido": ("there", "")}, by=viewer, today=D) == 1
        told = walk_of(path, D).reading.checks
        (looking,) = looking_of(path, told, whose_of(viewer, path))
        item = next(one for one in looking.items if one.code == "nido")
        assert [row.answer for row in item.said] == ["there", "not_yet"]
        assert (looking.open, looking.missing) == (6, [])
        void_check(path, item.last, reason="un altro bambino", by=viewer)
        (looking,) = looking_of(path, told, whose_of(viewer, path))
        assert [one.code for one in looking.missing] == ["nido"]


def test_after_a_loss_one_looks_at_each_child_who_lives(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        names = [each.name for each in whose_of(viewer, path)]
        assert any("Nadia" in name for name in names)
        assert all(each.person_id for each in whose_of(viewer, path))
        about_her = begun(viewer, person=Person.objects.get(pk=NADIA))
        assert not any("Nadia" in each.name for each in whose_of(viewer, about_her))
        nadia = Person.objects.get(pk=NADIA)
        look_at(path, nadia, {"told": ("there", "La mamma, con parole vere")}, by=viewer, today=D)
        found = looking_of(path, walk_of(path, D).reading.checks, whose_of(viewer, path))
        told = {one.whose.person_id: one.items[0].last for one in found}
        assert told[NADIA].words == "La mamma, con parole vere"
        assert all(last is None for key, last in told.items() if key != NADIA)


def test_a_child_of_another_family_is_not_looked_at_here(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        stranger = Person(pk=key_for("person", "mattia"))
        with pytest.raises(Refused):
            look_at(path, stranger, {"told": ("there", "")}, by=viewer, today=D)
        with pytest.raises(Refused):
            look_at(path, None, {"nothing_of_the_kind": ("there", "")}, by=viewer, today=D)
        assert not PathCheck.objects.filter(path=path).exists()


@pytest.mark.parametrize("account", ["davide", "comune", "scuola", "admin", "elio"])
def test_no_other_answers(acting_as, account):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        with acting_as(account) as other, pytest.raises((NotAllowed, Refused)):
            look_at(path, None, {"told": ("there", "")}, by=other, today=D)


def test_where_one_turns_to_comes_from_the_directory(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        assert where_to_turn(path, D), "the district has somebody for who grieves"
        other = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=D)
        assert where_to_turn(other, D) == []


def test_what_protects_today_is_what_the_assessment_keeps(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=D)
        kept = standing_factors(viewer, path, D)
        assert kept
        assert all(
            row.case_id == path.case_id and (row.until is None or row.until > D) for row, _words in kept
        )


def test_of_our_own_work_a_family_has_chosen_nothing(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, version=shipped("accompagnamento-2"), loss="", zero=D)
        with pytest.raises(Refused):
            look_at(path, None, {"dates": ("chosen", "")}, by=viewer, today=D)
        assert look_at(path, None, {"dates": ("not_yet", "Mancano i nostri")}, by=viewer, today=D) == 1
        form = LooksForm(looking=looking_of(path, walk_of(path, D).reading.checks, whose_of(viewer, path))[0])
        assert [code for code, _label in form.fields["answer-dates"].choices] == ["there", "not_yet"]


def test_what_a_family_tells_afterwards_is_in_its_words_and_what_it_said_before_stays(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, version=shipped("dopo-la-conclusione-2"), loss="", zero=D - timedelta(days=200))
        look_at(path, None, {"people": ("told", "La vicina, e la nonna")}, by=viewer, today=D)
        look_at(path, None, {"people": ("unsaid", "")}, by=viewer, today=D + timedelta(days=180))
        told = walk_of(path, D).reading.checks
        (looking,) = looking_of(path, told, whose_of(viewer, path))
        item = next(one for one in looking.items if one.code == "people")
        assert [row.answer for row in item.said] == ["unsaid", "told"]
        assert [row.words for row in item.former] == ["La vicina, e la nonna"]
