"""One signal, as each person may read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intreccio.families.access.models import Signal, SignalPass, SignalSender, SignalStep, SignalWord, Triage
from intreccio.families.access.queries.desks import names_of
from intreccio.families.access.queries.passing import passes_of
from intreccio.families.access.vocabulary import CloseReason, FirstStep, PassReason, Urgency
from intreccio.ground.kernel.counts import Count
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a story."""

    at: datetime
    what: str
    text: str = ""
    family: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that a receipt code tells."""

    received_at: datetime
    read_at: datetime | None


def signals_at_hand(viewer: Viewer) -> QuerySet[Triage]:
    """Signals the viewer may work on or read: row security says which. Who only signalled finds none here."""
    del viewer  # the database knows who looks
    return Triage.objects.select_related("signal", "desk", "household", "assigned_to__user")


def sender_of(viewer: Viewer, signal: Signal) -> SignalSender | None:
    """Who signalled; None for whoever may not know."""
    del viewer
    return (
        SignalSender.objects.select_related("membership__user", "membership__organisation")
        .filter(signal=signal)
        .first()
    )


def sent_by(viewer: Viewer) -> QuerySet[SignalSender]:
    """What the viewer has signalled, last first."""
    mine = SignalSender.objects.filter(membership_id=viewer.membership_id)
    return mine.select_related("signal", "desk").order_by("-signal_id")


def words_of(viewer: Viewer, signal: Signal) -> list[SignalWord]:
    """The words exchanged after the first, as the viewer may read them."""
    del viewer
    return list(SignalWord.objects.filter(signal=signal).exclude(words="").order_by("at"))


def exchanged(viewer: Viewer, signal: Signal, *, desk: str) -> list[Entry]:
    """The same words as who signalled reads them: from the desk, not from a person."""
    return [
        Entry(word.at, desk if word.from_desk else _("tu"), f"«{word.words}»")
        for word in words_of(viewer, signal)
    ]


def unread_answers(viewer: Viewer) -> QuerySet[SignalWord]:
    """Words of a desk that the viewer, who signalled, has not read yet."""
    return SignalWord.objects.filter(
        signal__sender__membership_id=viewer.membership_id, from_desk=True, read_at=None
    ).order_by("at")


def story_of(
    viewer: Viewer,
    triage: Triage,
    words: list[SignalWord],
    *,
    sender: SignalSender | None,
    source: str,
    shows_place: bool,
) -> list[Entry]:
    """What has happened to a signal so far, in order; desks are named where places may be. Three queries."""
    passes = passes_of(viewer, triage)
    steps = list(SignalStep.objects.filter(signal_id=triage.signal_id).order_by("at"))
    hats = {triage.read_by, triage.urgency_by, triage.signal.written_by}
    names = names_of(
        hats
        | {step.by for step in steps}
        | {step.to_id for step in steps}
        | {word.by for word in words if word.from_desk}
        | {each.by for each in passes}
    )
    notes = {step.at: step.note for step in steps if step.step == FirstStep.PASS_ON}
    entries = [
        *_beginning(triage, names, sender, source),
        *(_of_step(step, names) for step in steps if step.step != FirstStep.PASS_ON),
        *(_of_pass(each, names, notes.get(each.at, ""), shows_place=shows_place) for each in passes),
        *(_of_word(word, names) for word in words),
    ]
    return sorted(entries, key=lambda entry: entry.at)


def _beginning(
    triage: Triage, names: dict[UUID, str], sender: SignalSender | None, source: str
) -> Iterator[Entry]:
    signal = triage.signal
    writer = names.get(signal.written_by, "") if signal.written_by else ""
    comes_from = _("Viene da: %s.") % source
    said = f"{_how_it_came(sender, writer)} {comes_from}".strip()
    yield Entry(signal.received_at, _("segnalazione"), said)
    if signal.read_at:
        urgency = _(" Urgenza: %s.") % str(Urgency(triage.urgency).label).lower() if triage.urgency else ""
        reader = names.get(triage.read_by, _("lo sportello")) if triage.read_by else _("lo sportello")
        yield Entry(signal.read_at, _("lettura"), _("Letta da %s.") % reader + urgency)


def _how_it_came(sender: SignalSender | None, writer: str) -> str:
    """Nothing for whoever may not know who signalled, nor whether they have an account."""
    if writer:
        return _("Raccolta da %s.") % writer
    if sender is None:
        return ""
    return (
        _("Scritta da chi ha un account nella rete.")
        if sender.membership_id
        else _("Arrivata con il modulo in linea.")
    )


def _of_step(step: SignalStep, names: dict[UUID, str]) -> Entry:
    said = [str(FirstStep(step.step).label)]
    if step.to_id:
        said.append(names.get(step.to_id, ""))
    if step.reason:
        said.append(str(CloseReason(step.reason).label))
    text = ": ".join(part for part in said if part) + "."
    note = f" {step.note}" if step.note else ""
    return Entry(step.at, _("scelta di %s") % names.get(step.by, _("chi accoglie")), text + note)


def _of_pass(each: SignalPass, names: dict[UUID, str], note: str, *, shows_place: bool) -> Entry:
    desks = {"desk": each.desk.name, "to": each.to.name, "reason": PassReason(each.reason).label}
    said = (
        _("Da %(desk)s a %(to)s: %(reason)s.") % desks if shows_place else _("Da uno sportello a un altro.")
    )
    return Entry(
        each.at, _("passata da %s") % names.get(each.by, _("chi accoglie")), f"{said} {note}".strip()
    )


def _of_word(word: SignalWord, names: dict[UUID, str]) -> Entry:
    if not word.from_desk:
        return Entry(word.at, _("chi ha segnalato aggiunge"), f"«{word.words}»")
    who = names.get(word.by, _("lo sportello")) if word.by else _("lo sportello")
    return Entry(word.at, _("risposta di %s a chi ha segnalato") % who, f"«{word.words}»")


def receipt_of(digest: str) -> Receipt | None:
    """What a receipt tells, asked as the public form. Opened by a function that answers nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT received_at, read_at FROM signal_receipt(%s)", [digest])
        row = cursor.fetchone()
    return Receipt(*row) if row else None


def months_kept(day: date) -> int:
    """How long what a stranger writes is kept where it leads to no family, as the notice promises."""
    return int(value_at("signal_retention_months", day))


def household_in_sight(viewer: Viewer, household_id: UUID | None) -> Household | None:
    """The household, where the viewer can see it."""
    del viewer
    return Household.objects.filter(pk=household_id).first() if household_id else None


# The menu of every page asks it.
UNREAD = """
    SELECT count(*) FROM (SELECT FROM access_signalsender s JOIN access_signalword w ON w.signal_id = s.signal_id
      WHERE s.membership_id = %s AND w.from_desk AND w.read_at IS NULL LIMIT %s) AS waiting
"""
COUNTED_TO = 10


def unread_count(viewer: Viewer) -> Count:
    """How many words of a desk the viewer, who signalled, has not read yet; at most ten."""
    return Count(UNREAD, (viewer.membership_id, COUNTED_TO))
