"""What this area shows elsewhere."""

from intreccio.ground.kernel.panels import registers, told
from intreccio.parties.organisations.panels import waiting
from intreccio.parties.organisations.queries.network import search_for


def test_an_old_invitation_waits_for_who_sent_it(acting_as):
    for account, name, days in (("comune", "Dario Fumagalli", 12), ("admin", "Noemi Ferrante", 9)):
        with acting_as(account) as viewer:
            (line,) = waiting(viewer, 8)
            assert (line.title, line.days) == (name, days)
    for account in ("coordinatrice", "educatrice"):
        with acting_as(account) as viewer:
            assert waiting(viewer, 8) == []


def test_search_finds_bodies_by_the_beginning_of_words(acting_as):
    with acting_as("scuola") as viewer:
        assert {found.title for found in search_for(viewer, "coop gira")} == {"Cooperativa Girasole Sud"}
        assert search_for(viewer, "irasole") == []
        assert search_for(viewer, "  ") == []


def test_the_network_is_in_everybodys_menu(acting_as):
    (item,) = [item for item in registers.menu if item.name == "network"]
    with acting_as("elio") as viewer:
        assert item.shown_to(viewer)


def test_events_have_words():
    assert told("membership.ended")
    assert told("hat.worn")
