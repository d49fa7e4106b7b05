"""What everybody at work reads: the protocols, one of them, two versions side by side."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.forms.versions import LookForm
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries import versions as queries
from intreccio.workshop.protocols.queries.reading import Look, read
from intreccio.workshop.protocols.queries.versions import Shelf, Version
from intreccio.workshop.protocols.rules.comparing import compare
from intreccio.workshop.protocols.rules.starting import why_not_approve, why_not_copy, why_not_edit
from intreccio.workshop.protocols.vocabulary import PartKind

PAGE = "workshop/protocols/pages/protocol_page.html"


@require_safe
def protocol_list(request: HttpRequest) -> HttpResponse:
    """Every protocol, and what waits for somebody's name."""
    viewer = viewer_of(request)
    policies.read_protocols.require(viewer)
    context = {"shelves": queries.shelves(viewer), "own": viewer.organisation_id}
    return render(request, "workshop/protocols/pages/protocol_list.html", context)


@require_safe
def protocol_page(request: HttpRequest, protocol_id: UUID) -> HttpResponse:
    """A protocol as it is in use; before anybody has approved one, as it is proposed."""
    viewer = viewer_of(request)
    policies.read_protocols.require(viewer)
    rows = list(queries.all_versions().filter(protocol_id=protocol_id))
    if not rows:
        raise Http404
    shelf = queries.shelf_of(rows)
    return _page(request, viewer, shelf, shelf.shown)


@require_safe
def protocol_version(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """One version: a draft as it will be, one of before as it was."""
    viewer = viewer_of(request)
    policies.read_protocols.require(viewer)
    shelf, shown = find_version(protocol_version_id)
    return _page(request, viewer, shelf, shown)


def find_version(protocol_version_id: UUID) -> tuple[Shelf, Version]:
    """A version among those of its protocol, or 404."""
    row = get_object_or_404(queries.all_versions(), pk=protocol_version_id)
    shelf = queries.shelf_of(queries.all_versions().filter(protocol_id=row.protocol_id))
    return shelf, shelf.told(row.pk)


def _page(request: HttpRequest, viewer: Viewer, shelf: Shelf, shown: Version) -> HttpResponse:
    form = LookForm(request.GET, definition=shown.row.said)
    context = {
        "shelf": shelf,
        "shown": shown,
        "reading": read(shown.row, Look(today=today(), **form.asked)),
        "form": form,
        "authors": queries.authors_of(shown.row),
        "kinds": PartKind,
        **_may(viewer, shelf, shown),
    }
    return render(request, PAGE, context, status=200 if form.is_valid() else 422)


def _may(viewer: Viewer, shelf: Shelf, shown: Version) -> dict[str, Any]:
    row, whose = shown.row, shelf.protocol.organisation_id
    writes = policies.writes(viewer, whose)
    copies = why_not_copy(shown.stage, shipped=bool(row.shipped)) is None
    ours = next((each for each in shelf.waiting if not each.row.shipped), None)
    return {
        "edits": writes and why_not_edit(shown.stage, shipped=bool(row.shipped)) is None,
        "approves": policies.approves(viewer, whose) and _waits_for(viewer, shown.stage, row),
        "begins": writes and ours is None and copies,
        "adapts": whose is None and policies.write_protocols(viewer) and copies,
        "ours": ours if ours != shown else None,
    }


def _waits_for(viewer: Viewer, stage: str, row: ProtocolVersion) -> bool:
    return why_not_approve(stage, authors=row.authors, reader=viewer.user_id) is None


def _age(shown: Version) -> tuple[bool, int]:
    """The network's before the own body's that came from it, and the older first."""
    return shown.row.protocol.organisation_id is not None, shown.row.number


@require_safe
def compare_protocol_versions(
    request: HttpRequest, protocol_version_id: UUID, other_version_id: UUID
) -> HttpResponse:
    """Two versions of one protocol, the older first; or the own body's beside the network's that it came from."""
    policies.read_protocols.require(viewer_of(request))
    pair = [find_version(each)[1] for each in (protocol_version_id, other_version_id)]
    old, new = sorted(pair, key=_age)
    if old.row.protocol.code != new.row.protocol.code:
        raise Http404
    context = {
        "old": old,
        "new": new,
        "pair": (old, new),
        "differences": [
            (each, PartKind(each.kind).label if each.kind else "")
            for each in compare(old.row.said, new.row.said)
        ],
    }
    return render(request, "workshop/protocols/pages/compare_protocol_versions.html", context)
