"""Facts are heard with the act, read by nobody, and the same when they are made anew."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from conftest import viewer_named
from intreccio.evidence.impact.actions.keeping import keep_facts
from intreccio.evidence.impact.actions.rebuilding import rebuild_facts, write_facts
from intreccio.evidence.impact.models import Fact
from intreccio.families.access.actions.contacts import Heard, create_contact
from intreccio.families.access.models import Triage
from intreccio.families.cases.actions import charge
from intreccio.families.cases.actions.opening import Origin, Reasons, open_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.models import Household

DESK = key_for("team", "sportello_rozzano")
FACTS = (
    "SELECT kind, week, municipality_code, organisation_id::text, array_to_string(ages, ','), need_code,"
    " outcome, reason, value::text FROM impact_fact"
)


@pytest.fixture
def facts(monkeypatch):
    """What is written while a test acts, as nobody could read it back."""
    written = []
    keep = Fact.objects.bulk_create
    monkeypatch.setattr(
        Fact.objects, "bulk_create", lambda rows: written.extend(made := list(rows)) or keep(made)
    )
    return written


@pytest.fixture
def new_family(today):
    """A family of the actor's team, that nobody has taken in charge."""

    def make(by):
        team = key_for("team", "equipe_nord")
        return create_household(
            by=by, name="Famiglia Prova", municipality_code="015189", team_id=team, today=today
        )

    return make


def test_a_conversation_about_a_signal_leaves_its_needs_and_the_days_of_waiting(acting_as, today, facts):
    with acting_as("assistente") as viewer:
        about = Triage.objects.filter(desk_id=DESK, household=None, state="read").first()
        heard = Heard("phone", 10, ["abitare"], ["information"], municipality_code="015189")
        create_contact(heard, desk_id=DESK, by=viewer, today=today, about=about)
        create_contact(heard, desk_id=DESK, by=viewer, today=today, about=about)
    assert [fact.kind for fact in facts] == ["need_asked", "first_contact", "need_asked"]
    assert facts[1].week == today - timedelta(days=today.weekday())
    assert facts[1].organisation_id == key_for("organisation", "comune_rozzano")


def test_a_case_leaves_what_was_asked_unless_a_conversation_said_it(acting_as, new_family, today, facts):
    with acting_as("assistente") as viewer:
        reasons = Reasons(Motive.OWN_REQUEST, needs=["abitare", "lavoro.inserimenti"])
        case = open_case(new_family(viewer), reasons=reasons, by=viewer, today=today)
        assert [fact.need_code for fact in facts] == ["abitare", "lavoro.inserimenti"]
        charge.take_charge(
            case,
            choice=charge.Choice(case.team_id, viewer.membership_id),
            motive=Motive.AGREED,
            words="Aspettano un bambino.",
            by=viewer,
            today=today,
        )
        assert [fact.kind for fact in facts[2:]] == ["taken_charge"]
        reasons, origin = Reasons(Motive.OWN_REQUEST, needs=["abitare"]), Origin(contact_id=new_key())
        open_case(new_family(viewer), reasons=reasons, by=viewer, today=today, origin=origin)
    assert len(facts) == 3


def test_most_acts_leave_nothing_and_cost_nothing(acting_as, today, django_assert_num_queries, facts):
    with acting_as("assistente"):
        act = Event(
            kind="household.edited", at=datetime(2026, 5, 5, 12, tzinfo=UTC), codes={"needs": ["abitare"]}
        )
        with django_assert_num_queries(0):
            keep_facts(act)
    assert facts == []


def test_the_day_of_an_act_is_that_of_italy(acting_as, facts):
    """Sunday at 23:30 in London is Monday in Rome: another week."""
    with acting_as("assistente"):
        keep_facts(Event(kind="case.taken_charge", at=datetime(2026, 5, 3, 22, 30, tzinfo=UTC), codes={}))
    assert facts[0].week == date(2026, 5, 4)


def test_nobody_reads_a_fact(acting_as):
    for account in ("coordinatrice", "comune", "admin"):
        with acting_as(account), pytest.raises(ProgrammingError), transaction.atomic():
            Fact.objects.count()


def test_a_fact_cannot_be_changed_or_taken_away(acting_as):
    with acting_as("coordinatrice"):
        for change in (lambda: Fact.objects.update(value=1), lambda: Fact.objects.all().delete()):
            with pytest.raises(ProgrammingError), transaction.atomic():
                change()


def counted(keeper):
    return Counter(keeper.execute(FACTS).fetchall())


def test_facts_heard_are_the_facts_made_anew(keeper, today):
    with acting(viewer := viewer_named("assistente")):
        about = Triage.objects.filter(desk_id=DESK, household=None, state="read").first()
        heard = Heard(
            "phone", 10, ["abitare", "lavoro.inserimenti"], ["information"], municipality_code="015189"
        )
        create_contact(heard, desk_id=DESK, by=viewer, today=today, about=about)
        family = Household.objects.get(pk=key_for("household", "marchetti"))
        codes = {
            "team": str(family.team_id),
            "municipality": "015189",
            "ages": ["6-8"],
            "need": "abitare",
            "sent_on": "2026-01-01",
        }
        for kind, more in (
            ("referral.sent", {}),
            ("referral.declined", {"reason": "no_room"}),
            ("referral.accepted", {}),
            ("referral.answered", {"helped": "yes"}),
            ("assessment.closed", {"moment": "t1", "change": {"casa": 2.5}}),
            ("goal.scored", {"level": 1, "aim": 0, "at_review": True}),
            ("case.closed", {"motive": "agreed", "in_charge_since": "2026-01-01"}),
        ):
            subject = Case.objects.get(household=family) if kind == "case.closed" else family
            record(kind, subject, by=viewer, household_id=family.pk, codes={**codes, **more})
    heard_facts = counted(keeper)
    steps = []
    rebuild_facts(lambda read, whole: steps.append((read, whole)))
    assert counted(keeper) == heard_facts
    assert sum(heard_facts.values()) > 40
    assert steps[-1][0] == steps[-1][1] > 0


def test_facts_of_an_invented_world_are_those_of_its_acts(keeper):
    """As `demo` loads them: acts are there already, and each is told once."""
    before = counted(keeper)
    moment = datetime(2026, 5, 5, 12, tzinfo=UTC)
    team = str(key_for("team", "equipe_est"))
    with transaction.atomic(using="keeper"):
        assert (
            write_facts([("case.taken_charge", {"team": team}, moment), ("household.edited", {}, moment)])
            == 1
        )
    (fact,) = counted(keeper) - before
    assert fact[0] == "taken_charge"
    assert fact[3] == str(key_for("organisation", "comune_opera"))


def test_a_listener_that_fails_takes_the_act_with_it(acting_as, monkeypatch):
    def fails(_rows):
        raise RuntimeError

    monkeypatch.setattr(Fact.objects, "bulk_create", fails)
    with acting_as("assistente") as viewer:
        family = Household.objects.get(pk=key_for("household", "marchetti"))
        with pytest.raises(RuntimeError), transaction.atomic():
            record("case.taken_charge", family, by=viewer, household_id=family.pk, codes={})
        assert not Event.objects.filter(kind="case.taken_charge", subject_id=family.pk).exists()
