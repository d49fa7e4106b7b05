"""What is missing before an assessment is closed, and what of it holds back the closing of a case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intreccio.families.assessments.rules.moments import Standing
from intreccio.families.assessments.vocabulary import OF_THE_FAMILY, Moment
from intreccio.families.cases.vocabulary import OUT_OF_REACH
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Voiced:
    """One voice: whose, as pages call it, and whether every section has an answer or the reason why not."""

    who: str
    voice: str
    is_finished: bool


@dataclass(frozen=True, slots=True)
class ChildHere:
    """A minor who lives at home, and whether their words, answers or a drawing, or the reason why there are none, are
    written; `is_owed`: of an age at which they must be."""

    name: str
    is_heard: bool
    is_owed: bool = True


def still_missing(
    voices: Sequence[Voiced], children: Sequence[ChildHere], drafts: Sequence[str] = ()
) -> list[Words]:
    """Everything that is missing before closing, in the order in which one would do it; empty where nothing is.

    drafts: sheets of the library that were begun; none of them is owed, but none is left half written either.
    """
    return [*_of_voices(voices), *_of_children(children), *_of_sheets(drafts)]


def why_not_close_assessment(
    voices: Sequence[Voiced], children: Sequence[ChildHere], drafts: Sequence[str] = ()
) -> Words | None:
    """The first thing that is missing, or None."""
    return next(iter(still_missing(voices, children, drafts)), None)


def _of_voices(voices: Sequence[Voiced]) -> Iterator[Words]:
    if len(voices) < FEWEST:
        yield _("Servono almeno due punti di vista.")
    if not any(each.voice in OF_THE_FAMILY for each in voices):
        yield _("Manca un punto di vista della famiglia: di un genitore, dei figli, o di tutti insieme.")
    yield from (
        _("È ancora una bozza: %(who)s. Ogni parte ha almeno una risposta, o il motivo per cui è vuota.")
        % {"who": each.who}
        for each in voices
        if not each.is_finished
    )


def _of_children(children: Sequence[ChildHere]) -> Iterator[Words]:
    yield from (
        _("Mancano le parole o un disegno di %(name)s, o il motivo per cui non ci sono.")
        % {"name": child.name}
        for child in children
        if child.is_owed and not child.is_heard
    )


def _of_sheets(drafts: Sequence[str]) -> Iterator[Words]:
    yield from (
        _("È ancora una bozza: %(who)s. Si finisce, o si annulla se non serve.") % {"who": sheet}
        for sheet in drafts
    )


def why_not_close(standing: Standing, *, motive: str) -> Words | None:
    """What holds back the closing of a case: a look that is not finished, or the last one that was never taken."""
    if not all(standing.values()):
        return _("C'è una valutazione ancora aperta: va chiusa, o annullata se era un errore.")
    if set(standing) == {Moment.T0} and motive not in OUT_OF_REACH:
        return _("Manca lo sguardo alla verifica (T1): senza, non si vede che cosa è cambiato dall'inizio.")
    return None
