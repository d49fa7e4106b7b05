"""Rules are pure: tables of values, no database."""

from datetime import date
from uuid import uuid4

import pytest

from intreccio.families.access.rules import passing, triage
from intreccio.families.access.rules.addresses import connection_of
from intreccio.families.access.rules.competence import Desk, desk_for
from intreccio.families.access.rules.contacts import why_not_anonymous, why_not_contact
from intreccio.families.access.rules.receipts import as_kept, code_from
from intreccio.families.access.rules.sources import source_of, source_of_body
from intreccio.families.access.rules.titles import rest_of, title_of
from intreccio.families.access.vocabulary import FirstStep, SignalState, Source

DAYS = {"oggi": 0, "settimana": 5, "non_urgente": 15}
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("voice", "kin", "source"),
    [
        ("school", "", Source.SCHOOL),
        ("health", "", Source.HEALTH),
        ("neighbour", "", Source.NEIGHBOURS),
        ("neighbour", "relative", Source.RELATIVES),
        ("association", "", Source.THIRD_SECTOR),
        ("family", "", Source.PARENTS),
        ("family", "parent", Source.PARENTS),
        ("family", "self", Source.SELF),
        ("family", "relative", Source.RELATIVES),
        ("school", "relative", Source.SCHOOL),
    ],
)
def test_five_plain_choices_become_one_of_the_fourteen_codes(voice, kin, source):
    assert source_of(voice, kin) is source


def test_there_are_fourteen_codes_in_the_order_of_sinba():
    assert [source.value for source in Source] == list(range(1, 15))


@pytest.mark.parametrize(
    ("kind", "source"),
    [("school", 13), ("health", 3), ("association", 4), ("municipality", 2), ("cooperative", 4)],
)
def test_a_body_proposes_its_own_source(kind, source):
    assert source_of_body(kind) == source


NET = Desk(uuid4(), "Rete", (), True)
WIDE = Desk(uuid4(), "Ambito", ("015189", "015159", "015015"), False)
NEAR = Desk(uuid4(), "Rozzano", ("015189",), False)


@pytest.mark.parametrize(
    ("municipality", "desks", "desk"),
    [
        ("015189", [NET, NEAR], NEAR),
        ("015189", [WIDE, NEAR, NET], NEAR),  # of two, the nearer one
        ("015015", [NET, NEAR, WIDE], WIDE),
        ("058091", [NET, NEAR], NET),  # nobody's: the default desk
        ("", [NEAR, NET], NET),
        ("058091", [NEAR], None),
    ],
)
def test_a_signal_goes_to_the_competent_desk(municipality, desks, desk):
    assert desk_for(municipality, desks) == desk


@pytest.mark.parametrize(("urgency", "due"), [("today", 23), ("week", 28), ("later", 38 - 30)])
def test_due_days_come_from_the_parameters(urgency, due):
    assert triage.due_on(MONDAY, urgency, DAYS).day == due


def test_before_somebody_chooses_it_should_be_read_in_a_week_and_at_once_where_there_is_danger():
    assert triage.first_due(MONDAY, danger_now=False, days=DAYS) == date(2026, 11, 28)
    assert triage.first_due(MONDAY, danger_now=True, days=DAYS) == MONDAY


TABLE = {
    ("received", "read"), ("received", "assessment"), ("received", "answered"), ("received", "closed"),
    ("read", "assessment"), ("read", "answered"), ("read", "closed"),
    ("assessment", "assessment"), ("assessment", "answered"), ("assessment", "closed"),
    ("answered", "assessment"), ("answered", "answered"), ("answered", "closed"),
    ("closed", "assessment"),
}  # fmt: skip


@pytest.mark.parametrize("state", [state.value for state in SignalState])
@pytest.mark.parametrize("after", [state.value for state in SignalState])
def test_the_table_of_transitions(state, after):
    assert triage.may_become(state, after) is ((state, after) in TABLE)


@pytest.mark.parametrize(
    ("step", "told", "after"),
    [
        ("meet", False, "assessment"),
        ("meet", True, "assessment"),
        ("ask", False, "assessment"),
        ("danger", True, "assessment"),
        ("point", False, "answered"),
        ("point", True, "closed"),
        ("followed", True, "closed"),
        ("close", False, "answered"),
        ("close", True, "closed"),
    ],
)
def test_where_a_step_leads(step, told, after):
    assert triage.state_after(step, told=told) == after


def why_not(step, **said):
    given = {
        "told": False,
        "somebody": True,
        "by_when": None,
        "reason": "",
        "note": "",
        "today": MONDAY,
        **said,
    }
    return triage.why_not_step(given.pop("state", "read"), step, **given)


def test_a_step_that_meets_somebody_needs_somebody():
    assert "nessuno" in str(why_not("meet", somebody=False))
    assert why_not("meet") is None
    assert why_not("point", somebody=False) is None


def test_closing_needs_a_reason_and_another_reason_needs_words():
    assert "motivo" in str(why_not("close"))
    assert why_not("close", reason="resolved") is None
    assert "quale altro motivo" in str(why_not("close", reason="other"))
    assert why_not("close", reason="other", note="Trasferiti.") is None


def test_a_day_gone_by_cannot_be_promised():
    assert "passato" in str(why_not("meet", by_when=date(2026, 11, 22)))
    assert why_not("meet", by_when=MONDAY) is None


def test_a_closed_signal_can_only_be_taken_up_again():
    assert "chiusa" in str(why_not("close", state="closed", reason="twice"))
    assert why_not("meet", state="closed") is None


def test_every_step_leads_somewhere():
    assert all(triage.state_after(step, told=False) for step in FirstStep)


def test_a_receipt_has_sixty_bits_and_is_read_aloud_without_mistakes():
    code = code_from((1 << 61) - 1)
    assert code == "S-ZZZZ-ZZZZ-ZZZZ"
    assert code_from(0) == "S-0000-0000-0000"
    assert len({code_from(number) for number in range(1000)}) == 1000


@pytest.mark.parametrize("typed", ["S-7KQ4-M2XD-9TS0", "s 7kq4 m2xd 9tsO", "7KQ4M2XD9TS0", " s7kq4m2xd9tso "])
def test_a_receipt_is_found_however_it_is_typed(typed):
    assert as_kept(typed) == "S-7KQ4-M2XD-9TS0"


@pytest.mark.parametrize("typed", ["", "S", "S-7KQ4-M2XD", "S-7KQ4-M2XD-9TS0-1"])
def test_what_cannot_be_a_receipt_is_none(typed):
    assert as_kept(typed) is None


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("203.0.113.7", " 203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7:40000", "203.0.113.7:40001", True),
        ("[2001:db8:1:2::1]:443", "2001:db8:1:2::9", True),
        # What cannot be read is counted together: nobody passes by writing nonsense.
        ("non un indirizzo", "altro", True),
    ],
)
def test_tries_are_counted_by_connection(one, other, together):
    assert (connection_of(one) == connection_of(other)) is together


def test_a_signal_is_called_by_its_first_words():
    facts = "Due fratelli, 7 e 4 anni, spesso senza pranzo. Da un mese chiedono il bis."
    assert title_of(facts) == "Due fratelli, 7 e 4 anni, spesso senza pranzo"
    assert rest_of(facts) == "Da un mese chiedono il bis."
    paused = (
        "Nadia è molto cambiata da qualche mese: arriva tardi, non porta i compiti, si addormenta sul banco."
    )
    assert title_of(paused) == "Nadia è molto cambiata da qualche mese: arriva tardi…"
    assert rest_of(paused) == "non porta i compiti, si addormenta sul banco."
    long = title_of("parola " * 40)
    assert len(long) <= 71
    assert long.endswith("…")


def test_one_need_and_one_answer_are_enough():
    assert why_not_contact(needs=["abitare"], answers=["information"], minutes=5) is None
    assert "bisogno" in str(why_not_contact(needs=[], answers=["information"], minutes=5))
    assert "risposto" in str(why_not_contact(needs=["abitare"], answers=[], minutes=5))
    assert "minuti" in str(why_not_contact(needs=["abitare"], answers=["information"], minutes=0))


def test_who_prefers_not_to_say_a_name_leaves_none():
    assert why_not_anonymous(is_anonymous=True, said=("", "", None)) is None
    assert "vuoti" in str(why_not_anonymous(is_anonymous=True, said=("Monica", "")))
    assert why_not_anonymous(is_anonymous=False, said=("Monica", "")) is None


@pytest.mark.parametrize(
    ("state", "linked", "heard", "reason"),
    [
        ("received", False, False, None),
        ("read", False, False, None),
        ("assessment", False, False, None),
        ("answered", False, False, passing.ANSWERED),
        ("closed", False, False, passing.ANSWERED),
        ("read", True, False, passing.LINKED),
        ("closed", True, True, passing.LINKED),
        ("assessment", False, True, passing.HEARD),
    ],
)
def test_a_signal_goes_on_until_it_has_found_an_answer(state, linked, heard, reason):
    assert passing.why_not_pass_on(state, linked=linked, heard=heard) == reason
    assert reason is None or str(reason.way_out)


def test_only_another_desk_receives_a_signal():
    here, there, nowhere = uuid4(), uuid4(), uuid4()
    assert passing.why_not_receive(there, here=here, desks={here, there}) is None
    assert passing.why_not_receive(here, here=here, desks={here, there})
    assert passing.why_not_receive(nowhere, here=here, desks={here, there})


@pytest.mark.parametrize(
    ("reason", "note", "may"), [("place", "", True), ("other", " ", False), ("other", "Sì", True)]
)
def test_another_reason_for_passing_on_is_said_in_words(reason, note, may):
    assert (passing.why_not_reason(reason, note) is None) is may
