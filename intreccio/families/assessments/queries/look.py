"""One assessment as its page shows it: whose voices there are, what the children say, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.families.assessments.models import Assessment, ChildWords, PointOfView, Sheet
from intreccio.families.assessments.queries.assessments import (
    Kept,
    kept_in,
    points_on,
    unfinished_on,
    words_on,
)
from intreccio.families.assessments.queries.listening import (
    Listened,
    Unread,
    listened_in,
    owed_from,
    unread_at_home,
)
from intreccio.families.assessments.rules.change import mean_scores
from intreccio.families.assessments.rules.closing import ChildHere, Voiced, still_missing
from intreccio.families.assessments.rules.listening import owed
from intreccio.families.assessments.vocabulary import OF_THE_FAMILY, Heard, Voice
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.rules.ages import age_on
from intreccio.parties.people.vocabulary import HomeRole

OLD_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Point:
    """One voice, as pages call it: «Elena, la mamma», «l'équipe»."""

    row: PointOfView
    name: str
    person_id: UUID | None = None

    @property
    def voice(self) -> str:
        """In plain words."""
        return str(Voice(self.row.voice).label)

    @property
    def who(self) -> str:
        """By name where there is one."""
        return f"{self.name}, {self.voice}" if self.name else self.voice

    @property
    def short(self) -> str:
        """For a drawing: the name, or the voice."""
        return self.name or self.voice

    @property
    def is_family(self) -> bool:
        """Of the family, or of who works with it."""
        return self.row.voice in OF_THE_FAMILY

    @property
    def is_finished(self) -> bool:
        """Every part has an answer, or a reason why not."""
        return self.row.response.finished_at is not None

    @property
    def scores(self) -> dict[str, float]:
        """Scale → number."""
        scores: dict[str, float] = self.row.response.scores
        return scores

    @property
    def key(self) -> tuple[str, UUID | None]:
        """The same voice at another moment has the same."""
        return self.row.voice, self.person_id


@dataclass(frozen=True, slots=True)
class Child:
    """A minor who lives at home, and what they say of it."""

    person_id: UUID
    name: str
    words: list[ChildWords] = field(
        default_factory=list
    )  # of two rows found to be one child there may be two
    listened: list[Listened] = field(default_factory=list)
    is_owed: bool = True
    keeps: list[Kept] = field(default_factory=list)  # that there are words that are not for these eyes
    rows: frozenset[UUID] = frozenset()
    unread: list[Unread] = field(default_factory=list)  # that it was listened to, and not for these eyes

    @property
    def said(self) -> ChildWords | None:
        """The last words; where there are none, why."""
        return self.words[-1] if self.words else None

    @property
    def is_heard(self) -> bool:
        """Words, also those that are not for these eyes, answers or a drawing, or why there are none."""
        return bool(self.words or self.keeps or self.unread) or any(each.counts for each in self.listened)

    @property
    def why_not_write(self) -> Words | None:
        """Words that one may not read are not written over."""
        kept = next(iter(self.keeps), None)
        if kept is None or self.said:
            return None
        return _("Le sue parole sono già scritte, e le tiene per chi ha ascoltato: %(who)s.") % {
            "who": kept.who or _("qualcuno dell'équipe")
        }


@dataclass
class Look:
    """Everything of one assessment. `members`: who is or was at home."""

    assessment: Assessment
    members: list[Member]
    rows: Iterable[PointOfView]
    said: dict[UUID, ChildWords] = field(default_factory=dict)
    sheets: Iterable[Sheet] = ()  # those that nobody has finished
    listened: list[Listened] = field(default_factory=list)
    kept: dict[UUID, Kept] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    owed_from: int = 0  # years from which a child's voice, or the reason why there is none, is owed

    def __post_init__(self) -> None:
        """Voices, and those that were a mistake: they stay readable."""
        points = [self.point_of(row) for row in self.rows]
        self.points = [point for point in points if point.row.voided_at is None]
        self.mistakes = [point for point in points if point.row.voided_at is not None]
        self.finished = [point for point in self.points if point.is_finished]

    def name_of(self, person_id: UUID | None) -> str:
        """As they are called at home; empty where nobody is named."""
        return next((each.given or each.name for each in self.members if person_id in each.rows), "")

    def kept_row(self, person_id: UUID | None) -> UUID | None:
        """The row that somebody is read under: two that were found to be one person are one."""
        return next((each.person.pk for each in self.members if person_id in each.rows), person_id)

    def point_of(self, row: PointOfView) -> Point:
        """As pages call it."""
        return Point(row, self.name_of(row.person_id), self.kept_row(row.person_id))

    def child(self, person_id: UUID) -> Child | None:
        """By whichever row of theirs."""
        return next((each for each in self.children if person_id in each.rows), None)

    @cached_property
    def children(self) -> list[Child]:
        """Minors of this family, and whoever was heard and no longer is one."""
        here = [each for each in self.members if is_child_of_ours(each)]
        heard = {*self.said, *self.kept, *(each.row.person_id for each in self.listened)}
        gone = [each for each in self.members if each.rows & heard and each not in here]
        return [self._child(each) for each in (*here, *gone)]

    def _child(self, member: Member) -> Child:
        birth = member.person.birth_date
        words = [self.said[key] for key in member.rows if key in self.said]
        words.sort(key=lambda row: (row.heard != Heard.NOT_YET, row.heard_on, row.pk))
        listened = [each for each in self.listened if each.row.person_id in member.rows]
        is_owed = birth is None or owed(age_on(birth, member.day), owed_from=self.owed_from)
        keeps = [self.kept[key] for key in member.rows if key in self.kept and key not in self.said]
        unread = [each for each in self.unread if each.person_id in member.rows]
        return Child(member.person.pk, member.short, words, listened, is_owed, keeps, member.rows, unread)

    @property
    def standing(self) -> tuple[list[Voiced], list[ChildHere], list[str]]:
        """What `rules.closing` asks."""
        voices = [Voiced(point.who, point.row.voice, point.is_finished) for point in self.points]
        children = [ChildHere(child.name, child.is_heard, child.is_owed) for child in self.children]
        return voices, children, [self._called(sheet) for sheet in self.sheets]

    def _called(self, sheet: Sheet) -> str:
        who = self.name_of(sheet.about_id)
        return f"{sheet.instrument} ({who})" if who else str(sheet.instrument)

    @property
    def missing(self) -> list[Words]:
        """What is missing before closing."""
        return still_missing(*self.standing)

    @property
    def means(self) -> dict[str, float]:
        """For facts only: one number a scale."""
        return mean_scores(point.scores for point in self.points)


def is_child_of_ours(member: Member) -> bool:
    """Born, at home today or in foster care, and a minor or who may be one."""
    return member.is_ours and member.is_taken_for_child and not member.is_awaited


def look_of(viewer: Viewer, assessment: Assessment) -> Look:
    """One assessment with all that its page shows. Nine queries, eight where nobody was listened to."""
    said: dict[Any, ChildWords] = {row.person_id: row for row in words_on(assessment)}
    members = members_at_home(viewer, assessment.household_id)
    return Look(
        assessment, members, points_on(assessment), said, unfinished_on(assessment), listened_in(assessment),
        kept_in(assessment), _unread_in(viewer, assessment), owed_from(today()) if assessment.is_open else 0,
    )  # fmt: skip


def _unread_in(viewer: Viewer, assessment: Assessment) -> list[Unread]:
    """Up to the end of this look: another body is not told of which look a listening is."""
    last = assessment.closed_on or date.max
    found = unread_at_home(viewer, assessment.household)
    return [each for each in found if each.day <= last]


def members_at_home(viewer: Viewer, household_id: UUID) -> list[Member]:
    """Who is or was at home, as the viewer may see them."""
    seen = household_of(viewer, household_id)
    return members_of(viewer, seen) if seen else []


def who_could_speak(look: Look) -> list[tuple[str, str]]:
    """Voices that are not there yet: who is of the family by name first, then those without a name. «voice:person» and words."""
    here = [member for member in look.members if member.is_ours and _can_answer(member)]
    named = [(voice_of(each), each) for each in here]
    taken = {point.key for point in look.points}
    by_name = [
        (f"{voice}:{each.person.pk}", _("%(name)s, %(voice)s") % {"name": each.short, "voice": voice.label})
        for voice, each in named
        if (voice, each.person.pk) not in taken
    ]
    known = {voice for voice, _member in named} | {voice for voice, person in taken if person is None}
    plain = [(f"{voice}:", str(voice.label)) for voice in Voice if voice not in {*known, Voice.CHILD}]
    return [*by_name, *plain]


def _can_answer(member: Member) -> bool:
    """Statements are for who can read and weigh them; the words of the little ones are written as they say them."""
    birth = member.person.birth_date
    return not member.is_awaited and (birth is None or age_on(birth, today()) >= OLD_ENOUGH)


def voice_of(member: Member) -> Voice:
    """In which voice somebody at home speaks."""
    if member.is_taken_for_child or member.home.role == HomeRole.CHILD:
        return Voice.CHILD
    if member.home.role == "parent" and member.person.sex:
        return Voice.MOTHER if member.person.sex == "F" else Voice.FATHER
    return Voice.OTHER
