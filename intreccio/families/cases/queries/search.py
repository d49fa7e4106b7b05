"""The search box, for the code of a case. A search that finds is a reading."""

import re

from django.conf import settings
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import cases_in_sight
from intreccio.ground.kernel.panels import Found
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer

MOST = 20
# These two comparisons go along the index also under row security, where LIKE may not.
BY_CODE = "SELECT id FROM cases_case WHERE code ~>=~ %s AND code ~<~ %s ORDER BY code LIMIT %s"


def search_for(viewer: Viewer, words: str) -> list[Found]:
    """Cases in sight whose code begins so: «VSM-PC-2026-0007», or less of it."""
    code = words.strip().upper()
    if not re.fullmatch(rf"{re.escape(settings.CODE_PREFIX)}-PC(-[0-9]*){{0,2}}", code):
        return []
    # «:» comes after every digit.
    found = RawSQL(BY_CODE, [code, f"{code}:", MOST])  # noqa: S611  # a text of ours
    rows = list(cases_in_sight(viewer).filter(pk__in=found).order_by("code"))
    record_reading(viewer, "case_search", shown=[row.household_id for row in rows], count=len(rows))
    return [_found(row) for row in rows]


def _found(case: Case) -> Found:
    stage = _("annullato") if case.voided_at else case.get_stage_display()
    return Found(
        kind=gettext_lazy("Percorsi"),
        title=case.household.name,
        detail=" · ".join((case.code, stage, case.team.name)),
        url=reverse("case_page", args=[case.pk]),
    )
