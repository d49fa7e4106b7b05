"""The measure itself: what it counts, what it writes, and that a page asks as much of few families as of many."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import resolve

from bench import report
from bench.counting import Counter
from bench.errands import MOST_QUERIES, ROWS
from bench.jobs import JOBS
from bench.measure import FORGET_TALLIES, PUSH_BACK, Bench
from bench.truth import Family, Sight, Truth, sight_of, truth_of
from bench.truth_way import NOT_SAID, Way, quarters_over, taken_words
from bench.visitor import Answer, Errand, Wrong
from intreccio.evidence.impact.queries import board, bodies
from intreccio.evidence.impact.queries import counts as counts_of_the_year
from intreccio.front.web.many.accounts import ACCOUNTS
from intreccio.parties.people.queries import listing

FIGURES = {
    "name",
    "role",
    "clients",
    "p50_ms",
    "p95_ms",
    "queries",
    "cpu_ms",
    "requests_per_s",
    "budget_ms",
    "budget_cpu_ms",
    "within",
}
VIEWS = {
    "household_search": "search",
    "household_create": "create_household",
    "referral_send": "create_referral",
    "household_page_large": "household_page",
    "plan_page_large": "plan_page",
    "diary_large": "diary_page",
    "visit_note_save": "write_visit_note",
}
ROLES = {account: role for role, (account, _) in ACCOUNTS.items()}
PEOPLE = tuple(ROLES)
FAMILIES_OF = PEOPLE[:3]  # who sees families
NO_WAY = Way([], [], [], [], "")


@pytest.fixture(autouse=True)
def counted_anew(monkeypatch):
    """A process keeps a year of the observatory, and who leads a team: here it asks each time, whatever it met before."""
    monkeypatch.setattr(board, "_board", board._board.__wrapped__)
    monkeypatch.setattr(bodies, "_lead", bodies._lead.__wrapped__)
    monkeypatch.setattr(counts_of_the_year, "_year", counts_of_the_year._year.__wrapped__)


def answered(*, status: int = 200, body: str = "", queries: int = 10, seconds: float = 0.02) -> Answer:
    return Answer(status, body.encode(), "", queries, seconds)


def test_marks_of_transactions_and_the_actor_are_not_counted():
    counter = Counter()
    for text in (
        "BEGIN",
        "SAVEPOINT x",
        "RELEASE SAVEPOINT x",
        "SELECT set_config('intreccio.user', %s, true)",
        "SELECT 1",
    ):
        counter(lambda *_: None, text, None, False, {})
    assert counter.statements == 1


@pytest.mark.parametrize(
    "wrong", [answered(status=404, body="Famiglia Rossi"), answered(body="un'altra pagina")]
)
def test_an_answer_that_is_not_right_stops_the_measure(wrong):
    errand = Errand("/households/", ("Famiglia Rossi",))
    answered(body="… Famiglia Rossi …").check(errand)
    with pytest.raises(Wrong):
        wrong.check(errand)


def test_names_are_looked_for_as_pages_write_them():
    answered(body="Famiglia D&#x27;Angelo").check(Errand("/", ("Famiglia D'Angelo",)))


@pytest.mark.parametrize(
    ("answers", "cpu", "within"),
    [
        ([answered()] * 20, 0.015, True),
        ([answered()] * 20, 0.021, False),
        ([answered(queries=16)] * 20, 0.015, False),
        ([answered()] * 18 + [answered(seconds=0.061)] * 2, 0.015, False),
    ],
)
def test_within_only_where_time_processor_and_queries_all_hold(answers, cpu, within):
    bench = Bench("educator", None, None, None, None, len(answers))
    line = bench.line(ROWS[0], 1, answers, cpu, 50.0)
    assert line["within"] is within
    assert bench.line(ROWS[0], 4, answers, cpu, 50.0)["within"] is None, "budgets are for one client"


def test_the_table_stands_between_its_marks():
    text = f"prima\n{report.BEGIN}\nvecchia\n{report.END}\ndopo\n"
    assert report.with_table(text, "nuova") == f"prima\n{report.BEGIN}\nnuova\n{report.END}\ndopo\n"
    assert report.with_table("senza segni", "nuova") == "senza segni"


def test_the_table_says_by_how_much_a_row_is_not_within():
    line = Bench("educator", None, None, None, None, 20).line(ROWS[0], 1, [answered()] * 20, 0.0316, 50.0)
    (row,) = [text for text in report.table({"machine": "", "date": "", "households": 40, "rows": [line]}).splitlines()
              if text.startswith("| Oggi")]  # fmt: skip
    assert "| 60 | 31,6 | 20 | 10 | **no** |" in row


def test_the_readme_holds_the_table_of_what_was_measured_last():
    measured = json.loads(report.RESULTS.read_text(encoding="utf-8"))
    text = report.README.read_text(encoding="utf-8")
    assert report.with_table(text, report.table(measured)) == text
    assert "il suo ruolo legge e non scrive famiglie" in text


def test_oggi_is_right_only_with_the_family_that_waits(committed, keeper):
    call_command("demo", households=40, verbosity=0)
    sight = sight_of(keeper, "coordinatrice.prova@example.org")
    (name,) = sight.waiting
    assert name in {family.name for family in sight.families}
    errand = next(ROWS[0].errands(Truth(sight, {}, NO_WAY)))
    with pytest.raises(Wrong):
        answered(body=f"Buongiorno, {sight.name.split()[0]}").check(errand)


def test_what_was_measured_is_whole():
    """The file that was written last: every row, every figure, no name of a machine."""
    if not report.RESULTS.exists():
        pytest.skip("nothing measured yet: make bench")
    measured = json.loads(report.RESULTS.read_text(encoding="utf-8"))
    assert {"machine", "date", "rows"} <= set(measured)
    alone = {(row["name"], row["role"]) for row in measured["rows"] if row["clients"] == 1}
    wanted = {(row.name, role) for row in ROWS for role in row.roles}
    jobs = {(job.name, job.role) for job in JOBS}
    assert alone == wanted | jobs
    assert {row["clients"] for row in measured["rows"]} == {1, 4}
    first = {"first_page_ms"}
    assert all(set(row) - first == FIGURES for row in measured["rows"])
    assert {row["name"] for row in measured["rows"] if first <= set(row)} == {"observatory"}


@dataclass
class Page:
    """What a row's page asked of the database."""

    name: str
    account: str
    queries: int


def pages(keeper, account: str) -> list[Page]:
    """One errand of every row, checked as the bench checks it."""
    client = entered(account)
    truth = truth_of(keeper, f"{account}@example.org")
    keeper.execute(PUSH_BACK, [truth.sight.membership_id])
    keeper.execute(FORGET_TALLIES)
    return [
        Page(row.name, account, asked(client, next(iter(row.errands(truth)))))
        for row in ROWS
        if ROLES[account] in row.roles
    ]


def entered(account: str) -> Client:
    from intreccio.ground.accounts.models import User
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.viewer import DOOR

    client = Client()
    with acting(DOOR):
        client.force_login(
            User.objects.get(email=f"{account}@example.org"),
            backend="intreccio.ground.accounts.backend.HouseBackend",
        )
    return client


def asked(client: Client, errand: Errand) -> int:
    counter = Counter()
    with connection.execute_wrapper(counter):
        response = (
            client.get(errand.path) if errand.fields is None else client.post(errand.path, errand.fields)
        )
    Answer(response.status_code, response.content, "", counter.statements, 0.0).check(errand)
    return counter.statements


def test_every_row_asks_a_page_that_is_there(committed, keeper):
    call_command("demo", households=40, verbosity=0)
    truth = truth_of(keeper, "coordinatrice.prova@example.org")
    for row in ROWS:
        path = next(iter(row.errands(truth))).path.partition("?")[0]
        assert resolve(path).url_name == VIEWS.get(row.name, row.name)


def counts(found: list[Page]) -> list[tuple[str, str, int]]:
    return [(page.name, page.account, page.queries) for page in found]


def test_as_many_queries_for_four_hundred_families_as_for_forty(committed, keeper):
    call_command("demo", households=40, verbosity=0)
    for account in PEOPLE:
        pages(keeper, account)  # what a process keeps by itself is fetched once
    few = [page for account in PEOPLE for page in pages(keeper, account)]
    call_command("demo", households=400, verbosity=0)
    many = [page for account in PEOPLE for page in pages(keeper, account)]
    assert counts(many) == counts(few)


# Reads the family and who may answer twice, once for the form and once under lock: the table of the README says how many
# that makes. Whoever mends it takes it out of here.
TOO_MANY = {"referral_send"}


def test_no_page_asks_more_than_fifteen_queries(committed, keeper):
    call_command("demo", households=60, verbosity=0)
    for account in PEOPLE:
        pages(keeper, account)
    found = [page for account in PEOPLE for page in pages(keeper, account)]
    assert {page.name for page in found if page.queries > MOST_QUERIES} == TOO_MANY


def test_a_page_asks_the_same_whatever_it_finds(committed, keeper, monkeypatch):
    """Nothing, one or many; with a reference and needs or without; among few teams or many, in the district or out of it."""
    call_command("demo", households=60, verbosity=0)
    pages(keeper, PEOPLE[0])
    for account in FAMILIES_OF:
        client, sight = entered(account), sight_of(keeper, f"{account}@example.org")
        client.get("/search")  # with its first page the application starts, and looks at its own role
        for name, errands in alike(sight).items():
            found = {errand.path: asked(client, errand) for errand in errands}
            assert len(set(found.values())) == 1, f"{account}, {name}: {found}"
        far = sight.families[0]
        listed = Errand("/households/", (far.name,))
        near = asked(client, listed)
        keeper.execute(
            "UPDATE people_household SET municipality_code = '058091' WHERE id = %s", [far.household_id]
        )
        assert asked(client, Errand("/households/", (f"Roma · {code_of(keeper, far)}",))) == near
        monkeypatch.setattr(listing, "MOST_TEAMS", 1 if listing.MOST_TEAMS > 1 else 30)
        assert asked(client, listed) == near


def test_a_request_that_is_sent_stands_on_the_page_it_leads_to(committed, keeper):
    call_command("demo", households=40, verbosity=0)
    account = "educatrice.prova"
    truth, client = truth_of(keeper, f"{account}@example.org"), entered(account)
    (row,) = [row for row in ROWS if row.name == "referral_send"]
    errand = next(iter(row.errands(truth)))
    answer = client.post(errand.path, errand.fields)
    assert errand.names[0] in client.get(answer["Location"]).content.decode()
    snapshot, family = keeper.execute(
        "SELECT r.snapshot, o.household_id FROM referrals_referral r JOIN referrals_referralorigin o ON o.referral_id = r.id"
        " WHERE r.request = %s",
        [errand.names[0]],
    ).fetchone()
    assert {"name", "age"} <= set(snapshot)
    assert str(family) in errand.path


def test_what_the_observatory_must_say_is_not_read_from_its_facts(committed, keeper):
    """Facts that went missing must stop the measure."""
    call_command("demo", households=120, verbosity=0)
    truth, client = truth_of(keeper, "coordinatrice.prova@example.org"), entered("coordinatrice.prova")
    assert truth.way.taken != NOT_SAID
    errand = Errand("/observatory/", (f"<b>{truth.way.taken}</b>",))
    assert errand.names[0] in client.get(errand.path).content.decode()
    keeper.execute("DELETE FROM impact_fact WHERE kind = 'taken_charge'")
    assert errand.names[0] not in client.get(errand.path).content.decode()


@pytest.mark.parametrize(
    ("counted", "leads", "words"),
    [
        ([(date(2026, 1, 1), False, 6), (date(2026, 4, 1), False, 1200)], False, "1.206"),
        ([(date(2026, 1, 1), False, 6), (date(2026, 4, 1), False, 4)], False, "6"),
        ([(date(2026, 1, 1), False, 3), (date(2026, 4, 1), False, 4)], False, "7"),
        ([(date(2025, 7, 1), False, 9), (date(2026, 10, 1), False, 9)], False, NOT_SAID),
        ([(date(2026, 1, 1), True, 60), (date(2026, 4, 1), False, 4)], False, "60"),
        ([(date(2026, 1, 1), True, 60), (date(2026, 4, 1), False, 4)], True, NOT_SAID),
        ([(date(2026, 1, 1), True, 60), (date(2026, 4, 1), False, 5)], True, "65"),
    ],
)
def test_small_quarters_wait_for_the_next(counted, leads, words):
    assert taken_words(counted, date(2026, 11, 21), leads=leads) == words


def test_quarters_whose_weeks_are_over():
    assert quarters_over(date(2026, 11, 21)) == [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]
    assert quarters_over(date(2026, 4, 1)) == [date(2025, month, 1) for month in (1, 4, 7, 10)]
    assert quarters_over(date(2026, 4, 6)) == [date(2026, 1, 1)]


def alike(sight: Sight) -> dict[str, list[Errand]]:
    """Errands to one page, which find very different things."""
    nobody, nothing = ("Prova con meno lettere",), ("Qui non abbiamo trovato niente",)
    name = sight.families[0].name
    return {
        "search": [
            Errand("/search?nothing", nobody, {"words": "xyzzyx"}),
            Errand("/search?one", (name,), {"words": name}),
            Errand("/search?many", ("Famiglia ",), {"words": "vsm"}),
        ],
        "search by code": [
            Errand("/search?nothing", nobody, {"words": "VSM-PC-1900"}),
            Errand("/search?many", ("Percorsi",), {"words": "VSM-PC"}),
        ],
        "services": [
            Errand("/services/?nothing", nothing, {"words": "xyzzyx"}),
            Errand("/services/?many", ("i-svc",), {"words": "consultorio"}),
            Errand(
                "/services/?near", ("i-svc",), {"words": "aiuto", "municipality": "015189", "age": "8 anni"}
            ),
        ],
        "families": [
            Errand("/households/", (name,)),
            Errand("/households/?municipality=015236", ("Compariranno quelle della vostra", "Famiglia ")),
        ],
        "a family": [Errand(f"/households/{each.household_id}", (each.name,)) for each in sight.families],
        "its way": [Errand(f"/cases/{each.case_id}", (each.name,)) for each in sight.families],
    }


def code_of(keeper, family: Family) -> str:
    (code,) = keeper.execute(
        "SELECT code FROM people_household WHERE id = %s", [family.household_id]
    ).fetchone()
    return code
