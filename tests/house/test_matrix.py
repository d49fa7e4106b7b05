"""Who gets what answer where: every address of ours, every method, fifteen people. The answers are written by hand in
`matrix/`: where one of them turns out otherwise, somebody decides from the law who is right."""

from io import BytesIO

import pytest
from django.db import transaction
from django.shortcuts import resolve_url
from openpyxl import load_workbook
from pypdf import PdfReader

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.documents.files.sending import KINDS
from tests.house.matrix import around, diary, school, visits
from tests.house.matrix.bodies import GOOD
from tests.house.matrix.ids import SINCE, address, of_family, of_team, our_patterns, rows_of_family
from tests.house.matrix.plans import of_plan
from tests.house.matrix.reading import LINES, PROFILES, Line
from tests.house.matrix.sayings import MAY_READ
from tests.house.matrix.world import FOREIGN

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
    """The answer as the tables write it: to sign in one is led there, or told so beside the words that came too late."""
    if response.status_code == 401:
        return "in"
    if response.status_code not in (302, 303):
        return str(response.status_code)
    return "in" if response["Location"].startswith(resolve_url("account_login")) else "go"


@pytest.mark.parametrize("line", LINES, ids=str)
def test_everybody_is_answered_as_the_law_says(as_profile, line):
    """The status of the table; and whatever page it is, no word that its reader may not know."""
    wrong = []
    for column, right in line.answers.items():
        response = ask(as_profile(column), line)
        if (answer := said(response)) != right:
            wrong.append(f"{column}: {answer} instead of {right}")
        wrong += [
            f"{column} reads «{words}»" for words in words_in(response) if column not in MAY_READ[words]
        ]
    assert not wrong, "; ".join(wrong)


def words_in(response) -> set[str]:
    """Which of the words that stand in one row only are on this page."""
    text = text_of(response)
    return {words for words in MAY_READ if words in text}


def text_of(response) -> str:
    """What can be read, on a page, on a paper or in a table."""
    if response["Content-Type"].startswith("image/"):
        return ""
    if response["Content-Type"] == KINDS["xlsx"]:
        sheets = load_workbook(BytesIO(response.content))
        return " ".join(str(row) for sheet in sheets for row in sheet.iter_rows(values_only=True))
    if response["Content-Type"] != "application/pdf":
        return response.content.decode()
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)


TELLING = (
    "household_page",
    "person_page",
    "address_list",
    "protected_address",
    "signal_page",
    "contact_page",
    "assessment_page",
    "sheet_page",
    "factor_list",
    "child_school",
    "school_sheet_page",
    "school_path_page",
    "child_voice",
    "plan_page",
    "check_plan_principles",
    "compare_plans",
    "line_page",
    "diary_page",
    "print_diary",
    "hours_page",
    "referral_page",
    "document_list",
    "open_document",
    "conference_page",
    "print_conference",
    "network_page",
    "outing_page",
)
FAR_ROWS = {
    "signal_id": key_for("signal", "mx_signal_far"),
    "contact_id": key_for("contact", "mx_contact_far"),
    "case_id": key_for("case", "mx_case_far"),
    "assessment_id": key_for("assessment", "mx_look_far"),
    "sheet_id": key_for("sheet", "mx_look_far", "tre-pesi-1", "", "team"),
    "referral_id": key_for("referral", "mx_referral_far"),
    **diary.far(today()),
    **visits.far(today()),
    **around.outing(around.FAR),
    **of_family(FOREIGN),
    "row_id": rows_of_family(FOREIGN)["open_document"],
    **of_plan("mx_plan_far", SINCE),
    **of_team("mx_case_far", "mx_granted_known"),
    **school.ids(FOREIGN),
}
WHERE_IT_STANDS = [
    *(address(name) for name in TELLING),
    *(address(name, **FAR_ROWS) for name in TELLING),
    address(
        "child_voice",
        household_id=key_for("household", FOREIGN),
        person_id=key_for("person", f"{FOREIGN}_child"),
    ),
    address(
        "child_school",
        household_id=key_for("household", FOREIGN),
        person_id=key_for("person", f"{FOREIGN}_child"),
    ),
    *(address(name, "new") for name in ("signal_page", "my_signal", "contact_page")),
    address("signal_page", "passed"),
    address("plan_page", plan_id=key_for("plan", "mx_draft")),
    *(address("case_page", case_id=key_for("case", key)) for key in ("mx_case_closed", "mx_case_far_closed")),
]


@pytest.mark.parametrize("column", [column for column in PROFILES if column != "no"])
def test_everybody_is_told_what_they_may_know(as_profile, column):
    told = set().union(*(words_in(as_profile(column).get(path)) for path in WHERE_IT_STANDS))
    assert told == {words for words, readers in MAY_READ.items() if column in readers}
