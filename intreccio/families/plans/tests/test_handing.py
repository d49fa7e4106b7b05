"""A version is given to the family for some minutes: opened once on their own telephone, under the eyes of who gave it."""

import logging
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from intreccio.families.cases.actions import close_case
from intreccio.families.cases.tests.test_closing import later
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Goal, Plan
from intreccio.families.plans.queries.signing import imprint_now
from intreccio.families.plans.rules.handing import why_not_hand, why_not_sign_now
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, Once, Reading
from intreccio.ground.kernel.panels import registers
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.rules.responsibility import Act
from intreccio.workshop.documents.tests.makers import picture
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import token_of
from tests.drills.at_once import told_as as at_once

DRAFT = key_for("plan", "rossetti_lima-1")
MOTHER = key_for("person", "rossetti_lima_1")
FREE = {"has_goals": True, "said_yes": False, "is_untold": False, "is_gone": False, "too_young": False}


def draft():
    return Plan.objects.select_related("case__household").get(pk=DRAFT)


def address(link):
    return reverse("sign_by_link", args=[token_of(link)])


def once(**said):
    return {"once": str(new_key()), **said}


def yeses(acting_as):
    with acting_as("assistente"):
        return list(Acceptance.objects.filter(plan=DRAFT, person=MOTHER))


# Rules


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, ""),
        ({"has_goals": False}, "nessun obiettivo"),
        ({"said_yes": True}, "Ha già detto sì"),
        ({"is_untold": True}, "non informare"),
        ({"is_gone": True}, "Non è più di questa famiglia"),
        ({"is_apart": True}, "Vive altrove"),
        ({"too_young": True}, "con la sua versione"),
        ({"is_untold": True, "said_yes": True}, "non informare"),
    ],
)
def test_to_whom_it_is_given(changed, words):
    reason = why_not_hand(**{**FREE, **changed})
    assert words in str(reason) if words else reason is None


@pytest.mark.parametrize(
    ("as_handed", "as_it_stands", "is_untold", "may"),
    [("a", "a", False, True), ("a", "b", False, False), ("a", "a", True, False)],
)
def test_one_says_yes_to_what_one_was_given_to_read(as_handed, as_it_stands, is_untold, may):
    assert (
        why_not_sign_now(as_handed=as_handed, as_it_stands=as_it_stands, is_untold=is_untold) is None
    ) is may


# Giving it


def test_hand_plan_makes_an_address_for_minutes_and_says_no_name(acting_as, give):
    link = give()
    assert link.expires_at - link.made_at == timedelta(minutes=30)
    with acting_as("assistente"):
        act = Event.objects.filter(kind="plan.handed").latest("at")
        assert act.codes.get("minutes") == 30
        assert str(MOTHER) not in str(act.codes)
    assert set(link.about) == {"person", "user", "imprint"}


def test_who_gave_it_shows_it_in_letters_and_as_a_code_and_nobody_else_does(signed_in, give):
    client = signed_in("assistente")
    sent = client.post(reverse("hand_plan", args=[DRAFT]), once(person=str(MOTHER)))
    assert sent["Location"] == reverse("handed_plan", args=[DRAFT])
    text = client.get(sent["Location"]).content.decode()
    with acting(DOOR):
        link = OneTimeLink.objects.filter(purpose="plan").latest("made_at")
    assert address(link) in text
    assert '<path d="M4 4h1v1h-1z' in text
    assert token_of(link) not in sent["Location"]
    other = signed_in("coordinatrice").get(sent["Location"]).content.decode()
    assert "/sign/" not in other
    assert "Nessun indirizzo aperto" in other


def test_given_again_to_the_same_person_only_the_last_is_shown(signed_in, give):
    first, last = give(), give()
    text = signed_in("assistente").get(reverse("handed_plan", args=[DRAFT])).content.decode()
    assert address(last) in text
    assert address(first) not in text


@pytest.mark.parametrize("account", ["psicologa"])
def test_who_may_not_write_the_yes_of_others_does_not_give_it(acting_as, signed_in, today, account):
    assert signed_in(account).get(reverse("hand_plan", args=[DRAFT])).status_code == 403
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=viewer, today=today)


def test_it_is_not_given_to_a_child_too_young_nor_to_who_is_not_to_be_told(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        plan = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        plan = Plan.objects.select_related("case__household").get(pk=plan.pk)
        leo, karim = (Person.objects.get(pk=key_for("person", key)) for key in ("leo", "karim"))
        with pytest.raises(Refused, match="cannot_hand") as no:
            actions.hand_plan(plan, leo, by=viewer, today=today)
        assert "con la sua versione" in str(no.value.reason)
        act = Act(
            kind="parental",
            standing="suspended",
            decisions=(),
            may_be_told=False,
            authority="Tribunale",
            since=today,
        )
        write_responsibility(
            Household.objects.get(pk=plan.household_id), Holding(leo, act, karim, ""), by=viewer
        )
        with pytest.raises(Refused, match="cannot_hand") as no:
            actions.hand_plan(plan, karim, by=viewer, today=today)
        assert "non informare" in str(no.value.reason)


# Opening it


def test_the_page_says_in_plain_words_what_was_thought_together(phone, acting_as, give):
    answer = phone.get(address(give()))
    text = unescape(answer.content.decode())
    with acting_as("assistente"):
        titles = list(Goal.objects.filter(plan=DRAFT, voided_at=None).values_list("title", flat=True))
    for words in (*titles, "Per i bambini e i ragazzi", "Per i genitori", "Dico sì", "Non adesso"):
        assert words in text
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    for untold in ("−2", "household", "/plans/"):
        assert untold not in text.partition("<main")[2].partition("</main")[0]


def test_opening_is_a_reading_of_who_gave_it_and_consumes_nothing(phone, acting_as, give):
    link = give()
    for query in ("", "?later=1", ""):
        assert phone.get(address(link) + query).status_code == 200
    assert "Non è stato scritto niente" in phone.get(address(link) + "?later=1").content.decode()
    with acting_as("assistente") as viewer:
        read = Reading.objects.get(page="sign_by_link")
        assert (read.membership_id, read.household_id) == (viewer.membership_id, draft().household_id)
    assert yeses(acting_as) == []


def test_sign_by_link_is_ones_own_yes_with_reservation_and_signature(phone, acting_as, hat, give, today):
    link = give()
    drawn = SimpleUploadedFile("f.png", picture("PNG"), "image/png")
    said = once(reservation=" La visita per me è presto ", signature=drawn)
    answer = phone.post(address(link), said)
    assert answer["Location"] == address(link)
    assert "Il sì è scritto" in phone.get(address(link)).content.decode()
    (row,) = yeses(acting_as)
    assert (row.how, row.day, row.reservation) == ("link", today, "La visita per me è presto")
    assert row.written_by_id == hat("assistente")
    with acting_as("assistente"):
        assert row.imprint == imprint_now(draft())
        assert row.mark.media_type == "image/png"


def test_without_drawing_a_yes_is_a_yes(phone, acting_as, give):
    assert phone.post(address(give()), once()).status_code == 302
    assert yeses(acting_as)[0].mark_id is None


def test_it_is_used_once(phone, acting_as, give):
    link = give()
    for _tap in range(3):
        phone.post(address(link), once())
    assert len(yeses(acting_as)) == 1
    assert "Grazie" in phone.get(address(link)).content.decode()


def test_the_token_stands_in_no_row(phone, acting_as, give):
    link = give()
    phone.post(address(link), once())
    assert len(yeses(acting_as)) == 1
    with acting_as("assistente"):
        assert not Once.objects.filter(outcome__contains=token_of(link)).exists()
        assert Once.objects.filter(outcome="signed").exists()


def test_a_pdf_is_no_signature_and_what_was_written_stays(phone, acting_as, give):
    from intreccio.workshop.documents.tests.makers import paper

    link = give()
    said = once(reservation="Non ora", signature=SimpleUploadedFile("f.pdf", paper(), "application/pdf"))
    answer = phone.post(address(link), said)
    assert answer.status_code == 422
    assert "Non ora" in answer.content.decode()
    assert yeses(acting_as) == []


# When it no longer opens


def test_its_time_passes(phone, acting_as, give, monkeypatch):
    link = give()
    with acting(DOOR):
        OneTimeLink.objects.filter(pk=link.pk).update(expires_at=now() - timedelta(seconds=1))
    for answer in (phone.get(address(link)), phone.post(address(link), once())):
        assert answer.status_code == 410
        assert "il suo tempo è passato" in answer.content.decode()
    assert yeses(acting_as) == []


def test_other_words_than_those_that_were_given_are_not_signed(phone, acting_as, give):
    link = give()
    with acting_as("educatrice") as viewer:
        goal = Goal.objects.select_related("plan__case__household").filter(plan=DRAFT, voided_at=None).first()
        actions.edit_goal(goal, version=goal.version, person=goal.person, by=viewer, title="Tutt'altro")
    for answer in (phone.get(address(link)), phone.post(address(link), once())):
        assert answer.status_code == 410
        assert "Il progetto non è più quello" in answer.content.decode()
    assert yeses(acting_as) == []


def test_with_the_case_closed_nothing_is_signed(phone, acting_as, give, today, monkeypatch):
    monkeypatch.setitem(
        registers.objections, "why_not_close", []
    )  # what else holds a closing back is no matter here
    link = give()
    with acting_as("assistente") as viewer:
        close_case(
            draft().case, motive="moved", words="Grazie.", follow_ups=later(today), by=viewer, today=today
        )
    for answer in (phone.get(address(link)), phone.post(address(link), once())):
        assert answer.status_code == 410
    assert yeses(acting_as) == []


def test_who_gave_it_and_no_longer_works_here_opens_nothing(phone, acting_as, give, keeper_of_hats):
    link = give()
    keeper_of_hats("assistente")
    assert phone.get(address(link)).status_code == 410


@pytest.fixture
def keeper_of_hats(acting_as, hat, today):
    """Ends a hat, as who leads the body does."""
    from intreccio.parties.organisations.models import Membership

    def end(account):
        with acting_as("admin"):
            assert Membership.objects.filter(pk=hat(account)).update(until=today)

    return end


def test_words_that_are_no_address_of_ours_are_answered_kindly_and_counted(phone, give):
    link = give()
    wrong = reverse("sign_by_link", args=["nonsense"])
    for _try in range(10):
        answer = phone.get(wrong)
        assert answer.status_code == 404
        assert "Forse manca una lettera" in answer.content.decode()
    assert phone.get(wrong).status_code == 429
    assert phone.post(wrong, once()).status_code == 429
    assert phone.get(address(link)).status_code == 200, "who has the right one is not kept out"


def test_count_wrong_counts_a_connection_and_not_the_house(db, today):
    with acting(DOOR):
        assert not any(actions.count_wrong("192.0.2.1:5001", today) for _try in range(10))
        assert actions.count_wrong("192.0.2.1:5002", today), "another port is the same connection"
        assert not actions.count_wrong("192.0.2.2", today)


def test_the_token_stands_in_no_log(phone, give, caplog):
    link = give()
    with caplog.at_level(logging.DEBUG):
        phone.get(address(link))
        phone.post(address(link), once(), secure=True)
        phone.get(reverse("sign_by_link", args=["nonsense"]))
    from intreccio.ground.kernel.logs import WithoutAddresses

    for record in caplog.records:
        WithoutAddresses().filter(record)
        assert token_of(link) not in record.getMessage()


def test_a_token_of_one_plan_opens_no_other(phone, acting_as, give):
    """Whatever a row says, it is opened under the eyes of who made it."""
    link = give()
    with acting(DOOR):
        OneTimeLink.objects.filter(pk=link.pk).update(subject_id=key_for("plan", "bah-1"))
    assert phone.get(address(link)).status_code == 410


# Two at once


def test_two_telephones_at_once_and_one_wins(keeper, today):
    from conftest import viewer_named

    with acting(DOOR):
        viewer = viewer_named("assistente")
    with acting(viewer):
        link = actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=viewer, today=today)
        token = token_of(link)

    def sign(_viewer):
        actions.sign_by_link(token, today=today)

    told = at_once(*[("assistente", sign)] * 4)
    assert sorted(told) == ["done", "link_closed", "link_closed", "link_closed"]
    found = "SELECT count(*) FROM plans_acceptance WHERE plan_id = %s AND person_id = %s"
    assert keeper.execute(found, [DRAFT, MOTHER]).fetchone()[0] == 1


def test_a_goal_that_changes_while_it_is_signed_is_before_or_refused(keeper, today):
    from conftest import viewer_named

    with acting(DOOR):
        viewer = viewer_named("assistente")
    with acting(viewer):
        token = token_of(actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=viewer, today=today))
        goal = Goal.objects.filter(plan=DRAFT, voided_at=None).first()

    def sign(_viewer):
        actions.sign_by_link(token, today=today)

    def edit(by):
        row = Goal.objects.select_related("plan__case__household").get(pk=goal.pk)
        actions.edit_goal(row, version=goal.version, person=row.person, by=by, title="Tutt'altro")

    told = at_once(("assistente", sign), ("educatrice", edit))
    assert told in (["done", "accepted"], ["changed", "done"])


def test_the_door_alone_asks_for_a_token_and_nobody_reads_those_of_others(acting_as, give):
    link = give()
    for account in ("educatrice", "coordinatrice", "lucia"):
        with acting_as(account):
            assert not OneTimeLink.objects.filter(pk=link.pk).exists()
