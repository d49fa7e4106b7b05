"""Who reads a note, in names of today: said where its author chooses."""

from datetime import date

from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.diary.vocabulary import Audience
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.vocabulary import Level


def readers_of(viewer: Viewer, case: Case, day: date) -> dict[str, str]:
    """Of each choice, whom it means for this family. One query."""
    names = {
        str(row.to_team or row.to_organisation)
        for row in grants_now(case.household_id, day)
        if row.level >= Level.RECORD
    }
    team = case.team.name
    return {
        Audience.RECORD: _record(team, sorted(names)),
        Audience.TEAM: _("Chi lavora in %(team)s.") % {"team": team},
        Audience.REFERENCE: _reference(viewer, case),
    }


def _record(team: str, names: list[str]) -> str:
    said = {"team": team, "names": ", ".join(names)}
    if names:
        return _("Chi lavora in %(team)s, chi guida l'ente, e oggi anche: %(names)s.") % said
    return _("Chi lavora in %(team)s e chi guida l'ente; oggi a nessun altro è aperto.") % said


def _reference(viewer: Viewer, case: Case) -> str:
    if case.responsible is None:
        return _("Tu; il riferimento non c'è ancora, la leggerà chi lo diventa.")
    if case.responsible_id == viewer.membership_id:
        return _("Tu, che sei il riferimento; e chi lo diventa dopo di te.")
    return _("Tu e %(name)s; o chi sarà il riferimento dopo.") % {"name": case.responsible.user.name}
