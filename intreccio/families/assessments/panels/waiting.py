"""What of this area waits for somebody in Oggi."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.families.assessments.queries.waiting import LongOpen, long_open
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """Assessments of my families that have been open for longer than agreed."""
    if viewer.team_ids:
        yield from map(_line, long_open(viewer, most, today=today()))


def _line(assessment: LongOpen) -> Waiting:
    days = days_since(assessment.begun_on)
    said = {
        "moment": assessment.label,
        "days": ngettext("%d giorno", "%d giorni", days) % days,
    }
    return Waiting(
        title=assessment.family,
        why=_("La valutazione %(moment)s è aperta da %(days)s: che cosa manca per chiuderla insieme?") % said,
        url=reverse("assessment_page", args=[assessment.id]),
        action=gettext_lazy("Continua la valutazione"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano un passo"),
        about=assessment.household_id,
    )
