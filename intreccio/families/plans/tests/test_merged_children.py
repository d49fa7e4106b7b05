"""Two rows found to be one child are read as one everywhere: what it said, when it was listened to, its drawings and its yes."""

from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.assessments import actions as assessing
from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.tests.test_actions import said
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import told
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance
from intreccio.families.plans.queries.deciding import needed_for
from intreccio.families.plans.queries.hearing import unheard_on
from intreccio.families.plans.queries.versions import said_yes
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.merging import merge_persons, part_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.models import Household, Person

HOME, CASE, PLAN = (
    key_for(kind, key)
    for kind, key in (("household", "marchetti"), ("case", "marchetti"), ("plan", "marchetti-1"))
)
NADIA, LOOK, WORDS = (
    key_for("person", "nadia"),
    key_for("assessment", "marchetti_t0"),
    "Vorrei un posto mio dove disegnare",
)


@pytest.fixture
def kept(acting_as, today):
    """Nadia was written twice; the row with all that she said is merged into the other."""
    with acting_as("coordinatrice") as viewer:
        nadia = Person.objects.get(pk=NADIA)
        draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=nadia.birth_date)
        twin = add_person(Household.objects.get(pk=HOME), draft, by=viewer, since=date(2026, 1, 1))
        merge_persons(twin, nadia, by=viewer, reason="era scritta due volte")
    return twin.pk


def text(client, name, *ids):
    answer = client.get(reverse(name, args=ids))
    assert answer.status_code == 200, name
    return unescape(answer.content.decode())


def test_what_a_merged_child_said_is_read_wherever_it_stood(signed_in, kept):
    client = signed_in("educatrice")
    for name, *ids in (
        ("assessment_page", LOOK), ("voices_beside", LOOK), ("child_voice", HOME, kept), ("child_voice", HOME, NADIA),
        ("plan_page", PLAN), ("child_plan", PLAN, kept),
    ):  # fmt: skip
        assert WORDS in text(client, name, *ids), name
    drawn = reverse("child_drawing", args=[key_for("child_drawing", "nadia_scuola_disegno")])
    assert drawn in text(client, "child_voice", HOME, kept)
    assert "una persona della famiglia" not in text(client, "plan_page", PLAN)


def test_its_words_are_told_in_a_report_under_its_name(acting_as, kept, today):
    with acting_as("educatrice") as viewer:
        case = Case.objects.select_related("household").get(pk=CASE)
        (block,) = told(viewer, case, ["child_words"], today)
        assert any(WORDS in voice.words and "Nadia" in voice.who for voice in block.voices)


def test_what_stands_on_paper_can_still_be_taken_off_and_corrected(signed_in, acting_as, kept):
    client, words = signed_in("educatrice"), key_for("child_words", "marchetti_t0", "nadia")
    for name, key in (
        ("share_child_words", words), ("edit_listening", key_for("listening", "nadia_scuola")),
        ("void_listening", key_for("listening", "nadia_scuola")), ("add_child_drawing", key_for("listening", "nadia_scuola")),
    ):  # fmt: skip
        text(client, name, key)
    sent = {"once": uuid4(), "version": 1, "agreed": "team"}
    assert client.post(reverse("share_child_words", args=[words]), sent).status_code == 302
    assert WORDS not in text(client, "plan_page", PLAN)


def test_a_merged_child_is_not_written_twice_at_one_moment(acting_as, kept, today):
    with acting_as("educatrice") as viewer:
        look = Assessment.objects.select_related("household").get(pk=LOOK)
        assert look_of(viewer, look).child(kept).said.person_id == NADIA


def test_words_of_both_rows_are_both_read_and_what_is_kept_near_is_not_hidden(signed_in, acting_as, today):
    home, look = key_for("household", "pellegrini"), key_for("assessment", "pellegrini_t0")
    little = key_for("person", "pellegrini_3")
    with acting_as("educatrice") as viewer:
        born = Person.objects.get(pk=little).birth_date
        draft = Draft("Doppia", "Pellegrini", role="child", birth_date=born)
        twin = add_person(Household.objects.get(pk=home), draft, by=viewer, since=date(2026, 1, 1)).pk
        for child, words, agreed in ((little, "La prima riga.", "near"), (twin, "La seconda riga.", "team")):
            row = Assessment.objects.select_related("household").get(pk=look)
            mine = said(today, words=words, agreed=agreed)
            assessing.write_child_words(row, child, mine, version=None, by=viewer)
    with acting_as("coordinatrice") as viewer:
        merge_persons(Person.objects.get(pk=twin), Person.objects.get(pk=little), by=viewer, reason="doppia")
    for account, first in (("educatrice", True), ("psicologa", False)):
        client = signed_in(account)
        for name, *ids in (("assessment_page", look), ("voices_beside", look), ("child_voice", home, twin)):
            read = text(client, name, *ids)
            assert ("La prima riga" in read) is first, (account, name)
            assert "La seconda riga" in read, (account, name)
            assert ("tiene per chi ha ascoltato" in read) is (not first), (account, name)


def test_a_merged_yes_counts_and_is_not_asked_again(signed_in, acting_as, kept, plan_of, today):
    with acting_as("educatrice") as viewer:
        row = Acceptance.objects.filter(plan=PLAN, person=NADIA, voided_at=None)
        assert row.exists()
        plan = plan_of("marchetti")
        assert str(kept) in needed_for(viewer, plan, today).yes
        assert "Nadia" not in unheard_on(viewer, plan, today).names
        with pytest.raises(Refused, match="cannot_accept"):
            actions.accept_plan(
                plan,
                actions.Signer(Person.objects.get(pk=kept)),
                how="own_version",
                day=today,
                by=viewer,
                today=today,
            )
    client = signed_in("educatrice")
    assert f'value="person:{kept}"' not in text(client, "accept_plan", PLAN)


def test_the_yes_of_a_merged_grown_up_is_of_the_family(acting_as, plan_of, today):
    with acting_as("coordinatrice") as viewer:
        elena = Person.objects.get(pk=key_for("person", "elena"))
        draft = Draft("Elena", "Marchetti", role="parent", sex="F", birth_date=elena.birth_date)
        twin = add_person(Household.objects.get(pk=HOME), draft, by=viewer, since=date(2026, 1, 1))
        merge_persons(twin, elena, by=viewer, reason="doppia")
        plan = plan_of("marchetti")
        assert str(twin.pk) in needed_for(viewer, plan, today).yes
        assert said_yes(plan, today)
        part_persons(Person.objects.get(pk=elena.pk), by=viewer, reason="no, sono due")
        assert str(twin.pk) not in needed_for(viewer, plan, today).yes


def withdrawn(viewer, today):
    return [one.plan_id for one in waiting_for(viewer, 60, today=today) if one.kind == "withdrawn"]


def test_a_yes_taken_back_and_said_again_under_the_other_row_asks_for_nothing(
    acting_as, plan_of, kept, today
):
    with acting_as("educatrice") as viewer:
        row = Acceptance.objects.select_related("plan").get(plan=PLAN, person=NADIA, voided_at=None)
        actions.void_acceptance(row, reason="ci ha ripensato", by=viewer)
        assert PLAN in withdrawn(viewer, today)
        again = actions.Signer(Person.objects.get(pk=kept))
        actions.accept_plan(plan_of("marchetti"), again, how="own_version", day=today, by=viewer, today=today)
        assert PLAN not in withdrawn(viewer, today)
