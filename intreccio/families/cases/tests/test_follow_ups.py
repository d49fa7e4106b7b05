"""What was agreed for later is heard, moved, handed on, and recalled: `record_follow_up`, `move_follow_up`, `let_go`."""

from datetime import timedelta

import pytest
from django.core import mail as post
from django.db import connection

from intreccio.families.cases import actions
from intreccio.families.cases.actions.reminding import JOBS, remind_follow_ups
from intreccio.families.cases.models import CaseDeputy, CaseFollowUp
from intreccio.families.cases.queries.waiting import waiting_for
from intreccio.families.cases.tasks import remind_follow_ups as job
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.ground.kernel.viewer import House
from intreccio.parties.people.actions.households import hand_over
from intreccio.workshop.messages.actions.mail import send
from intreccio.workshop.messages.models import Mail
from intreccio.workshop.messages.tasks import send_mail


def of(key, months=6):
    rows = CaseFollowUp.objects.select_related("case__household")
    return rows.get(case_id=key_for("case", key), months=months)


def record(follow_up, viewer, today, version=1):
    actions.record_follow_up(
        follow_up, outcome="going_well", words="Stanno bene.", version=version, by=viewer, today=today
    )


def test_record_follow_up_keeps_what_was_heard(acting_as, today):
    with acting_as("educatrice") as viewer:
        follow_up = of("el_amrani")
        record(follow_up, viewer, today)
        follow_up.refresh_from_db()
        assert (follow_up.done_on, follow_up.outcome, follow_up.words) == (
            today,
            "going_well",
            "Stanno bene.",
        )
        codes = Event.objects.get(kind="case.follow_up_recorded").codes
        assert (codes["months"], codes["outcome"]) == (6, "going_well")
        assert "Stanno bene." not in str(codes)


def test_what_was_heard_is_written_once(acting_as, today):
    with acting_as("educatrice") as viewer:
        record(of("el_amrani"), viewer, today)
        with pytest.raises(Refused, match="follow_up_over"):
            record(of("el_amrani"), viewer, today, version=2)


def test_what_was_left_out_is_not_heard(acting_as, today):
    with acting_as("lucia") as viewer, pytest.raises(Refused, match="follow_up_over"):
        record(of("okafor", 12), viewer, today)


def test_move_follow_up_says_why_and_a_second_edit_finds_the_first(acting_as, today):
    with acting_as("educatrice") as viewer:
        follow_up, day = of("el_amrani", 12), today + timedelta(days=20)
        actions.move_follow_up(follow_up, due_on=day, reason="partono", version=1, by=viewer, today=today)
        follow_up.refresh_from_db()
        assert (follow_up.due_on, follow_up.moved_why) == (day, "partono")
        with pytest.raises(Changed):
            actions.move_follow_up(follow_up, due_on=day, reason="no", version=1, by=viewer, today=today)
        with pytest.raises(Refused, match="cannot_move"):
            actions.move_follow_up(follow_up, due_on=today, reason="oggi", version=2, by=viewer, today=today)


def due(viewer, today):
    return {line.case_id for line in waiting_for(viewer, 10, today=today) if line.kind == "follow_up"}


def test_it_waits_for_who_calls_and_after_its_day_for_the_team(acting_as, today):
    wanted = {key_for("case", "el_amrani")}
    day = today + timedelta(days=9)
    with acting_as("educatrice") as viewer:
        assert due(viewer, today) == wanted
        assert due(viewer, today - timedelta(days=10)) == set()
    with acting_as("psicologa") as viewer:
        assert due(viewer, today) == set()
        assert due(viewer, day + timedelta(days=1)) == wanted


def test_a_family_that_changes_hands_is_heard_by_its_new_team(acting_as, today):
    with acting_as("coordinatrice") as viewer:
        household = of("el_amrani").case.household
        hand_over(household, to_team_id=key_for("team", "equipe_sud"), by=viewer, reason_code="moved")
    with acting_as("sara"):
        assert set(CaseFollowUp.objects.filter(household=household).values_list("who_id", flat=True)) == {
            None
        }


def mails():
    with acting(JOBS):
        return list(Mail.objects.filter(letter="follow_up").order_by("id"))


def test_one_mail_for_each_follow_up_whatever_the_nights(db, today):
    assert remind_follow_ups(today) == 1
    assert remind_follow_ups(today) == 0
    job(0)
    (mail,) = mails()
    assert mail.to == "educatrice@example.org"
    send_mail(str(mail.pk))
    (letter,) = post.outbox
    for words in ("Amrani", str(key_for("case", "el_amrani")), str(key_for("household", "el_amrani"))):
        assert words not in letter.subject + letter.body


def test_while_a_colleague_is_away_who_stands_in_is_reminded_too(acting_as, hat, today):
    with acting_as("coordinatrice"):
        case = of("el_amrani").case
        CaseDeputy(
            household_id=case.household_id, team_id=case.team_id, case=case, absent_id=hat("educatrice"),
            deputy_id=hat("assistente"), since=today, until=today + timedelta(days=3),
        ).save(force_insert=True)  # fmt: skip
    assert remind_follow_ups(today) == 1
    assert {mail.to for mail in mails()} == {"educatrice@example.org", "assistente@example.org"}


def test_who_stood_in_until_yesterday_is_not(acting_as, hat, today):
    with acting_as("coordinatrice"):
        case = of("el_amrani").case
        CaseDeputy(
            household_id=case.household_id, team_id=case.team_id, case=case, absent_id=hat("educatrice"),
            deputy_id=hat("assistente"), since=today - timedelta(days=3), until=today,
        ).save(force_insert=True)  # fmt: skip
    assert remind_follow_ups(today) == 1
    assert {mail.to for mail in mails()} == {"educatrice@example.org"}


def test_what_was_moved_is_reminded_again_on_its_day(acting_as, today):
    assert remind_follow_ups(today) == 1
    with acting_as("educatrice") as viewer:
        (mail,) = mails()
        follow_up = CaseFollowUp.objects.get(pk=mail.about["follow_up"])
        later = today + timedelta(days=60)
        actions.move_follow_up(
            follow_up, due_on=later, reason="partono", version=follow_up.version, by=viewer, today=today
        )
    assert remind_follow_ups(today) == 0
    assert remind_follow_ups(later) >= 1
    assert [one.about for one in mails()].count(mail.about) == 2


def test_a_night_that_breaks_leaves_neither_mark_nor_mail(db, today, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("no post tonight")

    with monkeypatch.context() as night:
        night.setattr("intreccio.families.cases.actions.reminding.queue_mail", broken)
        with pytest.raises(RuntimeError):
            remind_follow_ups(today)
    assert mails() == []
    assert remind_follow_ups(today) == 1


def test_who_has_heard_already_is_not_reminded(acting_as, today):
    with acting_as("educatrice") as viewer:
        record(of("el_amrani"), viewer, today)
    assert remind_follow_ups(today) == 0


@pytest.mark.parametrize(
    "left",
    [
        "UPDATE organisations_teammembership SET until = %s WHERE membership_id = %s",
        "UPDATE organisations_membership SET until = %s WHERE id = %s",
    ],
)
def test_who_would_find_nothing_in_oggi_is_not_written_to(keeper, committed, hat, today, left):
    keeper.execute(left, [today, hat("educatrice")])
    assert remind_follow_ups(today) == 0
    assert mails() == []


@pytest.mark.parametrize("house", ["eraser", "door", "imports"])
def test_nobody_but_the_jobs_asks_who_is_due(db, today, house):
    with acting(House(house)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM remind_follow_ups(%s, 10)", [today + timedelta(days=900)])
        assert cursor.fetchone() == (0,)


def test_nobody_at_work_asks_it_either(acting_as, today):
    with acting_as("educatrice"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM remind_follow_ups(%s, 10)", [today + timedelta(days=900)])
        assert cursor.fetchone() == (0,)


def test_the_jobs_see_no_follow_up(db):
    with acting(JOBS):
        assert not CaseFollowUp.objects.exists()


def heard(follow_up, viewer, today):
    record(follow_up, viewer, today, version=follow_up.version)


def moved(follow_up, viewer, today):
    later = today + timedelta(days=60)
    actions.move_follow_up(
        follow_up, due_on=later, reason="partono", version=follow_up.version, by=viewer, today=today
    )


@pytest.mark.parametrize("meanwhile", [heard, moved])
def test_a_mail_that_waits_does_not_leave_for_what_was_heard_or_moved_meanwhile(acting_as, today, meanwhile):
    assert remind_follow_ups(today) == 1
    with acting_as("educatrice") as viewer:
        meanwhile(of("el_amrani"), viewer, today)
    (mail,) = mails()
    assert send(mail.pk) == "not_needed"
    assert post.outbox == []


def of_a_mail():
    return mails()[0].about["follow_up"]


@pytest.mark.parametrize("account", ["educatrice", None])
def test_nobody_but_the_jobs_asks_whether_one_waits(acting_as, today, account):
    assert remind_follow_ups(today) == 1
    key = of_a_mail()
    with acting_as(account) if account else acting(House("eraser")), connection.cursor() as cursor:
        cursor.execute("SELECT follow_up_waits(%s)", [key])
        assert cursor.fetchone() != (True,)
