"""Two at once: what a rule counts is counted by one at a time."""

import time

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.organisations.actions.holding import hold
from intreccio.parties.organisations.actions.memberships import end_membership
from intreccio.parties.organisations.models import Membership
from intreccio.parties.organisations.queries import find_viewer
from tests.drills.at_once import acted, told


def test_two_administrators_who_end_each_other_leave_one(committed, today):
    second = key_for("user", "elio")
    with acting(DOOR):
        hat = Membership(
            user_id=second,
            organisation_id=key_for("organisation", "telaio"),
            kind="employee",
            role="administrator",
            since=today,
        )
        hat.save(force_insert=True)
    with acting(DOOR):
        nora = find_viewer(key_for("user", "admin"), None)
        elio = find_viewer(second, hat.pk)
    assert nora is not None
    assert elio is not None

    def ends(by, key):
        return acted(
            by, lambda by: end_membership(Membership.objects.get(pk=key), reason="left", by=by, today=today)
        )

    went = sorted(told(ends(nora, hat.pk), ends(elio, nora.membership_id)))
    assert went == ["done", "membership"]


def test_hold_lets_one_in_at_a_time(committed):
    inside, most = [], []

    def enter() -> None:
        hold("a name")
        inside.append(1)
        time.sleep(0.01)
        most.append(len(inside))
        inside.pop()

    assert told(*[enter] * 6) == ["done"] * 6
    assert max(most) == 1
