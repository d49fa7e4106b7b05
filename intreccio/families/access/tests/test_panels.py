"""What this area shows on other pages."""

import re

import pytest

from intreccio.families.access.models import SignalWord
from intreccio.families.access.panels import of_household, waiting
from intreccio.families.access.queries.inbox import waiting_count
from intreccio.families.access.tests.conftest import contact_id, signal_id
from intreccio.ground.kernel.counts import counted
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import registers, told
from intreccio.parties.people.models import Household


def lines(acting_as, account):
    with acting_as(account) as viewer:
        return {line.title: line for line in waiting(viewer, 10)}


def test_the_desk_is_told_what_is_to_be_read_and_how_much_time_is_left(acting_as):
    told_ = lines(acting_as, "assistente")
    line = told_["Due fratelli, 7 e 4 anni, spesso senza pranzo"]
    assert (line.days, "domani" in str(line.why)) == (4, True)
    assert any("aggiunto una parola" in str(line.why) for line in told_.values())
    assert "Samira Bel" in told_


def test_who_is_to_act_is_told_what(acting_as):
    line = next(line for title, line in lines(acting_as, "assistente").items() if title.startswith("Nadia"))
    assert "Incontrare la famiglia" in str(line.why)


def test_danger_is_urgent(acting_as):
    assert any(line.urgent for line in lines(acting_as, "coordinatrice").values())


def test_who_signalled_is_told_of_an_answer(acting_as):
    assert [str(line.why) for line in lines(acting_as, "scuola").values()] == ["lo sportello ti ha risposto"]
    with acting_as("scuola"):
        assert SignalWord.objects.filter(from_desk=True, read_at=None).count() == 1


def test_nothing_waits_for_who_has_no_desk(acting_as):
    assert lines(acting_as, "educatrice") == {}
    assert lines(acting_as, "admin") == {}


def test_the_menu_counts_what_nobody_has_decided(acting_as):
    with acting_as("assistente") as viewer:
        assert counted([waiting_count(viewer)]) == [3]


def test_the_menu_is_for_desks_and_for_who_signals(acting_as):
    names = {}
    for account in ("assistente", "scuola", "educatrice", "admin"):
        with acting_as(account) as viewer:
            names[account] = {item.name for item in registers.menu if item.shown_to(viewer)} & {
                "signals",
                "my_signals",
            }
    assert names == {"assistente": {"signals"}, "scuola": {"my_signals"}, "educatrice": set(), "admin": set()}


@pytest.mark.parametrize(
    ("account", "shown"),
    [
        ("assistente", True),
        ("tommaso", True),
        ("lucia", True),
        ("educatrice", False),
        ("sara", False),
        ("comune", False),
    ],
)
def test_a_conversation_is_offered_to_who_works_at_a_desk(signed_in, account, shown):
    client = signed_in(account)
    assert ('href="/contacts/new"' in client.get("/").content.decode()) is shown
    assert (client.get("/contacts/new").status_code == 200) is shown


def test_pages_of_the_register_light_the_signals(signed_in):
    page = signed_in("assistente").get(f"/contacts/{contact_id('colloquio')}").content.decode()
    (entry,) = re.findall(r'<a[^>]*href="/signals/"[^>]*>', page.split("<main", 1)[0])[:1]
    assert "aria-current" in entry


def test_the_household_page_shows_how_it_began(acting_as):
    with acting_as("educatrice") as viewer:
        shown = of_household(viewer, Household.objects.get(pk=key_for("household", "marchetti")))
    assert shown is not None
    *signals, contact = shown["beginnings"]
    assert {each.id for each in signals} == {signal_id("disegni"), signal_id("compiti")}
    assert (contact.kind, contact.id) == ("contact", contact_id("elena"))


def test_a_family_without_any_shows_no_box(acting_as):
    with acting_as("assistente") as viewer:
        household = Household(id=key_for("household", "nessuna"))
        assert of_household(viewer, household) is None


def test_every_event_has_its_words():
    for kind in (
        "signal.linked",
        "signal.step_chosen",
        "contact.created",
        "contact.linked",
        "contact.answered",
    ):
        assert told(kind)
