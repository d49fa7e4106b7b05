"""What the job worker does in one run: no page is waited for, so it is measured once, from the button to the end."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from bench.clocks import Clocks
from bench.measure import Bench
from bench.visitor import Answer, Errand, Wrong

ROWS_OF_A_SHEET = 10_000
OF_A_FAMILY = 4
BUDGET = 60_000
PATIENCE = 300
HEADER = "Famiglia n.;Cognome;Nome;Parentela;Data di nascita;Codice fiscale;Comune;Indirizzo;Telefono;Lingua"
ROLES = ("madre", "padre", "figlia", "figlio")


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the table."""

    name: str
    role: str = "coordinator"
    budget: tuple[int, int] = (BUDGET, BUDGET)


JOBS = (Job("spreadsheet_import_10000"),)


def sheet() -> bytes:
    """A list that no run has brought in before."""
    mark = "".join(letter for letter in uuid4().hex if letter.isalpha())
    return "\r\n".join([HEADER, *map(";".join, _rows(mark))]).encode()


def _rows(mark: str) -> Iterator[list[str]]:
    for number in range(ROWS_OF_A_SHEET):
        family, place = divmod(number, OF_A_FAMILY)
        birth = f"{number % 28 + 1:02}/{number % 12 + 1:02}/{(1970 if place < 2 else 2008) + number % 15}"
        yield [
            str(family), f"Zeta{mark}{family}", f"Persona{number}", ROLES[place], birth, "", "Rozzano", f"Via {family}",
            f"333 {number:07d}" if place == 0 else "", "italiano",
        ]  # fmt: skip


def once(bench: Bench, job: Job, clocks: Clocks) -> dict[str, Any]:
    """Uploads, says the columns, presses «Porta dentro», and looks until it is done. Raises Wrong where it is not."""
    visitor = bench.visitor
    fields = {"once": str(uuid4()), "team_id": str(bench.truth.sight.team_id)}
    mapped = led(visitor.send_file("/households/sheets/new", fields, "elenco.csv", sheet()))
    places = dict(
        zip(
            ("key", "family", "given", "role", "birth", "code", "place", "address", "phone", "language"),
            map(str, range(10)),
            strict=True,
        )
    )
    preview = led(visitor.ask(Errand(mapped, (), {"once": str(uuid4()), **places})))
    visitor.ask(Errand(preview, ())).check(Errand(preview, (str(ROWS_OF_A_SHEET),)))
    before, begun = clocks.read(), time.perf_counter()
    page = led(visitor.ask(Errand(preview.replace("/preview", "/bring-in"), (), {})))
    answers = list(_until_done(bench, page, begun))
    spent = time.perf_counter() - begun
    cpu = clocks.read() - before
    looked = max(answers, key=lambda answer: answer.queries)
    whole = Answer(200, b"", "", looked.queries, spent)
    return bench.line(job, 1, [whole], cpu, ROWS_OF_A_SHEET / spent)


def _until_done(bench: Bench, page: str, begun: float) -> Iterator[Answer]:
    while time.perf_counter() - begun < PATIENCE:
        answer = bench.visitor.ask(Errand(page, ()))
        yield answer
        if b"avanzamento" not in answer.body:
            answer.check(Errand(page, (str(ROWS_OF_A_SHEET // OF_A_FAMILY),)))
            return
        time.sleep(0.5)
    raise Wrong(f"{page}: dopo {PATIENCE} s non è ancora portato dentro")


def led(answer: Answer) -> str:
    """Where a form led. Raises Wrong where it came back."""
    if answer.status not in {302, 303}:
        raise Wrong(f"{answer.status} e non 302. {answer.said()}")
    return answer.location
