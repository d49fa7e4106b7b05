"""A foreign id opens nothing, writes nothing, and cannot be told from one that does not exist: in paths, in query
strings, in bodies, in searches and what they count."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from intreccio.front.web.demo import district
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from tests.house.compare import wearing
from tests.house.matrix import around, diary, school, visits
from tests.house.matrix.bodies import GOOD
from tests.house.matrix.foreign import BODIES, MORE, OURS_INSTEAD
from tests.house.matrix.ids import AFTERWARDS, FAMILY, SINCE, address, of_family, of_team, rows_of_family
from tests.house.matrix.plans import of_plan
from tests.house.matrix.reading import LINES
from tests.house.matrix.world import FOREIGN, OURS, SECOND, make

WRITERS = ("co", "ed")
EMPTY = {"csrfmiddlewaretoken": "any"}
Answer = Callable[..., tuple[int, str]]
# What differs between two drawings of the same page.
PASSING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|csrfmiddlewaretoken\" value=\"\w+|nonce=\"[^\"]+"
)


@pytest.fixture
def answer(as_profile) -> Answer:
    """`answer("co", path, body)`: status and words, without what passes; whatever was done is undone."""

    def ask(
        column: str, path: str, body: dict[str, Any] | None = None, *, also: tuple[str, ...] = ()
    ) -> tuple[int, str]:
        client, before = as_profile(column), transaction.savepoint()
        try:
            response = client.get(path) if body is None else client.post(path, body)
        finally:
            transaction.savepoint_rollback(before)
        text = PASSING.sub("", response.content.decode())
        for words in also:
            text = text.replace(words, "")
        return response.status_code, text

    return ask


FOREIGN_ROWS = {
    **{name: value for name, value in of_family(FOREIGN).items() if name not in {"noun", "how"}},
    "signal_id": key_for("signal", "mx_signal_far"),
    "contact_id": key_for("contact", "mx_contact_far"),
    "case_id": key_for("case", "mx_case_far"),
    "set_aside_id": key_for("set_aside", "mx_case_far", "no_contact", SINCE),
    "subject_id": key_for("case", "mx_case_far"),
    "worker_id": key_for("case_worker", "mx_case_far", "mx_stranger_educator", SINCE),
    "assessment_id": key_for("assessment", "mx_look_far"),
    "point_id": key_for("point_of_view", "mx_look_far", "team", ""),
    "sheet_id": key_for("sheet", "mx_look_far", "tre-pesi-1", "", "team"),
    "factor_id": key_for("factor", FOREIGN, "trust", SINCE),
    **of_plan("mx_plan_far", SINCE),
    "follow_up_id": key_for("case_follow_up", "mx_case_far_closed", "6", AFTERWARDS),
    "referral_id": key_for("referral", "mx_referral_far"),
    **diary.far(today()),
    **visits.far(today()),
    **around.outing(around.FAR),
    **school.ids(FOREIGN),
    **of_team("mx_case_far", "mx_granted_known"),
}
ASKED = [line for line in LINES if line.method != "POST" and line.answers["co"] not in ("404", "405")]


def uuids_of(name: str) -> list[str]:
    """The parameters of an address that name a row of a family."""
    found = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    return [parameter for parameter in found if parameter in FOREIGN_ROWS or parameter == "row_id"]


def foreign(name: str, parameter: str, family: str = FOREIGN) -> UUID:
    if parameter == "row_id":
        return rows_of_family(family)[name]
    if parameter == "note_id" and name in visits.OF_A_VISIT:
        return visits.FAR_NOTE
    return FOREIGN_ROWS[parameter] if family == FOREIGN else of_family(family)[parameter]


def tries() -> Iterator[Any]:
    for line in ASKED:
        for parameter in uuids_of(line.name):
            yield pytest.param(line, parameter, id=f"{line}-{parameter}")


@pytest.mark.parametrize(("line", "parameter"), list(tries()))
def test_a_foreign_id_in_a_path_is_an_id_that_does_not_exist(answer, line, parameter):
    which = line.address.partition("@")[2]
    body = GOOD[line.address]() if line.method == "GOOD" else None
    for column in WRITERS:
        theirs = answer(column, address(line.name, which, **{parameter: foreign(line.name, parameter)}), body)
        nothing = answer(column, address(line.name, which, **{parameter: new_key()}), body)
        assert theirs == nothing
        assert theirs[0] in ((404,) if line.answers[column] != "403" else (403, 404))


OF_A_HOME = ("person_id", "grant_id", "home_id", "row_id", "other_id")


def homes() -> Iterator[Any]:
    for line in ASKED:
        for parameter in sorted({*OF_A_HOME} & {*uuids_of(line.name)}):
            yield pytest.param(line, parameter, id=f"{line}-{parameter}")


@pytest.mark.parametrize(("line", "parameter"), list(homes()))
def test_a_row_of_one_home_is_not_found_under_another(answer, line, parameter):
    """Both families are ours: still the address says whose row it is."""
    body = GOOD[line.address]() if line.method == "GOOD" else None
    mixed = address(line.name, **{parameter: foreign(line.name, parameter, SECOND)})
    assert answer("co", mixed, body)[0] == 404


def same(
    answer: Answer,
    column: str,
    path: Callable[[Any], str],
    body: Callable[[Any], Any],
    theirs: Any,
    *,
    status: tuple[int, ...],
) -> None:
    """Foreign and non-existing are told the same; and that is a no."""
    nothing = new_key()
    words = (str(theirs), str(nothing))
    said_of_theirs = answer(column, path(theirs), body(theirs), also=words)
    assert said_of_theirs == answer(column, path(nothing), body(nothing), also=words)
    assert said_of_theirs[0] in status


QUERIES = {
    "open_case?household": key_for("household", FOREIGN),
    "open_case?contact": key_for("contact", "mx_contact_far"),
    "open_case?signal": key_for("signal", "mx_signal_far"),
    "create_contact?signal": key_for("signal", "mx_signal_far"),
    "signal_inbox?after": key_for("signal", "mx_signal_far"),
    "contact_list?after": key_for("contact", "mx_contact_far"),
    "my_signals?after": key_for("signal", "mx_signal_far"),
    "household_list?after": key_for("household", FOREIGN),
    "household_list?team": key_for("team", "mx_strangers"),
    "case_list?team": key_for("team", "mx_strangers"),
    "case_list?after": key_for("case", "mx_case_far"),
    "create_referral?household": key_for("household", FOREIGN),
    "referral_inbox?after": key_for("referral", "mx_referral_far"),
    "referral_outbox?after": key_for("referral", "mx_referral_far"),
}


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("column", ["co", "as", "le"])
def test_a_foreign_id_in_a_query_is_an_id_that_does_not_exist(answer, column, query):
    name, _, word = query.partition("?")
    same(
        answer,
        column,
        lambda key: f"{reverse(name)}?{word}={key}",
        lambda key: None,
        QUERIES[query],
        status=(200, 400, 403, 404),
    )


def test_a_foreign_cursor_shows_nothing_of_its_row(answer):
    """The story of our family, from an act or a moment of theirs."""
    story = address("household_story")
    same(
        answer,
        "co",
        lambda key: f"{story}?after={key}",
        lambda key: None,
        key_for("event", FOREIGN),
        status=(200, 404),
    )


OWN_CASE, NEW_CASE = FAMILY["case_id"], key_for("case", "mx_case_new")


@pytest.mark.parametrize("attempt", BODIES)
def test_a_foreign_id_in_a_body_is_an_id_that_does_not_exist(answer, attempt):
    where, field, written, theirs = BODIES[attempt]
    name, _, which = where.partition("@")
    body = GOOD[where]() if where in GOOD else {"once": str(new_key()), **MORE.get(name, {})}
    same(
        answer, "co", lambda key: address(name, which), lambda key: {**body, "once": str(new_key()), field: written(key)}, theirs,
        status=(200,) if name == "bring_person" else (403, 404, 409, 422),
    )  # fmt: skip


@pytest.mark.parametrize("attempt", OURS_INSTEAD)
def test_the_same_answer_with_an_id_of_ours_is_taken(answer, attempt):
    where, field, written, _ = BODIES[attempt]
    name, _, which = where.partition("@")
    body = GOOD[where]() if where in GOOD else {"once": str(new_key()), **MORE.get(name, {})}
    assert answer("co", address(name, which), {**body, field: written(OURS_INSTEAD[attempt])})[0] in (
        302,
        303,
    )


def test_bringing_a_person_home_opens_no_more_than_the_grant(as_profile):
    """Who may know how to reach somebody writes them into a home of their own: the record stays closed."""
    client, person = as_profile("gc"), key_for("person", f"{OURS}_mother")
    made = client.post(
        reverse("create_household"),
        {**GOOD["create_household"](), "team_id": str(key_for("team", "mx_reaches"))},
    )
    home = made["Location"].split("/households/")[1].split("/")[0]
    client.post(
        reverse("bring_person", args=[home]),
        {"once": str(new_key()), "person": str(person), "role": "parent", "kind": "lives", "since": SINCE},
    )
    pages = [
        client.get(reverse("person_page", args=[each, person])) for each in (home, key_for("household", OURS))
    ]
    assert not any("RSSMRA80A01H501U" in page.content.decode() for page in pages)


CODES = {"link_signal@new": "link-code", "link_contact@new": "link-code"}


@pytest.mark.parametrize("where", CODES)
def test_the_short_code_of_a_foreign_family_links_nothing(answer, where):
    name, _, which = where.partition("@")
    said = [
        answer("co", address(name, which), {**GOOD[where](), CODES[where]: code}, also=(code,))
        for code in ("MX-3", "MX-9")
    ]
    assert said[0] == said[1]
    assert said[0][0] == 422


@pytest.mark.parametrize(
    "words", ["Zuccottiforeign", "Famiglia mx_foreign", "MX-3", "BNCPLA80A41L219W", "Ada Zuccottiforeign"]
)
@pytest.mark.parametrize("column", ["co", "ed", "le", "gr", "gp", "sp", "ad", "pa"])
def test_a_search_neither_finds_nor_counts_foreign_families(answer, column, words):
    """Found and counted as a word that nobody bears."""
    nobody = re.sub(r"[A-Za-z]", "q", words).replace("3", "9")
    said = [
        answer(column, reverse("search"), {"words": each}, also=(each, *each.split()))
        for each in (words, nobody)
    ]
    assert said[0] == said[1]
    assert said[0][0] == 200


def test_the_same_search_finds_it_for_its_own_team(as_profile):
    text = as_profile("se").post(reverse("search"), {"words": "Zuccottiforeign"}).content.decode()
    assert "Famiglia mx_foreign" in text


@pytest.mark.parametrize("level", ["gc", "gk", "gp"])
def test_a_search_counts_no_deeper_than_a_grant_opens(as_profile, level):
    """A fiscal code is of the record, a name of the contact: who only knows the family finds it by neither."""
    found = {words: "Famiglia mx_family" in as_profile(level).post(reverse("search"), {"words": words}).content.decode()
             for words in ("Famiglia mx_family", "Zuccottifamily", "RSSMRA80A01H501U")}  # fmt: skip
    right = {"gk": (True, False, False), "gc": (True, True, False), "gp": (True, True, True)}[level]
    assert tuple(found.values()) == right


HINTS = {"known_already": "", "find_known@new": "known-"}


@pytest.mark.parametrize("where", HINTS)
def test_a_family_out_of_sight_is_known_and_nothing_more(as_profile, where):
    """«già conosciuta: chiedi allo sportello di rete», and never for a protected person."""
    name, _, which = where.partition("@")
    prefix = HINTS[where]
    asked = {f"{prefix}surname": "Zuccottiforeign", f"{prefix}birth_date": "1990-05-05"}
    text = as_profile("co").post(address(name, which), {**GOOD[where](), **asked}).content.decode()
    assert not re.search(r"mx_foreign|MX-3|Ada|Via mx", text)


def hint(client, surname: str, birth: str) -> str:
    """What is said after a surname and a birth date, without the surname."""
    body = {"once": str(new_key()), "surname": surname, "birth_date": birth}
    return PASSING.sub("", client.post(reverse("known_already"), body).content.decode()).replace(surname, "")


def test_a_family_out_of_sight_is_said_to_be_known(as_profile):
    client = as_profile("co")
    assert hint(client, "Zuccottiforeign", "1990-05-05") != hint(client, "Qqqqqqqq", "1990-05-05")


def test_a_protected_family_out_of_sight_is_known_to_nobody(signed_in):
    """The Bah family is protected: another team is answered as if nobody had ever heard of them."""
    fatou = next(person for person in district(today())["persons"] if person["key"] == "fatou")
    stranger = signed_in("sara")
    assert hint(stranger, fatou["family"], str(fatou["birth"])) == hint(
        stranger, "Qqqqqqqq", str(fatou["birth"])
    )


def test_who_asks_too_often_is_stopped(as_profile):
    """Per hour: a list of names cannot be tried one after the other."""
    client = as_profile("as")
    for number in range(200):
        body = {"once": str(new_key()), "surname": f"Prova{number}", "birth_date": "1990-05-05"}
        if client.post(reverse("known_already"), body).status_code in (409, 429):
            return
    pytest.fail("two hundred names in a row, and nobody said stop")


def test_nothing_was_written_by_any_attempt(as_profile):
    """The attempts above, made once more and kept: the foreign family has no new act but by the house's own record."""
    before = theirs()
    for where, field, written, key in BODIES.values():
        name, _, which = where.partition("@")
        body = GOOD[where]() if where in GOOD else {"once": str(new_key()), **MORE.get(name, {})}
        as_profile("co").post(address(name, which), {**body, field: written(key)})
    assert theirs() == before


def theirs() -> int:
    """How many acts the strangers' own eyes find about their family."""
    with acting(wearing(make(today()), "mx_stranger_educator")):
        return Event.objects.filter(household_id=key_for("household", FOREIGN)).count()
