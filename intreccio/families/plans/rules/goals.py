"""Links between goals, how far they are, who does what."""

from datetime import date

from intreccio.families.plans.vocabulary import Side
from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

FARTHEST = 60  # months, within which one can say by when something is done


def why_not_link(one: str, other: str, *, same_plan: bool, linked: bool) -> Words | None:
    """Two goals hold each other: one of each generation, of the same version, once."""
    if not same_plan:
        return _("I due obiettivi sono di versioni diverse del progetto.")
    if {one, other} != {Side.CHILDREN, Side.PARENTS}:
        return _("Si tengono un obiettivo dei bambini e uno dei genitori.")
    return _("Si tengono già.") if linked else None


def why_not_score(*, day: date, today: date, since: date | None) -> Words | None:
    """A step is written for a day that has come, since the plan is in force."""
    if day > today:
        return _("Si scrive a che punto siamo, non a che punto saremo: la data è nel futuro.")
    if since is not None and day < since:
        return _("La data viene prima del giorno da cui vale il progetto.")
    return None


def why_not_at_review(*, says_so: bool, is_reviewing: bool) -> Words | None:
    """It was looked at together at the review only while one is open."""
    if says_so and not is_reviewing:
        return _("Non c'è una verifica aperta: prima la si prepara, o si scrive solo a che punto siamo.")
    return None


def why_not_aim(*, start: int, aim: int) -> Words | None:
    """One aims at where one is, or further."""
    return _("Dove si vuole arrivare viene prima di dove si è: guardate i gradini.") if aim < start else None


def why_not_add_action(*, by_when: date | None, today: date) -> Words | None:
    """What is still to be done is not to be done by a day that has gone, nor by one that nobody can foresee."""
    if by_when and by_when < today:
        return _("Il giorno entro cui farla è già passato.")
    return why_not_so_far(by_when=by_when, today=today)


def why_not_so_far(*, by_when: date | None, today: date) -> Words | None:
    """A reason, or None: an action is within five years."""
    if by_when and by_when > months_after(today, FARTHEST):
        return _("È fra più di cinque anni: controllate l'anno.")
    return None


def why_not_finish(*, is_open: bool) -> Words | None:
    """What is done or dropped already is not finished twice."""
    return None if is_open else _("Questa azione è già conclusa.")


def why_not_yet_born(is_awaited: bool) -> Words | None:
    """A reason, or None: a goal can be for a child to be born, who says, does and brings nothing yet."""
    return _("Deve ancora nascere: scegliete un'altra persona.") if is_awaited else None


def why_not_accept(
    *,
    own_version: bool,
    is_minor: bool,
    day: date,
    today: date,
    before: bool,
    begun_on: date,
    goals: int,
    is_awaited: bool = False,
    too_young: bool = False,
) -> Words | None:
    """Each says yes once, to goals that are there; the version for children is read by children."""
    if not goals:
        return _("Non c'è ancora nessun obiettivo a cui dire sì: prima si scrivono insieme.")
    if reason := why_not_yet_born(is_awaited):
        return reason
    if before:
        return _("Ha già detto sì a questa versione.")
    return why_not_yes_on(day=day, today=today, begun_on=begun_on) or why_not_say_so(
        own_version=own_version, is_minor=is_minor, too_young=too_young
    )


def why_not_yes_on(*, day: date, today: date, begun_on: date) -> Words | None:
    """A yes is of a day that has come, since the version was begun."""
    if day < begun_on:
        return _(
            "Il sì viene prima che questa versione cominciasse: scrivete il giorno in cui l'hanno letta."
        )
    return _("La data è nel futuro.") if day > today else None


def why_not_say_so(*, own_version: bool, is_minor: bool, too_young: bool = False) -> Words | None:
    """The version for children is read by children, and who is too young to sign does nothing else."""
    if own_version and not is_minor:
        return _("La propria versione la leggono i bambini e i ragazzi.")
    if too_young and not own_version:
        return _(
            "È ancora piccola o piccolo per firmare: si legge insieme la sua versione, e si sceglie «ha letto la sua versione»."
        )
    return None
