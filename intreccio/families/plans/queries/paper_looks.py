"""The seventeen looks on paper: what was seen, and what the plan wants to change there, in the order of the guidelines."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.looks import MicroPlan, MicroPlans, Seen, Wanted
from intreccio.families.plans.queries.paper import does_in_words, on_paper
from intreccio.ground.kernel.viewer import Viewer

Words = dict[str, Any]


def words_of(viewer: Viewer, plan: Plan, found: MicroPlans, day: date) -> Words:
    """Everything that `print_micro_plans.typ` shows."""
    printed = {"number": plan.number, "day": on_paper(day), "who": viewer.name}
    return {
        "printed": _("Versione %(number)d. Stampato il %(day)s da %(who)s.") % printed,
        "family": plan.case.household.name,
        "who": _("Per %s.") % found.name if found.name else "",
        "labels": labels(),
        "sections": [
            {"label": section.label, "looks": [_look(look) for look in section.looks]}
            for section in found.sections
        ],
        "others": [f"{goal.title}. {goal.path}" for goal in found.others],
    }


def labels() -> Words:
    """Words of the paper itself."""
    return {
        "network": _("Rete per le famiglie"),
        "lead": _("Ogni sguardo resta per sé: non si somma niente."),
        "unseen": _("Non ancora guardato."),
        "wanted": _("Che cosa vogliamo:"),
        "expected": _("Risultato atteso:"),
        "does": _("Chi fa che cosa:"),
        "now": _("A che punto siamo:"),
        "others": _("Altri obiettivi, di nessuno sguardo in particolare"),
    }


def _look(look: MicroPlan) -> Words:
    hard = not look.wanted and look.is_low
    return {
        "text": look.text,
        "seen": [_seen(one) for one in look.seen],
        "strength": _("Qui c'è una forza su cui contare.") if look.is_high else "",
        "wanted": [_wanted(one) for one in look.wanted],
        "empty": _("Nessun obiettivo qui, per ora.") if hard else "",
    }


def _seen(one: Seen) -> Words:
    step = f"{one.step[:1].upper()}{one.step[1:]}" if one.step else _("Lasciato in bianco")
    return {
        "when": f"{one.moment}, {one.who}",
        "step": step,
        "facts": one.facts,
        "views": [f"{label}: «{words}»" for label, words in one.views],
    }


def _wanted(one: Wanted) -> Words:
    goal = one.goal
    own = _("Con i suoi tempi: %s") % goal.own_time if goal.own_time else ""
    now = ", ".join([goal.path, *([on_paper(goal.now_on)] if goal.now_on else [])])
    return {
        "title": goal.title,
        "about": " · ".join(part for part in (one.whose, goal.families_said, own) if part),
        "expected": one.expected or _("ancora da descrivere"),
        "does": [does_in_words(does) for does in one.does],
        "now": f"{now}: {goal.now_words}" if goal.now_words else now,
    }
