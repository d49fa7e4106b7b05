"""What other pages ask of this area: a few cards with why, and the search box."""

from datetime import date

import pytest

from intreccio.ground.kernel.panels import registers
from intreccio.offer.directory.queries.cards import cards_for
from intreccio.offer.directory.queries.search import search_for
from intreccio.offer.directory.tests.places import Acting, Counted

pytestmark = pytest.mark.django_db


def test_a_few_cards_near_home_for_one_of_the_children(
    acting_as: Acting, today: date, counted: Counted
) -> None:
    with acting_as("assistente"), counted() as queries:
        cards = cards_for(["futuro.educative"], "015189", [3, 12], today=today)
    assert 0 < len(cards) <= 3
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    assert all(card.fits and card.reasons for card in cards)
    assert len([query for query in queries.captured_queries if "set_config" not in query["sql"]]) <= 8


def test_a_service_nobody_can_enter_today_is_no_card(acting_as: Acting, today: date) -> None:
    with acting_as("assistente"):
        names = [card.name for card in cards_for(["futuro.educative"], "015189", [3], today=today, size=20)]
    assert "Nido comunale I Papaveri" not in names
    assert "Letture 0-6" in names
    assert "Nido e lavoro" in names, "nobody knows its ages: one asks"


def test_without_a_need_there_is_no_card(acting_as: Acting, today: date) -> None:
    with acting_as("assistente"):
        assert cards_for([], "015189", [3], today=today) == []
        assert cards_for(["abitare"], "", [], today=today)


def test_the_search_box_answers_for_services(acting_as: Acting) -> None:
    with acting_as("scuola") as viewer:
        found = search_for(viewer, "consult famil")
        assert found[0].title == "Consultorio familiare"
        assert found[0].url.startswith("/services/")
        assert search_for(viewer, "di") == []
    assert search_for in registers.searches


def test_the_menu_shows_services_to_all_on_every_screen(acting_as: Acting) -> None:
    (item,) = [item for item in registers.menu if item.name == "services"]
    with acting_as("elio") as viewer:
        assert item.shown_to(viewer)
    assert (item.order, item.phone, item.url_name) == (40, True, "service_search")
