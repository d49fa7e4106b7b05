"""The diary of a family: all professions in one order of time, read in part, searched, printed; and who reads which note."""

import random
from datetime import time, timedelta
from html import unescape
from io import BytesIO
from itertools import pairwise
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from pypdf import PdfReader

from conftest import viewer_named
from intreccio.families.cases.actions import meet_family
from intreccio.families.cases.actions.conferences import Heard
from intreccio.families.cases.queries.conferences import who_lives
from intreccio.families.diary import actions
from intreccio.families.diary.models import VisitNote
from intreccio.families.diary.queries.chronicle import PAGE, chronicle_of
from intreccio.families.diary.queries.wanted import Wanted
from intreccio.families.diary.tests.conftest import EVERYBODY, case_of, only, person
from intreccio.families.diary.vocabulary import Audience, VisitPlace
from intreccio.families.plans.models import Goal
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.vocabulary import Level

D = today()
CASE = key_for("case", "hoxha")
DIARY = reverse("diary_page", args=[CASE])
TEAM = ("coordinatrice", "assistente", "educatrice", "psicologa")


def write(
    account, text, *, day=D, place="home", present=(), goals=(), audience="record", family="hoxha", **more
):
    """A note of somebody's, and its key."""
    noted = actions.Noted(day, text, place, present=present, goals=goals, audience=audience, **more)
    with acting(viewer := viewer_named(account)):
        return actions.write_visit_note(case_of(family), noted, actions.Spent(), by=viewer, today=D).pk


def read(client, address=DIARY, **filters):
    return client.get(address, filters).content.decode()


def many(number, *, author="educatrice"):
    """As many notes of one hand, each of another day or hour, straight into the table."""
    with acting(viewer_named(author)) as _viewer:
        case = case_of("hoxha")
        about = {
            "household_id": case.household_id,
            "team_id": case.team_id,
            "case": case,
            "profession": "educator",
        }
        VisitNote.objects.bulk_create(
            VisitNote(
                id=new_key(), author_id=key_for("membership", author), written_at=now(), day=D - timedelta(days=at // 3),
                hour=time(9 + at % 3) if at % 2 else None, place="home", text=f"Nota {at}.", **about,
            )
            for at in range(number)
        )  # fmt: skip


def test_diary_page_is_of_who_works_with_the_family(signed_in):
    answers = {account: signed_in(account).get(DIARY).status_code for account in EVERYBODY}
    assert answers == only(**dict.fromkeys(TEAM, 200))


def test_all_professions_stand_in_one_order_of_time(signed_in, acting_as):
    """A note, a psychologist's meeting, a meeting about the family and a contact, each with its link and without what was said."""
    address = reverse("diary_page", args=[key_for("case", "cattaneo")])
    with acting_as("assistente") as viewer:
        case = case_of("cattaneo")
        said = Heard("phone", D, (next(iter(who_lives(viewer, case))),), "Ha chiamato lei, contenta.")
        call = meet_family(case, said, by=viewer, today=D)
    write("educatrice", "Abbiamo letto insieme.", family="cattaneo")
    text = read(signed_in("educatrice"), address)
    assert "Abbiamo letto insieme." in text
    assert reverse("line_page", args=[key_for("support_line", "cattaneo_young")]) in text
    assert reverse("conference_page", args=[case.pk, call.pk]) in text
    assert "Ha chiamato lei" not in text, "what was said stays where it was written"
    assert "parla volentieri di musica" not in read(signed_in("psicologa"), address), (
        "nor the restricted notes"
    )


def test_a_visit_where_one_did_not_meet_stands_there_with_its_reason(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        agreed = actions.Agreed(
            D, "Leggere insieme", "home", [viewer.membership_id], persons=[person("hoxha_1")]
        )
        visit = actions.plan_visit(case_of("hoxha"), agreed, by=viewer, today=D)
    client = signed_in("educatrice")
    assert "Leggere insieme" in read(client), "to come, at the side"
    with acting_as("educatrice") as viewer:
        actions.miss_visit(visit, why="they_could_not", version=visit.version, by=viewer, today=D)
    text = read(client)
    assert "non ci siamo visti" in text
    assert "Non hanno potuto" in text
    assert "Leggere insieme" not in text


READERS = {
    # Who wrote it always reads it; the coordinator and the psychologist are of the team, Giulia is the reference of this family,
    # Tommaso is of the team to which its record was opened.
    Audience.RECORD: {"coordinatrice", "assistente", "educatrice", "psicologa", "tommaso"},
    Audience.TEAM: {"coordinatrice", "assistente", "educatrice", "psicologa"},
    Audience.REFERENCE: {"assistente", "educatrice"},
}


@pytest.mark.parametrize("audience", Audience)
def test_a_note_is_read_by_whom_its_author_chose(signed_in, acting_as, audience):
    """On the page, by a search, and never on paper but for the first."""
    with acting_as("assistente") as viewer:
        case = case_of("hoxha")
        assert case.responsible_id == viewer.membership_id
        grant(
            case.household, to_team_id=key_for("team", "equipe_sud"), level=Level.RECORD, purpose="", until=None,
            reason="Lavorano insieme.", since=D, by=viewer,
        )  # fmt: skip
    write("educatrice", "Parole scelte per pochi.", audience=audience)
    for account in ("coordinatrice", "assistente", "educatrice", "psicologa", "tommaso"):
        client, reads = signed_in(account), account in READERS[audience]
        page = read(client)
        assert ("Parole scelte per pochi." in page) == reads, account
        assert (str(audience.label) in unescape(page)) == (reads and audience != Audience.RECORD), account
        assert ("Parole scelte per pochi." in searched(client, "scelte")) == reads, account
        assert ("scelte per pochi" in printed(client)) == (audience == Audience.RECORD), account
    for account in ("comune", "livia", "davide", "scuola", "admin"):
        assert signed_in(account).get(DIARY).status_code in (403, 404)
        assert signed_in(account).post(reverse("search_diary", args=[CASE]), {"words": "scelte"}).status_code in (403, 404)  # fmt: skip


def test_the_form_says_by_name_who_reads_each_choice(signed_in, acting_as):
    address = reverse("write_visit_note", args=[CASE])
    text = unescape(read(signed_in("educatrice"), address))
    assert "Chi lavora in Équipe Rozzano e chi guida l'ente; oggi a nessun altro è aperto." in text
    assert "Tu e Giulia Serra" in text
    assert "Tu, che sei il riferimento" in unescape(read(signed_in("assistente"), address))
    with acting_as("assistente") as viewer:
        grant(
            case_of("hoxha").household, to_team_id=key_for("team", "equipe_sud"), level=Level.RECORD, purpose="collaboration",
            reason="Lavorano insieme.", since=D, until=None, by=viewer,
        )  # fmt: skip
    assert "e oggi anche: Équipe" in unescape(read(signed_in("educatrice"), address))


def searched(client, words):
    return client.post(reverse("search_diary", args=[CASE]), {"words": words}).content.decode()


def printed(client, **days):
    answer = client.get(reverse("print_diary", args=[CASE]), days)
    assert answer["Content-Disposition"] == 'attachment; filename="diario.pdf"'
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )


@pytest.mark.parametrize("seed", range(4))
def test_pages_of_a_diary_show_each_thing_once_and_in_order(acting_as, seed):
    """Whatever the size of a page, one after the other they hold what one page would, sorted by day, hour and key."""
    many(random.Random(seed).randrange(20, 60))
    with acting_as("educatrice"):
        case = case_of("hoxha")
        whole, rest = chronicle_of(case, Wanted(), most=500)
        assert rest == ""
        found, after = chronicle_of(case, Wanted(), most=7 + seed)
        while after:
            more, after = chronicle_of(case, Wanted(), most=7 + seed, after=after)
            found += more
    assert found == whole
    keys = [(each.day, each.hour, each.id) for each in whole]
    assert keys == sorted(keys, reverse=True)
    assert len(set(keys)) == len(keys)


def test_two_thousand_entries_ask_as_much_as_a_few(signed_in, counted):
    client = signed_in("educatrice")
    many(30)
    with counted() as few:
        first = client.get(DIARY)
    many(2000)
    with counted() as lots:
        text = client.get(DIARY).content.decode()
    assert len(lots) == len(few)
    marks = ("SAVEPOINT", "RELEASE", "SELECT set_config")
    assert len([each for each in lots if not each["sql"].startswith(marks)]) <= 15
    assert first.content.decode().count("<article") == text.count("<article") == PAGE
    assert "?after=" in text


FILTERS = {
    "profession": ("psychologist", {"Irene a casa"}),
    "author": (key_for("membership", "assistente"), {"Giulia a scuola"}),
    "place": (VisitPlace.SCHOOL, {"Giulia a scuola", "Chiara a scuola con la mamma"}),
    "present": (person("hoxha_1"), {"Chiara a scuola con la mamma"}),
    "since": (D - timedelta(days=1), {"Giulia a scuola", "Irene a casa"}),
    "until": (D - timedelta(days=2), {"Chiara a scuola con la mamma"}),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_part_of_the_diary(signed_in, name):
    write("assistente", "Giulia a scuola", place="school")
    write("psicologa", "Irene a casa", day=D - timedelta(days=1))
    write(
        "educatrice",
        "Chiara a scuola con la mamma",
        place="school",
        day=D - timedelta(days=2),
        present=[person("hoxha_1")],
    )
    value, expected = FILTERS[name]
    text = read(signed_in("coordinatrice"), **{name: value})
    every = {words for _value, some in FILTERS.values() for words in some}
    assert {words for words in every if words in text} == expected


def test_a_goal_is_followed_through_the_versions_of_the_plan(signed_in, acting_as):
    address = reverse("diary_page", args=[key_for("case", "marchetti")])
    with acting_as("educatrice"):
        goal = Goal.objects.filter(plan__case_id=key_for("case", "marchetti")).order_by("plan__number").last()
        other = Goal.objects.filter(plan=goal.plan).exclude(origin=goal.origin).first()
        first = Goal.objects.filter(origin=goal.origin).order_by("plan__number").first()
    write("educatrice", "Di questo obiettivo.", goals=[first.pk], family="marchetti")
    write("educatrice", "Di un altro obiettivo.", goals=[other.pk], family="marchetti")
    text = read(signed_in("educatrice"), address, goal=goal.origin)
    assert "Di questo obiettivo." in text
    assert "Di un altro obiettivo." not in text
    assert unescape(text).count(f"Tocca l'obiettivo: <b>{goal.title}</b>") >= 1


@pytest.mark.parametrize(
    ("said", "status"),
    [({"after": "ieri"}, 404), ({"after": "2026-11-01_9999_x"}, 404), ({"place": "luna"}, 422), ({"since": "2026-02-31"}, 422),
     ({"since": "2026-02-20", "until": "2026-02-01"}, 422), ({"author": str(uuid4())}, 422)],
)  # fmt: skip
def test_what_makes_no_sense_is_said(signed_in, said, status):
    assert signed_in("educatrice").get(DIARY, said).status_code == status


def test_search_diary_takes_words_by_post_and_finds_them_whatever_the_accents(signed_in, acting_as):
    client = signed_in("educatrice")
    write("assistente", "Perché al nido è andata così bene?")
    key = write("educatrice", "Un pomeriggio al parco.", next_step="Telefonare alla maestra Nicolò")
    assert "al nido" in searched(client, "PERCHE nido")
    found = searched(client, "nicolo maestra")
    assert f"n{key}" in found
    assert "al nido" not in found
    assert "Nessuna nota con queste parole" in searched(client, "perché parco")
    assert client.get(reverse("search_diary", args=[CASE]), {"words": "nido"}).url == DIARY
    assert client.post(reverse("search_diary", args=[CASE]), {"words": ""}).status_code == 422
    with acting_as("educatrice"):
        assert Reading.objects.filter(
            page="search_diary", household_id=key_for("household", "hoxha")
        ).exists()


def test_a_word_of_a_correction_finds_the_note_it_puts_right(signed_in, acting_as, monkeypatch):
    key = write("educatrice", "Erano in tre.")
    monkeypatch.setattr("intreccio.families.diary.actions.visit_notes.still_fresh", lambda _note: False)
    with acting_as("educatrice") as viewer:
        note = VisitNote.objects.select_related("case__household", "author").get(pk=key)
        actions.correct_visit_note(note, "Erano in quattro, con lo zio.", actions.Spent(), by=viewer)
    found = searched(signed_in("psicologa"), "zio")
    assert f"n{key}" in found
    assert "Erano in tre." in found
    with acting_as("educatrice") as viewer:
        actions.void_visit_note(note, reason="altra famiglia", by=viewer)
    for word in ("zio", "tre"):
        assert f"n{key}" not in searched(signed_in("psicologa"), word), "annulled, it is found by no word"


def test_a_note_written_by_mistake_is_folded_and_stands_where_it_was(signed_in, acting_as):
    key = write("educatrice", "Di un'altra famiglia.")
    with acting_as("educatrice") as viewer:
        note = VisitNote.objects.select_related("case__household", "author").get(pk=key)
        actions.void_visit_note(note, reason="Era un'altra famiglia", by=viewer)
    client = signed_in("psicologa")
    one = unescape(read(client)).split(f'id="n{key}"')[1].split("</article>")[0]
    assert "annullata" in one.split("<details")[0]
    assert "Di un'altra famiglia." in one.split("<details")[1]
    assert "altra famiglia" not in printed(client)


def test_whoever_reads_a_note_finds_the_way_to_signal_it(signed_in):
    """Not only its author: who reads a colleague's note and worries is one touch from the desk."""
    key = write("assistente", "Ha un livido sul braccio.")
    one = read(signed_in("psicologa")).split(f'id="n{key}"')[1].split("</article>")[0]
    assert reverse("signal_from_note", args=[key]) in one


def test_print_diary_holds_what_everybody_reads_in_the_order_of_time_and_says_so(signed_in, acting_as):
    write("educatrice", "Prima cosa.", day=D - timedelta(days=2))
    write("assistente", "Seconda cosa.", day=D - timedelta(days=1))
    write("assistente", "Terza cosa.")
    client = signed_in("coordinatrice")
    paper = printed(client)
    places = [paper.index(words) for words in ("Prima cosa.", "Seconda cosa.", "Terza cosa.")]
    assert all(first < second for first, second in pairwise(places))
    assert "Ci sono solo le note che legge chiunque abbia il fascicolo aperto" in paper
    some = printed(client, since=D - timedelta(days=1), until=D - timedelta(days=1))
    assert ("Prima" in some, "Seconda" in some, "Terza" in some) == (False, True, False)
    wrong = client.get(reverse("print_diary", args=[CASE]), {"since": D, "until": D - timedelta(days=1)})
    assert wrong.status_code == 422
    assert "Viene prima del giorno" in wrong.content.decode()
    with acting_as("coordinatrice"):
        assert Reading.objects.filter(page="print_diary", household_id=key_for("household", "hoxha")).exists()


def test_no_part_of_the_statement_waits_behind_row_security(acting_as):
    """Of notes the case is looked up by its index, before anybody asks who reads them."""
    with acting_as("educatrice"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM diary_visitnote n WHERE n.case_id = %s AND n.day <= %s", [CASE, D]
        )
        plan = [row[0] for row in cursor.fetchall()]
        assert any("Index Cond: (case_id" in row for row in plan), plan
