"""A case told: where it stands, and what happened, as values that the components draw."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case, CaseStep, CaseWorker
from intreccio.families.cases.vocabulary import Stage


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
    return format_date(day, "j M Y").lower()


def stage_line(case: Case) -> list[StageDot]:
    """The processes of the social record that exist here: access, evaluation, taking charge. No dot promises more."""
    preliminary = case.stage == Stage.PRELIMINARY
    return [
        StageDot(_("Accesso"), short(case.asked_on or case.opened_on), "done"),
        StageDot(
            _("Valutazione"),
            _("analisi preliminare dal %s") % short(case.opened_on),
            "now" if preliminary else "done",
        ),
        _last_dot(case),
    ]


def _last_dot(case: Case) -> StageDot:
    if case.stage == Stage.NOT_TAKEN:
        return StageDot(_("Non presa in carico"), short(case.stage_since), "now")
    if case.in_charge_since:
        return StageDot(_("Presa in carico"), _("dal %s") % short(case.in_charge_since), "now")
    return StageDot(_("Presa in carico"), _("da decidere"), "")


def story(steps: Iterable[CaseStep], workers: Iterable[CaseWorker]) -> list[Entry]:
    """Steps, and who came and went, newest first."""
    entries = [*_from_steps(steps), *_from_workers(workers)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _from_steps(steps: Iterable[CaseStep]) -> Iterator[Entry]:
    said = {
        "open_case": _("si apre l'analisi preliminare"),
        "take_charge": _("presa in carico"),
        "end_preliminary": _("l'analisi si conclude senza presa in carico"),
        "hand_over_case": _("cambia équipe"),
    }
    for step in steps:
        what = said.get(step.verb, step.get_stage_to_display())
        if step.to_team:
            what = _("%(what)s: la accompagna %(team)s") % {"what": what, "team": step.to_team.name}
        by = f", {step.by.user.name}" if step.by else ""
        text = ". ".join(part for part in (_sentence(step.get_motive_display()), step.words) if part)
        yield Entry(step.day, f"{what}{by}", text)


def _from_workers(workers: Iterable[CaseWorker]) -> Iterator[Entry]:
    for worker in workers:
        name = worker.membership.user.name
        yield Entry(worker.since, _("%s comincia a lavorare con loro") % name, worker.why)
        if worker.until:
            why = _sentence(worker.get_end_reason_display())
            yield Entry(worker.until, _("%s non lavora più con loro") % name, why)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
