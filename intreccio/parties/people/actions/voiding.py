"""Law 8: a mistaken row is voided with its reason, and stays readable to those who could read it."""

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.accounts.roles import Ability
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.addresses import mark_protected
from intreccio.parties.people.actions.charge import require_answers, require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.search import forget_home, index_person
from intreccio.parties.people.models import (
    Aspect,
    Bond,
    ContactPoint,
    FamilyDocument,
    HomeAddress,
    Household,
    HouseholdMembership,
    Identifier,
    Isee,
    Kinship,
    Language,
    PersonName,
    ProtectedAddress,
    Responsibility,
)
from intreccio.parties.people.vocabulary import DocumentKind

Mistake = (
    Aspect
    | Bond
    | ContactPoint
    | FamilyDocument
    | HomeAddress
    | HouseholdMembership
    | Identifier
    | Isee
    | Kinship
    | Language
    | PersonName
    | ProtectedAddress
    | Responsibility
)
OF_PERSON = (ContactPoint, Identifier, PersonName)
NOUNS: dict[type, str] = {
    Aspect: "aspect",
    Bond: "bond",
    ContactPoint: "contact_point",
    FamilyDocument: "document",
    HomeAddress: "address",
    HouseholdMembership: "home",
    Identifier: "identifier",
    Isee: "isee",
    Kinship: "kinship",
    Language: "language",
    PersonName: "name",
    ProtectedAddress: "protected_address",
    Responsibility: "responsibility",
}

MORE: dict[type, Ability] = {
    ProtectedAddress: policies.protect_address,
    Responsibility: policies.write_responsibility,
}


def ability_to_void(row: Mistake) -> Ability:
    """A report that was sent, a protected address, and who decides for the children, ask for more."""
    if isinstance(row, FamilyDocument) and row.kind == DocumentKind.REPORT:
        return policies.share_household
    return MORE.get(type(row), policies.edit_household)


@transaction.atomic
def void_row(row: Mistake, household: Household, *, by: Viewer, reason: str) -> None:
    """Marks a row of `household`, or of a person in it, as a mistake. A second time changes nothing."""
    require_charge(household, by=by, ability=ability_to_void(row))
    if isinstance(row, OF_PERSON):
        require_answers(row.person, household)
    if row.voided_at is not None:
        return
    refuse_if(_("Scrivete il motivo con parole vostre.") if reason.strip() == policies.UNDONE else None)
    # Recorded first: a voided home may take its person out of the actor's sight.
    record_family_deed(f"{NOUNS[type(row)]}.voided", row, household, by=by)
    if isinstance(row, HouseholdMembership):
        forget_home(row)
    void(row, by=by, reason=reason.strip())
    _after(row, household)


def _after(row: Mistake, household: Household) -> None:
    if isinstance(row, OF_PERSON):
        index_person(row.person)
    elif isinstance(row, ProtectedAddress):
        mark_protected(household)
