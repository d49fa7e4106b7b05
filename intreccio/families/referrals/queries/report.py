"""What is told of the referrals in a report."""

from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import Block, on_paper
from intreccio.families.referrals.queries.asked import of_household
from intreccio.families.referrals.vocabulary import ReferralState
from intreccio.ground.kernel.viewer import Viewer


def what_was_asked(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """To whom, when, and where it stands: not what was told them."""
    del viewer, day
    lines = [
        f"{on_paper(localtime(row.sent_at).date())}: {row.service}, {row.receiver}."
        f" {str(ReferralState(row.state).label).capitalize()}."
        for row in of_household(case.household_id, 50)
    ]
    return [Block(_("Che cosa abbiamo chiesto ai servizi"), lines)]
