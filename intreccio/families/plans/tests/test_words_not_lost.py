"""What somebody wrote or drew while saying yes is never lost: said truthfully, shown again, kept in the form."""

import json
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, FamilyResource, Goal, GoalScore, Plan, PlanAction
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.people.models import Person
from intreccio.workshop.documents.tests.makers import picture
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import token_of

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
GOAL = key_for("goal", "marchetti-1-c1")
MOTHER = key_for("person", "rossetti_lima_1")
STROKES = json.dumps([["ink", 6, [100, 100, 300, 200, 500, 120]]])
MINE = "Il sabato vorrei stare a casa"


def draft():
    return Plan.objects.select_related("case__household").get(pk=DRAFT)


@pytest.fixture
def address(acting_as, today):
    with acting_as("assistente") as viewer:
        link = actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=viewer, today=today)
    return reverse("sign_by_link", args=[token_of(link)])


def once(**said):
    return {"once": str(new_key()), **said}


def yeses(acting_as):
    with acting_as("assistente"):
        return list(Acceptance.objects.filter(plan=DRAFT, person=MOTHER, voided_at=None))


# One address on two telephones


def test_the_second_telephone_reads_that_the_yes_was_there_and_finds_its_words(acting_as, address):
    assert Client().post(address, once()).status_code == 302
    answer = Client().post(address, once(reservation=MINE, signature_strokes=STROKES))
    text = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Il sì c'era già" in text
    assert "non sono state scritte" in text
    assert MINE in text
    assert 'src="data:image/png;base64,' in text
    assert "Il sì è scritto" not in text
    (row,) = yeses(acting_as)
    assert (row.reservation, row.mark_id) == ("", None)


def test_who_only_says_the_same_yes_again_is_thanked(acting_as, address):
    said = once(reservation=MINE)
    assert Client().post(address, said).status_code == 302
    for again in (said, once()):
        text = unescape(Client().post(address, again).content.decode())
        assert "Il sì è scritto" in text
        assert "Il sì c'era già" not in text
    assert [row.reservation for row in yeses(acting_as)] == [MINE]


def test_with_the_plan_changed_meanwhile_the_words_come_back(acting_as, address):
    with acting_as("educatrice") as viewer:
        goal = Goal.objects.select_related("plan__case__household").filter(plan=DRAFT, voided_at=None).first()
        actions.edit_goal(goal, version=goal.version, person=goal.person, by=viewer, title="Tutt'altro")
    answer = Client().post(address, once(reservation=MINE, signature_strokes=STROKES))
    text = unescape(answer.content.decode())
    assert answer.status_code == 410
    assert "Il progetto non è più quello" in text
    assert MINE in text
    assert "data:image/png" in text
    assert yeses(acting_as) == []


def test_and_so_they_do_when_its_time_has_passed(address):
    with acting(DOOR):
        OneTimeLink.objects.filter(purpose="plan").update(expires_at=now() - timedelta(seconds=1))
    answer = Client().post(address, once(reservation=MINE))
    assert answer.status_code == 410
    assert MINE in unescape(answer.content.decode())


def test_where_nothing_was_written_nothing_is_said_of_it(address):
    assert Client().post(address, once()).status_code == 302
    answer = Client().get(address)
    assert "Il sì è scritto" in unescape(answer.content.decode())
    assert "Quello che avevi scritto" not in unescape(answer.content.decode())


def test_a_signature_and_a_file_sent_when_the_session_is_over_are_not_lost(db):
    page = reverse("accept_plan", args=[DRAFT])
    scan = SimpleUploadedFile("foglio firmato.png", picture("PNG"), "image/png")
    said = once(who=f"person:{MOTHER}", how="drawn", day="2026-11-29", signature_strokes=STROKES, scan=scan)
    text = unescape(Client().post(page, {**said, "reservation": "mai"}).content.decode())
    for words in (
        "Con quale riserva",
        "mai",
        "La firma",
        'src="data:image/png;base64,',
        "<li>Il foglio firmato</li>",
        "29/11/2026",
    ):
        assert words in text, words
    for words in (f"person:{MOTHER}", "drawn"):
        assert words not in text, words


# A wrong day is an error of its field


def sent(client, name, key, **said):
    return client.post(reverse(name, args=[key]), {"once": str(new_key()), **said})


def field_error(answer, name):
    """The form came back, with the error at this field and nowhere else on a page of its own."""
    text = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Non si può fare adesso" not in text
    assert name in answer.context["form"].errors, answer.context["form"].errors
    return text


@pytest.mark.parametrize("days", [30, -4000])
def test_with_a_wrong_day_of_a_yes_words_and_signature_come_back(signed_in, acting_as, today, days):
    answer = sent(
        signed_in("assistente"), "accept_plan", DRAFT, who=f"person:{MOTHER}", how="drawn",
        day=(today + timedelta(days=days)).isoformat(), reservation=MINE, signature_strokes=STROKES,
    )  # fmt: skip
    text = field_error(answer, "day")
    assert MINE in text
    assert STROKES in text
    assert yeses(acting_as) == []


def test_a_grown_up_does_not_read_the_version_for_children_and_the_field_says_so(signed_in, today):
    answer = sent(
        signed_in("assistente"), "accept_plan", DRAFT, who=f"person:{MOTHER}", how="own_version",
        day=today.isoformat(), reservation=MINE,
    )  # fmt: skip
    assert MINE in field_error(answer, "how")


def test_of_a_scan_that_no_browser_gives_back_the_form_says_to_choose_it_again(signed_in, today):
    answer = sent(
        signed_in("assistente"), "accept_plan", DRAFT, who=f"person:{MOTHER}", how="paper",
        day=(today + timedelta(days=1)).isoformat(), scan=SimpleUploadedFile("f.png", picture("PNG"), "image/png"),
    )  # fmt: skip
    assert "Scegli di nuovo il file" in field_error(answer, "scan")


@pytest.mark.parametrize("days", [2, -4000])
def test_a_step_for_a_wrong_day_is_an_error_of_the_day(signed_in, acting_as, today, days):
    day = (today + timedelta(days=days)).isoformat()
    with acting_as("assistente"):
        before = GoalScore.objects.count()
    answer = sent(signed_in("assistente"), "score_goal", GOAL, level="0", day=day, words=MINE)
    assert MINE in field_error(answer, "day")
    with acting_as("assistente"):
        assert GoalScore.objects.count() == before


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_a_review_on_a_wrong_day_is_an_error_of_the_day(signed_in, acting_as, today, days):
    with acting_as("assistente") as viewer:
        who = actions.Signer(Person.objects.get(pk=MOTHER))
        actions.accept_plan(draft(), who, how="voice", day=today, by=viewer, today=today)
    day = (today + timedelta(days=days)).isoformat()
    answer = sent(signed_in("assistente"), "put_in_force", DRAFT, review_on=day, review_where=MINE)
    assert MINE in field_error(answer, "review_on")


def test_an_action_by_a_day_gone_is_an_error_of_the_day(signed_in, acting_as, today):
    day = (today - timedelta(days=1)).isoformat()
    answer = sent(signed_in("assistente"), "add_action", GOAL, what=MINE, somebody="La nonna", by_when=day)
    assert MINE in field_error(answer, "by_when")
    with acting_as("assistente"):
        assert not PlanAction.objects.filter(what=MINE).exists()


@pytest.mark.parametrize(
    ("since", "until", "who", "field"),
    [(1, None, "", "since"), (-5, -5, "", "until"), (-5, -9, "", "until"), (0, None, "La nonna", "somebody")],
)
def test_what_the_family_brings_says_which_field_is_wrong(
    signed_in, acting_as, today, since, until, who, field
):
    said = {
        "what": MINE,
        "kind": "skill",
        "since": (today + timedelta(days=since)).isoformat(),
        "somebody": who,
    }
    if until is not None:
        said["until"] = (today + timedelta(days=until)).isoformat()
    if who:
        said["person"] = str(key_for("person", "elena"))
    assert MINE in field_error(sent(signed_in("assistente"), "add_resource", PLAN, **said), field)
    with acting_as("assistente"):
        assert not FamilyResource.objects.filter(what=MINE).exists()


def test_somebody_quicker_leaves_what_was_written_in_the_form(signed_in, acting_as, today, monkeypatch):
    """The form was opened, filled and right; meanwhile the same yes was written by a colleague."""

    def meanwhile(*_args, **_said):
        raise Refused("Ha già detto sì a questa versione.", code="cannot_accept")

    monkeypatch.setattr(actions, "accept_plan", meanwhile)
    answer = sent(
        signed_in("assistente"), "accept_plan", DRAFT, who=f"person:{MOTHER}", how="drawn", day=today.isoformat(),
        reservation=MINE, signature_strokes=STROKES,
    )  # fmt: skip
    text = unescape(answer.content.decode())
    assert answer.status_code == 409
    for words in ("Ha già detto sì a questa versione.", MINE, STROKES):
        assert words in text
