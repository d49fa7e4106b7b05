"""Past the pages, as the serving role: nobody gives more than their own hat holds, to themselves or to others."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.organisations.models import Invitation, Membership, Organisation


def invitation(viewer, **instead):
    said = {"role": "educator", "email": "nuova@example.org", "invited_by": viewer.membership_id, **instead}
    return Invitation(
        organisation_id=viewer.organisation_id, name="Nuova", kind="employee", invited_at=now(), **said
    )


def test_the_database_lets_nobody_raise_themselves(acting_as, today):
    with acting_as("comune") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        Membership(
            user_id=viewer.user_id,
            organisation_id=viewer.organisation_id,
            kind="employee",
            role="coordinator",
            since=today,
        ).save(force_insert=True)
    with acting_as("comune") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        Membership(
            user_id=key_for("user", "lucia"),
            organisation_id=viewer.organisation_id,
            kind="employee",
            role="administrator",
            since=today,
        ).save(force_insert=True)
    with acting_as("comune") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        Membership.objects.filter(pk=viewer.membership_id).update(role="administrator")


@pytest.mark.parametrize("columns", [{"role": "organisation_lead"}, {"user_id": key_for("user", "ada")}])
def test_the_database_lets_nobody_rewrite_a_hat(acting_as, columns):
    with acting_as("coordinatrice") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        Membership.objects.filter(organisation_id=viewer.organisation_id).update(**columns)


def test_the_database_lets_no_coordinator_make_or_end_who_leads(acting_as, today):
    with acting_as("coordinatrice") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        Membership(
            user_id=key_for("user", "lucia"), organisation_id=viewer.organisation_id, kind="employee",
            role="organisation_lead", since=today,
        ).save(force_insert=True)  # fmt: skip
    with acting_as("coordinatrice"):
        leads = Membership.objects.filter(role="organisation_lead")
        assert leads.exists()
        assert leads.update(until=today) == 0


@pytest.mark.parametrize(
    "instead",
    [
        {"role": "organisation_lead"},
        {"role": "administrator"},
        {"email": "Coordinatrice@example.org"},
        {"invited_by": key_for("membership", "admin")},
    ],
)
def test_the_database_lets_nobody_invite_more_than_they_may(acting_as, instead):
    with acting_as("coordinatrice") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        invitation(viewer, **instead).save(force_insert=True)


def test_the_database_lets_only_administrators_say_who_is_a_member(acting_as):
    with acting_as("comune") as viewer:
        own = Organisation.objects.filter(pk=viewer.organisation_id)
        other = own.exclude(standing="partner").exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            own.update(standing="partner" if other else "member")
        with pytest.raises(ProgrammingError), transaction.atomic():
            Organisation(name="Nuovo", standing="member", kind="company").save(force_insert=True)
