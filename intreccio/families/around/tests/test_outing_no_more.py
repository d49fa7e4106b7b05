"""Of who has died nobody is told where one was to go with them."""

from datetime import timedelta

from intreccio.families.around.actions import outings as actions
from intreccio.families.around.panels.waiting import waits
from intreccio.families.around.queries.outings import outings_of, still_open
from intreccio.families.around.tests.conftest import MAMME, agreed, case_of, service
from intreccio.families.around.tests.test_outing_calendar import EDUCATOR, due, found
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House
from intreccio.parties.people.models import Person


def test_where_one_was_to_go_with_somebody_who_has_died_nobody_is_sent(acting_as, today):
    """Nor is anybody asked why one did not go: it stays to be read, and holds no closing back."""
    tomorrow = today + timedelta(days=1)
    with acting_as("educatrice") as viewer:
        said = agreed(tomorrow, person_id=key_for("person", "nadia"))
        row = actions.plan_outing(
            case_of(), service(MAMME), said, need_code="famiglie.segretariato", by=viewer, today=today
        )

        def shown():
            with acting(House("jobs")):
                reminded = bool(due(row.pk))
            return (
                row.pk in found(viewer, tomorrow, members=(EDUCATOR,)),
                any(str(row.pk) in line.url for line in waits(viewer, 99)),
                still_open(row.household_id),
                next(each.is_open for each in outings_of(row.household_id) if each.id == row.pk),
                reminded,
            )

        before = shown()
        Person.objects.filter(pk=row.person_id).update(died_on=today)
        after = shown()
    assert before[:2] == (True, True)
    assert before[3:] == (True, True)
    assert after == (False, False, before[2] - 1, False, False)
