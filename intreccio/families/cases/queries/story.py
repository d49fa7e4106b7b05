"""A case told: where it stands, and what happened, as values that the components draw."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.log import Agreed, Step
from intreccio.families.cases.queries.workers import Worker
from intreccio.families.cases.vocabulary import OPEN_STAGES, Motive, Stage
from intreccio.ground.kernel.words import in_sentence


@dataclass(frozen=True, slots=True)
class StageDot:
    """One dot of the stage line; `state` is done, now or empty."""

    label: str
    detail: str
    state: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the story."""

    at: date
    what: str
    text: str = ""
    family: bool = False


def short(day: date) -> str:
    """«12 mar 2026»."""
    number = "1º" if day.day == 1 else str(day.day)
    return f"{number} {in_sentence(format_date(day, 'M Y'))}"


def since(day: date) -> str:
    """«dal 12 mar 2026», «dall'8 mar 2026»."""
    said = gettext("dall'%s") if day.day in (8, 11) else gettext("dal %s")
    return said % short(day)


WAY = (
    (Stage.PRELIMINARY, _("Analisi preliminare")),
    (Stage.IN_CHARGE, _("Presa in carico")),
    (Stage.PLAN, _("Progetto")),
    (Stage.REVIEW, _("Verifica")),
    (Stage.CLOSED, _("Percorso concluso")),
)
NOT_TAKEN = (WAY[0], (Stage.NOT_TAKEN, _("Non presa in carico")))


def stage_line(case: Case) -> list[StageDot]:
    """The whole way: what is behind with its day where one is kept, where we are, what is yet to come."""
    way = _way_of(case)
    here = [stage for stage, _label in way].index(Stage(case.stage))
    states = ("done" if place < here else "now" if place == here else "" for place in range(len(way)))
    return [
        StageDot(str(label), _when(case, stage, state), state)
        for (stage, label), state in zip(way, states, strict=True)
    ]


def _way_of(case: Case) -> tuple[tuple[Stage, Any], ...]:
    if case.stage == Stage.NOT_TAKEN:
        return NOT_TAKEN
    # A way that ended without a review is not drawn as if there had been one.
    ended_early = case.stage == Stage.CLOSED and case.review_on is None
    return tuple(dot for dot in WAY if not (ended_early and dot[0] in (Stage.PLAN, Stage.REVIEW)))


def _when(case: Case, stage: Stage, state: str) -> str:
    """The day of the beginning, and of the closing; for the others that of now, the only one a case keeps."""
    if stage == Stage.PRELIMINARY:
        return since(case.opened_on)
    if stage == Stage.IN_CHARGE:
        return since(case.in_charge_since) if case.in_charge_since else gettext("da decidere")
    if state != "now":
        return ""
    return since(case.stage_since) if stage in OPEN_STAGES else short(case.stage_since)


SAID = {
    "open_case": _("si apre l'analisi preliminare"),
    "take_charge": _("presa in carico"),
    "end_preliminary": _("l'analisi si conclude senza presa in carico"),
    "begin_plan": _("comincia il progetto"),
    "begin_review": _("si prepara la verifica"),
    "end_review": _("la verifica è scritta"),
    "close_case": _("il percorso si conclude"),
    "reopen_case": _("il percorso ricomincia"),
    "hand_over_case": _("cambia équipe"),
}


def story(steps: Iterable[Step], workers: Iterable[Worker], follow_ups: Iterable[Agreed]) -> list[Entry]:
    """Steps, who came and went, what was heard afterwards, newest first."""
    entries = [*map(_of_step, steps), *_from_workers(workers), *_from_follow_ups(follow_ups)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _of_step(step: Step) -> Entry:
    what = str(SAID.get(step.verb, step.verb))
    if step.to_team:
        what = gettext("%(what)s: la accompagna %(team)s") % {"what": what, "team": step.to_team}
    text = ". ".join(part for part in (_sentence(str(Motive(step.motive).label)), step.words) if part)
    return Entry(step.day, f"{what}, {step.by}" if step.by else what, text)


def _from_follow_ups(follow_ups: Iterable[Agreed]) -> Iterator[Entry]:
    for each in follow_ups:
        if each.done_on:
            what = gettext("risentita %s dalla conclusione") % each.when
            text = ". ".join((_sentence(each.how_it_goes), each.words))
            yield Entry(each.done_on, what, text)


def _from_workers(workers: Iterable[Worker]) -> Iterator[Entry]:
    for worker in workers:
        yield Entry(worker.since, gettext("%s comincia a lavorare con loro") % worker.name, worker.why)
        if worker.until:
            why = _sentence(worker.ended_because)
            yield Entry(worker.until, gettext("%s non lavora più con loro") % worker.name, why)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
