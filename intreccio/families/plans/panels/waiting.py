"""What of plans waits for somebody in Oggi. The words speak of us, not of the family."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.families.plans.queries.reading import signed
from intreccio.families.plans.queries.waiting import Line, waiting_for
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_language

GROUP = gettext_lazy("Progetti delle famiglie")
PATHS = gettext_lazy("Percorsi delle famiglie")


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """Mine to do, reviews near, drafts that wait, goals to look at because what holds them has moved."""
    if viewer.team_ids:
        day = today()
        for line in waiting_for(viewer, most, today=day):
            yield DRAWN[line.kind](line, day)


def _action(line: Line, day: date) -> Waiting:
    return Waiting(
        title=line.family, why=_("Ti sei presa o preso: «%(what)s», entro %(day)s.") % {"what": line.what, "day": spoken(line.day)},
        url=reverse("finish_action", args=[line.row_id]), action=gettext_lazy("Scrivi come è andata"), days=days_since(line.day),
        group=GROUP, left=(line.day - day).days, about=line.household_id,
    )  # fmt: skip


def _review(line: Line, day: date) -> Waiting:
    return Waiting(
        title=line.family, why=_("Il progetto si rivede insieme %s.") % spoken(line.day),
        url=reverse("plan_page", args=[line.plan_id]), action=gettext_lazy("Apri il progetto"), days=days_since(line.day),
        group=GROUP, left=(line.day - day).days, about=line.household_id,
    )  # fmt: skip


def _draft(line: Line, _day: date) -> Waiting:
    days = days_since(line.day)
    said = ngettext("%d giorno", "%d giorni", days) % days
    return Waiting(
        title=line.family, why=_("Il progetto è in preparazione da %s: che cosa manca?") % said,
        url=reverse("plan_page", args=[line.plan_id]), action=gettext_lazy("Continua il progetto"), days=days,
        group=GROUP, about=line.household_id,
    )  # fmt: skip


def _linked(line: Line, _day: date) -> Waiting:
    return Waiting(
        title=line.family, why=_reason(line), url=reverse("score_goal", args=[line.row_id]),
        action=gettext_lazy("Scrivi a che punto siete"), days=days_since(line.day), group=GROUP, about=line.household_id,
    )  # fmt: skip


def _principles(line: Line, _day: date) -> Waiting:
    return Waiting(
        title=line.family, why=_("I sei principi: vi eravate detti di riguardarli %s.") % spoken(line.day),
        url=reverse("check_plan_principles", args=[line.plan_id]), action=gettext_lazy("Guardali di nuovo"),
        days=days_since(line.day), group=GROUP, about=line.household_id,
    )  # fmt: skip


def _withdrawn(line: Line, _day: date) -> Waiting:
    said = {"day": spoken(line.day), "reason": line.what}
    return Waiting(
        title=line.family,
        why=_("Un sì al progetto in corso è stato ritirato %(day)s: «%(reason)s». Riparlatene insieme.") % said,
        url=reverse("plan_page", args=[line.plan_id]), action=gettext_lazy("Apri il progetto"), days=days_since(line.day),
        group=GROUP, about=line.household_id,
    )  # fmt: skip


def _path(line: Line, _day: date) -> Waiting:
    said = {"path": in_language(line.other), "step": in_language(line.what), "day": spoken(line.day)}
    return Waiting(
        title=line.family, why=_("%(path)s: «%(step)s», %(day)s.") % said + _instead(line), url=reverse("path_page", args=[line.plan_id]),
        action=gettext_lazy("Apri il percorso"), days=days_since(line.day), group=PATHS, about=line.household_id,
    )  # fmt: skip


def _stilled(line: Line, _day: date) -> Waiting:
    tells = _(
        "%(path)s tace: c'è stata una perdita, o la nascita non è più attesa. Quando ve la sentite, chiudetelo."
    )
    return Waiting(
        title=line.family, why=tells % {"path": in_language(line.other)} + _instead(line),
        url=reverse("path_page", args=[line.plan_id]), action=gettext_lazy("Apri il percorso"), days=days_since(line.day),
        group=PATHS, about=line.household_id,
    )  # fmt: skip


def _letter(line: Line, _day: date) -> Waiting:
    said = {"title": in_language(line.what), "day": spoken(line.day)}
    return Waiting(
        title=line.family, why=_("Una lettera da portare: «%(title)s», %(day)s.") % said + _instead(line),
        url=reverse("send_path_letter", args=[line.plan_id, line.other]), action=gettext_lazy("Apri le parole"),
        days=days_since(line.day), group=PATHS, about=line.household_id,
    )  # fmt: skip


def _instead(line: Line) -> str:
    """Who kept in touch is there no more: somebody else has to be chosen."""
    if not line.instead:
        return ""
    return " " + _("%(who)s non segue più la famiglia: scegliete chi tiene i contatti.") % {
        "who": line.instead
    }


def _reason(line: Line) -> str:
    """Which goal was looked at, from which step to which, on which day: what happened, and never why."""
    before, level = line.before or 0, line.level or 0
    if before == level:
        said = _(
            "«%(what)s» si tiene con «%(other)s», guardato %(day)s e ancora a %(level)s: guardate anche questo."
        )
    else:
        said = _(
            "«%(what)s» si tiene con «%(other)s», che %(day)s si è mosso da %(before)s a %(level)s: guardate se si è mosso anche questo."
        )
    steps = {"before": signed(before), "level": signed(level)}
    return said % {"what": line.what, "other": line.other, "day": spoken(line.day), **steps}


DRAWN: Mapping[str, Callable[[Line, date], Waiting]] = {
    "action": _action,
    "review": _review,
    "draft": _draft,
    "linked": _linked,
    "principles": _principles,
    "withdrawn": _withdrawn,
    "path": _path,
    "stilled": _stilled,
    "letter": _letter,
}
