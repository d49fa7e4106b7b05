"""Hours of a team and one's own: who reads them, and that they add up to the ledger, whatever was put right meanwhile."""

import random
from collections import Counter
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from conftest import viewer_named
from intreccio.families.cases.actions import hand_over_case
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.diary import actions
from intreccio.families.diary.models import VisitNote, WorkedTime
from intreccio.families.diary.queries.exported_hours import book_of
from intreccio.families.diary.queries.hours import hours_of_mine, hours_of_team
from intreccio.families.diary.rules.periods import Period, spoken
from intreccio.families.diary.rules.visits import Minutes
from intreccio.families.diary.tests.conftest import EVERYBODY, case_of
from intreccio.families.diary.vocabulary import Audience
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading

NORTH, SOUTH = key_for("team", "equipe_nord"), key_for("team", "equipe_sud")
FAMILIES = ("gashi", "hoxha")
HANDS = ("educatrice", "psicologa", "assistente")
LINES = (None, key_for("funding_line", "fili"), key_for("funding_line", "piano"))
D = today()
LATELY = Period(D - timedelta(days=20), D)
DAYS = f"?since={LATELY.first}&until={LATELY.last}"


def noted(day, audience=Audience.RECORD):
    return actions.Noted(day, "Siamo andati al parco.", "home", audience=audience)


def spent(direct, indirect, line=None):
    return actions.Spent(Minutes(direct, indirect), line)


def write(account, family, day=D, minutes=(60, 20), line=None, audience=Audience.RECORD):
    """A note of somebody's, and its key."""
    with acting(viewer := viewer_named(account)):
        said, took = noted(day, audience), spent(*minutes, line)
        return actions.write_visit_note(case_of(family), said, took, by=viewer, today=D).pk


def note(key):
    return VisitNote.objects.select_related("case__household", "author").get(pk=key)


class Book:
    """What a bookkeeper would have on paper: of each note that stands its day, its hand, its family, its line and its minutes."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.notes, self.south = dice, {}, set()

    def _minutes(self):
        return self.dice.choice(((60, 20), (0, 45), (90, 0), (25, 5), (0, 0)))

    def _day(self):
        return D - timedelta(days=self.dice.randrange(15))

    def add(self):
        who, day, took, line = self.dice.choice(HANDS), self._day(), self._minutes(), self.dice.choice(LINES)
        family = self.dice.choice([each for each in FAMILIES if each not in self.south])
        audience = self.dice.choice(Audience.values)
        self.notes[write(who, family, day, took, line, audience)] = [day, who, family, line, *took]

    def _some(self):
        return [key for key, row in self.notes.items() if row[2] not in self.south]

    def edit(self):
        for key in self.dice.sample(self._some(), 1):
            day, took, line = self._day(), self._minutes(), self.dice.choice(LINES)
            with acting(viewer := viewer_named(self.notes[key][1])):
                row, took_now = note(key), spent(*took, line)
                actions.edit_visit_note(row, noted(day), took_now, version=row.version, by=viewer, today=D)
            self.notes[key] = [day, *self.notes[key][1:3], line, *took]

    def correct(self):
        for key in self.dice.sample(self._some(), 1):
            took, line = self._minutes(), self.dice.choice(LINES)
            with acting(viewer := viewer_named(self.notes[key][1])), pytest.MonkeyPatch.context() as patch:
                patch.setattr("intreccio.families.diary.actions.visit_notes.still_fresh", lambda _note: False)
                actions.correct_visit_note(note(key), "Era più tardi.", spent(*took, line), by=viewer)
            self.notes[key] = [*self.notes[key][:3], line, *took]

    def void(self):
        for key in self.dice.sample(self._some(), 1):
            with acting(viewer := viewer_named(self.notes[key][1])):
                actions.void_visit_note(note(key), reason="Un'altra famiglia.", by=viewer)
            del self.notes[key]

    def hand_over(self):
        if not self.south:
            with acting(viewer := viewer_named("assistente")):
                hand_over_case(
                    case_of("gashi"), to_team_id=SOUTH, motive=Motive.MOVED, summary="Arta ha cambiato casa.", by=viewer, today=D
                )  # fmt: skip
            self.south.add("gashi")

    def rows(self, *, south=False):
        return [row for row in self.notes.values() if (row[2] in self.south) == south]


def raw(**which):
    """The ledger, line by line, as row security shows it, added up by whoever counts with their fingers."""
    sums = Counter()
    for row in WorkedTime.objects.filter(day__range=(LATELY.first, LATELY.last), **which):
        for key in ("whole", row.worker_id, ("line", row.line_id), row.employer_id, row.case_id, row.day):
            sums[key, "direct"] += row.direct
            sums[key, "indirect"] += row.indirect
    return +sums


def summed(hours):
    """The same, as the page has it."""
    sums = Counter({("whole", "direct"): hours.whole.direct, ("whole", "indirect"): hours.whole.indirect})
    for part, key_of in (
        (hours.people, lambda named: named.key),
        (hours.lines, lambda named: ("line", named.key)),
        (hours.employers, lambda named: named.key),
        (hours.cases, lambda named: named.key),
    ):
        for total in part:
            sums[key_of(total.named), "direct"] += total.direct
            sums[key_of(total.named), "indirect"] += total.indirect
    for row in hours.rows:
        sums[row.day, "direct"] += row.direct
        sums[row.day, "indirect"] += row.indirect
    return +sums


def on_paper(rows):
    """The same, as the bookkeeper has it."""
    sums = Counter()
    for day, who, family, line, direct, indirect in rows:
        hat = viewer_named(who)
        keys = ("whole", hat.membership_id, ("line", line), hat.organisation_id, key_for("case", family), day)
        for key in keys:
            sums[key, "direct"] += direct
            sums[key, "indirect"] += indirect
    return +sums


def sheets_of(content):
    """The rows of each sheet, without its header."""
    workbook = load_workbook(BytesIO(content))
    return [list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in workbook]


@pytest.mark.parametrize("seed", range(8))
def test_hours_add_up_to_the_ledger_after_whatever_was_put_right(acting_as, seed):
    """Notes written, changed, corrected, annulled, a family handed over: page, table, ledger and a book kept by hand agree."""
    dice = random.Random(seed)
    book = Book(dice)
    with acting_as("coordinatrice"):
        before = raw(team_id=NORTH)
    for _ in range(3):
        book.add()
    for _ in range(14):
        act = dice.choice(("add", "add", "edit", "edit", "correct", "void", "hand_over"))
        if act in ("add", "hand_over") or book._some():
            getattr(book, act)()
    with acting_as("coordinatrice") as viewer:
        hours = hours_of_team(viewer, NORTH, LATELY)
        assert summed(hours) == raw(team_id=NORTH)
        if not book.south:
            assert summed(hours) == before + on_paper(book.rows())
        written = on_paper(book.rows())
        assert all(summed(hours)[key] >= number for key, number in written.items())
        rows, totals = sheets_of(book_of(hours))
    for place, part in ((6, 2), (7, 3)):
        assert sum(row[place] for row in rows) == totals[0][part]
        by_label = Counter()
        for line in totals[1:]:
            by_label[line[0]] += line[part]
        assert set(by_label.values()) <= {totals[0][part]}
    assert totals[0][2:4] == (hours.whole.direct, hours.whole.indirect)
    assert all(line[4] == line[2] + line[3] for line in totals)
    assert min((row[6] for row in rows), default=0) >= 0


def test_hours_of_a_family_go_with_it_and_stay_with_whoever_worked_them(acting_as):
    with acting_as("educatrice") as viewer:
        mine = hours_of_mine(viewer, LATELY).whole
    with acting_as("tommaso") as viewer:
        south = hours_of_team(viewer, SOUTH, LATELY).whole
    book = Book(random.Random(1))
    write("educatrice", "gashi", minutes=(50, 10))
    book.hand_over()
    with acting_as("educatrice") as viewer:
        hours = hours_of_mine(viewer, LATELY)
        assert hours.whole.all == mine.all + 60
        assert hours.whole.direct == raw(worker_id=viewer.membership_id)["whole", "direct"]
        (without,) = (total for total in hours.cases if total.named.key is None)
        assert (without.named.name, without.named.code) == ("famiglie che ora seguono altri", "")
        assert key_for("household", "gashi") not in hours.households
    with acting_as("tommaso") as viewer:
        assert hours_of_team(viewer, SOUTH, LATELY).whole.all == south.all + 60
    with acting_as("assistente") as viewer:
        assert not [row for row in hours_of_team(viewer, NORTH, LATELY).rows if row.case.key is None]


def test_a_note_that_i_do_not_read_counts(acting_as):
    with acting_as("coordinatrice") as viewer:
        assert case_of("hoxha").responsible_id != viewer.membership_id
        before = hours_of_team(viewer, NORTH, LATELY).whole.all
    key = write("psicologa", "hoxha", minutes=(41, 0), audience=Audience.REFERENCE)
    with acting_as("coordinatrice") as viewer:
        assert not VisitNote.objects.filter(pk=key).exists()
        assert hours_of_team(viewer, NORTH, LATELY).whole.all == before + 41


def test_who_is_answered(signed_in):
    def answered(name, *args):
        return {
            account: signed_in(account).get(reverse(name, args=args)).status_code for account in EVERYBODY
        }

    team = dict.fromkeys(EVERYBODY, 403)
    assert answered("hours_page", NORTH) == team | {"coordinatrice": 200, "assistente": 200}
    assert answered("export_hours", NORTH) == team | {"coordinatrice": 200, "assistente": 200}
    own = dict.fromkeys(("coordinatrice", "assistente", "educatrice", "psicologa", "livia", "davide"), 200)
    for name in ("my_hours", "export_my_hours"):
        assert answered(name) == team | {account: own.get(account, 403) for account in EVERYBODY}
    assert signed_in("coordinatrice").get(reverse("hours_page", args=[UUID(int=7)])).status_code == 404


def test_the_page_says_what_was_written_and_what_was_agreed(signed_in):
    write("educatrice", "hoxha", minutes=(95, 20))
    client = signed_in("coordinatrice")
    text = client.get(reverse("hours_page", args=[NORTH]) + DAYS).content.decode()
    for words in ("Chiara Fontana", "Per famiglia", "Piano di zona", "Cooperativa Il Telaio", "1:35", "Concordate"):  # fmt: skip
        assert words in text, words
    assert reverse("export_hours", args=[NORTH]) in text


def test_hours_of_the_week_by_default_and_of_the_one_before_with_a_touch(signed_in):
    text = signed_in("coordinatrice").get(reverse("hours_page", args=[NORTH])).content.decode()
    monday = D - timedelta(days=D.weekday())
    assert f"?since={monday - timedelta(days=7)}&amp;until={monday - timedelta(days=1)}" in text
    assert f"?since={monday + timedelta(days=7)}" in text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("?since=2026-31-02", "non esiste"),
        ("?since=2026-11-20&until=2026-11-02", "Viene prima del giorno"),
        ("?since=2020-11-20&until=2026-11-02", "Al massimo un anno"),
    ],
)
@pytest.mark.parametrize("name", ["hours_page", "export_hours"])
def test_days_that_make_no_sense_are_said(signed_in, name, days, words):
    answer = signed_in("coordinatrice").get(reverse(name, args=[NORTH]) + days)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("name", ["hours_page", "export_hours"])
@pytest.mark.parametrize(
    "days",
    [
        "since=9999-12-31",
        "until=9999-12-31",
        "since=0001-01-01",
        "until=0001-01-01",
        "since=0001-01-01&until=0001-01-02",
    ],
)
def test_the_ends_of_the_calendar_are_no_failure(signed_in, name, days):
    answer = signed_in("coordinatrice").get(f"{reverse(name, args=[NORTH])}?{days}")
    assert answer.status_code in (200, 422)


def test_export_hours_is_recorded_and_says_no_name_of_a_family(signed_in, acting_as):
    write("educatrice", "hoxha")
    answer = signed_in("coordinatrice").get(reverse("export_hours", args=[NORTH]) + DAYS)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].endswith('.xlsx"')
    rows, totals = sheets_of(answer.content)
    words = str(rows) + str(totals)
    with acting_as("coordinatrice"):
        family = case_of("hoxha").household
        assert family.code in words
        assert family.name not in words
        (reading,) = Reading.objects.filter(page="export_hours")
        assert family.pk in reading.shown
        assert not Reading.objects.filter(page="hours_page").exists()


def test_export_my_hours_holds_what_is_mine(signed_in, acting_as):
    write("educatrice", "hoxha", minutes=(33, 4))
    write("psicologa", "hoxha", minutes=(90, 0))
    rows, totals = sheets_of(signed_in("educatrice").get(reverse("export_my_hours") + DAYS).content)
    with acting_as("educatrice") as viewer:
        whole = hours_of_mine(viewer, LATELY).whole
        assert {row[2] for row in rows} == {viewer.name}
    assert (totals[0][2], totals[0][3]) == (whole.direct, whole.indirect)


def test_my_hours_ask_as_much_for_many_notes_as_for_few(signed_in, counted):
    client, address = signed_in("assistente"), reverse("hours_page", args=[NORTH]) + DAYS
    write("assistente", "hoxha")
    with counted() as few:
        client.get(address)
    for number in range(12):
        write(HANDS[number % 3], FAMILIES[number % 2], D - timedelta(days=number), line=LINES[number % 3])
    with counted() as many:
        text = client.get(address).content.decode()
    assert len(many) == len(few) <= 15
    with acting(viewer := viewer_named("assistente")):
        assert hours_of_team(viewer, NORTH, LATELY).whole.said[2] in text
        assert spoken(hours_of_team(viewer, NORTH, LATELY).whole.all) in text


def test_the_ways_to_the_hours_stand_in_oggi_and_on_the_team(signed_in):
    assert reverse("my_hours") in signed_in("educatrice").get(reverse("today")).content.decode()
    page = signed_in("coordinatrice").get(reverse("team_page", args=[NORTH])).content.decode()
    assert reverse("hours_page", args=[NORTH]) in page
    other = signed_in("educatrice").get(reverse("team_page", args=[NORTH])).content.decode()
    assert reverse("hours_page", args=[NORTH]) not in other
