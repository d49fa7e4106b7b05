"""What of this area waits for somebody in Oggi. The words speak of us, not of the family."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.families.cases.queries.waiting import Line, waiting_for
from intreccio.families.cases.vocabulary import FollowUpMonths, Stage
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_sentence


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """What waits for this viewer among the families of their teams, and those they answer for."""
    if viewer.team_ids:
        for line in waiting_for(viewer, most, today=today()):
            yield DRAWN[line.kind](line)


def _without_responsible(line: Line) -> Waiting:
    return Waiting(
        title=line.family,
        why=_without_a_name(line) % {"team": line.team},
        url=reverse("change_responsible", args=[line.case_id]),
        action=gettext_lazy("Scegli il riferimento"),
        days=days_since(line.day),
        group=gettext_lazy("Famiglie che aspettano un nome"),
        about=line.household_id,
    )


def _without_a_name(line: Line) -> str:
    if line.is_named:
        return _("%(team)s: chi ne rispondeva non ci lavora più.")
    return _("%(team)s: nessuno ne risponde ancora per nome.")


def _long_at_its_stage(line: Line) -> Waiting:
    return _long_review(line) if line.stage == Stage.REVIEW else _long_preliminary(line)


def _long_review(line: Line) -> Waiting:
    days = days_since(line.day)
    said = {"days": _days(days), "agreed": _days(line.days)}
    return Waiting(
        title=line.family,
        why=_("La verifica è aperta da %(days)s, ci siamo dati %(agreed)s per rileggere insieme.") % said,
        url=reverse("review_page", args=[line.case_id]),
        action=gettext_lazy("Apri la verifica"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano una decisione"),
        about=line.household_id,
    )


def _follow_up(line: Line) -> Waiting:
    """A day agreed: it stands in the place of how long something has waited."""
    months = FollowUpMonths(line.days).label
    said = {"months": months, "day": spoken(line.day), "what": line.what}
    left = (line.day - today()).days
    return Waiting(
        title=line.family,
        why=_("Da risentire %(months)s dalla conclusione, %(day)s: %(what)s") % said,
        url=reverse("record_follow_up", args=[line.case_id, line.key]),
        action=gettext_lazy("Scrivi come va"),
        days=max(-left, 0),
        left=max(left, 0),
        when=in_sentence(format_date(line.day, "j M")),
        group=gettext_lazy("Famiglie da risentire"),
        about=line.household_id,
    )


def _stands_in(line: Line) -> Waiting:
    said = {"who": line.what, "day": spoken(today() + timedelta(days=line.days))}
    return Waiting(
        title=line.family,
        why=_("Fino a %(day)s sei qui al posto di %(who)s.") % said,
        url=reverse("case_page", args=[line.case_id]),
        action=gettext_lazy("Apri la famiglia"),
        days=days_since(line.day),
        group=gettext_lazy("Famiglie che segui al posto di qualcuno"),
        about=line.household_id,
    )


def _meeting(line: Line) -> Waiting:
    """A day agreed; once it has passed, what was said is still to be written."""
    left = (line.day - today()).days
    said = {"day": spoken(line.day), "place": line.what}
    to_come = _("Ci si riunisce %(day)s, %(place)s.") if line.what else _("Ci si riunisce %(day)s.")
    return Waiting(
        title=line.family,
        why=(to_come if left >= 0 else _("La riunione era %(day)s: che cosa si è deciso?")) % said,
        url=reverse("conference_page", args=[line.case_id, line.key]),
        action=gettext_lazy("Apri la riunione"),
        days=max(-left, 0),
        left=max(left, 0),
        when=in_sentence(format_date(line.day, "j M")),
        group=gettext_lazy("Riunioni sulle famiglie"),
        about=line.household_id,
    )


def _long_preliminary(line: Line) -> Waiting:
    days = days_since(line.day)
    said = {"days": _days(days), "agreed": _days(line.days)}
    return Waiting(
        title=line.family,
        why=_("L'analisi preliminare è aperta da %(days)s, ci siamo dati %(agreed)s per decidere.") % said,
        url=reverse("case_page", args=[line.case_id]),
        action=gettext_lazy("Decidi con la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano una decisione"),
        about=line.household_id,
    )


def _new_to_me(line: Line) -> Waiting:
    days = days_since(line.day)
    said = {"since": _("Da %(days)s") % {"days": _days(days)} if days else _("Da oggi")}
    words = (
        _("%(since)s il suo riferimento sei tu.")
        if line.is_named
        else _("%(since)s lavori anche tu con loro.")
    )
    return Waiting(
        title=line.family,
        why=words % said,
        url=reverse("case_page", args=[line.case_id]),
        action=gettext_lazy("Apri la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie nuove per te"),
        about=line.household_id,
    )


def _quiet(line: Line) -> Waiting:
    days = days_since(line.last or line.day)
    return Waiting(
        title=line.family,
        why=_("Da %(days)s non scriviamo niente di loro: come stanno?") % {"days": _days(days)},
        url=reverse("case_page", args=[line.case_id]),
        action=gettext_lazy("Apri la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano un passo"),
        about=line.household_id,
    )


def _days(number: int) -> str:
    return ngettext("%d giorno", "%d giorni", number) % number


DRAWN: Mapping[str, Callable[[Line], Waiting]] = {
    "nobodys": _without_responsible,
    "long": _long_at_its_stage,
    "new": _new_to_me,
    "deputy": _stands_in,
    "meeting": _meeting,
    "follow_up": _follow_up,
    "quiet": _quiet,
}
