"""What a signal's page shows, put together for whoever opens it or sends one of its forms."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.forms.links import KnownForm, LinkForm
from intreccio.families.access.forms.triage import ReplyForm, UrgencyForm, step_form
from intreccio.families.access.models import Triage
from intreccio.families.access.queries.desks import workers_of
from intreccio.families.access.queries.signals import sender_of, story_of, words_of
from intreccio.families.access.rules.passing import why_not_pass_on
from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.views.place import in_sight, shown_place
from intreccio.families.access.vocabulary import Source
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import panels_for
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer


def draw_signal(
    request: HttpRequest, viewer: Viewer, triage: Triage, *, status: int = 200, **forms: BaseForm | Any
) -> HttpResponse:
    """The page of a signal; `forms` are the ones that came back with something to mend."""
    record_reading(viewer, "signal_page", household_id=in_sight(triage), shown=[triage.signal_id])
    context = {**_facts(viewer, triage), **_offers(viewer, triage), **forms}
    if not triage.signal.erased_on:
        context["panels"] = panels_for(request, "signal.page", signal=triage.signal, triage=triage)
    return render(request, "families/access/pages/signal_page.html", context, status=status)


def _facts(viewer: Viewer, triage: Triage) -> dict[str, Any]:
    signal = triage.signal
    source = str(Source(signal.source).label)
    words, sender = words_of(viewer, signal), sender_of(viewer, signal)
    place = shown_place(viewer, triage, triage.household, signal.municipality_code)
    return {
        "signal": signal,
        "triage": triage,
        "title": title_of(signal.facts) or _("Segnalazione %s") % signal.code,
        "source": source,
        **place,
        "days": days_since(signal.received_at),
        "left": (triage.until - today()).days,
        "sender": sender,
        "story": story_of(
            viewer, triage, words, sender=sender, source=source, shows_place=place["shows_place"]
        ),
        "may_list": policies.open_signal(viewer),
    }


def _offers(viewer: Viewer, triage: Triage) -> dict[str, Any]:
    """What this viewer may do here: nothing for who sees the signal only through its family."""
    works_here = triage.desk_id in viewer.team_ids and policies.choose_first_step(viewer)
    if not works_here or triage.signal.erased_on:
        return {"at_desk": False}
    workers = workers_of([team for team in (triage.desk_id, triage.team_id) if team], today())
    version = {"version": triage.version}
    past = why_not_pass_on(triage.state, linked=triage.household_id is not None, heard=False)
    return {
        "at_desk": True,
        "may_pass_on": policies.pass_on_signal(viewer) and past is None,
        "urgency_form": UrgencyForm(initial={**version, "urgency": triage.urgency}),
        "step_form": step_form(None, triage, workers, viewer.membership_id),
        "reply_form": ReplyForm(),
        "link_form": LinkForm(initial=version),
        "known_form": KnownForm(),
    }
