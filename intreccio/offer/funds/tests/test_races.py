"""Two at once: the hours of a person are counted by one at a time."""

from intreccio.ground.accounts.roles import Coordinator
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import DOOR
from intreccio.offer.funds.actions.hours import agree_hours
from intreccio.offer.funds.models import AgreedHours, FundingLine
from intreccio.offer.funds.tests.conftest import FILI, PIANO, place
from intreccio.parties.organisations.queries import find_viewer
from intreccio.parties.organisations.queries.teams import places_in_teams
from tests.drills.at_once import acted, told


def test_eight_at_once_never_agree_more_than_a_week_holds(committed):
    with acting(DOOR):
        by = find_viewer(key_for("user", "coordinatrice"), None)
    assert by is not None
    assert by.role == Coordinator.code

    def agrees(line):
        return acted(
            by,
            lambda by: agree_hours(
                places_in_teams().get(pk=place("equipe_nord", "awa")), FundingLine.objects.get(pk=line),
                hours=30, since=today(), by=by,
            ),
        )  # fmt: skip

    went = told(*[agrees(line) for line in (FILI, PIANO) * 4])
    assert went.count("done") == 1
    assert set(went) <= {"done", "hours", "overlap"}
    with acting(by):
        assert AgreedHours.objects.filter(place_id=place("equipe_nord", "awa")).count() == 1
