"""Who writes about school: whoever works with the family. The database says which families."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.policies import is_in_charge
from intreccio.ground.accounts.roles import PROFESSIONALS, may
from intreccio.ground.kernel.viewer import Viewer

write_schooling = may("write_schooling", _("scrivere dove studia una bambina o un bambino"), *PROFESSIONALS)
write_school_contact = may("write_school_contact", _("scrivere con chi si parla a scuola"), *PROFESSIONALS)
ABILITIES = {each.code: each for each in (write_schooling, write_school_contact)}


def what_may(viewer: Viewer, team_id: object) -> set[str]:
    """What role and team in charge allow: buttons and forms ask the same."""
    if not is_in_charge(viewer, team_id):
        return set()
    return {verb for verb, ability in ABILITIES.items() if ability(viewer)}
