"""What of this area waits for somebody in Oggi. The words speak of us, not of the family."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.families.cases import policies
from intreccio.families.cases.models import Case, CaseFollowUp, CaseWorker
from intreccio.families.cases.queries import waiting
from intreccio.families.cases.rules.waiting import Limits
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """What waits for this viewer among the families of their teams, and those they answer for."""
    if not viewer.team_ids:
        return
    day = today()
    limits = waiting.limits_on(day)
    if policies.change_responsible(viewer):
        nobodys = waiting.without_responsible(viewer, most, today=day)
        yield from map(_without_responsible, nobodys)
        yield from (
            _long_at_its_stage(case, limits)
            for case in waiting.long_at_their_stage(viewer, most, limits=limits, today=day)
            if case not in nobodys
        )
    yield from (_new_to_me(work) for work in waiting.new_to_me(viewer, most, today=day))
    if policies.record_follow_up(viewer):
        agreed = waiting.follow_ups_due(viewer, most, limits=limits, today=day)
        yield from (_follow_up(each, day) for each in agreed)
    yield from map(_quiet, waiting.quiet_for(viewer, most, limits=limits, today=day))


def _without_responsible(case: Case) -> Waiting:
    return Waiting(
        title=case.household.name,
        why=_without_a_name(case) % {"team": case.team.name},
        url=reverse("change_responsible", args=[case.pk]),
        action=gettext_lazy("Scegli il riferimento"),
        days=days_since(case.team_since),
        group=gettext_lazy("Famiglie che aspettano un nome"),
        about=case.household_id,
    )


def _without_a_name(case: Case) -> str:
    if case.responsible_id:
        return _("%(team)s: chi ne rispondeva non ci lavora più.")
    return _("%(team)s: nessuno ne risponde ancora per nome.")


def _long_at_its_stage(case: Case, limits: Limits) -> Waiting:
    return _long_review(case, limits) if case.stage == Stage.REVIEW else _long_preliminary(case, limits)


def _long_review(case: Case, limits: Limits) -> Waiting:
    days = days_since(case.stage_since)
    said = {"days": _days(days), "agreed": _days(limits.review)}
    return Waiting(
        title=case.household.name,
        why=_("La verifica è aperta da %(days)s, ci siamo dati %(agreed)s per rileggere insieme.") % said,
        url=reverse("review_page", args=[case.pk]),
        action=gettext_lazy("Apri la verifica"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano una decisione"),
        about=case.household_id,
    )


def _follow_up(follow_up: CaseFollowUp, day: date) -> Waiting:
    """A day agreed: it stands in the place of how long something has waited."""
    said = {"months": follow_up.get_months_display(), "day": spoken(follow_up.due_on), "what": follow_up.what}
    left = (follow_up.due_on - day).days
    return Waiting(
        title=follow_up.case.household.name,
        why=_("Da risentire %(months)s dalla conclusione, %(day)s: %(what)s") % said,
        url=reverse("record_follow_up", args=[follow_up.case_id, follow_up.pk]),
        action=gettext_lazy("Scrivi come va"),
        days=max(-left, 0),
        left=max(left, 0),
        when=format_date(follow_up.due_on, "j M").lower(),
        group=gettext_lazy("Famiglie da risentire"),
        about=follow_up.household_id,
    )


def _long_preliminary(case: Case, limits: Limits) -> Waiting:
    days = days_since(case.stage_since)
    said = {"days": _days(days), "agreed": _days(limits.preliminary)}
    return Waiting(
        title=case.household.name,
        why=_("L'analisi preliminare è aperta da %(days)s, ci siamo dati %(agreed)s per decidere.") % said,
        url=reverse("case_page", args=[case.pk]),
        action=gettext_lazy("Decidi con la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano una decisione"),
        about=case.household_id,
    )


def _new_to_me(work: CaseWorker) -> Waiting:
    days = days_since(work.since)
    said = {"since": _("Da %(days)s") % {"days": _days(days)} if days else _("Da oggi")}
    answers = work.case.responsible_id == work.membership_id
    words = _("%(since)s il suo riferimento sei tu.") if answers else _("%(since)s lavori anche tu con loro.")
    return Waiting(
        title=work.case.household.name,
        why=words % said,
        url=reverse("case_page", args=[work.case_id]),
        action=gettext_lazy("Apri la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie nuove per te"),
        about=work.household_id,
    )


def _quiet(one: waiting.Quiet) -> Waiting:
    days = days_since(one.last or one.stage_since)
    return Waiting(
        title=one.name,
        why=_("Da %(days)s non scriviamo niente di loro: come stanno?") % {"days": _days(days)},
        url=reverse("case_page", args=[one.case_id]),
        action=gettext_lazy("Apri la famiglia"),
        days=days,
        group=gettext_lazy("Famiglie che aspettano un passo"),
        about=one.household_id,
    )


def _days(number: int) -> str:
    return ngettext("%d giorno", "%d giorni", number) % number
