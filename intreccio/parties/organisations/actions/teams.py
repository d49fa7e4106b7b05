"""Teams: written, planned, composed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Changed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions.holding import hold
from intreccio.parties.organisations.models import Membership, Organisation, Team, TeamMembership, TeamPost
from intreccio.parties.organisations.queries.teams import on, posts_version, why_not_close
from intreccio.parties.organisations.rules.network import why_not_add, why_not_default


@transaction.atomic
def create_team(organisation: Organisation, *, by: Viewer, kind: str, **said: Any) -> Team:
    """A desk or a team, led by a body."""
    policies.require_over(policies.edit_network, by, organisation.pk)
    _refuse_default(None, kind, is_default=said.get("is_default_desk", False))
    made = Team(organisation=organisation, kind=kind, **said)
    made.save(force_insert=True)
    record("team.created", made, by=by, codes={"organisation": str(organisation.pk), "kind": kind})
    return made


@transaction.atomic
def edit_team(team: Team, *, version: int, by: Viewer, kind: str, **changes: Any) -> None:
    """Writes over a team. Raises Changed when somebody else wrote first."""
    policies.require_over(policies.edit_network, by, team.organisation_id)
    _refuse_default(team, kind, is_default=changes.get("is_default_desk", False))
    fields = write_over(team, version=version, kind=kind, **changes)
    record("team.edited", team, by=by, fields=fields)


def _refuse_default(team: Team | None, kind: str, *, is_default: bool) -> None:
    refuse_if(why_not_default(kind=kind, is_default=is_default), code="default_desk")
    others = Team.objects.filter(is_default_desk=True)
    if team is not None:
        others = others.exclude(pk=team.pk)
    if is_default and others.exists():
        raise Refused(
            _("C'è già uno sportello che riceve le segnalazioni senza comune."),
            code="default_desk",
            way_out=_("Togli prima il segno dall'altro sportello."),
        )


@transaction.atomic
def close_team(team: Team, *, by: Viewer, today: date) -> None:
    """Closes a team today: whoever works there no longer does. Raises Refused with the reason.

    The row is held, so that a family which is being written here at this moment is seen.
    """
    policies.require_over(policies.close_team, by, team.organisation_id)
    team = Team.objects.select_for_update().get(pk=team.pk)
    reasons = why_not_close(team, today)
    refuse_if(reasons[0] if reasons else None, code="team_open", way_out=_("Quando è fatto, torna qui."))
    working = TeamMembership.objects.filter(on(today), team=team)
    ended = working.update(until=Greatest("since", Value(today)), version=F("version") + 1)
    write_over(team, version=team.version, closed_on=today)
    record("team.closed", team, by=by, codes={"kind": team.kind, "ended": ended})


@transaction.atomic
def edit_posts(team: Team, *, version: int, by: Viewer, planned: Mapping[str, int]) -> None:
    """Says how many of each profession a team should have, and how many in all. Raises Changed when somebody else wrote first."""
    policies.require_composes(by, team)
    hold(f"team {team.pk}")
    there = {post.profession: post for post in TeamPost.objects.filter(team=team)}
    if version != posts_version(there.values()):
        raise Changed(team)
    changed = set()
    for profession, number in planned.items():
        post = there.get(profession)
        if post is None and number:
            TeamPost(team=team, profession=profession, planned=number).save(force_insert=True)
            changed.add(profession)
        elif post is not None and post.planned != number:
            TeamPost.objects.filter(pk=post.pk).update(planned=number, version=F("version") + 1)
            changed.add(profession)
    record("team.planned", team, by=by, codes={"professions": sorted(each or "stated" for each in changed)})


@transaction.atomic
def add_team_member(
    team: Team, hat: Membership, *, profession: str, by: Viewer, today: date
) -> TeamMembership:
    """Somebody begins to work in a team today: from now on they see its families. Raises Refused with the reason."""
    policies.require_composes(by, team)
    hold(f"team {team.pk}")
    reason = why_not_add(
        role=hat.role,
        own=hat.user_id == by.user_id,
        ended=hat.until is not None and hat.until <= today,
        already=TeamMembership.objects.filter(on(today), team=team, membership=hat).exists(),
        closed=team.closed_on is not None and team.closed_on <= today,
    )
    refuse_if(reason, code="team_member")
    made = TeamMembership(team=team, membership=hat, profession=profession, since=today)
    made.save(force_insert=True)
    record(
        "team_member.added",
        made,
        by=by,
        codes={"team": str(team.pk), "membership": str(hat.pk), "profession": profession},
    )
    return made


@transaction.atomic
def end_team_member(place: TeamMembership, *, by: Viewer, today: date) -> None:
    """Somebody no longer works in a team: from now on its families are closed to them. Twice is once."""
    policies.require_composes(by, place.team)
    if place.until is not None and place.until <= today:
        return
    TeamMembership.objects.filter(pk=place.pk).update(until=max(place.since, today), version=F("version") + 1)
    record(
        "team_member.ended",
        place,
        by=by,
        codes={"team": str(place.team_id), "membership": str(place.membership_id)},
    )
