"""The lines of support on the page of a case, and what of them holds its closing back."""

from collections.abc import Mapping
from typing import Any

from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.vocabulary import IN_CHARGE_STAGES
from intreccio.families.diary import policies
from intreccio.families.diary.queries.lines import states_of, states_of_home
from intreccio.families.diary.queries.of_case import briefs_of
from intreccio.families.diary.rules.standing import why_not_close
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.models import Household


def on_case(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """Which lines, where they stand, their dates and outcome; for who may, the way to ask."""
    briefs = briefs_of(viewer, case.pk)
    here = policies.ask_line(viewer) and is_in_charge(viewer, case.team_id)
    may_ask = here and case.voided_at is None and case.stage in IN_CHARGE_STAGES
    return {"briefs": briefs, "may_ask": may_ask} if briefs or may_ask else None


def on_case_diary(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """The way to the diary. Nothing is asked."""
    if not policies.diary_page(viewer):
        return None
    return {"may_write": case.voided_at is None and case.ended_on is None}


def on_today(viewer: Viewer, **_subject: Any) -> Mapping[str, Any] | None:
    """For a psychologist, the way to the notes of families that are with others now. Nothing is asked."""
    return {} if policies.my_notes(viewer) else None


def hours_on_today(viewer: Viewer, **_subject: Any) -> Mapping[str, Any] | None:
    """The way to one's own hours. Nothing is asked."""
    return {"of_teams": policies.hours_page(viewer)} if policies.my_hours(viewer) else None


def hours_on_team(viewer: Viewer, *, team: Team, **_subject: Any) -> Mapping[str, Any] | None:
    """The way to the hours of a team, for who answers for it. Nothing is asked."""
    return {"team": team} if policies.hours_page(viewer) and is_in_charge(viewer, team.pk) else None


def holds_back(case: Case, **_subject: Any) -> Words | None:
    """A line that is open, whatever the motive: whoever is in it is told first."""
    return why_not_close(states_of(case.pk))


def holds_joining_back(household: Household) -> Words | None:
    """A home in which a line is open is not absorbed."""
    return why_not_close(states_of_home(household.pk))
