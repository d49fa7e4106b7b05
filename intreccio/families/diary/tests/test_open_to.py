"""A psychologist of a team to whom the record is open answers, follows the line to its end, and has no more than that."""

from datetime import timedelta

import pytest

from intreccio.families.diary import actions
from intreccio.families.diary.actions import How, Plan
from intreccio.families.diary.models import RestrictedNote, SupportLine
from intreccio.families.diary.tests.conftest import ASKED, UNDER_WAY, line_of, page, person
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.vocabulary import GrantPurpose, Level


@pytest.fixture
def opened(acting_as, day):
    """Two families of the north, opened to the team of the east: one at the record, one below it."""
    with acting_as("coordinatrice") as viewer:
        for key, level in ((ASKED, Level.RECORD), (UNDER_WAY, Level.CONTACT)):
            grant(
                line_of(key).household, by=viewer, level=level, purpose=GrantPurpose.COLLABORATION, reason="Una psicologa in più",
                since=day, until=day + timedelta(days=60), to_team_id=key_for("team", "equipe_est"),
            )  # fmt: skip


def test_from_the_answer_to_the_outcome(opened, acting_as, day):
    with acting_as("livia") as viewer:
        actions.accept_line(line_of(ASKED), answer="Volentieri.", by=viewer, today=day)
        cycle = actions.plan_meetings(line_of(ASKED), Plan(2, "weekly", day), by=viewer, today=day)
        first, second = cycle.meetings.order_by("day")
        how = How("held", [person("rossetti_lima_1")])
        actions.record_meeting(line_of(ASKED), first.pk, how, version=1, by=viewer, today=day)
        later = second.day + timedelta(days=1)
        actions.move_meeting(line_of(ASKED), second.pk, day=later, hour=None, version=1, by=viewer, today=day)
        note = actions.write_note(line_of(ASKED), text="Mia.", meeting_id=first.pk, by=viewer)
        fresh = RestrictedNote.objects.select_related("line__household").get(pk=note.pk)
        actions.edit_note(fresh, text="Ancora mia.", version=1, by=viewer)
        actions.end_line(line_of(ASKED), outcome="talking", words="Si parlano.", by=viewer, today=day)
        with pytest.raises(Refused) as no:
            actions.renew_line(line_of(ASKED), by=viewer)
        assert "vostra équipe" in str(no.value.reason), "another cycle is asked by the team in charge"
    for account in ("psicologa", "coordinatrice", "educatrice"):
        with acting_as(account):
            assert line_of(ASKED).cycles.get().words == "Si parlano."
            assert not RestrictedNote.objects.filter(pk=note.pk).exists()


def test_what_is_open_below_the_record_holds_no_line(opened, acting_as):
    with acting_as("livia"):
        assert not SupportLine.objects.filter(pk=key_for("support_line", UNDER_WAY)).exists()


def test_others_of_that_team_read_and_do_nothing(opened, signed_in):
    client = signed_in("davide")
    assert client.get(page("line_page", ASKED)).status_code == 200
    assert client.get(page("accept_line", ASKED)).status_code == 403
    assert signed_in("livia").get(page("accept_line", ASKED)).status_code == 200
    assert signed_in("livia").get(page("void_line", ASKED)).status_code == 403


def test_a_line_that_somebody_else_follows_is_not_theirs(opened, acting_as, day):
    with acting_as("psicologa") as viewer:
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=day)
    with acting_as("livia"):
        mine = key_for("membership", "livia")
        taken = SupportLine.objects.filter(pk=key_for("support_line", ASKED)).update(psychologist_id=mine)
        assert taken == 0, "the policy knows whose it is"


def test_the_team_may_hand_it_to_them(opened, acting_as, day):
    livia = key_for("membership", "livia")
    with acting_as("psicologa") as viewer:
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=day)
        actions.hand_over_line(line_of(ASKED), to=livia, with_notes=False, by=viewer, today=day)
        assert line_of(ASKED).psychologist_id == livia
