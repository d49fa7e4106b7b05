"""The whole story: parts of it, of whom, from when to when, where each line is read, at any length."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.panels import kinds_told, registers, told
from intreccio.parties.people.queries.story import (
    LATEST,
    TO_PRINT,
    Wanted,
    _acts,
    by_month,
    story_of,
    with_places,
)
from intreccio.parties.people.tests.world import BAH, CONTI, ELENA, MARCHETTI, address, text

STORY = address("household_story", MARCHETTI)


def lines(page):
    """What was done, of every line."""
    return re.findall(r"</time>\s*<p>(?:<a [^>]+>)?([^<]+)", text(page))


def test_a_part_of_the_story_is_told_alone(signed_in):
    client = signed_in("educatrice")
    whole = set(lines(client.get(STORY, {"lines": "many"})))
    parts = {
        chapter.code: set(lines(client.get(STORY, {"lines": "many", "part": chapter.code})))
        for chapter in registers.chapters
    }
    assert parts["plan"]
    assert parts["requests"]
    assert any("obiettivo" in line for line in parts["plan"])
    assert not any("obiettivo" in line for code, part in parts.items() if code != "plan" for line in part)
    found = {line.partition(",")[0] for part in parts.values() for line in part}
    assert {line.partition(",")[0] for line in whole} == found


# What happens to bodies, services and people at work: told where it happens, of no family.
OF_NO_FAMILY = {
    "appointment",
    "strategy_goal",
    "strategy_look",
    "funding_line",
    "hours",
    "sheet",
    "hat",
    "import",
    "mail",
    "invitation",
    "membership",
    "organisation",
    "project",
    "protocol",
    "service",
    "site",
    "team",
    "team_member",
}


def test_every_act_of_a_family_that_is_told_belongs_to_one_part():
    in_parts = [kind for chapter in registers.chapters for kind in kinds_told(chapter.code)]
    assert len(in_parts) == len(set(in_parts))
    without = {kind for kind in kinds_told() if kind.partition(".")[0] not in OF_NO_FAMILY} - set(in_parts)
    assert not without, "say of which part of the story they are: add_chapter"
    assert all(told(kind) for kind in in_parts)


def test_readings_are_no_part_of_a_story():
    assert not [kind for kind in kinds_told() if kind.startswith("reading.")]


def test_of_whom_is_a_code_and_the_names_are_only_on_the_page(signed_in):
    client = signed_in("educatrice")
    giulia = key_for("user", "assistente")
    page = text(client.get(STORY, {"by": str(giulia), "lines": "many"}))
    assert "Giulia Serra" in page
    assert "· Chiara Fontana</time>" not in page
    assert client.get(STORY, {"by": "Giulia Serra"}).status_code == 422


def test_from_a_day_to_a_day(signed_in, today):
    client = signed_in("educatrice")
    since, until = today - timedelta(days=60), today - timedelta(days=30)
    page = text(client.get(STORY, {"since": str(since), "until": str(until), "lines": "many"}))
    days = re.findall(r'<time datetime="([\d-]+)"', page)
    assert days
    assert all(str(since) <= day <= str(until) for day in days)


@pytest.mark.parametrize("asked", [{"until": "9999-12-31"}, {"since": "0001-01-01"}])
def test_a_day_far_away_asks_for_the_whole_story(signed_in, asked):
    client = signed_in("educatrice")
    assert lines(client.get(STORY, {"lines": "many", **asked})) == lines(client.get(STORY, {"lines": "many"}))


def test_a_story_from_a_day_that_is_to_come_is_empty(signed_in):
    assert "Niente, con questi filtri" in text(signed_in("educatrice").get(STORY, {"since": "9999-12-31"}))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "ieri"}, "Dal giorno: questo giorno non esiste. Si scrive così: 26/11/2026"),
        ({"until": "31/02/2026"}, "Al giorno: questo giorno non esiste. Si scrive così: 26/11/2026"),
        ({"since": "2026-05-02", "until": "2026-05-01"}, "Viene prima del giorno da cui si comincia"),
        ({"part": "readings"}, "Un filtro è da correggere"),
    ],
)
def test_a_filter_that_cannot_be_says_so(signed_in, asked, said):
    page = signed_in("educatrice").get(STORY, asked)
    assert page.status_code == 422
    assert said in text(page)


def test_an_empty_part_says_how_to_read_the_rest(signed_in):
    page = text(signed_in("educatrice").get(STORY, {"until": "2001-01-01"}))
    assert "Niente, con questi filtri" in page
    assert "Mostra tutta la storia" in page


def test_each_line_leads_where_it_is_read(signed_in):
    client = signed_in("educatrice")
    links = set(re.findall(r'<p><a href="([^"]+)"', text(client.get(STORY, {"lines": "many"}))))
    assert len(links) > 5
    assert {client.get(link).status_code for link in links} == {200}


def test_what_is_out_of_sight_leads_nowhere(acting_as):
    with acting_as("davide") as viewer:
        from intreccio.parties.people.queries.households import household_of

        seen = household_of(viewer, CONTI)
        entries = story_of(viewer, seen, most=5)
        strange = [entries[0].__class__(new_key(), entries[0].at, "", "", subject=ELENA)]
        assert with_places(CONTI, strange)[0].url == ""


def test_a_contact_reads_no_story_and_no_way(signed_in):
    page = text(signed_in("scuola").get(address("household_story", CONTI)))
    assert "La legge chi vede il percorso della famiglia" in page
    assert "Il percorso nel tempo" not in page
    assert "Leggi una parte della storia" not in page


def test_the_line_of_the_way_is_drawn_and_said(signed_in):
    page = text(signed_in("educatrice").get(STORY))
    drawn = page[page.index("<desc") : page.index("</desc>")]
    in_words = page[page.index("Lo stesso, in parole") :]
    for words in (
        "in carico",
        "progetto in corso",
        "T0, all&#x27;inizio",
        "versione 1",
        "Spazio gioco Il Cortile",
    ):
        assert words in drawn
        assert words in in_words
    assert "Il percorso nel tempo" not in text(signed_in("educatrice").get(STORY, {"part": "plan"}))


def test_months_follow_one_another(acting_as):
    with acting_as("educatrice") as viewer:
        from intreccio.parties.people.queries.households import household_of

        entries = story_of(viewer, household_of(viewer, MARCHETTI), most=200)
    months = [first for first, _lines in by_month(entries)]
    assert months == sorted(set(months), reverse=True)


def many_acts(keeper, number):
    """Two thousand acts of one family, over years."""
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    with keeper.transaction():
        keeper.execute("SELECT set_config('intreccio.house', 'keeper', true)")
        keeper.cursor().executemany(
            "INSERT INTO kernel_event (id, at, kind, subject_type, subject_id, fields, codes, role, house, household_id, user_id)"
            " VALUES (%s, %s, %s, 'people.household', %s, '{}', '{}', '', '', %s, %s)",
            [
                (
                    new_key(), begin + timedelta(hours=20 * each), "household.edited" if each % 50 else "isee.written",
                    BAH, BAH, key_for("user", "educatrice"),
                )
                for each in range(number)
            ],
        )  # fmt: skip


def test_two_thousand_acts_cost_as_much_as_a_few(committed, keeper, signed_in, counted):
    client, story = signed_in("educatrice"), address("household_story", BAH)
    client.get(story)
    with counted() as few:
        client.get(story)
    many_acts(keeper, 2000)
    client.get(story)
    with counted() as many:
        page = client.get(story)
    assert len(many) <= len(few)
    printed = text(client.get(story, {"lines": "many", "part": "who", "since": "2020-01-01"}))
    assert "?lines=many" in printed or "lines=many" in printed
    assert len(re.findall(r"<time datetime", printed)) <= TO_PRINT
    after = re.search(r"after=([0-9a-f-]{36})", text(page))
    assert after
    assert client.get(story, {"after": after[1]}).status_code == 200


def test_pages_of_a_part_lose_nothing(acting_as):
    with acting_as("educatrice") as viewer:
        from intreccio.parties.people.queries.households import household_of

        seen, wanted = household_of(viewer, MARCHETTI), Wanted(chapter="plan")
        whole = [entry.id for entry in story_of(viewer, seen, most=500, wanted=wanted)]
        found, before = [], None
        while page := story_of(viewer, seen, most=3, before=before, wanted=wanted):
            found += [entry.id for entry in page]
            before = Event.objects.get(pk=found[-1])
        assert found == whole


def test_whom_an_act_is_about_is_looked_up_and_not_looked_for(acting_as):
    """Among the names of a hundred thousand families, by the index of the person: a full reading took thirteen seconds."""
    values = {
        "household": MARCHETTI,
        "most": 10,
        **LATEST,
        **Wanted().values(),
    }
    with acting_as("educatrice"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {_acts(whole=False)}", values)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert re.search(r"on people_personname n.*\n\s+Index Cond: \(person_id = a\.whom\)", plan), plan
