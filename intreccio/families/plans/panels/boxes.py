"""The plan on the page of a case and of its review; what of it holds a closing back."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.assessments.models import Sheet
from intreccio.families.cases.models import Case, Conference
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.vocabulary import Stage
from intreccio.families.plans import policies
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.glance import glances, in_force
from intreccio.families.plans.queries.looks import CODE, standing_plan
from intreccio.families.plans.queries.paths import paths_of
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.queries.proposals import goals_in_draft, proposals_of
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.families.plans.rules.closing import why_not_close
from intreccio.families.plans.rules.stages import why_not_draft
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household

Box = Mapping[str, Any] | None


def on_case_page(viewer: Viewer, *, case: Case, **_subject: Any) -> Box:
    """Where the plan stands and when it is looked at again; for whoever may, the way to begin one."""
    found = glances(case.pk)
    standing = {one.is_draft: one for one in reversed(found)}
    may_draft = case.ended_on is None and case.voided_at is None and _may_draft(viewer, case, standing)
    if not found and not may_draft:
        return None
    draft = standing.get(True)
    onward = case.stage == Stage.IN_CHARGE and (draft or may_draft)
    return {"glance": standing.get(False), "draft": draft, "may_draft": may_draft, "onward": onward}


def paths_of_the_case(_viewer: Viewer, *, case: Case, **_subject: Any) -> Box:
    """The way to the paths of a family that is, or was, in charge; once that is over, to what follows."""
    return {"after": case.ended_on} if case.voided_at is None and case.in_charge_since else None


def _may_draft(viewer: Viewer, case: Case, standing: Mapping[bool, Any]) -> bool:
    agreed = standing.get(False)
    free = why_not_draft(
        in_charge=case.in_charge_since is not None,
        has_draft=True in standing,
        in_force=agreed is not None and agreed.state == "in_force",
    )
    return free is None and policies.draft_plan(viewer) and is_in_charge(viewer, case.team_id)


def on_review_page(viewer: Viewer, *, case: Case, **_subject: Any) -> Box:
    """Each goal, and the way to say how far it is."""
    glance = in_force(case.pk)
    if glance is None:
        return None
    return {"glance": glance, "may": policies.score_goal(viewer) and is_in_charge(viewer, case.team_id)}


def unscored_goals(case: Case, *, motive: str = "") -> Words | None:
    """`why_not_close`: goals that nobody has looked at with the family."""
    glance = in_force(case.pk)
    return why_not_close(unscored=len(glance.to_score) if glance else 0, motive=motive)


def open_paths(household: Household) -> Words | None:
    """`why_not_join_homes`: a path of the other home would be left without anybody living there."""
    path = FamilyPath.objects.select_related("protocol_version").filter(
        household_id=household.pk, ended_on__isnull=True, voided_at__isnull=True
    )
    if (first := path.first()) is None:
        return None
    said = {"path": first.protocol_version.title}
    return (
        _("Nell'altra casa è aperto il percorso «%(path)s»: prima chiudetelo, o unite questa casa a quella.")
        % said
    )


def on_conference_page(viewer: Viewer, *, case: Case, conference: Conference, **_subject: Any) -> Box:
    """What became of what this meeting proposed."""
    if conference.held_on is None:
        return None
    names = {key: member.name for key, member in family_of(viewer, case.household).items()}
    rows = [
        each
        for each in proposals_of(case, names, waiting=False)
        if each.row.decision.conference_id == conference.pk
    ]
    return {"proposals": rows, "of_meeting": True, **settling(viewer, case)} if rows else None


def on_sheet_page(_viewer: Viewer, *, sheet: Sheet, **_subject: Any) -> Box:
    """From the seventeen looks at somebody, the way to what the plan wants to change."""
    plan_id = standing_plan(sheet.assessment.case) if sheet.instrument.code == CODE else None
    return {"plan_id": plan_id} if plan_id else None


def settling(viewer: Viewer, case: Case) -> dict[str, bool]:
    """Whether the viewer may settle proposals, and whether there is a goal in preparation to take one up for."""
    may = policies.leave_proposal(viewer) and is_in_charge(viewer, case.team_id) and case.ended_on is None
    return {"may_settle": may, "can_take_up": may and bool(goals_in_draft(case))}


def on_passing_under_way(viewer: Viewer, *, case: Case, **_subject: Any) -> Box:
    """For the words of a hand-over: the goals, and where they are; the paths that go on."""
    goals = [goal for glance in glances(case.pk)[:1] for goal in glance.goals]
    paths = [path for path in paths_of(viewer, case) if path.ended_on is None and path.voided_at is None]
    return {"goals": goals, "paths": paths} if goals or paths else None


def on_passing_promised(_viewer: Viewer, *, case: Case, **_subject: Any) -> Box:
    """The same: what is still to be done, and when the plan is looked at together."""
    glance = in_force(case.pk)
    return {"actions": open_actions(case), "review_on": glance.review_on} if glance else None
