"""Who writes about school: whoever works with the family. The database says which families."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.policies import is_in_charge
from intreccio.ground.accounts.roles import PROFESSIONALS, OrganisationLead, may
from intreccio.ground.kernel.viewer import Viewer

write_schooling = may("write_schooling", _("scrivere dove studia una bambina o un bambino"), *PROFESSIONALS)
write_school_contact = may("write_school_contact", _("scrivere con chi si parla a scuola"), *PROFESSIONALS)
ask_teacher = may("ask_teacher", _("chiedere a chi insegna uno sguardo da scuola"), *PROFESSIONALS)
show_school_sheet = may(
    "show_school_sheet", _("scrivere che la famiglia ha letto lo sguardo da scuola"), *PROFESSIONALS
)
walk_at_school = may(
    "walk_at_school",
    _("accompagnare a scuola chi ha perso qualcuno o qualcosa, passo per passo"),
    *PROFESSIONALS,
)
write_school_plan = may(
    "write_school_plan", _("scrivere il PEI o il PDP che la scuola ha firmato"), *PROFESSIONALS
)
see_out_of_school = may(
    "see_out_of_school", _("vedere chi oggi non risulta in nessuna scuola"), *PROFESSIONALS, OrganisationLead
)
ABILITIES = {
    each.code: each
    for each in (
        write_schooling,
        write_school_contact,
        ask_teacher,
        show_school_sheet,
        walk_at_school,
        write_school_plan,
    )
}


def what_may(viewer: Viewer, team_id: object) -> set[str]:
    """What role and team in charge allow: buttons and forms ask the same."""
    if not is_in_charge(viewer, team_id):
        return set()
    return {verb for verb, ability in ABILITIES.items() if ability(viewer)}
