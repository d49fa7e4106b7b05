"""Which words a yes is about, and by which way it may be said: pure functions of values."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intreccio.families.plans.vocabulary import HowAccepted
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# The canonical form has a name, kept beside each imprint: what was signed under one is found again under that one.
FIRST = "intreccio.plan/1"
SECOND = "intreccio.plan/2"  # also how a goal is said to a child, and its picture
FORM = "intreccio.plan/3"  # also which of the five families it is of, and its own time
# How many of the columns that came later a form of before holds.
LATER = {FIRST: 0, SECOND: 2}
# Nobody writes these for somebody else: they are said by whoever says yes, from their own access or their own telephone.
ONES_OWN = (HowAccepted.SIGNED_IN, HowAccepted.LINK)
# Where something is signed there may be a picture of it.
SIGNED = (HowAccepted.PAPER, HowAccepted.DRAWN, HowAccepted.LINK)


@dataclass(frozen=True, slots=True)
class WordedAction:
    """Something to do, as far as it is agreed: what, who («person …», «worker …»), how often, by which day. Not how far it is."""

    key: str
    what: str
    who: str
    rhythm: str
    by_when: str


@dataclass(frozen=True, slots=True)
class WordedGoal:
    """A goal with its five steps and what is done for it."""

    key: str
    side: str
    strand: str
    person: str
    need: str
    title: str
    why: str
    steps: Sequence[str]
    start: int
    aim: int
    actions: Sequence[WordedAction] = ()
    child_words: str = ""
    picture: str = ""
    families: Sequence[str] = ()
    own_time: str = ""


@dataclass(frozen=True, slots=True)
class WordedLink:
    """What holds two goals, whichever of them is named first."""

    one: str
    other: str
    words: str


def imprint_of(goals: Iterable[WordedGoal], links: Iterable[WordedLink], form: str = FORM) -> str:
    """The sha256, in hexadecimal, of a version's words in their canonical form.

    JSON in UTF-8 without spaces, every text in NFC: `[form, goals, links]`. A goal is `[key, side, strand, person, need, title,
    why, [five steps], start, aim, [actions], child_words, picture, [families], own_time]`, of the first form without the last
    four, of the second without the last two; an action `[key, what, who, rhythm, by_when]`; a link `[key, key, words]` with the
    lesser key first. Each list stands in the order of its keys: in which order they were read makes no difference.
    """
    told = [form, sorted(_goal(goal, form) for goal in goals), sorted({_link(link) for link in links})]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def _goal(goal: WordedGoal, form: str) -> list[object]:
    actions = sorted([one.key, one.what, one.who, one.rhythm, one.by_when] for one in goal.actions)
    told = [
        goal.key, goal.side, goal.strand, goal.person, goal.need, goal.title, goal.why, list(goal.steps), goal.start, goal.aim,
        actions,
    ]  # fmt: skip
    later = [goal.child_words, goal.picture, sorted(goal.families), goal.own_time]
    return [*told, *later[: LATER.get(form, len(later))]]


def _link(link: WordedLink) -> tuple[str, str, str]:
    one, other = sorted((link.one, link.other))
    return one, other, link.words


def short_sign(imprint: str) -> str:
    """«a1b2 c3d4»: enough to tell two versions apart by eye; empty for a yes of before imprints were kept."""
    return f"{imprint[:4]} {imprint[4:8]}".strip()


def why_not_way(how: str) -> Words | None:
    """A reason, or None: what one says by oneself is written by nobody else."""
    if how in ONES_OWN:
        return _("Così lo dice ciascuno da sé: dal proprio accesso, o con l'indirizzo dato per firmare.")
    return None


def why_not_mark(how: str, *, has_mark: bool, is_picture: bool = True) -> Words | None:
    """A reason, or None: what is drawn is there to be seen, and what was only said has no signature."""
    if how == HowAccepted.DRAWN and not has_mark:
        return _("Si firma con il dito nel riquadro, oppure si sceglie un altro modo.")
    if how == HowAccepted.DRAWN and not is_picture:
        return _("La firma si disegna, o si fotografa: un PDF va con «ha firmato su carta».")
    if has_mark and how not in SIGNED:
        return _("C'è una firma: scegliete «ha firmato», oppure toglietela.")
    return None
