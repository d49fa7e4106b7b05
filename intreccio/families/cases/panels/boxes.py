"""What this area draws on the pages of others: the family's, the contact's, the signal's, Oggi."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.urls import reverse

from intreccio.families.access.models import Contact, Triage
from intreccio.families.cases import policies
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import case_of, cases_of
from intreccio.families.cases.queries.loads import loads_in
from intreccio.families.cases.queries.story import stage_line
from intreccio.families.cases.queries.workers import workers_now
from intreccio.families.cases.rules.team import Load
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds.queries.hours import hours_in, on_day, weekly
from intreccio.parties.organisations.models import Team, TeamMembership
from intreccio.parties.organisations.vocabulary import TeamKind
from intreccio.parties.people.models import Household

Words = Mapping[str, Any] | None


def on_household_page(viewer: Viewer, *, household: Household, **_subject: Any) -> Words:
    """Where the family stands with us; for whoever may, the way to begin."""
    case, voided = cases_of(viewer, household.pk)
    may_open = _may_open(viewer, household, case)
    if case is not None:
        may_reopen = may_open and case.stage == Stage.CLOSED and policies.reopen_case(viewer)
        words = {"case": case, "stages": stage_line(case), "voided": voided}
        return {**words, "may_open": may_open, "may_reopen": may_reopen}
    return {"case": None, "may_open": may_open, "voided": voided} if may_open or voided else None


def on_household_side(viewer: Viewer, *, household: Household, **_subject: Any) -> Words:
    """Who works with the family."""
    workers = workers_now(viewer, household.pk)
    return {"workers": [(each, ()) for each in workers], "may": set()} if workers else None


def _may_open(viewer: Viewer, household: Household, case: Case | None) -> bool:
    free = household.joined_on is None and (case is None or case.ended_on is not None)
    return free and policies.open_case(viewer) and policies.is_in_charge(viewer, household.team_id)


def on_team_page(viewer: Viewer, *, team: Team, members: list[TeamMembership], **_subject: Any) -> Words:
    """What each has in hand, against their agreed hours. For who works in the team or answers for it, and nobody else."""
    if team.pk not in viewer.team_ids or team.kind != TeamKind.TEAM or not members:
        return None
    day = today()
    loads, hours = loads_in(team, day), weekly(on_day(hours_in(team, day), day))
    rows = []
    for place in members:
        load = loads.get(place.membership_id, Load(0, Decimal(0)))
        rows.append((place.membership.user.name, load, load.an_hour(hours.get(place.pk))))
    return {"loads": rows}


def on_today(viewer: Viewer, **_subject: Any) -> Words:
    """The way to the families of one's teams, by stage. Nothing is counted."""
    return {"stages": Stage.choices} if viewer.team_ids else None


def on_contact_page(viewer: Viewer, *, contact: Contact, **_subject: Any) -> Words:
    """«Prendi in carico», where the conversation has not led there yet."""
    return _where_it_began(viewer, contact.household_id, contact.team_id, f"contact={contact.pk}")


def on_signal_page(viewer: Viewer, *, triage: Triage, **_subject: Any) -> Words:
    """The same for a signal; first it must have found its family."""
    return _where_it_began(
        viewer, triage.household_id, triage.team_id, f"signal={triage.signal_id}", needs_family=True
    )


def _where_it_began(
    viewer: Viewer, household_id: Any, team_id: Any, origin: str, *, needs_family: bool = False
) -> Words:
    case = case_of(viewer, household_id) if household_id else None
    if case is not None and case.ended_on is None:
        return {"case": case, "address": ""}
    if not policies.open_case(viewer) or (household_id and not policies.is_in_charge(viewer, team_id)):
        return None
    missing = needs_family and household_id is None
    return {
        "case": None,
        "address": "" if missing else f"{reverse('open_case')}?{origin}",
        "missing": missing,
        "is_known": household_id is not None,
    }
