"""Who answers for a family writes its rows, and nobody else."""

import pytest

from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, changed_hands, require_charge, require_member
from intreccio.parties.people.actions.newcomers import identifier_kind
from intreccio.parties.people.actions.voiding import ability_to_void
from intreccio.parties.people.models import Aspect, Household, Person, ProtectedAddress
from intreccio.parties.people.tests.world import CONTI, ELENA, LEO, MARCHETTI, MATTIA


def test_require_charge_asks_for_the_role_and_for_the_team(acting_as):
    with acting_as("psicologa") as viewer:
        household = Household.objects.get(pk=MARCHETTI)
        require_charge(household, by=viewer, ability=policies.edit_household)
        with pytest.raises(NotAllowed) as no:
            require_charge(household, by=viewer, ability=policies.share_household)
        assert no.value.code == "share_household"
        with pytest.raises(NotAllowed) as no:
            require_charge(Household.objects.get(pk=CONTI), by=viewer, ability=policies.edit_household)
        assert no.value.code == "not_in_charge"


def test_require_member_refuses_somebody_of_another_home(acting_as):
    with acting_as("educatrice"):
        household = Household.objects.get(pk=MARCHETTI)
        require_member(Person.objects.get(pk=LEO), household)
        with pytest.raises(Refused):
            require_member(Person.objects.get(pk=MATTIA), household)


def test_as_written_is_the_row_as_it_stands(acting_as):
    with acting_as("educatrice"):
        assert as_written(MARCHETTI).version == Household.objects.get(pk=MARCHETTI).version


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("STP0301230000012", "stp"),
        ("ENI0301230000012", "eni"),
        ("12345678903", "provisional"),
        ("RSSMRA80A01H501U", "codice_fiscale"),
        ("XXX", "codice_fiscale"),
    ],
)
def test_identifier_kind_is_read_from_its_form(code, kind):
    assert identifier_kind(code) == kind


def test_ability_to_void_a_protected_address_is_the_one_to_write_it():
    assert ability_to_void(ProtectedAddress()) is policies.protect_address
    assert ability_to_void(Aspect(person_id=ELENA)) is policies.edit_household


def test_changed_hands_says_that_nothing_was_written():
    refusal = changed_hands()
    assert refusal.code == "handed_over"
    assert "non è stato salvato" in str(refusal.reason)
