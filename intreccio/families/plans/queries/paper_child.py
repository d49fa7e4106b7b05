"""A child's own version on one page: the same words and pictures as on the screen."""

from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.plans.queries.children import ChildSheet, Thing
from intreccio.families.plans.queries.paper import on_paper


def words_of(shown: ChildSheet) -> dict[str, Any]:
    """Everything that `print_child_plan.typ` shows."""
    where = f", {shown.meets_where}" if shown.meets_where else ""
    return {
        "hello": _("Ciao %s, questo è il tuo progetto") % shown.name,
        "lead": str(shown.lead),
        "words": shown.words.words if shown.words else "",
        "words_title": str(shown.words_title),
        "who": shown.name,
        "things": [_thing(one) for one in shown.things],
        "grown_ups": [_thing(one) for one in shown.grown_ups],
        "helps": [f"{one.name}, {one.detail}" for one in shown.helps],
        "meets": _("Il %s") % on_paper(shown.meets_on) + where + "." if shown.meets_on else "",
        "labels": {
            "doing": _("Che cosa stiamo facendo"),
            "grown_ups": _("Che cosa fanno i grandi"),
            "helps": _("Chi ti aiuta"),
            "meets": _("Quando ci rivediamo"),
        },
    }


def _thing(one: Thing) -> dict[str, Any]:
    return {"words": one.words, "picture": one.picture, "does": one.does, "state": one.said}
