"""What this area shows elsewhere: the box of a case and of its review, what waits, what holds a closing back, its words."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.panels import boxes
from intreccio.families.assessments.panels.closing import holds_back
from intreccio.families.assessments.panels.story import tell_story
from intreccio.families.assessments.panels.waiting import waits
from intreccio.families.assessments.panels.words import tell_words
from intreccio.families.assessments.queries.report import the_children_say, the_picture
from intreccio.families.cases.queries.parts import ReportPart, add_report_part
from intreccio.ground.kernel.panels import Panel, add_objection, add_pages_under, add_panel, add_waiting

ON_CASE, ONWARD = "families/assessments/pages/_on_case.html", "families/assessments/pages/_onward.html"


def register() -> None:
    """Fills the kernel's registers."""
    for page in ("case.page", "review.page"):
        add_panel(page, Panel(ON_CASE, boxes.on_case, order=10, onward=ONWARD))
    add_panel("person.page", Panel("families/assessments/pages/_on_person.html", boxes.on_person, order=10))
    add_objection("why_not_close", holds_back)
    add_waiting(waits)
    add_pages_under("households", "/assessments/", "/factors/", "/listenings/", "/child-drawings/")
    tell_words()
    add_report_part(
        ReportPart(
            "picture",
            _("Che cosa c'è, che cosa serve"),
            _("I momenti conclusi: un numero per aspetto."),
            the_picture,
            50,
        )
    )
    add_report_part(
        ReportPart(
            "child_words",
            _("Le parole dei bambini"),
            _("Solo se serve, e se lo sanno."),
            the_children_say,
            60,
        )
    )
    tell_story()
