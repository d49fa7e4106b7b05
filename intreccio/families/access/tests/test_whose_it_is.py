"""A signal or a conversation is tied to a family: once, to one in sight, and by nobody in another's name."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from conftest import viewer_named
from intreccio.families.access.actions.contacts import answered, link_contact
from intreccio.families.access.actions.links import begin_household
from intreccio.families.access.models import Contact, SignalStep, Triage
from intreccio.families.access.tests.conftest import contact_id, signal_id, triage_of
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.models import Household

DESK, PANE = key_for("team", "sportello_rozzano"), signal_id("pane_in_tasca")
MARCHETTI = key_for("household", "marchetti")


def conversation(viewer, **said):
    """A row of the register, as the desk would write it."""
    plain = {"desk_id": DESK, "by_id": viewer.membership_id, "at": now(), "minutes": 5, "channel": "phone"}
    listed = {"needs": ["abitare"], "answers": ["information"], "settled_at": now()}
    return Contact(id=new_key(), **{**plain, **listed, **said})


@pytest.fixture
def out_of_sight(acting_as):
    """A family that the desk of Rozzano does not see: its two columns."""
    with acting_as("sara"):
        theirs = set(Household.objects.values_list("pk", "team_id"))
    with acting_as("assistente"):
        mine = set(Household.objects.values_list("pk", "team_id"))
    household, team = sorted(theirs - mine)[0]
    return {"household_id": household, "team_id": team}


def refused(write):
    with (
        pytest.raises(ProgrammingError, match=r"row-level security|permission denied|stays with its family"),
        transaction.atomic(),
    ):
        write()


def test_a_conversation_is_written_in_one_s_own_name(acting_as):
    with acting_as("assistente") as viewer:
        conversation(viewer).save(force_insert=True)
        other = viewer_named("coordinatrice").membership_id
        refused(lambda: conversation(viewer, by_id=other).save(force_insert=True))


def test_a_conversation_is_written_about_a_family_in_sight(acting_as, out_of_sight):
    family = {"household_id": MARCHETTI, "team_id": key_for("team", "equipe_nord")}
    with acting_as("assistente") as viewer:
        conversation(viewer, **family).save(force_insert=True)
        refused(lambda: conversation(viewer, **out_of_sight).save(force_insert=True))


def test_a_step_is_written_in_one_s_own_name(acting_as):
    def step(hat):
        about = {"signal_id": PANE, "desk_id": DESK, "at": now(), "step": "ask"}
        return SignalStep(id=new_key(), by=hat, **about)

    with acting_as("assistente") as viewer:
        step(viewer.membership_id).save(force_insert=True)
        refused(lambda: step(viewer_named("coordinatrice").membership_id).save(force_insert=True))


def test_nothing_is_tied_to_a_family_out_of_sight(acting_as, out_of_sight):
    with acting_as("assistente"):
        refused(lambda: Triage.objects.filter(pk=PANE).update(**out_of_sight))
        refused(lambda: Contact.objects.filter(pk=contact_id("colloquio")).update(**out_of_sight))


@pytest.mark.parametrize("family", [None, "bah"])
def test_what_is_a_family_s_stays_that_family_s(acting_as, family):
    other = {"household_id": None, "team_id": None}
    if family:
        other = {"household_id": key_for("household", family), "team_id": key_for("team", "equipe_nord")}
    with acting_as("assistente"):
        refused(lambda: Triage.objects.filter(pk=signal_id("compiti")).update(**other))
        refused(lambda: Contact.objects.filter(pk=contact_id("elena")).update(**other))


def test_who_listened_is_rewritten_by_nobody(acting_as):
    with acting_as("assistente") as viewer:
        for column, value in {"by_id": viewer.membership_id, "words": "altro", "signal_id": PANE}.items():
            rows = Contact.objects.filter(pk=contact_id("colloquio"))
            refused(lambda rows=rows, said={column: value}: rows.update(**said))


def test_a_conversation_is_read_where_its_signal_is_not(signed_in, acting_as):
    family = {"household_id": MARCHETTI, "team_id": key_for("team", "equipe_nord")}
    with acting_as("assistente") as viewer:
        row = conversation(viewer, signal_id=PANE, **family)
        row.save(force_insert=True)
    page = signed_in("educatrice").get(f"/contacts/{row.pk}")
    assert page.status_code == 200
    assert f"/signals/{PANE}" not in page.content.decode()
    assert f"/signals/{PANE}" in signed_in("assistente").get(f"/contacts/{row.pk}").content.decode()
    with acting_as("educatrice") as viewer:
        answered(Contact.objects.get(pk=row.pk), by=viewer)
        assert Contact.objects.get(pk=row.pk).outcome == "case"


@pytest.mark.parametrize("new", [False, True])
def test_a_conversation_about_a_signal_ties_the_signal_too(acting_as, today, new):
    with acting_as("assistente") as viewer:
        row = conversation(viewer, signal_id=PANE, surname="Bel")
        row.save(force_insert=True)
        if new:
            team = key_for("team", "equipe_nord")
            family = begin_household(
                row, name="Famiglia Bel", team_id=team, by=viewer, version=1, today=today
            )
        else:
            family = Household.objects.get(pk=MARCHETTI)
            link_contact(row, family, by=viewer, version=1)
        assert triage_of("pane_in_tasca").household_id == family.pk
    with acting(viewer_named("educatrice")):
        assert triage_of("pane_in_tasca").household_id == family.pk


def test_a_signal_that_is_another_family_s_stays_so(acting_as):
    with acting_as("assistente") as viewer:
        row = conversation(viewer, signal_id=signal_id("compiti"))
        row.save(force_insert=True)
        bah = Household.objects.get(pk=key_for("household", "bah"))
        link_contact(row, bah, by=viewer, version=1)
        assert triage_of("compiti").household_id == MARCHETTI


def test_a_family_is_not_offered_to_a_conversation_that_has_one(signed_in, acting_as):
    from intreccio.parties.people.actions.households import hand_over

    with acting_as("assistente") as viewer:
        family = Household.objects.get(pk=MARCHETTI)
        hand_over(family, to_team_id=key_for("team", "equipe_sud"), by=viewer, reason_code="moved")
    client, page = signed_in("assistente"), f"/contacts/{contact_id('elena')}"
    assert "affidata ad altri" in client.get(page).content.decode()
    answer = client.get(f"{page}/household")
    assert answer.status_code == 409
    assert "già collegato a una famiglia" in answer.content.decode()
    assert "<form" not in answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
