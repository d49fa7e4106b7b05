"""What a family's way holds back in the areas below."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.cases import has_open_case
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.models import Household


def why_not_join_homes(household: Household) -> Words | None:
    """A home with an open way is not absorbed: its goals and requests would be left without anybody living there."""
    if has_open_case(household.pk):
        return _("L'altra casa ha un percorso aperto: prima concludetelo, o unite questa casa a quella.")
    return None
