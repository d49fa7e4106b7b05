"""What every step of a referral is made of."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from bench.counting import Counter
from intreccio.families.cases.queries.cases import case_of
from intreccio.families.referrals import actions
from intreccio.families.referrals.actions import unmet
from intreccio.families.referrals.actions.mails import ANSWERED, ASKED, write_to_asker, write_to_receiver
from intreccio.families.referrals.actions.steps import (
    hold,
    hold_origin,
    record_ours,
    see,
    take_step,
    write_line,
)
from intreccio.families.referrals.models import Referral, ReferralStep
from intreccio.families.referrals.queries.numbering import day_of_asking
from intreccio.families.referrals.queries.receivers import who_answers
from intreccio.families.referrals.queries.snapshot import family_of
from intreccio.ground.kernel.attempts import attempt
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.needs.vocabulary import UnmetReason
from intreccio.parties.people.actions.languages import write_language
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.codes import codes_of_the_day
from intreccio.workshop.messages.models import Mail

# Decision 91, of a process that has sent one before.
MOST_TO_SEND = 21


def referral(key):
    return Referral.objects.select_related("service").get(pk=key)


def test_hold_opens_what_nobody_has_opened_and_says_where_it_stands(acting_as, send):
    key = send()
    with acting_as("tommaso") as viewer:
        held = hold(referral(key), "accept_referral", by=viewer)
        assert held.state == "seen"
        with pytest.raises(Refused) as no:
            hold(referral(key), "end_referral", by=viewer)
        assert "Aspetta una risposta" in str(no.value.reason)


def test_hold_origin_is_for_the_team_in_charge(acting_as, send):
    key = send()
    with acting_as("coordinatrice") as viewer:
        held, origin = hold_origin(referral(key), "withdraw_referral", by=viewer)
        assert (held.pk, origin.household_id) == (key, key_for("household", "marchetti"))
    with acting_as("consultorio") as viewer, pytest.raises(NotAllowed):  # a grant of the record reads
        hold_origin(referral(key), "withdraw_referral", by=viewer)


def test_take_step_moves_and_writes_its_line(acting_as, send):
    key = send()
    with acting_as("tommaso") as viewer:
        held = referral(key)
        see(held, by=viewer)
        take_step(held, "put_on_waiting_list", by=viewer, words=" Due settimane ")
        last = ReferralStep.objects.filter(referral=key).order_by("at").last()
        assert (last.state_from, last.state_to, last.words, last.by_receiver) == (
            "seen",
            "waiting",
            "Due settimane",
            True,
        )


def test_write_line_says_one_s_own_name_and_side(acting_as, send):
    from django.db import ProgrammingError, transaction

    key = send()
    with acting_as("tommaso") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        write_line(referral(key), "write_word", source="asked", by=viewer, by_receiver=False, words="da loro")


def test_record_ours_is_an_act_of_the_family(acting_as, send):
    key = send()
    with acting_as("educatrice") as viewer:
        held, origin = hold_origin(referral(key), "write_word", by=viewer)
        record_ours("referral.word_written", held, origin, by=viewer)
        act = Event.objects.get(kind="referral.word_written", subject_id=key)
        assert act.codes["receiver"] == str(key_for("organisation", "girasole"))


def test_the_right_mail_goes_to_the_right_people(acting_as, send, today):
    key = send()
    with acting_as("coordinatrice") as viewer:
        held = referral(key)
        write_to_receiver(held, ASKED, to=who_answers(held.receiver_id, today), by=viewer)
        write_to_asker(held, ANSWERED, by=viewer, today=today)
    with acting_as("admin"):
        assert sorted(Mail.objects.values_list("letter", "to")) == [
            ("referral_answered", "educatrice@example.org"),
            ("referral_asked", "tommaso@example.org"),
            ("referral_asked", "tommaso@example.org"),
        ]


def test_a_letter_says_no_word_of_a_family(acting_as, send, mailoutbox):
    from intreccio.workshop.messages.actions.mail import send as send_mail

    key = send()
    with acting_as("admin"):
        mail = Mail.objects.get(letter="referral_asked")
    assert send_mail(mail.pk) == ""
    (left,) = mailoutbox
    assert left.subject == "C'è una richiesta per voi"
    assert f"/referrals/{key}" in left.body
    assert not any(word in left.body for word in ("Leo", "Marchetti", "giocare"))


def test_leave_unmet_and_note_unmet_write_the_same_no_once(acting_as, send, today):
    key = send()
    with acting_as("tommaso") as viewer:
        for _ in range(2):
            unmet.leave_unmet(key, UnmetReason.NO_ROOM, by=viewer, today=today)
        held = referral(key)
        assert held.unmet == ["no_room"]
        assert unmet.note_unmet(held, UnmetReason.NO_ROOM, by=viewer, today=today) == ["no_room"]
        assert unmet.note_unmet(held, UnmetReason.TOO_FAR, by=viewer, today=today) == ["no_room", "too_far"]


def test_a_number_follows_the_last_of_the_district_and_comes_with_the_codes_of_the_day(acting_as, today):
    with acting_as("educatrice") as viewer:
        family = Household.objects.get(pk=key_for("household", "marchetti"))
        first, second = (day_of_asking(family, today) for _ in range(2))
        case = case_of(viewer, family.pk)
        assert second.number == first.number + 1
        assert second.code(today).endswith(f"-IN-{today.year}-{second.number:04d}")
        assert second.case_id == (case.pk if case and case.ended_on is None else None)
        assert second.codes == codes_of_the_day(family, today)


def test_hold_family_says_whether_it_is_held(acting_as):
    """Who only reads a family, because it was opened to them, cannot hold it still: the action asks again, and refuses."""
    key = key_for("household", "marchetti")
    with acting_as("educatrice") as viewer:
        family = actions.hold_family(viewer, key)
        assert family is not None
        assert family.is_held
        assert not family_of(viewer, key).is_held
        assert {one.person.pk for one in family.members} == {
            one.person.pk for one in family_of(viewer, key).members
        }
    with acting_as("tommaso") as viewer:
        assert actions.hold_family(viewer, key) is None


def test_a_family_read_without_being_held_is_read_again(acting_as, asked, today):
    with acting_as("educatrice") as viewer:
        family = family_of(viewer, key_for("household", "marchetti"))
        elena = Person.objects.get(pk=key_for("person", "elena"))
        write_language(family.seen.household, by=viewer, person=elena, code="ar", uses=["speaks"])
        referral = actions.create_referral(
            family.seen.household, asked=asked(), by=viewer, today=today, family=family
        )
        assert "arabo" in referral.snapshot["languages"]


def test_a_request_leaves_in_so_many_statements(signed_in, today):
    """Decision 91: what remains, and what each is for."""
    elena, leo = key_for("person", "elena"), key_for("person", "leo")
    data = {
        "person": str(leo), "request": "Due mattine per giocare.", "urgency": "weeks",
        "answer_by": (today + timedelta(days=7)).isoformat(), "least": ["name", "age", "reach", "languages"],
        "consent": "voice", "consent_of": str(elena), "consent_on": today.isoformat(),
    }  # fmt: skip
    client = signed_in("educatrice")
    family, service = key_for("household", "marchetti"), key_for("service", "spazio_gioco_il_cortile")
    where = f"/referrals/new?household={family}&need=futuro.educative&service={service}"
    # The first fetches what a process keeps.
    for _ in range(2):
        counter = Counter()
        with connection.execute_wrapper(counter):
            assert client.post(where, {**data, "once": str(uuid4())}).status_code == 302
    assert counter.statements <= MOST_TO_SEND


def test_what_a_no_leaves_is_kept_although_nothing_was_done(keeper, today):
    """For who comes without a page: `attempt` rolls back, and then writes the fact."""
    from tests.drills.at_once import person

    viewer = person("tommaso")

    def refuse():
        Referral.objects.filter(pk=key_for("referral", "leo_gioco")).update(unmet=["other"])
        raise Refused("no", leaves=lambda by: unmet.leave_unmet(
            key_for("referral", "leo_gioco"), UnmetReason.NO_ROOM, by=by, today=today
        ))  # fmt: skip

    with pytest.raises(Refused):
        attempt(viewer, refuse)
    row = keeper.execute(
        "SELECT unmet FROM referrals_referral WHERE id = %s", [key_for("referral", "leo_gioco")]
    )
    assert row.fetchone()[0] == ["no_room"]


@pytest.mark.parametrize(
    ("verb", "by", "said"),
    [("withdraw_referral", "educatrice", {"reason": "family"}), ("decline_referral", "tommaso", {"reason": "no_room"})],
)  # fmt: skip
def test_a_request_that_was_answered_or_taken_back_is_not_announced_any_more(
    acting_as, send, step, mailoutbox, verb, by, said
):
    from intreccio.workshop.messages.actions.mail import send as send_mail

    step(verb, send(), by=by, **said)
    with acting_as("admin"):
        mail = Mail.objects.get(letter="referral_asked")
    assert send_mail(mail.pk) == "not_needed"
    assert mailoutbox == []


def test_only_the_house_is_told_whether_a_request_waits(acting_as, send):
    key = send()
    with acting_as("educatrice"), connection.cursor() as cursor:
        cursor.execute("SELECT referral_waits(%s)", [key])
        assert cursor.fetchone() != (True,)
