"""What of going together waits for somebody in Oggi."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.around import policies
from intreccio.families.around.queries.waiting import Line, waiting_for
from intreccio.families.around.vocabulary import OutingState
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer

GROUP = gettext_lazy("Andarci insieme")


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """For whoever goes: the days that come, how it went, what becomes of a no."""
    if viewer.team_ids and policies.record_outing(viewer):
        for line in waiting_for(viewer, most, today=today()):
            yield _drawn(line)


def _drawn(line: Line) -> Waiting:
    said = {
        "service": line.service,
        "day": spoken(line.day),
        "hour": f"{line.at:%H:%M}" if line.at else "",
    }
    why, page, action = _words(line)
    return Waiting(
        title=line.family,
        why=why % said,
        url=reverse(page, args=[line.outing_id]),
        action=action,
        days=days_since(line.day),
        urgent=line.state == OutingState.PLANNED and line.day == today(),
        group=GROUP,
        when=spoken(line.day) if line.state == OutingState.PLANNED and line.day >= today() else "",
        about=line.household_id,
    )


def _words(line: Line) -> tuple[str, str, str]:
    if line.state == OutingState.NOT_IN:
        return (
            _("«%(service)s», %(day)s: questa volta no. Si riprova?"),
            "outing_page",
            _("Decidi che cosa fare"),
        )
    if line.day < today():
        return (
            _("Com'è andata a «%(service)s», %(day)s? Manca di scriverlo."),
            "record_outing",
            _("Scrivi com'è andata"),
        )
    if line.day == today():
        why = (
            _("Oggi alle %(hour)s andate insieme a «%(service)s».")
            if line.at
            else _("Oggi andate insieme a «%(service)s».")
        )
        return why, "outing_page", _("Guarda come si entra")
    return (
        _("%(day)s andate insieme a «%(service)s»: che cosa portare."),
        "outing_page",
        _("Guarda come si entra"),
    )
