"""Whatever the observatory shows is what somebody with a sheet of paper counts from the same rows; whatever it hides is small, or
would give a small number away. Numbers are read from pages and files, and never from the area that makes them."""

import csv
import re
from datetime import date, timedelta
from functools import cache
from html import unescape
from io import BytesIO, StringIO
from statistics import median
from types import SimpleNamespace

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from intreccio.evidence.impact.actions.keeping import keep_facts
from intreccio.evidence.impact.queries import board, counts
from intreccio.front.web.demo import district
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import House
from intreccio.ground.needs.actions import could_not
from tests.house.counted_by_hand import Counted
from tests.house.paper import Paper
from tests.house.paper_look import number
from tests.house.paper_words import ALL_TOWNS, HIDDEN

HERE = today()
# The district as it stands, and as it stood one evening when all four quarters of a year were over.
DAYS = (HERE, date(HERE.year - 1, 1, 5))
LEADS = "comune_opera"
WHO = pytest.mark.parametrize(("account", "body"), [("coordinatrice", ""), ("comune", ""), ("comune", "own")])


@pytest.fixture(params=DAYS, ids=["today", "january"])
def told_on(request, db, monkeypatch):
    """A district, its facts in the database, and the year of which numbers are told."""
    monkeypatch.setattr(counts, "_year", counts._year.__wrapped__)
    monkeypatch.setattr(board, "_board", board._board.__wrapped__)
    counted = counted_on(request.param)
    if request.param != HERE:
        hear(counted)
    return counted, (request.param - timedelta(days=100)).year


@cache
def counted_on(day):
    return Counted(district(day))


def hear(counted):
    """The acts of a world leave their facts, in a year in which the district had none."""
    with acting(House("jobs")):
        for event in counted.world["events"]:
            keep_facts(SimpleNamespace(kind=event["kind"], codes=event.get("codes", {}), at=event["at"]))
        for no in counted.unmet():
            could_not(no.need, no.place, no.reason, by=House("jobs"), day=no.day)


def asked(body, town, period):
    return {
        name: value for name, value in (("body", body), ("municipality", town), ("period", period)) if value
    }


def lines_of(client, look):
    """Of the file: indicator, line, measure → what it says; and the numbers in brief with what is said beside them."""
    text = client.get(reverse("export_observatory"), {**look, "format": "csv"}).content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=";"))[1:]
    table = {(name, line, measure): shown for _, _, name, line, measure, shown in rows if line != "in breve"}
    brief = {name: (shown, about) for _, _, name, line, about, shown in rows if line == "in breve"}
    return table, brief


def periods_of(client, year):
    """The year, and its quarters, as the page offers them."""
    page = client.get(reverse("observatory")).content.decode()
    codes = re.findall(r'<option value="(\d{4}(?:-\d)?)"', page)
    return [code for code in dict.fromkeys(codes) if code.startswith(str(year))]


def paper_of(told_on, client, body, account, town, period):
    counted, year = told_on
    quarters = sorted(int(code[-1]) for code in periods_of(client, year) if "-" in code)
    viewer = LEADS if account == "comune" else ""
    only = int(period[-1]) if "-" in period else None
    return Paper(counted, year, quarters, viewer=viewer, own=body == "own", town=town, only=only)


@WHO
def test_every_number_of_a_year_is_the_one_counted_by_hand(told_on, signed_in, account, body):
    client, year = signed_in(account), str(told_on[1])
    for town in ("", *ALL_TOWNS):
        paper = paper_of(told_on, client, body, account, town, year)
        compared(paper, *lines_of(client, asked(body, town, year)))


@WHO
def test_every_number_of_a_quarter_is_the_one_counted_by_hand(told_on, signed_in, account, body):
    client = signed_in(account)
    for period in periods_of(client, told_on[1])[1:]:
        paper = paper_of(told_on, client, body, account, "", period)
        compared(paper, *lines_of(client, asked(body, "", period)))


def compared(paper, table, brief):
    """Shown: the same. Hidden: few, or what would give few away; never to who answers for all of them."""
    assert table, "a file with nothing in it compares nothing"
    for key, shown in table.items():
        mine = paper.of(*key)
        if shown == HIDDEN:
            assert not paper.own or mine.of_all_bodies or mine.value is None, (key, mine)
            assert paper.must_hide(mine), (key, mine)
        else:
            assert number(shown) == pytest.approx(mine.value, abs=mine.about), (key, shown, mine)
            assert paper.may_show(mine), (key, shown, mine)
    for name, (shown, about) in brief.items():
        assert paper.brief(name, shown, about) == [], (name, shown, about)


@WHO
def test_the_three_sentences_are_true(told_on, signed_in, account, body):
    client, year = signed_in(account), str(told_on[1])
    paper = paper_of(told_on, client, body, account, "", year)
    page = client.get(reverse("observatory"), asked(body, "", year)).content.decode()
    listed = re.search(r'<ol class="i-cols i-1-1-1 mt-3 i-find">(.*?)</ol>', page, re.DOTALL)
    sentences = [
        unescape(re.sub(r"<[^>]+>", "", each)) for each in re.findall(r"<li>(.*?)</li>", listed[1], re.DOTALL)
    ]
    assert sentences
    for sentence in sentences:
        assert paper.is_true(sentence), sentence


@pytest.mark.parametrize(("account", "body"), [("coordinatrice", ""), ("comune", "own")])
def test_pages_and_files_say_the_same(told_on, signed_in, account, body):
    client = signed_in(account)
    look = asked(body, "", str(told_on[1]))
    table, _brief = lines_of(client, look)
    page = client.get(reverse("observatory"), look).content.decode()
    there = dict(on_page(page))
    for code in set(re.findall(r"/indicators/(\w+)", page)):
        there |= dict(on_page(client.get(reverse("indicator_page", args=[code]), look).content.decode()))
    assert {key: number(shown) for key, shown in there.items()} == {
        (name, line[:1].upper() + line[1:], measure): number(shown)
        for (name, line, measure), shown in table.items()
    }
    content = client.get(reverse("export_observatory"), {**look, "format": "xlsx"}).content
    sheet = [row[2:] for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True)][1:]
    assert {row[:3]: number(str(row[3])) for row in sheet if row[1] != "in breve"} == {
        key: number(shown) for key, shown in table.items()
    }


def on_page(page):
    """Every cell of every table of a page."""
    for name, body in re.findall(
        r'<table class="i-table">\s*<caption[^>]*>(.*?)</caption>(.*?)</table>', page, re.DOTALL
    ):
        columns = [unescape(each) for each in re.findall(r'<th scope="col" class="n">(.*?)</th>', body)]
        for line, cells in re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', body):
            values = [
                unescape(re.sub(r"<[^>]+>", "", each))
                for each in re.findall(r'<td class="n">(.*?)</td>', cells)
            ]
            for column, value in zip(columns, values, strict=True):
                yield (unescape(name), unescape(line), column), value


def test_by_hand_there_is_something_to_compare():
    """Were the district empty, every comparison would hold."""
    counted = counted_on(date(HERE.year - 1, 1, 5))
    assert len(list(counted.taken_in_charge())) > 20
    assert median(one.days for one in counted.first_contacts()) > 0
    assert len([one for one in counted.reviewed_goals() if one.number]) >= 5
