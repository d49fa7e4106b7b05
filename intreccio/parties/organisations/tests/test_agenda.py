"""The institutional agenda: whom a coordinator meets, what was agreed, what follows."""

from datetime import date, time

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from bench.counting import Counter
from bench.errands import MOST_QUERIES
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.organisations.actions.agenda import (
    Arranged,
    Told,
    add_appointment,
    conclude_appointment,
    edit_appointment,
    finish_next_step,
    void_appointment,
)
from intreccio.parties.organisations.models import Appointment, Team
from intreccio.parties.organisations.queries.agenda import all_appointments
from intreccio.parties.organisations.rules.agenda import (
    why_not_conclude,
    why_not_day,
    why_not_move,
    why_not_next,
    why_not_with,
)
from intreccio.parties.organisations.tests.conftest import READ_IN_THE_NETWORK, filled, in_days, page

NORD, EST = ("team", "equipe_nord"), ("team", "equipe_est")
PIANO, TAVOLO, SCUOLA = (("appointment", key) for key in ("ufficio_piano", "tavolo", "scuola"))
DAY = date(2026, 5, 10)


def arranged(**other):
    said = {"day": in_days(5), "hour": time(15), "about": "Le iscrizioni al nido", "whom": "Ufficio nidi"}
    return Arranged(**(said | other))


def team(key=NORD):
    return Team.objects.get(pk=key_for(*key))


def appointment(key):
    return all_appointments().get(pk=key_for(*key))


@pytest.mark.parametrize(
    ("body", "whom", "fine"), [(True, "", True), (False, "ASST", True), (False, " ", False)]
)
def test_an_appointment_is_with_somebody(body, whom, fine):
    assert (why_not_with(body=body, whom=whom) is None) == fine


@pytest.mark.parametrize(
    ("day", "agreed", "fine"),
    [(date(2026, 5, 10), "Sì.", True), (date(2026, 5, 11), "Sì.", False), (date(2026, 5, 1), " ", False)],
)
def test_what_was_agreed_is_told_afterwards(day, agreed, fine):
    assert (why_not_conclude(day, today=DAY, agreed=agreed) is None) == fine


@pytest.mark.parametrize(
    ("step", "on", "fine"),
    [
        ("", None, True),
        ("Scrivere", DAY, True),
        ("Scrivere", None, False),
        ("", DAY, False),
        ("Scrivere", date(2026, 5, 9), False),
    ],
)
def test_a_next_step_has_its_day(step, on, fine):
    assert (why_not_next(step, on, day=DAY) is None) == fine


@pytest.mark.parametrize(
    ("told", "day", "fine"),
    [(False, date(2026, 6, 1), True), (True, date(2026, 6, 1), False), (True, date(2026, 5, 2), True)],
)
def test_what_was_told_is_not_moved_to_a_day_to_come(told, day, fine):
    assert (why_not_move(told=told, day=day, was=date(2026, 5, 1), today=DAY) is None) == fine


@pytest.mark.parametrize(
    ("day", "was", "fine"),
    [
        (date(2025, 5, 10), None, True),
        (date(2025, 5, 8), None, False),
        (date(2028, 5, 10), None, True),
        (date(2028, 6, 1), None, False),
        (date.min, None, False),
        (date.max, None, False),
        (date(2024, 1, 1), date(2024, 1, 1), True),
        (date(2024, 1, 2), date(2024, 1, 1), False),
    ],
)
def test_an_appointment_is_on_a_day_that_can_be(day, was, fine):
    assert (why_not_day(day, today=DAY, was=was) is None) == fine


MINE = "我们的话"


def kept_with_its_error(answer, field):
    """The form came back with all that was written, and says which field is wrong."""
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert MINE in answer.content.decode()


@pytest.mark.parametrize("day", ["0001-01-01", "2020-01-01", "9999-12-31"])
def test_a_wrong_day_of_an_appointment_is_an_error_of_its_field(signed_in, acting_as, day):
    client = signed_in("coordinatrice")
    said = {"day": day, "hour": "15:00", "whom": MINE, "about": "Il nido"}
    kept_with_its_error(client.post(page("add_appointment", NORD), filled(**said)), "day")
    kept_with_its_error(client.post(page("edit_appointment", PIANO), filled(version=1, **said)), "day")
    follows = {"agreed": MINE, "next_step": "Telefonare", "next_on": day, "version": 1}
    kept_with_its_error(client.post(page("conclude_appointment", TAVOLO), filled(**follows)), "next_on")
    with acting_as("coordinatrice") as by:
        wrong, tavolo = date.fromisoformat(day), appointment(TAVOLO)
        for attempt in (
            lambda: add_appointment(team(), arranged(day=wrong), by=by, today=today()),
            lambda: edit_appointment(tavolo, arranged(day=wrong), version=1, by=by, today=today()),
            lambda: conclude_appointment(tavolo, Told("Sì.", "x", wrong), version=1, by=by, today=today()),
        ):
            with pytest.raises(Refused):
                attempt()


def test_what_is_told_or_moved_too_early_is_an_error_of_its_field(signed_in):
    client = signed_in("coordinatrice")
    early = filled(agreed=MINE, next_step="", next_on="", version=1)
    kept_with_its_error(client.post(page("conclude_appointment", PIANO), early), "agreed")
    said = {"hour": "15:00", "whom": MINE, "about": "Il nido", "version": 1}
    moved = client.post(page("edit_appointment", SCUOLA), filled(day=str(in_days(5)), **said))
    kept_with_its_error(moved, "day")


@READ_IN_THE_NETWORK
def test_team_agenda_is_read_by_who_works_in_the_network(signed_in, acting_as, account, status):
    answer = signed_in(account).get(page("team_agenda", NORD))
    assert answer.status_code == status
    assert ("Tavolo minori del distretto" in answer.content.decode()) == (status == 200)
    with acting_as(account):
        assert Appointment.objects.exists() == (status == 200)


def test_the_agenda_says_what_asks_to_be_told_what_comes_and_what_follows(signed_in):
    text = signed_in("coordinatrice").get(page("team_agenda", NORD)).content.decode()
    parts = [
        text.index(words) for words in ("Da raccontare", "I prossimi", "I passi che seguono", "Già stati")
    ]
    assert parts == sorted(parts)
    assert parts[0] < text.index("Tavolo minori") < parts[1]
    assert parts[1] < text.index("Ufficio di piano") < text.index("dottoressa Orsi") < parts[2]
    assert parts[2] < text.index("Mandare alla scuola il foglio") < parts[3]
    assert parts[3] < text.index("Una riga diretta per chi")


def test_add_appointment_by_page_is_written_once_and_says_no_names_of_families(signed_in, acting_as):
    heard = []
    hear("appointment.added")(lambda event, _actor: heard.append(event))
    client, add = signed_in("coordinatrice"), page("add_appointment", NORD)
    assert "Mai il nome di una famiglia" in client.get(add).content.decode()
    answers = filled(
        day=str(in_days(5)), hour="15:00", body="", whom="Ufficio nidi", place="", about="Le iscrizioni"
    )
    assert client.post(add, answers).status_code == 302
    assert client.post(add, answers).status_code == 302  # a second tap
    with acting_as("coordinatrice"):
        row = Appointment.objects.get(whom="Ufficio nidi")
        assert row.with_whom == "Ufficio nidi"
    (told,) = heard
    assert (told.subject_id, told.codes) == (row.pk, {"team": str(key_for(*NORD))})
    nobody = client.post(add, filled(day=str(in_days(5)), hour="15:00", body="", whom="", about="x"))
    assert nobody.status_code == 422
    assert "scrivi con chi è l&#x27;appuntamento" in nobody.content.decode()


def test_add_appointment_to_a_closed_team_is_refused(acting_as):
    with acting_as("coordinatrice") as by:
        closed = team()
        closed.closed_on = today()
        with pytest.raises(Refused):
            add_appointment(closed, arranged(), by=by, today=today())
        with pytest.raises(Refused):
            add_appointment(team(), arranged(whom=""), by=by, today=today())


def test_edit_appointment_and_second_edit(acting_as):
    with acting_as("coordinatrice") as by:
        row = appointment(PIANO)
        edit_appointment(row, arranged(day=in_days(7)), version=1, by=by, today=today())
        assert Appointment.objects.get(pk=row.pk).day == in_days(7)
        with pytest.raises(Changed):
            edit_appointment(row, arranged(day=in_days(8)), version=1, by=by, today=today())
        with pytest.raises(Refused):  # what was agreed at the school is written already
            edit_appointment(appointment(SCUOLA), arranged(), version=1, by=by, today=today())


def test_an_appointment_opens_again_as_it_was_written(signed_in):
    text = signed_in("coordinatrice").get(page("edit_appointment", PIANO)).content.decode()
    assert f'value="{in_days(2)}"' in text
    assert 'value="10:00"' in text
    assert f'value="{key_for("organisation", "comune_rozzano")}" selected' in text


def test_conclude_appointment_tells_what_was_agreed_and_what_follows(signed_in):
    client, conclude = signed_in("coordinatrice"), page("conclude_appointment", TAVOLO)
    half = filled(
        agreed="Si segnala in un modo solo.", next_step="Scriverlo alle scuole", next_on="", version=1
    )
    assert client.post(conclude, half).status_code == 422  # a step has its day
    whole = {**half, **filled(next_on=str(in_days(10)))}
    assert client.post(conclude, whole).status_code == 302
    text = client.get(page("team_agenda", NORD)).content.decode()
    assert "Da raccontare" not in text
    assert "Scriverlo alle scuole" in text


def test_conclude_appointment_not_before_its_day_and_another_step_is_to_be_done_anew(acting_as):
    with acting_as("coordinatrice") as by:
        with pytest.raises(Refused):
            conclude_appointment(appointment(PIANO), Told("Tutto."), version=1, by=by, today=today())
        row = appointment(("appointment", "asst"))
        same = Told("Altre parole.", row.next_step, row.next_on)
        conclude_appointment(row, same, version=1, by=by, today=today())
        assert row.next_done_on is not None
        conclude_appointment(row, Told("Sì.", "Telefonare", in_days(3)), version=2, by=by, today=today())
        assert row.next_done_on is None


def test_finish_next_step_twice_is_once(signed_in, acting_as):
    client, finish = signed_in("coordinatrice"), page("finish_next_step", SCUOLA)
    assert client.post(finish, filled()).status_code == 302
    with acting_as("coordinatrice") as by:
        row = appointment(SCUOLA)
        assert row.next_done_on == today()
        finish_next_step(row, by=by, today=in_days(1))
        assert Appointment.objects.get(pk=row.pk).next_done_on == today()


def test_void_appointment_stays_readable_with_its_reason(signed_in, acting_as):
    client = signed_in("coordinatrice")
    assert (
        client.post(page("void_appointment", PIANO), filled(reason="lo ha disdetto il Comune")).status_code
        == 302
    )
    text = signed_in("educatrice").get(page("team_agenda", NORD)).content.decode()
    assert "lo ha disdetto il Comune" in text
    assert client.get(page("edit_appointment", PIANO)).status_code == 404


def test_the_actions_ask_who_composes_the_team(acting_as):
    with acting_as("educatrice") as by:
        row = appointment(SCUOLA)
        for attempt in (
            lambda: add_appointment(team(), arranged(), by=by, today=today()),
            lambda: edit_appointment(row, arranged(), version=1, by=by, today=today()),
            lambda: conclude_appointment(row, Told("x"), version=1, by=by, today=today()),
            lambda: finish_next_step(row, by=by, today=today()),
            lambda: void_appointment(row, reason="x", by=by),
        ):
            with pytest.raises(NotAllowed):
                attempt()


@pytest.mark.parametrize("account", ["educatrice", "comune", "scuola"])
def test_the_database_refuses_appointments_to_who_does_not_write_them(acting_as, account):
    with acting_as(account):
        row = Appointment(team_id=key_for(*NORD), day=today(), hour=time(9), whom="x", about="x")
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.save(force_insert=True)
        assert not Appointment.objects.filter(pk=key_for(*PIANO)).update(about="y")


def test_the_database_does_not_move_an_appointment_to_a_team_of_others(acting_as):
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        Appointment.objects.filter(pk=key_for(*PIANO)).update(team_id=key_for(*EST))


@pytest.mark.parametrize(
    "half", [{"body": None, "whom": ""}, {"next_step": "Scrivere"}, {"next_done_on": date(2026, 5, 1)}]
)
def test_the_database_keeps_an_appointment_whole(acting_as, half):
    with acting_as("coordinatrice"), pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=key_for(*PIANO)).update(**half)


def test_oggi_recalls_the_days_before_asks_afterwards_and_reminds_of_the_next_step(signed_in):
    text = signed_in("coordinatrice").get(reverse("today")).content.decode()
    assert "Le ore di servizio sociale per l&#x27;anno che viene" in text  # in two days
    assert "Come ci passiamo le mamme" not in text  # in nine
    assert "che cosa si è concordato?" in text  # the table, four days ago
    assert "Mandare alla scuola il foglio" in text  # yesterday's step
    assert "Scrivere i nomi di chi può usarla" not in text  # done


@pytest.mark.parametrize("account", ["educatrice", "comune", "admin", "scuola"])
def test_oggi_tells_the_agenda_to_who_coordinates_only(signed_in, account):
    assert "Tavolo minori" not in signed_in(account).get(reverse("today")).content.decode()


def test_the_page_of_a_team_is_in_order_of_need(signed_in):
    text = signed_in("coordinatrice").get(page("team_page", NORD)).content.decode()
    titles = ("carico", "ore", "composizione", "strategia", "agenda", "persone")
    places = [text.index(f'id="{title}"') for title in titles]
    assert places == sorted(places)
    assert "da raccontare" in text
    assert "1 appuntamento passato" in text
    assert text.count("i-btn-1") == 1
    other = signed_in("scuola").get(page("team_page", NORD)).content.decode()
    assert 'id="strategia"' not in other
    assert 'id="agenda"' not in other


@pytest.mark.parametrize("account", ["coordinatrice", "admin", "educatrice"])
@pytest.mark.parametrize("name", ["team_page", "team_strategy", "team_agenda"])
def test_the_pages_of_a_coordinator_ask_few_queries(signed_in, name, account):
    client, address = signed_in(account), page(name, NORD)
    client.get(address)  # what a process keeps by itself is fetched once
    counter = Counter()
    with connection.execute_wrapper(counter):
        client.get(address)
    assert counter.statements <= MOST_QUERIES, counter.statements
