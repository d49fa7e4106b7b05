"""A case told: where it stands, and what happened, as values that the components draw."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case, CaseStep
from intreccio.families.cases.queries.workers import Worker
from intreccio.families.cases.vocabulary import Motive, Stage


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
    return f"{number} {format_date(day, 'M Y').lower()}"


def since(day: date) -> str:
    """«dal 12 mar 2026», «dall'8 mar 2026»."""
    said = gettext("dall'%s") if day.day in (8, 11) else gettext("dal %s")
    return said % short(day)


def stage_line(case: Case) -> list[StageDot]:
    """The processes of the social record that exist here: access, evaluation, taking charge. No dot promises more."""
    preliminary = case.stage == Stage.PRELIMINARY
    return [
        StageDot(gettext("Accesso"), short(case.asked_on or case.opened_on), "done"),
        StageDot(
            gettext("Valutazione"),
            gettext("analisi preliminare %s") % since(case.opened_on),
            "now" if preliminary else "done",
        ),
        _last_dot(case),
    ]


def _last_dot(case: Case) -> StageDot:
    if case.stage == Stage.NOT_TAKEN:
        return StageDot(gettext("Non presa in carico"), short(case.stage_since), "now")
    if case.in_charge_since:
        return StageDot(gettext("Presa in carico"), since(case.in_charge_since), "now")
    return StageDot(gettext("Presa in carico"), gettext("da decidere"), "")


SAID = {
    "open_case": _("si apre l'analisi preliminare"),
    "take_charge": _("presa in carico"),
    "end_preliminary": _("l'analisi si conclude senza presa in carico"),
    "hand_over_case": _("cambia équipe"),
    "begin_plan": _("comincia il progetto"),
}


def story(case: Case, workers: Iterable[Worker]) -> list[Entry]:
    """Steps, and who came and went, newest first. One narrow query."""
    columns = ("day", "verb", "motive", "words", "by__user__name", "to_team__name")
    steps = CaseStep.objects.filter(case_id=case.pk).order_by("day", "id").values_list(*columns)
    entries = [*(_of_step(*step) for step in steps), *_from_workers(workers)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _of_step(day: date, verb: str, motive: str, words: str, by: str | None, to_team: str | None) -> Entry:
    what = str(SAID.get(verb, verb))
    if to_team:
        what = gettext("%(what)s: la accompagna %(team)s") % {"what": what, "team": to_team}
    text = ". ".join(part for part in (_sentence(str(Motive(motive).label)), words) if part)
    return Entry(day, f"{what}, {by}" if by else what, text)


def _from_workers(workers: Iterable[Worker]) -> Iterator[Entry]:
    for worker in workers:
        yield Entry(worker.since, gettext("%s comincia a lavorare con loro") % worker.name, worker.why)
        if worker.until:
            why = _sentence(worker.ended_because)
            yield Entry(worker.until, gettext("%s non lavora più con loro") % worker.name, why)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
