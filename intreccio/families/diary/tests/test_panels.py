"""What of lines of support shows elsewhere: the box of a case, Oggi, the words of a story."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.diary import actions
from intreccio.families.diary.panels import boxes
from intreccio.families.diary.panels.waiting import waits
from intreccio.families.diary.queries.of_case import briefs_of
from intreccio.families.diary.tests.conftest import ASKED, UNDER_WAY, case_of, line_of, page
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import told


def test_the_box_says_which_line_where_it_stands_its_dates_and_its_outcome(signed_in):
    text = (
        signed_in("educatrice").get(reverse("case_page", args=[key_for("case", "cattaneo")])).content.decode()
    )
    for words in (
        "Sostegno a preadolescenti e adolescenti",
        "In corso, Irene Costa",
        page("line_page", UNDER_WAY),
    ):
        assert words in text, words
    ended = signed_in("educatrice").get(reverse("case_page", args=[key_for("case", "sala")])).content.decode()
    assert "I genitori decidono più insieme per i figli" in ended


def test_the_box_is_one_query_and_knows_no_note(acting_as, counted):
    with acting_as("educatrice") as viewer:
        case = case_of("cattaneo")
        with counted() as queries:
            boxes.on_case(viewer, case=case)
        assert len(queries) == 1
        assert "note" not in queries[0]["sql"].lower()
        (brief,) = briefs_of(viewer, case.pk)
        assert [date.state for date in brief.dates] == [
            "held",
            "held",
            "missed",
            "held",
            "planned",
            "planned",
        ]


@pytest.mark.parametrize(
    ("account", "may"), [("educatrice", True), ("coordinatrice", True), ("psicologa", False)]
)
def test_the_way_to_ask_is_for_who_may(acting_as, account, may):
    with acting_as(account) as viewer:
        assert bool((boxes.on_case(viewer, case=case_of("hoxha")) or {}).get("may_ask")) is may


def told_in_oggi(viewer):
    return {(line.title, str(line.action)): line for line in waits(viewer, 9)}


def test_a_psychologist_finds_what_to_answer_and_whom_they_meet_today(acting_as):
    with acting_as("psicologa") as viewer:
        lines = told_in_oggi(viewer)
        answer = next(line for (_t, action), line in lines.items() if action == "Leggi e rispondi")
        assert page("line_page", ASKED) == answer.url
        meeting = next(line for (_t, action), line in lines.items() if action == "Scrivi se c'è stato")
        assert "Vi vedete oggi alle 16:30" in meeting.why
        assert meeting.urgent


def test_then_dates_to_find_and_in_the_end_how_it_went(acting_as, day):
    with acting_as("psicologa") as viewer:
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=day)
        said = {str(line.action) for line in waits(viewer, 9)}
        assert "Programma gli incontri" in said
        plan = actions.Plan(1, "weekly", day - timedelta(days=3))
        cycle = actions.plan_meetings(line_of(ASKED), plan, by=viewer, today=day)
        late = next(line for line in waits(viewer, 9) if "Com'è andata" in line.why and line.days == 3)
        assert str(late.action) == "Scrivi se c'è stato"
        how = actions.How("missed", missed_why="not_found")
        meeting = cycle.meetings.get()
        actions.record_meeting(line_of(ASKED), meeting.pk, how, version=1, by=viewer, today=day)
        assert page("end_line", ASKED) in {line.url for line in waits(viewer, 9)}


def test_whoever_asked_is_told_until_they_open_it(acting_as, signed_in, day):
    with acting_as("psicologa") as viewer:
        actions.decline_line(line_of(ASKED), reason="no_room", answer="", by=viewer, today=day)
    with acting_as("educatrice") as viewer:
        news = [line for line in waits(viewer, 9) if "C'è una novità" in line.why]
        assert [line.url for line in news] == [page("line_page", ASKED)]
    with acting_as("assistente") as viewer:
        news = [line for line in waits(viewer, 9) if str(line.group) == "Linee di sostegno"]
        assert not news, "it was not she who asked"
    signed_in("educatrice").get(page("line_page", ASKED))
    with acting_as("educatrice") as viewer:
        assert not [line for line in waits(viewer, 9) if line.url == page("line_page", ASKED)]


@pytest.mark.parametrize("account", ["scuola", "admin", "comune", "coordinatrice"])
def test_nobody_else_is_told_anything(acting_as, account):
    with acting_as(account) as viewer:
        assert not list(waits(viewer, 9))


@pytest.mark.parametrize(
    "kind", ["line.asked", "line.accepted", "line.declined", "line.ended", "line.renewed", "line.handed_over", "line.voided",
             "meeting.planned", "meeting.held", "meeting.missed", "meeting.moved", "note.written", "note.edited", "note.corrected"]
)  # fmt: skip
def test_every_act_is_said_in_words(kind):
    assert told(kind)
