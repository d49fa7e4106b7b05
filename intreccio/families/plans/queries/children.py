"""A plan as one child reads it: their own goals and those of all, in words for them, and nothing of anybody's troubles.

What is not for a child is not drawn from the sheet at all: needs, steps, scores, disagreements, the words of the others.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.vocabulary import Heard
from intreccio.families.cases.queries.workers import workers_of
from intreccio.families.plans.queries.cards import Yes, who_does
from intreccio.families.plans.queries.reading import Doing, Told
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.voices import Said
from intreccio.families.plans.rules.children import Goes, how_far
from intreccio.families.plans.rules.kin import Kin, called_by, in_words
from intreccio.families.plans.vocabulary import ActionState, HowFar, PlanState, Side
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.vocabulary import Profession
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.queries.ties import kinship_of, tie_of

SAID: dict[str, Words] = {
    Heard.SAID: _("Hai detto"),
    Heard.WRITTEN: _("Hai scritto"),
    Heard.DRAWN: _("Hai disegnato"),
    Heard.SHOWN: _("Hai fatto vedere"),
}
HELPS: dict[str, Words] = {
    Profession.COORDINATOR: _("tiene insieme chi vi aiuta"),
    Profession.SOCIAL_WORKER: _("aiuta la tua famiglia"),
    Profession.EDUCATOR: _("passa del tempo con voi"),
    Profession.PSYCHOLOGIST: _("ascolta, e parla con voi"),
    Profession.OTHER: _("dà una mano"),
}
LEAD: dict[str, Words] = {
    PlanState.DRAFT: _("Lo stiamo scrivendo insieme: dicci che cosa ne pensi."),
    PlanState.IN_FORCE: _("Si può cambiare: dillo a chi ti aiuta."),
    PlanState.REPLACED: _("È quello di prima: adesso ce n'è uno nuovo."),
    PlanState.ENDED: _("Questo progetto è finito."),
}
# How a word looks on the screen: kind of tag, icon.
LOOKS = {
    HowFar.DONE: ("ok", "check"),
    HowFar.BEGUN: ("ok", "arrow-right"),
    HowFar.TRYING: ("look", "refresh"),
    HowFar.TO_COME: ("", "clock"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is being done: words, picture, who does what, how far; a grown-up's says no more than its words."""

    words: str
    picture: str
    does: list[str]
    state: HowFar | None = None

    @property
    def said(self) -> str:
        """«Cominciato»."""
        return str(self.state.label) if self.state else ""

    @property
    def look(self) -> tuple[str, str]:
        """Kind of tag and icon."""
        return LOOKS[self.state] if self.state else ("", "")


@dataclass(frozen=True, slots=True)
class Helps:
    """Somebody who helps, by first name, and how."""

    name: str
    detail: Words


def children_of(sheet: Sheet) -> list[Member]:
    """Who of the home can read a version of their own: born, not of age, and not somebody who is not to be told."""
    untold = sheet.needed.deciding.untold
    return [
        one
        for one in sheet.needed.deciding.minors
        if str(one.person.pk) not in untold and (one.person.birth_date or one.day) <= one.day
    ]


def keeps_places(sheet: Sheet) -> bool:
    """Paper goes from hand to hand, and children tell: where somebody must not be found, or must not know, it says no place."""
    return sheet.plan.case.household.is_protected or bool(sheet.needed.untold)


class ChildSheet:
    """One version of a plan, for one child. Raises Http404 for who is no child of this home. Two queries more than the sheet."""

    def __init__(self, viewer: Viewer, sheet: Sheet, person_id: UUID) -> None:
        found = next((one for one in children_of(sheet) if one.person.pk == person_id), None)
        if found is None:
            raise Http404
        self.sheet, self.plan, self.child = sheet, sheet.plan, found
        self.name = found.given or found.name
        self.helps = _helps(sheet)
        kin = {key: Kin(one.given, one.person.sex or "") for key, one in sheet.family.items()}
        ties = [tie_of(row) for row in kinship_of(viewer, sheet.plan.case.household)]
        self.called = called_by(person_id, ties, kin)

    @cached_property
    def words(self) -> Said | None:
        """Their own last words, and nobody else's."""
        return next((one for one, _who in self.sheet.voices if one.person_id == self.child.person.pk), None)

    @property
    def lead(self) -> Words:
        """Where the plan stands, in a sentence."""
        return LEAD[self.plan.state]

    @property
    def words_title(self) -> Words:
        """«Hai detto», «Hai disegnato»."""
        return SAID[self.words.heard] if self.words else ""

    @cached_property
    def goals(self) -> list[Told]:
        """Theirs, and those of all the children."""
        mine = (None, self.child.person.pk)
        return [goal for goal in self.sheet.goals if goal.side == Side.CHILDREN and goal.person_id in mine]

    @cached_property
    def things(self) -> list[Thing]:
        """What is being done."""
        begun = self.plan.in_force_since is not None
        return [
            Thing(goal.child_words or goal.title, goal.picture, self._does(goal), _how_far(goal, begun))
            for goal in self.goals
        ]

    @cached_property
    def grown_ups(self) -> list[Thing]:
        """What holds these goals on the other side: only what somebody has put into words for a child."""
        held = {link.other for goal in self.goals for link in goal.links}
        return [
            Thing(goal.child_words, goal.picture, [])
            for goal in self.sheet.goals
            if goal.id in held
            and goal.side == Side.PARENTS
            and goal.child_words
            and self._may_name(goal.person_id)
        ]

    @cached_property
    def meets_on(self) -> date | None:
        """The day on which it is looked at again, while it is still to come."""
        day = self.plan.review_on
        return day if self.plan.state == PlanState.IN_FORCE and day and day >= self.child.day else None

    @property
    def meets_where(self) -> str:
        """Where, unless no place is to be said."""
        return "" if keeps_places(self.sheet) else self._as_written(self.plan.review_where)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Given names that are of one person only, also among who works with the family, as the child says them."""
        names = Counter(
            [*(one.given for one in self.sheet.family.values()), *(one.name for one in self.helps)]
        )
        said = (
            (self.sheet.family[key].given, words)
            for key, words in self.called.items()
            if key in self.sheet.family
        )
        return {name: words for name, words in said if names[name] == 1}

    @cached_property
    def yes(self) -> Yes | None:
        """Their own yes to this version."""
        return next((one for one in self.sheet.yes if one.row.person_id == self.child.person.pk), None)

    def _does(self, goal: Told) -> list[str]:
        said = (self._said(one) for one in goal.actions if one.state != ActionState.DROPPED)
        return list(filter(None, said))

    def _said(self, doing: Doing) -> str:
        """«Leggere una storia ogni sera: mamma, quasi ogni sera»; nothing of who is not to be told."""
        if not self._may_name(doing.person_id):
            return ""
        what = self._as_written(doing.what)
        if doing.service and keeps_places(self.sheet):
            return "" if doing.service.casefold() in what.casefold() else what
        who = "" if doing.left else self._who(doing)
        rhythm = doing.rhythm if doing.is_open else ""
        said = in_words(doing.what, self._by_name).casefold()
        names = [part for part in (who, rhythm) if part and part.casefold() not in said]
        return f"{what}{': ' if who in names else ', '}{', '.join(names)}" if names else what

    def _as_written(self, text: str) -> str:
        """Somebody's words with «mamma» for «Elena»; whoever reads in another language finds no word of it in the midst of them."""
        return in_words(text, self._by_name) if get_language() == settings.LANGUAGE_CODE else text

    def _who(self, doing: Doing) -> str:
        if doing.person_id == self.child.person.pk:
            return "" if self.name in doing.what else gettext("tu")
        if doing.person_id in self.called:
            return self.called[doing.person_id]
        return doing.service or (_first(doing.worker) if doing.worker else who_does(self.sheet.family, doing))

    def _may_name(self, person_id: UUID | None) -> bool:
        return str(person_id or "") not in self.sheet.needed.deciding.untold


def _how_far(goal: Told, begun: bool) -> HowFar:
    deeds = [one.state for one in goal.actions]
    return how_far(Goes(goal.start, goal.now, goal.aim, goal.now_on is not None, deeds), has_begun=begun)


def _helps(sheet: Sheet) -> list[Helps]:
    workers = (one for one in workers_of(sheet.plan.case) if one.until is None)
    once = {one.membership_id: one for one in workers}.values()
    return [Helps(_first(one.name), HELPS[one.profession_code]) for one in once]


def _first(name: str) -> str:
    return name.split()[0] if name.split() else name
