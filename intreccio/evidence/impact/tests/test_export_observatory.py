"""GET observatory/export: the numbers of the page, no more and no fewer."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.tests.conftest import TOWNS, monday_in

EXPORT = reverse("export_observatory")


def lines_of(client, **asked):
    text = client.get(EXPORT, {"format": "csv", **asked}).content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def on_page(client, **asked):
    """Indicator, line, measure, number of every table of the page."""
    measured = client.get(reverse("observatory"), asked).context["board"].measured
    for each in measured.values():
        for row in each.rows:
            for column, value in zip(each.columns, row.values, strict=True):
                shown = "non si mostra" if value is None else str(value).replace(".", ",")
                yield (str(each.indicator.name), row.label, str(column), shown)


@pytest.mark.parametrize("account", ["educatrice", "comune"])
def test_the_file_says_what_the_page_says(signed_in, many, year, account):
    many(25)
    client = signed_in(account)
    for asked in ({}, {"municipality": TOWNS[0]}, {"period": year.quarters[0].code}, {"body": "own"}):
        there = {tuple(line[2:]) for line in lines_of(client, **asked)[1:] if line[3] != "in breve"}
        assert there == set(on_page(client, **asked))


def test_the_sheet_holds_numbers_as_numbers(signed_in, many):
    many(25)
    content = signed_in("coordinatrice").get(EXPORT, {"format": "xlsx"}).content
    rows = list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][-1] == "Valore"
    assert any(isinstance(row[-1], int) for row in rows[1:])


def test_no_small_number_leaves_in_a_file(signed_in, write, still_year):
    week = monday_in(still_year.quarters[0].months[0], 0)
    write(Fact(kind="taken_charge", week=week, municipality_code=TOWNS[1]) for _ in range(3))
    for account, asked in (("coordinatrice", {}), ("comune", {}), ("comune", {"municipality": TOWNS[1]})):
        lines = lines_of(signed_in(account), period=still_year.code, **asked)
        told = {line[-1] for line in lines if line[2] == "Famiglie accompagnate"}
        assert told == {"non si mostra"}


def test_the_file_has_a_neutral_name_and_is_kept_by_nobody(signed_in):
    answer = signed_in("coordinatrice").get(EXPORT)
    assert "osservatorio-" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"
