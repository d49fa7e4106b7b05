"""Who gets what answer where: every address of ours, every method, fifteen people. The answers are written by hand in
`matrix/`: where one of them turns out otherwise, somebody decides from the law who is right."""

import pytest
from django.db import transaction
from django.shortcuts import resolve_url

from tests.house.matrix.bodies import GOOD
from tests.house.matrix.ids import address, our_patterns
from tests.house.matrix.reading import LINES, Line

FORMS = {"GET", "POST"}
# What a browser sends of a form in which nobody has answered anything.
EMPTY = {"csrfmiddlewaretoken": "any"}


def test_every_address_has_its_row():
    missing = {pattern.name for pattern in our_patterns()} - {line.name for line in LINES}
    assert not missing, "write who may ask it what, in tests/house/matrix/"


def test_every_row_has_its_address():
    gone = {line.name for line in LINES} - {pattern.name for pattern in our_patterns()}
    assert not gone, "no such address any more: take the row out of tests/house/matrix/"


def test_every_address_is_asked_by_both_methods():
    asked = {(line.name, line.method) for line in LINES}
    missing = {(pattern.name, method) for pattern in our_patterns() for method in FORMS} - asked
    assert not missing


def test_every_complete_answer_has_its_row():
    assert {line.address for line in LINES if line.method == "GOOD"} == set(GOOD)


def ask(client, line: Line):
    """Asks, and undoes whatever was done, so that each finds the same world."""
    before = transaction.savepoint()
    try:
        return _ask(client, line)
    finally:
        transaction.savepoint_rollback(before)


def _ask(client, line: Line):
    path = address(line.name, line.address.partition("@")[2])
    if line.method == "GET":
        return client.get(path)
    return client.post(path, GOOD[line.address]() if line.method == "GOOD" else EMPTY)


def said(response) -> str:
    """The answer as the tables write it."""
    if response.status_code not in (302, 303):
        return str(response.status_code)
    return "in" if response["Location"].startswith(resolve_url("account_login")) else "go"


@pytest.mark.parametrize("line", LINES, ids=str)
def test_everybody_is_answered_as_the_law_says(as_profile, line):
    found = {column: said(ask(as_profile(column), line)) for column in line.answers}
    wrong = [f"{column}: {found[column]} instead of {right}" for column, right in line.answers.items() if found[column] != right]
    assert not wrong, "; ".join(wrong)
