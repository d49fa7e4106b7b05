"""Paths of who works, as their own list of persons opens them."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from intreccio.families.plans.queries.looking import turning_near
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.network.staff.models import PathReader, WorkerMark, WorkerPath
from intreccio.network.staff.policies import READERS, begin_worker_path
from intreccio.offer.directory.queries.cards import Card
from intreccio.parties.organisations.models import Membership, Organisation, TeamMembership
from intreccio.parties.organisations.queries.teams import on
from intreccio.parties.organisations.vocabulary import MembershipKind, Standing
from intreccio.workshop.protocols.queries.no_longer import NoLonger, steps_no_longer
from intreccio.workshop.protocols.queries.reading import Look
from intreccio.workshop.protocols.queries.versions import Version, in_use_for
from intreccio.workshop.protocols.queries.walking import Walk, walk
from intreccio.workshop.protocols.vocabulary import Subject

Choice = tuple[str, str]
# Who works for a body, and is neither a volunteer nor whom it serves.
WORKS = (MembershipKind.EMPLOYEE, MembershipKind.MEMBER)


def may_begin(viewer: Viewer) -> bool:
    """Whoever reads the network's protocols; and who works in a member body, whatever their role."""
    if not begin_worker_path(viewer):
        return False
    hat = Membership.objects.filter(pk=viewer.membership_id, kind__in=WORKS)
    return viewer.role in READERS or hat.filter(organisation__standing=Standing.MEMBER).exists()


def finds_the_list(viewer: Viewer) -> bool:
    """Whoever may begin one; and, whatever they do by now, who has one, or was named for one."""
    return may_begin(viewer) or worker_paths_in_sight().exists()


def worker_paths_in_sight() -> QuerySet[WorkerPath]:
    """One's own, and those of who has named one: row security says which."""
    return WorkerPath.objects.select_related("user", "protocol_version").order_by("-begun_on", "-id")


def own_paths(viewer: Viewer) -> QuerySet[WorkerPath]:
    """Those that one has begun for oneself."""
    return worker_paths_in_sight().filter(user_id=viewer.user_id)


def startable_by(viewer: Viewer) -> list[Version]:
    """The versions in use that are for who works."""
    return in_use_for(viewer, Subject.WORKER)


def walk_of(path: WorkerPath, day: date) -> Walk:
    """As it is on a day."""
    look = Look(day, path.zero, Subject.WORKER, path.loss)
    return walk(path.protocol_version, look, marks_of(path), since=path.begun_on)


def marks_of(path: WorkerPath) -> QuerySet[WorkerMark]:
    """All that was said of its steps, mistakes too, with who said it."""
    return path.marks.select_related("by").order_by("day", "id")


def mistakes_of(path: WorkerPath, walk: Walk) -> list[NoLonger]:
    """What was said of its steps and counts no more."""
    return steps_no_longer(walk, marks_of(path))


def readers_of(path: WorkerPath) -> QuerySet[PathReader]:
    """Whom the person has named, and whether each still works where they were chosen (`works_there`): who does not, reads nothing.

    To a reader: only themselves.
    """
    hats = Membership.objects.filter(
        on(today()), user_id=OuterRef("user_id"), organisation_id=OuterRef("organisation_id")
    )
    rows = path.readers.filter(until__isnull=True).annotate(
        works_there=Exists(hats.exclude(kind=MembershipKind.USER_MEMBER))
    )
    return rows.select_related("user").order_by("user__name", "id")


def where_to_turn(viewer: Viewer, path: WorkerPath, day: date) -> list[Card]:
    """Structures of the directory for what was lost, near where one works: where somebody lives nobody has written. None where nothing
    was lost."""
    body = Organisation.objects.filter(pk=viewer.organisation_id).values_list("municipality_code", flat=True)
    return turning_near(path.loss, body.first() or "", day) if path.loss else []


def mark_in_sight(path: WorkerPath) -> QuerySet[WorkerMark]:
    """Those that stand."""
    return path.marks.filter(voided_at__isnull=True)


def who_could_read(viewer: Viewer, day: date, *, path: WorkerPath | None = None) -> list[Choice]:
    """Who works with one, in one's own body or one's own teams, under a hat that finds the page, and does not read it yet.

    By the key of the person. Whom the body serves is nobody's colleague.
    """
    read = set(readers_of(path).values_list("user_id", flat=True)) if path else set()
    names = {row.user_id: row.user.name for row in colleagues_of(viewer, day) if row.user_id not in read}
    return sorted(((str(key), name) for key, name in names.items()), key=lambda each: each[1])


def colleagues_of(viewer: Viewer, day: date) -> QuerySet[Membership]:
    """The hats under which others work with one, each in its body."""
    beside = TeamMembership.objects.filter(on(day), team_id__in=viewer.team_ids).values("membership_id")
    with_me = Q(organisation_id=viewer.organisation_id) | Q(pk__in=beside)
    finds = Q(role__in=READERS) | Q(kind__in=WORKS, organisation__standing=Standing.MEMBER)
    rows = Membership.objects.filter(on(day), with_me, finds).exclude(user_id=viewer.user_id)
    return rows.exclude(kind=MembershipKind.USER_MEMBER).select_related("user").order_by("since", "id")
