"""The invented district tells the same stories in every season: days move with today, words do not."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from intreccio.families.access import demo as desk
from intreccio.front.web import stories

MONTHS = "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
OF_A_SEASON = re.compile(rf"\b({MONTHS}|Natale|Pasqua|estate|inverno|primavera|autunno)\b", re.IGNORECASE)

FISCAL_CODE = re.compile(r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]")


def words(rows: Any) -> Iterator[str]:
    """Every text in them, in order; a fiscal code follows its birth date."""
    if isinstance(rows, str):
        yield from [] if FISCAL_CODE.fullmatch(rows) else [rows]
    elif isinstance(rows, dict):
        for value in rows.values():
            yield from words(value)
    elif isinstance(rows, (list, tuple)):
        for value in rows:
            yield from words(value)


@pytest.mark.parametrize("part", [stories, desk], ids=["families", "desk"])
def test_the_words_are_the_same_at_every_run_and_of_no_season(part: Any) -> None:
    winter, summer = (list(words(part.recipe(day))) for day in (date(2026, 1, 15), date(2026, 7, 20)))
    assert winter == summer
    assert not [text for text in winter if OF_A_SEASON.search(text)]
