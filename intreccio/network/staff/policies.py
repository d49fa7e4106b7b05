"""Who may begin a path for themselves. Who reads one is said by the path's own list, in the database."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import (
    PROFESSIONALS,
    Administrator,
    OrganisationLead,
    Participant,
    Partner,
    may,
)

# Whoever reads the protocols of the network; of the others, who works in a member body (`queries.may_begin`).
READERS = frozenset(role.code for role in (*PROFESSIONALS, OrganisationLead, Administrator))
begin_worker_path = may(
    "begin_worker_path",
    _("cominciare un percorso per sé, e scegliere chi lo legge"),
    *PROFESSIONALS,
    OrganisationLead,
    Administrator,
    Partner,
    Participant,
)
