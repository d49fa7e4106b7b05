"""What this area shows elsewhere: boxes, what waits, what holds a closing back, and how its events read."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.parts import ReportPart, add_report_part
from intreccio.families.cases.vocabulary import Addressee
from intreccio.families.plans.panels import boxes
from intreccio.families.plans.panels.story import tell_story
from intreccio.families.plans.panels.waiting import waits
from intreccio.families.plans.panels.words import tell_words
from intreccio.families.plans.queries.calendar import entries_of
from intreccio.families.plans.queries.handing import PURPOSE
from intreccio.families.plans.queries.letters import silence_of
from intreccio.families.plans.queries.report import the_plan
from intreccio.ground.kernel.panels import Panel, add_objection, add_pages_under, add_panel, add_waiting
from intreccio.workshop.calendar.queries.sources import Source, add_source
from intreccio.workshop.messages.letters import add_link
from intreccio.workshop.messages.vocabulary import Recipient


def register() -> None:
    """Fills the kernel's registers."""
    onward = "families/plans/pages/_onward.html"
    add_panel(
        "case.page", Panel("families/plans/pages/_on_case.html", boxes.on_case_page, order=20, onward=onward)
    )
    add_panel(
        "case.page", Panel("families/plans/pages/_paths_on_case.html", boxes.paths_of_the_case, order=21)
    )
    add_panel("review.page", Panel("families/plans/pages/_on_review.html", boxes.on_review_page, order=20))
    add_panel(
        "conference.page", Panel("families/plans/pages/_proposals.html", boxes.on_conference_page, order=20)
    )
    add_panel("sheet.page", Panel("families/plans/pages/_on_sheet.html", boxes.on_sheet_page, order=20))
    add_panel(
        "case.under_way", Panel("families/plans/pages/under_way.txt", boxes.on_passing_under_way, order=20)
    )
    add_panel(
        "case.promised", Panel("families/plans/pages/promised.txt", boxes.on_passing_promised, order=20)
    )
    add_objection("why_not_close", boxes.unscored_goals)
    add_objection("why_not_send", silence_of)
    add_objection("why_not_join_homes", boxes.open_paths)
    add_link(PURPOSE, Recipient.FAMILY)
    add_waiting(waits)
    add_source(Source("paths", entries_of))
    add_pages_under("households", "/plans/")
    tell_words()
    add_report_part(
        ReportPart("plan", _("Il progetto e le verifiche"), _("Obiettivi, a che punto sono, e su che cosa la famiglia non è d'accordo."),
                   the_plan, 70, frozenset({Addressee.COURT}))
    )  # fmt: skip
    tell_story()
