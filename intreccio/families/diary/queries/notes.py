"""Restricted notes: row security shows them to their author and to whom they were passed on, and to nobody else."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from intreccio.families.diary.models import RestrictedNote, SupportLine
from intreccio.ground.kernel.viewer import Viewer


def notes_in_sight(viewer: Viewer, line: SupportLine) -> QuerySet[RestrictedNote]:
    """Mine and those passed on to me, in order; each with what it corrects. One query."""
    rows = RestrictedNote.objects.filter(line=line).select_related("author__user", "meeting")
    return rows.order_by("written_at", "id") if viewer.role == "psychologist" else rows.none()


def notes_left(viewer: Viewer) -> QuerySet[RestrictedNote]:
    """What I wrote on lines that are out of my sight by now, the last one first. Of the family they say what I wrote, and no more."""
    in_sight = SupportLine.objects.filter(pk=OuterRef("line_id"))
    rows = RestrictedNote.objects.filter(~Exists(in_sight), author_id=viewer.membership_id)
    return rows.order_by("-written_at", "-id")


def written_on(line: SupportLine, author_id: UUID) -> QuerySet[RestrictedNote]:
    """What somebody has written themselves on a line."""
    return line.notes.filter(author_id=author_id)
