"""What this area shows elsewhere: its entry of the menu, boxes, what waits, what holds a closing back, its mails."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.parts import ReportPart, add_report_part
from intreccio.families.referrals import policies
from intreccio.families.referrals.panels import boxes
from intreccio.families.referrals.panels.letters import write_letters
from intreccio.families.referrals.panels.story import tell_story
from intreccio.families.referrals.panels.waiting import waits
from intreccio.families.referrals.panels.words import tell_words
from intreccio.families.referrals.queries.around import beside
from intreccio.families.referrals.queries.report import what_was_asked
from intreccio.families.referrals.queries.search import search_for
from intreccio.families.referrals.queries.waiting import waiting_count
from intreccio.ground.kernel.panels import (
    MenuItem,
    Panel,
    add_menu,
    add_objection,
    add_panel,
    add_search,
    add_waiting,
)
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.ecomap import add_bond_source

OF_FAMILY = "families/referrals/pages/_of_family.html"


def shown_to(viewer: Viewer) -> bool:
    """Who asks, and who is asked."""
    return policies.receives(viewer) or policies.create_referral(viewer)


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(
        MenuItem("referrals", _("Invii"), "referral_inbox", "arrow-right-circle", 45, shown_to, waiting_count)
    )
    add_search(search_for)
    add_waiting(waits)
    add_panel("household.page", Panel(OF_FAMILY, boxes.on_household_page, order=40))
    add_panel("case.page", Panel(OF_FAMILY, boxes.on_case_page, order=40))
    add_panel("plan.page", Panel("families/referrals/pages/_of_plan.html", boxes.on_plan_page, order=40))
    add_panel(
        "review.page", Panel("families/referrals/pages/_on_review.html", boxes.on_review_page, order=40)
    )
    add_panel("service", Panel("families/referrals/pages/_on_service.html", boxes.on_service_page, order=10))
    add_panel("case.under_way", Panel("families/referrals/pages/under_way.txt", boxes.on_passing, order=40))
    add_objection("why_not_close", boxes.why_not_close)
    add_objection("why_not_void_case", boxes.why_not_close)
    add_bond_source(beside)
    add_objection("why_not_join_homes", boxes.why_not_join_homes)
    write_letters()
    tell_words()
    add_report_part(
        ReportPart(
            "referrals",
            _("Che cosa abbiamo chiesto ai servizi"),
            _("A chi, quando e a che punto è."),
            what_was_asked,
            80,
        )
    )
    tell_story()
