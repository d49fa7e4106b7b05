"""Who decides for somebody on a day about a matter: parents, guardians, who stands beside, and who may not and why.

Both parents decide together what matters (artt. 316, 337-ter c.c.); one alone where the other is gone, suspended or
forfeited (artt. 317, 330, 333), or has no say on this (art. 337-quater). A guardian decides instead of them (art. 343); a
curator or a service beside them, on what they were given; who fosters, on school and health of every day (art. 5 l.
184/1983). A parent who lives elsewhere decides like the other one (art. 317 c. 2). Nobody who has died decides; what a
judge gave for a minor ends at eighteen.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import Decision, ResponsibilityKind, Standing

WHATEVER = ""  # a matter of which no act says anything in particular
EVERY_DAY = frozenset({Decision.SCHOOL, Decision.HEALTH})
OF_MINORS = frozenset(
    {ResponsibilityKind.PARENTAL, ResponsibilityKind.SERVICE, ResponsibilityKind.FOSTER_CARER}
)
UNTIL_OF_AGE = frozenset({ResponsibilityKind.GUARDIAN, ResponsibilityKind.CURATOR})
# Which decision a need touches, by how its code begins.
TOUCHED = (
    ("emergenze.sanitario", Decision.HEALTH),
    ("salute.sanitaria", Decision.HEALTH),
    ("salute.psicologica", Decision.HEALTH),
    ("futuro.educative", Decision.SCHOOL),
    ("futuro.istruzione", Decision.SCHOOL),
    ("salute.educativa", Decision.SCHOOL),
    ("abitare", Decision.HOME),
    ("emergenze.economico", Decision.MONEY),
)
WHY_NOT = {
    Standing.FORFEITED: later("oggi la sua responsabilità è decaduta (art. 330 c.c.)"),
    Standing.SUSPENDED: later("oggi la sua responsabilità è sospesa (artt. 317 e 333 c.c.)"),
    Standing.LIMITED: later("su questo oggi ha un limite (artt. 333 e 337-quater c.c.)"),
}
GONE, YOUNG = later("non c'è più"), later("non ha ancora diciotto anni")
INSTEAD = later("decide chi ha la tutela (art. 343 c.c.)")
OF_AGE = later("l'atto era per quando non aveva diciotto anni: se serve ancora, lo decide il giudice")


@dataclass(frozen=True, slots=True)
class Held:
    """What an act says of somebody who decides for somebody else; `until` is the first day without it."""

    holder: str
    kind: str
    standing: str
    decisions: Collection[str]
    may_be_told: bool
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom it is decided: `parents` in their order, some not yet of age; `gone`: of all who could decide."""

    is_minor: bool
    parents: Sequence[str] = ()
    gone: Collection[str] = ()
    young: Collection[str] = ()
    key: str = ""
    of_age_on: date | None = None


@dataclass(frozen=True, slots=True)
class Decides:
    """`must`: whose yes is needed, all of them; `every_day`: whose yes does for small things; the others, and why not.

    `other_unknown`: one parent is written, and neither who the other one is nor that there is none.
    """

    must: tuple[str, ...]
    every_day: tuple[str, ...] = ()
    cannot: dict[str, Words] = field(default_factory=dict)
    untold: frozenset[str] = frozenset()
    other_unknown: bool = False

    @property
    def nobody(self) -> bool:
        """Somebody has to be given a guardian."""
        return not self.must


def in_force(row: Held, day: date) -> bool:
    """Whether an act holds on a day."""
    return row.since <= day and (row.until is None or day < row.until)


def touched_by(need: str) -> str:
    """Which decision a need touches; WHATEVER where none in particular."""
    return next((decision.value for begins, decision in TOUCHED if need.startswith(begins)), WHATEVER)


def weighs(need: str) -> bool:
    """Whether one parent alone does not do: school and health. An afternoon of play or of homework is of every day."""
    return touched_by(need) in EVERY_DAY and not need.startswith("futuro.educative")


def named_in(rows: Collection[Held]) -> frozenset[str]:
    """Matters on which acts say something in particular: on every other one it is as on `WHATEVER`."""
    said = frozenset(matter for row in rows for matter in row.decisions)
    return said | EVERY_DAY if rows else said


def who_decides(whom: Whom, rows: Iterable[Held], matter: str, day: date) -> Decides:
    """All of it for one person, one matter and one day."""
    held = sorted((row for row in rows if in_force(row, day)), key=lambda row: (row.since, row.holder))
    untold = frozenset(row.holder for row in held if not row.may_be_told)
    over = {row.holder: why for row in held if (why := _why_over(row, whom))}
    acts = [row for row in held if not _why_over(row, whom)]
    guardians = _given(acts, ResponsibilityKind.GUARDIAN, matter)
    beside = _given(acts, ResponsibilityKind.CURATOR, matter)
    if not whom.is_minor:
        helped = _given(acts, ResponsibilityKind.ADMINISTRATOR, matter)
        must = _once(guardians, [] if guardians else [whom.key], helped, beside)
        return Decides(must, cannot={one: why for one, why in over.items() if one not in must}, untold=untold)
    beside += _given(acts, ResponsibilityKind.SERVICE, matter)
    parental = sorted(row.holder for row in held if row.kind == ResponsibilityKind.PARENTAL)
    parents = _once(whom.parents, parental)
    cannot = {one: why for one in parents if (why := _why_not(one, whom, held, matter, bool(guardians)))}
    able = [one for one in parents if one not in cannot]
    alone = len(parents) == len(able) == 1 and not parental
    must = _once(guardians, able, beside)
    return Decides(must, _of_every_day(acts, matter), {**over, **cannot}, untold, other_unknown=alone)


def _why_over(row: Held, whom: Whom) -> Words | None:
    """Why an act that nobody has closed gives nothing any more. Of parents it is asked in `_why_not`."""
    if row.kind == ResponsibilityKind.PARENTAL:
        return None
    if row.holder in whom.gone:
        return GONE
    of_a_minor = whom.of_age_on is not None and row.since < whom.of_age_on
    return OF_AGE if of_a_minor and not whom.is_minor and row.kind in UNTIL_OF_AGE else None


def _once(*keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for some in keys for key in some))


def _given(held: Iterable[Held], kind: str, matter: str) -> list[str]:
    """Who was given this matter; everything, where an act names none."""
    return [row.holder for row in held if row.kind == kind and (not row.decisions or matter in row.decisions)]


def _of_every_day(held: Iterable[Held], matter: str) -> tuple[str, ...]:
    carers = (row for row in held if row.kind == ResponsibilityKind.FOSTER_CARER)
    return _once(row.holder for row in carers if matter in (row.decisions or EVERY_DAY))


def _why_not(parent: str, whom: Whom, held: Iterable[Held], matter: str, has_guardian: bool) -> Words | None:
    if parent in whom.gone:
        return GONE
    limits = [row for row in held if row.kind == ResponsibilityKind.PARENTAL and row.holder == parent]
    for standing in (Standing.FORFEITED, Standing.SUSPENDED):
        if any(row.standing == standing for row in limits):
            return WHY_NOT[standing]
    if has_guardian:
        return INSTEAD
    if any(row.standing == Standing.LIMITED and matter in row.decisions for row in limits):
        return WHY_NOT[Standing.LIMITED]
    return YOUNG if parent in whom.young else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A yes that is needed for somebody: `together` where each of those who decide says it."""

    name: str
    decides: Decides
    together: bool = True

    def still(self, yes: Collection[str]) -> list[str]:
        """Who has yet to say it."""
        if not self.together and set(yes) & {*self.decides.must, *self.decides.every_day}:
            return []
        return [key for key in self.decides.must if key not in yes]

    def is_begun(self, yes: Collection[str]) -> bool:
        """Whether somebody who decides has said it."""
        enough = self.decides.must if self.together else (*self.decides.must, *self.decides.every_day)
        return any(key in yes for key in enough)


def still_to_say(asked: Iterable[Asked], yes: Collection[str]) -> list[str]:
    """Who has yet to say yes, each once."""
    return list(_once(*(one.still(yes) for one in asked)))


def why_not_go_on(
    asked: Sequence[Asked], yes: Collection[str], *, reason: str, called: Callable[[str], str]
) -> Words | None:
    """A reason, or None. Without one of those who decide one goes on only saying why: an absence, an urgency."""
    for one in asked:
        if not one.decides.nobody and not one.is_begun(yes):
            who = listed([called(key) for key in one.decides.must], _("e"))
            return _("Per %(child)s manca ancora il sì di chi decide: %(who)s.") % {
                "child": one.name,
                "who": who,
            }
    if reason.strip():
        return None
    return why_a_reason(asked, yes, called=called)


def why_a_reason(
    asked: Sequence[Asked], yes: Collection[str], *, called: Callable[[str], str]
) -> Words | None:
    """What has to be explained in writing, or None where everybody who decides has said yes."""
    alone = [one.name for one in asked if one.decides.nobody]
    if alone:
        return nobody_decides(listed(list(dict.fromkeys(alone)), _("e")))
    if still := still_to_say(asked, yes):
        who = listed([called(key) for key in still], _("e"))
        return _("Manca il sì di %s: si aspetta, oppure si scrive perché si va avanti senza.") % who
    half = [one.name for one in asked if one.together and one.decides.other_unknown]
    return other_unknown(listed(list(dict.fromkeys(half)), _("e"))) if half else None


def other_unknown(name: str) -> Words:
    """Said wherever one parent alone would seem to be enough."""
    return (
        _(
            "Per %s non è scritto chi è l'altro genitore: scrivetelo nella famiglia, o fra chi decide se decide uno solo;"
            " altrimenti si scrive perché si va avanti così."
        )
        % name
    )


def nobody_decides(name: str) -> Words:
    """Said wherever somebody would be left without."""
    return (
        _(
            "Per %s oggi non decide nessuno: serve una tutrice o un tutore. Avvisate il servizio sociale, che scrive al tribunale."
        )
        % name
    )


@dataclass(frozen=True, slots=True)
class Act:
    """What is about to be written: who decides for whom, how far, by whose act."""

    kind: str
    standing: str
    decisions: Collection[str]
    may_be_told: bool
    authority: str
    since: date


def why_not_write(
    act: Act, *, is_minor: bool, one_holder: bool, oneself: bool, has_died: bool, today: date
) -> Words | None:
    """A reason, or None. `has_died`: who would decide, or for whom."""
    if not one_holder:
        return _("Scegli chi decide dalla famiglia, oppure scrivi chi è: una delle due.")
    if oneself:
        return _("Nessuno decide per sé con un atto: scegli due persone diverse.")
    if has_died:
        return _("Chi non c'è più non decide, e nessuno decide per chi non c'è più.")
    if act.since > today:
        return _("Comincia in un giorno che deve ancora venire: scrivetelo quando vale.")
    return _why_not_kind(act, is_minor) or _why_not_limits(act)


def _why_not_kind(act: Act, is_minor: bool) -> Words | None:
    if act.kind == ResponsibilityKind.ADMINISTRATOR and is_minor:
        return _(
            "L'amministrazione di sostegno è per chi è grande: per una minore o un minore si scrive la tutela."
        )
    if act.kind in OF_MINORS and not is_minor:
        return _(
            "Questa persona è maggiorenne: per sé decide da sola, o con chi la aiuta per un atto del giudice."
        )
    return None


def _why_not_limits(act: Act) -> Words | None:
    parental = act.kind == ResponsibilityKind.PARENTAL
    if act.standing != Standing.FULL and not parental:
        return _("Limiti, sospensione e decadenza sono della responsabilità di un genitore.")
    if act.standing == Standing.LIMITED and not act.decisions:
        return _("Scrivi su che cosa ha un limite: su tutto il resto decide come l'altro genitore.")
    if act.standing != Standing.LIMITED and parental and act.decisions:
        return _("Su che cosa si scrive solo se la responsabilità è limitata: lascia vuoto.")
    plain = parental and act.standing == Standing.FULL and act.may_be_told
    if not plain and not act.authority.strip():
        return _("Scrivi chi lo ha deciso: per esempio il tribunale per i minorenni.")
    return None


def why_not_beside(since: date, others: Iterable[tuple[date, date | None]]) -> Words | None:
    """A reason, or None: of the same person and holder one act at a time, until it is closed."""
    if any(until is None or since < until for _since, until in others):
        return _("C'è già un atto così, che vale in quei giorni: prima si chiude, o si corregge quello.")
    return None


def why_not_end(*, since: date, until: date, ended: bool, today: date) -> Words | None:
    """A reason, or None."""
    if ended:
        return _("È già chiuso.")
    if until < since:
        return _("La fine viene prima dell'inizio.")
    if until > today:
        return _("La fine è nel futuro: scrivetela quando sarà successo.")
    return None
