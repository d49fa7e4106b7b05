"""An address to sign is one for each person and version: another one, a yes, the next version, the end close it at once."""

from datetime import timedelta

from intreccio.families.cases.actions import void_case
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.tests.test_handing import DRAFT, MOTHER, address, at_once, draft, once, yeses
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import registers
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.people.models import Person
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import token_of


def test_given_again_the_earlier_address_opens_no_more_whoever_gave_it(phone, acting_as, give, today):
    first = give()
    with acting_as("coordinatrice") as viewer:
        last = actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=viewer, today=today)
    for answer in (phone.get(address(first)), phone.post(address(first), once())):
        assert answer.status_code == 410
        assert "ne è stato dato un altro" in answer.content.decode()
    assert yeses(acting_as) == []
    assert phone.get(address(last)).status_code == 200


def test_the_address_of_somebody_else_stays_open(phone, acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        plan = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        plan = Plan.objects.select_related("case__household").get(pk=plan.pk)
        links = [
            actions.hand_plan(plan, Person.objects.get(pk=key_for("person", key)), by=viewer, today=today)
            for key in ("elena", "karim")
        ]
    assert [phone.get(address(link)).status_code for link in links] == [200, 200]


def test_signed_on_paper_and_taken_back_the_address_stays_closed(phone, acting_as, give, today):
    link = give()
    with acting_as("assistente") as viewer:
        who = actions.Signer(Person.objects.get(pk=MOTHER))
        row = actions.accept_plan(draft(), who, how="paper", day=today, by=viewer, today=today)
        actions.void_acceptance(row, reason="non era la sua firma", by=viewer)
    assert phone.get(address(link)).status_code == 410
    assert phone.post(address(link), once()).status_code == 410
    assert yeses(acting_as) == [] or yeses(acting_as)[0].voided_at is not None


def test_replaced_by_the_next_version_its_addresses_open_no_more(phone, acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        first = plan_of("marchetti")
        actions.void_acceptance(
            Acceptance.objects.select_related("plan__case__household").get(
                plan=first, person=key_for("person", "karim"), voided_at=None
            ),
            reason="prova",
            by=viewer,
        )
        link = actions.hand_plan(
            first, Person.objects.get(pk=key_for("person", "karim")), by=viewer, today=today
        )
        second = actions.revise_plan(first, by=viewer, today=today)
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(second, elena, how="voice", day=today, by=viewer, today=today)
        actions.put_in_force(
            second, review_on=today + timedelta(days=9), without_reason="è in viaggio", unheard_reason="più avanti",
            by=viewer, today=today,
        )  # fmt: skip
    assert phone.get(address(link)).status_code == 410
    with acting(DOOR):
        assert OneTimeLink.objects.get(pk=link.pk).expires_at <= now()


def test_of_a_way_opened_by_mistake_nothing_opens(phone, acting_as, give, monkeypatch):
    """`close_addresses`, heard from below."""
    monkeypatch.setitem(registers.objections, "why_not_void_case", [])
    link = give()
    with acting_as("assistente") as viewer:
        void_case(draft().case, reason="aperta per errore", by=viewer)
    for answer in (phone.get(address(link)), phone.post(address(link), once())):
        assert answer.status_code == 410
    assert yeses(acting_as) == []


def test_given_anew_while_the_earlier_one_is_signed_never_two_open(keeper, today):
    """Before: the yes is written, and another is refused. After: the earlier address is closed. Nobody waits for ever."""
    from conftest import viewer_named

    with acting(DOOR):
        viewer = viewer_named("assistente")
    with acting(viewer):
        token = token_of(actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=viewer, today=today))

    def sign(_viewer):
        actions.sign_by_link(token, today=today)

    def again(by):
        actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=by, today=today)

    told = at_once(("assistente", sign), ("coordinatrice", again))
    assert told in (["done", "cannot_hand"], ["link_closed", "done"])
    open_now = "SELECT count(*) FROM post_onetimelink WHERE purpose = 'plan' AND subject_id = %s AND used_at IS NULL AND expires_at > now()"
    assert keeper.execute(open_now, [DRAFT]).fetchone()[0] == (0 if told[0] == "done" else 1)
