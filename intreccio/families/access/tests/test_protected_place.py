"""Of a family whose address is protected, where a signal or a conversation comes from is not for all who read it."""

import pytest

from intreccio.families.access.actions.links import link_signal
from intreccio.families.access.models import Contact
from intreccio.families.access.rules.places import may_read_place
from intreccio.families.access.tests.conftest import OPERA, signal_id, triage_of
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.models import Household
from intreccio.parties.people.vocabulary import GrantPurpose, Level

ASSENZE = signal_id("assenze")


@pytest.mark.parametrize(
    ("is_protected", "works_here", "may"),
    [(True, True, True), (True, False, False), (False, True, True), (False, False, True)],
)
def test_only_who_works_there_reads_a_protected_place(is_protected, works_here, may):
    assert may_read_place(is_protected=is_protected, works_here=works_here) is may


@pytest.fixture
def heard_of(acting_as, today):
    """`heard_of("dervishi")`: a signal and a conversation of that family, opened to the team of Binasco: their pages."""

    def about(family):
        with acting_as("lucia") as viewer:
            household = Household.objects.get(pk=key_for("household", family))
            triage = triage_of("assenze")
            link_signal(triage, household, by=viewer, version=triage.version)
            row = Contact(
                id=new_key(), desk_id=key_for("team", "sportello_opera"), by_id=viewer.membership_id, at=now(), minutes=5,
                channel="phone", needs=["abitare"], answers=["information"], settled_at=now(), household=household,
                team_id=household.team_id, municipality_code=OPERA,
            )  # fmt: skip
            row.save(force_insert=True)
            grant(
                household, by=viewer, level=Level.RECORD, purpose=GrantPurpose.values[0], reason="Insieme", since=today,
                until=None, to_team_id=key_for("team", "equipe_sud"),
            )  # fmt: skip
        return f"/signals/{ASSENZE}", f"/contacts/{row.pk}"

    return about


def places(page):
    assert page.status_code == 200
    return page.content.decode().split("<main", 1)[1].count("Opera")


def test_the_guest_of_a_protected_family_reads_no_place(signed_in, heard_of):
    pages = heard_of("dervishi")
    for account, many in {"sara": False, "comune": False, "davide": True, "lucia": True}.items():
        client = signed_in(account)
        assert [places(client.get(page)) > 0 for page in pages] == [many, many], account


def test_the_guest_of_any_other_family_reads_it(signed_in, heard_of):
    client = signed_in("sara")
    assert all(places(client.get(page)) for page in heard_of("haddad"))


def test_who_leads_the_desk_finds_it_in_no_list(signed_in, heard_of):
    pages = heard_of("dervishi")

    def row_of(account, address, page):
        rows = signed_in(account).get(address).content.decode().split('<li class="i-row">')
        return next(row for row in rows if page in row)

    for address, page in zip(("/signals/", "/contacts/"), pages, strict=True):
        assert "Opera" in row_of("lucia", address, page)
        assert "Opera" not in row_of("comune", address, page)
