"""Reports: their box on the page of a case, and what this area tells in one."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases import policies
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries import reports
from intreccio.families.cases.queries.parts import ReportPart, add_report_part
from intreccio.families.cases.vocabulary import Addressee
from intreccio.ground.kernel.panels import Panel, add_panel, tell
from intreccio.ground.kernel.viewer import Viewer

COURT, SCHOOL, MUNICIPALITY = Addressee.COURT, Addressee.SCHOOL, Addressee.MUNICIPALITY


def register_reports() -> None:
    """Fills the registers."""
    add_panel("case.page", Panel("families/cases/pages/_reports.html", on_case_page, order=60))
    for part in (
        ReportPart("children", _("Chi sono i bambini"), _("Nome ed età, e niente degli adulti."),
                   reports.the_children, 10, frozenset({SCHOOL})),
        ReportPart("family", _("Chi vive insieme"), _("Nome, età e legame; mai l'indirizzo."),
                   reports.the_family, 20, frozenset({COURT, MUNICIPALITY})),
        ReportPart("workers", _("Chi lavora con la famiglia"), _("Nome, professione ed ente."),
                   reports.the_workers, 30, frozenset({COURT, MUNICIPALITY})),
        ReportPart("way", _("Il percorso"), _("I passi con la data e il motivo, senza le parole dell'équipe."),
                   reports.the_way, 40, frozenset({COURT})),
    ):  # fmt: skip
        add_report_part(part)
    tell(report__sent=_("inviata una relazione"))
    tell(reading__send_report=_("il modulo di una relazione"))


def on_case_page(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """To the team: what has left about the family, and the way to write another. Others read them among the documents."""
    if not policies.is_in_charge(viewer, case.team_id):
        return None
    found = reports.reports_of(viewer, case)
    may = policies.may_send_report(viewer, team_id=case.team_id, is_voided=case.voided_at is not None)
    return {"reports": found, "may_send": may} if found or may else None
