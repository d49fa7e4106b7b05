"""The search box, for the code of a referral. A search that finds is a reading."""

import re

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy

from intreccio.families.referrals.queries.finding import referrals_in_sight
from intreccio.ground.kernel.panels import Found
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer

MOST = 20


def search_for(viewer: Viewer, words: str) -> list[Found]:
    """Referrals in sight with this code: «VSM-IN-2026-0007»."""
    code = words.strip().upper()
    if not re.fullmatch(rf"{re.escape(settings.CODE_PREFIX)}-IN-[0-9]{{4}}-[0-9]+", code):
        return []
    rows = list(referrals_in_sight(viewer).filter(code=code)[:MOST])
    if rows:
        record_reading(viewer, "referral_search", shown=[row.pk for row in rows])
    return [
        Found(
            kind=gettext_lazy("Invii"),
            title=row.service.name,
            detail=f"{row.code} · {row.get_state_display()}",
            url=reverse("referral_page", args=[row.pk]),
        )
        for row in rows
    ]
