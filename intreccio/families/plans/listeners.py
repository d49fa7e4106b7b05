"""What this area hears from below."""

from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.plans.actions import close_addresses, drop_proposal, end_plan, propose_action
from intreccio.families.plans.actions.paths import mark_heard, silence_after_joining
from intreccio.families.plans.actions.reckoning import count_from_expected, look_again
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer


def case_closed(event: Event, by: Actor) -> None:
    """The family's way has ended: its plan has been what was agreed until today."""
    if isinstance(by, Viewer):
        case = Case.objects.select_related("household").get(pk=event.subject_id)
        end_plan(case, by=by, today=today())


def case_voided(event: Event, by: Actor) -> None:
    """The way was opened by mistake: what was given to be signed is signed no more."""
    del by
    close_addresses(event.subject_id)


def conference_decided(event: Event, by: Actor) -> None:
    """A meeting has decided something: the plan has it as a proposal."""
    if isinstance(by, Viewer):
        propose_action(event.subject_id, by=by)


def decision_voided(event: Event, by: Actor) -> None:
    """What was decided was a mistake: it is proposed no longer."""
    if isinstance(by, Viewer):
        drop_proposal(event.subject_id, by=by, today=today())


def corrected_below(event: Event, by: Actor) -> None:
    """A birth was corrected, two rows found to be one: the days that a path leaves in peace are others now."""
    if isinstance(by, Viewer) and event.household_id:
        if event.kind == "person.edited" and "birth_date" in event.fields:
            count_from_expected(event.subject_id, by=by)
        look_again(event.household_id, team_ids=by.team_ids)


def stay_voided(event: Event, by: Actor) -> None:
    """Somebody was never of this home. Heard just before the stay is annulled."""
    if isinstance(by, Viewer) and event.household_id:
        look_again(event.household_id, team_ids=by.team_ids, without=event.subject_id)


def follow_up_recorded(event: Event, by: Actor) -> None:
    """A family was heard as agreed: it is written once, and the path that follows the closing knows it."""
    if isinstance(by, Viewer):
        heard = CaseFollowUp.objects.select_related("case__household").get(pk=event.subject_id)
        mark_heard(heard.case, heard.months, by=by, today=today())


def homes_joined(event: Event, by: Actor) -> None:
    """Two homes are one: what one of them asked for holds for both."""
    if isinstance(by, Viewer) and event.household_id:
        silence_after_joining(event.household_id, by=by, today=today())


CORRECTED = (
    "person.edited", "person.merged", "person.parted", "birth.recorded", "loss.recorded", "death.recorded", "life_event.undone",
)  # fmt: skip


def register() -> None:
    """Begins to listen."""
    hear("conference.decided")(conference_decided)
    hear("conference.decision_voided")(decision_voided)
    hear("case.closed")(case_closed)
    hear("case.voided")(case_voided)
    hear(*CORRECTED)(corrected_below)
    hear("home.voided")(stay_voided)
    hear("case.follow_up_recorded")(follow_up_recorded)
    hear("homes.joined")(homes_joined)
