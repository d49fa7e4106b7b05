"""Who may do what with services: the same said to row security in SQL, and to pages in words."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import (
    Administrator,
    Coordinator,
    Educator,
    OrganisationLead,
    Partner,
    Psychologist,
    SocialWorker,
    may,
)
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import Service
from intreccio.parties.organisations.vocabulary import Standing

edit_services = may(
    "edit_services",
    _("scrivere e aggiornare i servizi del proprio ente"),
    Coordinator,
    OrganisationLead,
    Administrator,
)
verify_services = may(
    "verify_services",
    _("confermare che un servizio è ancora così"),
    Coordinator,
    SocialWorker,
    OrganisationLead,
    Administrator,
)
verify_own_services = may(
    "verify_own_services", _("confermare che i servizi del proprio ente sono ancora così"), Partner
)
count_own_places = may(
    "count_own_places", _("dire quanti posti liberi hanno i servizi del proprio ente"), Partner
)
report_missing = may(
    "report_missing",
    _("segnalare che in un luogo manca un servizio"),
    Coordinator, SocialWorker, Educator, Psychologist, Partner, OrganisationLead,
)  # fmt: skip

HOUSE = "(SELECT my_house()) IN ('imports', 'keeper')"
EDITS = "(SELECT my_role()) IN ('coordinator', 'organisation_lead', 'administrator')"
# Who may count a place: the body itself, and who sent somebody there and takes it back.
COUNTS_PLACES = "my_role() IN ('partner', 'coordinator', 'social_worker', 'educator', 'psychologist')"
VERIFIES = "(SELECT my_role()) IN ('coordinator', 'social_worker', 'organisation_lead', 'administrator')"


def may_edit(viewer: Viewer, service: Service) -> bool:
    """One's own body's services; administrators also those of bodies only listed, where nobody works with us."""
    if not edit_services(viewer):
        return False
    listed = viewer.role == Administrator.code and service.organisation.standing == Standing.LISTED
    return listed or service.organisation_id == viewer.organisation_id


def may_count(viewer: Viewer, service: Service) -> bool:
    """Who says how many places are free: whoever writes the service, and who receives people in it."""
    own = service.organisation_id == viewer.organisation_id
    return may_edit(viewer, service) or (count_own_places(viewer) and own)


def may_verify(viewer: Viewer, service: Service) -> bool:
    """Who telephones to services; partners only for their own."""
    return verify_services(viewer) or (
        verify_own_services(viewer) and service.organisation_id == viewer.organisation_id
    )


def writes(organisation: str = "organisation_id") -> str:
    """The same as `may_edit`, and the house that imports."""
    listed = f"{organisation} IN (SELECT o.id FROM organisations_organisation o WHERE o.standing = 'listed')"  # a column of ours
    return (
        f"({HOUSE} OR ({EDITS} AND {organisation} = (SELECT my_organisation()))"
        f" OR ((SELECT my_role()) = 'administrator' AND {listed}))"
    )


def writes_part(service: str = "service_id") -> str:
    """Rows that belong to a service follow it."""
    its_own = writes("s.organisation_id")
    return (
        f"EXISTS (SELECT 1 FROM directory_service s WHERE s.id = {service} AND {its_own})"  # a column of ours
    )


def verifies() -> str:
    """The same as `may_verify`, in one's own name; a source in the house's."""
    own = "EXISTS (SELECT 1 FROM directory_service s WHERE s.id = service_id AND s.organisation_id = (SELECT my_organisation()))"
    person = f"checked_by = (SELECT my_membership()) AND method <> 'source' AND ({VERIFIES} OR ((SELECT my_role()) = 'partner' AND {own}))"
    return f"({person} OR ({HOUSE} AND checked_by IS NULL AND method = 'source'))"
