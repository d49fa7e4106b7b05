"""Who belongs to a body, today and before. Row security hides user-members from everybody but the body itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import Invitation, Membership, Organisation, TeamMembership
from intreccio.parties.organisations.queries.teams import on

PAGE = 25
OPEN = Q(accepted_at__isnull=True, withdrawn_at__isnull=True)
UNANSWERED = WrittenOut(
    Invitation, "i",
    "SELECT {i} FROM organisations_invitation i WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL"
    " AND i.invited_by = %(me)s AND i.invited_at < %(before)s ORDER BY i.invited_at LIMIT %(most)s",
)  # fmt: skip
LONG = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a body, with the teams they work in."""

    hat: Membership
    teams: tuple[str, ...]

    @property
    def role_label(self) -> Words:
        """The role in words."""
        return BY_CODE[self.hat.role].label


def members(
    viewer: Viewer, organisation: Organisation, *, day: date, past: bool = False, after: UUID | None = None
) -> tuple[list[Member], UUID | None]:
    """One page of who belongs to a body, by name, and the key of the next; `past` for who no longer does."""
    del viewer
    rows = (
        Membership.objects.filter(organisation=organisation)
        .select_related("user")
        .order_by("user__name", "pk")
    )
    rows = rows.filter(until__lte=day) if past else rows.filter(on(day))
    if after is not None:
        name = Membership.objects.filter(pk=after).values_list("user__name", flat=True).first() or ""
        rows = rows.filter(Q(user__name__gt=name) | Q(user__name=name, pk__gt=after))
    found = list(rows[: PAGE + 1])
    teams = team_names(found[:PAGE], day)
    listed = [Member(hat, tuple(teams.get(hat.pk, ()))) for hat in found[:PAGE]]
    return listed, found[PAGE - 1].pk if len(found) > PAGE else None


def team_names(hats: list[Membership], day: date) -> dict[UUID, list[str]]:
    """Names of the teams each hat works in on a day."""
    named: dict[UUID, list[str]] = {}
    rows = TeamMembership.objects.filter(on(day), membership__in=hats).order_by("team__name")
    for key, name in rows.values_list("membership_id", "team__name"):
        named.setdefault(key, []).append(name)
    return named


def open_invitations(viewer: Viewer, organisation: Organisation) -> QuerySet[Invitation]:
    """Who has been asked to join a body and has not answered yet. Nothing for who does not lead it."""
    del viewer
    return Invitation.objects.filter(OPEN, organisation=organisation).order_by("-invited_at")


def invitations_that_wait(viewer: Viewer, most: int) -> list[Invitation]:
    """Invitations of the viewer's own that nobody has answered for more than a week."""
    if not policies.invite_member(viewer):
        return []
    return UNANSWERED.rows(me=viewer.membership_id, before=now() - LONG, most=most)


def own_hats(viewer: Viewer) -> list[Membership]:
    """Every hat the viewer has worn, the present ones first."""
    rows = Membership.objects.filter(user_id=viewer.user_id).select_related("organisation")
    return sorted(rows, key=lambda hat: (hat.until is not None, hat.organisation.name))


def own_teams(viewer: Viewer, day: date) -> QuerySet[TeamMembership]:
    """Where the viewer works under this hat."""
    return TeamMembership.objects.filter(on(day), membership_id=viewer.membership_id).select_related("team")


def all_hats() -> QuerySet[Membership]:
    """Hats with their person and body; row security says which."""
    return Membership.objects.select_related("user", "organisation")


def hat_in(event: Event) -> UUID:
    """Which hat `team_member.added` or `membership.role_changed` tells of."""
    return UUID(str(event.codes.get("membership", event.subject_id)))
