"""What arrived and what was sent: one page at a time, nothing counted."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.referrals.models import TO_ANSWER, Referral, ReferralOrigin
from intreccio.families.referrals.queries.asked import line_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs
from intreccio.parties.organisations.queries.mine import of_my_teams

PAGE = 25
WAITS = "to_answer"


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and the key after which the next ones begin."""

    rows: list[Any]
    after: str = ""


def received(viewer: Viewer, *, state: str, after: str = "") -> Page:
    """What was asked of the viewer's body, at one state: what is to answer by its day, the rest newest first.

    `need` of each row: for what it was asked, in words; who it is for stands on its own page, where opening is recorded.
    """
    rows = Referral.objects.filter(receiver_id=viewer.organisation_id).select_related("service", "sender")
    page = (
        _by_day(rows.filter(TO_ANSWER), after) if state == WAITS else _newest(rows.filter(state=state), after)
    )
    leaves = words_of_needs({row.need_code for row in page.rows})
    for row in page.rows:
        row.need = leaves[row.need_code].plain if row.need_code in leaves else ""
    return page


def sent(viewer: Viewer, *, state: str, after: str = "") -> Page:
    """What the viewer's teams have asked, at one state, newest first; `news` is what has been answered since."""
    if not viewer.team_ids:
        return Page([])
    rows = ReferralOrigin.objects.filter(of_my_teams("referrals_referralorigin.team_id"))
    rows = rows.select_related("referral__service", "referral__receiver", "household")
    page = _newest(rows.filter(news=True) if state == "news" else rows.filter(state=state), after)
    return Page([line_of(row) for row in page.rows], page.after)


def _newest(rows: QuerySet[Any], after: str) -> Page:
    moment, key = _key(after, datetime)
    if moment and key:
        rows = rows.filter(Q(sent_at__lt=moment) | Q(sent_at=moment, pk__lt=key))
    return _page(list(rows.order_by("-sent_at", "-id")[: PAGE + 1]), "sent_at")


def _by_day(rows: QuerySet[Referral], after: str) -> Page:
    day, key = _key(after, date)
    if day and key:
        rows = rows.filter(Q(answer_by__gt=day) | Q(answer_by=day, pk__gt=key))
    return _page(list(rows.order_by("answer_by", "id")[: PAGE + 1]), "answer_by")


def _page(found: list[Any], order: str) -> Page:
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{getattr(last, order).isoformat()}_{last.pk}" if last else "")


def _key(after: str, kind: type[date]) -> tuple[date | None, UUID | None]:
    """The last row shown: what the list is ordered by, and its id. Nonsense begins at the beginning."""
    text, _, rest = after.rpartition("_")
    try:
        return kind.fromisoformat(text), UUID(rest)
    except ValueError:
        return None, None
