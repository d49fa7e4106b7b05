"""Of every visit agreed somebody is asked how it was: who went, who stands in for them, or who answers for the family."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import change_responsible, hand_over_case, name_deputy
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.diary.actions import plan_visit
from intreccio.families.diary.panels.waiting import waits
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, agreed, hat
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.keys import key_for

WHAT = "Merenda insieme"


def planned(acting_as, by: str, family: str, *goes: str, **more):
    with acting_as(by) as viewer:
        said = agreed(what=WHAT, hour=time(16), workers=[hat(one) for one in goes], **{"day": D} | more)
        return plan_visit(case_of(family), said, by=viewer, today=D)


@pytest.fixture
def asked(acting_as, signed_in):
    """Whether somebody finds it in Oggi, and where one chooses of what to write: the two say the same."""

    def find(account: str) -> bool:
        with acting_as(account) as viewer:
            today = any(WHAT in line.why for line in waits(viewer, 99))
        assert today == (WHAT in signed_in(account).get(reverse("start_visit_note")).content.decode())
        return today

    return find


def test_it_waits_for_who_goes_and_for_nobody_else(acting_as, asked):
    planned(acting_as, "assistente", "marchetti", "educatrice")
    assert asked("educatrice")
    assert not asked("assistente")
    assert not asked("coordinatrice")


def test_it_waits_for_who_goes_from_another_team_to_whom_the_record_is_open(acting_as, asked):
    planned(acting_as, "livia", "conti", "educatrice")
    assert asked("educatrice")
    assert not asked("livia")


def test_it_waits_for_whoever_stands_in_too(acting_as, asked):
    planned(acting_as, "assistente", "marchetti", "educatrice")
    with acting_as("assistente") as viewer:
        name_deputy(
            case_of("marchetti"), absent_id=hat("educatrice"), deputy_id=hat("psicologa"), since=D,
            until=D + timedelta(days=9), why="Ferie", by=viewer, today=D,
        )  # fmt: skip
    assert asked("psicologa")
    assert asked("educatrice")


def test_where_nobody_who_goes_sees_the_family_any_more_it_waits_for_who_answers(acting_as, asked):
    planned(acting_as, "assistente", "cattaneo", "assistente")
    with acting_as("assistente") as viewer:
        hand_over_case(
            case_of("cattaneo"), to_team_id=key_for("team", "equipe_est"), motive=Motive.MOVED, summary="Hanno cambiato casa.",
            by=viewer, today=D,
        )  # fmt: skip
    assert not asked("assistente")
    assert not asked("livia")
    with acting_as("lucia") as viewer:
        version = case_of("cattaneo").version
        change_responsible(
            case_of("cattaneo"), membership_id=hat("livia"), version=version, by=viewer, today=D
        )
    assert asked("livia")


def test_whoever_hands_over_reads_which_visits_were_agreed(acting_as, signed_in):
    planned(acting_as, "assistente", "cattaneo", "assistente", day=D + timedelta(days=2))
    page = signed_in("assistente").get(reverse("hand_over_case", args=[key_for("case", "cattaneo")]))
    assert f"- Visita, {spoken(D + timedelta(days=2))}, 16:00: {WHAT}" in page.content.decode()
