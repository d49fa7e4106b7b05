"""Why and why not, in the words of a desk."""

from datetime import timedelta
from decimal import Decimal

from django.utils.translation import override

from intreccio.offer.directory.rules import reasons
from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.rules.freshness import freshness
from intreccio.offer.directory.rules.places import km_words, pins_of, where_words
from intreccio.offer.directory.rules.room import room_tag
from intreccio.offer.directory.tests.worlds import TODAY

LEO = Wish(
    needs=frozenset(["futuro.educative"]), ages=(36, 47), municipality="015189", province="MI", point=(45.38, 9.15),
    names={"futuro.educative": "Nido, gioco, sport", "015024": "Binasco"},
)  # fmt: skip


def said(service: Facts, wish: Wish = LEO) -> list[tuple[bool | None, str]]:
    return [(reason.fits, reason.text) for reason in reasons(service, wish, TODAY)]


def test_a_nursery_that_leo_is_too_old_for_says_so() -> None:
    nido = Facts(
        need_codes=frozenset(["futuro.educative"]), age_from=3, age_to=36, residence="only",
        residence_codes=frozenset(["015024"]), isee="limit", isee_limit=Decimal(9360),
    )  # fmt: skip
    assert said(nido) == [
        (True, "Risponde a «Nido, gioco, sport»"),
        (False, "Età: da 3 a 36 mesi, non 3 anni"),
        (False, "Solo chi abita a Binasco"),
        (None, "ISEE fino a 9.360 €"),
    ]


def test_what_nobody_wrote_is_asked_in_one_line() -> None:
    assert said(Facts(need_codes=frozenset(["futuro.educative"]))) == [
        (True, "Risponde a «Nido, gioco, sport»"),
        (None, "Da chiedere: le età, la residenza"),
    ]


def test_an_age_that_depends_on_months_says_so() -> None:
    assert (None, "Età: da 3 a 40 mesi. A 3 anni dipende dai mesi") in said(Facts(age_from=3, age_to=40))


def test_days_and_room_are_said() -> None:
    full = Facts(weekdays=frozenset([2]), places_free=0, room_as_of=TODAY, cost="free")
    assert said(full, Wish(days=frozenset([6]))) == [
        (True, "Gratuito"),
        (False, "Solo martedì"),
        (False, "Posti finiti"),
    ]
    assert said(Facts(weekdays=frozenset([2, 6])), Wish(days=frozenset([6]))) == [(True, "Sabato")]


def test_room_is_a_tag_of_its_own() -> None:
    assert room_tag(Facts(places_free=4, room_as_of=TODAY), TODAY).text == "4 posti liberi"
    assert (
        room_tag(Facts(places_free=0, room_as_of=TODAY, waiting="3 settimane"), TODAY).text
        == "Lista: 3 settimane"
    )
    assert room_tag(Facts(places_free=0, room_as_of=TODAY), TODAY).text == "Completo"
    assert room_tag(Facts(), TODAY).text == "Posti: da chiedere"


def test_how_long_ago_somebody_checked() -> None:
    assert freshness(TODAY - timedelta(days=6), TODAY) == "Verificato 6 giorni fa"
    assert freshness(TODAY - timedelta(days=212), TODAY) == "Da ricontrollare: 7 mesi fa"
    assert freshness(TODAY - timedelta(days=1), TODAY) == "Verificato ieri"
    assert freshness(None, TODAY) == "Ancora da verificare"


def test_room_and_checks_are_said_in_the_reader_s_language() -> None:
    with override("en"):
        assert freshness(TODAY - timedelta(days=47), TODAY) == "Checked 47 days ago"
        assert freshness(TODAY, TODAY) == "Checked today"


def test_how_far_it_is() -> None:
    there = Facts(at_municipalities=frozenset(["015159"]), at_provinces=frozenset(["MI"]))
    assert where_words(there, LEO, ["Opera"]) == "Opera, stessa provincia"
    assert (
        where_words(Facts(at_municipalities=frozenset(["015189"])), LEO, ["Rozzano"])
        == "Rozzano, stesso comune"
    )
    assert (
        where_words(Facts(at_provinces=frozenset(["PA"])), LEO, ["Palermo"]) == "Palermo, distanza non nota"
    )
    assert where_words(Facts(points=((45.41, 9.15),)), LEO, ["Milano"]) == "Milano, 3,3 km"
    assert where_words(Facts(), LEO, []) == "luogo da chiedere"
    assert [km_words(km) for km in (0.4, 1.44, 23.4)] == ["meno di 1 km", "1,4 km", "23 km"]


def test_a_map_needs_two_places_and_keeps_every_number_readable() -> None:
    home = ("Rozzano", (45.38, 9.15))
    assert pins_of([(1, (45.39, 9.16), True)], home) == []
    pins = pins_of([(1, (45.39, 9.16), True), (2, (45.39, 9.16), False), (3, (41.9, 12.5), True)], home)
    assert [pin.number for pin in pins] == [None, 1, 2]
    assert pins[1] != pins[2]
    assert all(0 <= pin.x <= 376 and 0 <= pin.y <= 440 for pin in pins)
