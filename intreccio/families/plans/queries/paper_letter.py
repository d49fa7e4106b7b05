"""A letter of a path as it is handed over: a person writes to a family, and says where they are found."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.letters import Letter
from intreccio.families.plans.queries.paper import on_paper
from intreccio.families.plans.vocabulary import LetterWay
from intreccio.ground.kernel.viewer import Viewer


def words_of(viewer: Viewer, path: FamilyPath, words: str, day: date) -> dict[str, Any]:
    """Everything that `print_path_letter.typ` shows."""
    team, contact = path.case.team, path.contact.user.name
    body = team.organisation
    return {
        "network": _("Rete per le famiglie"),
        "day": on_paper(day),
        "family": path.case.household.name,
        "words": [line.strip() for line in words.splitlines() if line.strip()],
        "who": viewer.name,
        "where": f"{team.name}, {body.name}",
        "reach": _("Mi trovate a questo numero:"),
        "phone": body.phone,
        "calls": "" if contact == viewer.name else _("Per qualunque cosa chiamate %s.") % contact,
    }


def as_it_went(found: Letter) -> str:
    """The words of the last time that it went; before it ever did, those of the approved text."""
    went = [row for row in found.gone if row.way != LetterWay.ASIDE]
    return str(went[-1].words if went else found.told.part["text"])
