"""Values as the page of a plan and its paper show them."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.plans.models import Acceptance, Disagreement
from intreccio.families.plans.queries.people import first_name, may_be_minor
from intreccio.families.plans.queries.reading import Doing, Link, Told
from intreccio.families.plans.rules.signing import SIGNED, short_sign
from intreccio.families.plans.vocabulary import ActionState, HowAccepted, Strand
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.words import in_sentence
from intreccio.parties.people.queries.members import Member

Family = Mapping[UUID, Member]
# Beside «firmato» and «ha detto sì».
HOW = {
    HowAccepted.PAPER: gettext_lazy("su carta"),
    HowAccepted.VOICE: gettext_lazy("a voce"),
    HowAccepted.SIGNED_IN: gettext_lazy("dal proprio accesso"),
    HowAccepted.OWN_VERSION: gettext_lazy("ha letto la sua versione"),
    HowAccepted.DRAWN: gettext_lazy("sullo schermo"),
    HowAccepted.LINK: gettext_lazy("dal proprio telefono"),
}


@dataclass(frozen=True, slots=True)
class Does:
    """Something to do: what, who, when; an icon and a word for how far it is."""

    doing: Doing
    who: str
    after: str = ""  # whose yes it came after: «Elena»

    @property
    def outside(self) -> str:
        """«aggiunta dopo il sì di Elena»: it is no part of what was agreed on."""
        return _("aggiunta dopo il sì di %s") % self.after if self.after else ""

    @property
    def by_name(self) -> str:
        """Who; of a service that goes by the name of what is done, the rest."""
        return self.who.removeprefix(f"{self.doing.what}, ")

    @property
    def icon(self) -> str:
        """Done, going on, still to come, no longer needed."""
        if self.doing.state == ActionState.DONE:
            return "check-circle"
        if self.doing.state == ActionState.DROPPED:
            return "close-circle"
        return "refresh" if self.doing.rhythm else "clock"

    @property
    def state(self) -> str:
        """«da fare»."""
        return str(ActionState(self.doing.state).label)

    @property
    def agreed(self) -> str:
        """«ogni sabato, entro lunedì 30 novembre»: as it was said yes to, however far it is by now."""
        day = _("entro %s") % spoken(self.doing.by_when) if self.doing.by_when else ""
        return ", ".join(part for part in (self.doing.rhythm, day) if part)

    @property
    def when(self) -> str:
        """«ogni sabato», «entro lunedì 30 novembre», «fatta lunedì 9 novembre»."""
        if not self.doing.is_open:
            return f"{self.state} {spoken(self.doing.state_since)}"
        return self.agreed


@dataclass(frozen=True, slots=True)
class Card:
    """A goal with whose it is, who does what, and the goals it holds."""

    goal: Told
    whose: str
    does: list[Does]
    holds: list[Told]

    @property
    def strand(self) -> str:
        """«Essere genitori»."""
        return str(Strand(self.goal.strand).label)

    @property
    def held(self) -> list[tuple[Told, str]]:
        """The goals it holds, each with why."""
        words = {link.other: link.words for link in self.goal.links}
        return [(other, words[other.id]) for other in self.holds]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: a child's goal, a parent's goal, or both with what holds them."""

    child: Card | None
    parent: Card | None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Yes:
    """Somebody's yes."""

    who: str
    row: Acceptance
    note: str = ""  # why it does not count for a child
    reads: str = ""  # imprint of the words that it is about, as they are read now
    outside: frozenset[UUID] = frozenset()  # actions that were added afterwards
    is_small: bool = False  # too young to sign: their version was read together
    is_kept: bool = False  # a minor's reservation that is for who works with the family

    @property
    def for_others(self) -> "Yes":
        """As the family's papers show it: of a reservation that is kept, not even that there is one."""
        if not self.is_kept:
            return self
        row = copy(self.row)
        row.reservation = ""
        return replace(self, row=row, is_kept=False)

    @property
    def said(self) -> str:
        """«Firmato», «Ha detto sì», «Ha detto sì, con una riserva»."""
        if self.is_small and self.row.how == HowAccepted.OWN_VERSION:
            return _("Parlato insieme")
        signed = self.row.how in (*SIGNED, HowAccepted.SIGNED_IN)
        if self.row.reservation:
            return _("Firmato con riserva") if signed else _("Ha detto sì, con una riserva")
        return _("Firmato") if signed else _("Ha detto sì")

    @property
    def how(self) -> str:
        """«su carta»."""
        if self.is_small and self.row.how == HowAccepted.OWN_VERSION:
            return _("la sua versione, letta insieme")
        return str(HOW[HowAccepted(self.row.how)])

    @property
    def written(self) -> str:
        """«l'ha scritto Giulia Serra»; empty of who said it from their own access."""
        row = self.row
        if row.written_by is None or row.written_by_id == row.worker_id:
            return ""
        said = _("l'indirizzo l'ha dato %s") if row.how == HowAccepted.LINK else _("l'ha scritto %s")
        return said % row.written_by.user.name

    @property
    def sign(self) -> str:
        """«a1b2 c3d4»: of the words that it is about."""
        return short_sign(self.row.imprint)

    @property
    def stands(self) -> bool:
        """Whether what was signed is what is read here."""
        return self.row.imprint == self.reads

    @property
    def signed_words(self) -> str:
        """«firmato il 3 dicembre 2026, impronta a1b2 c3d4», for a print; of a yes without an imprint only the day."""
        day = in_sentence(date_format(self.row.day, "j F Y"))
        if not self.sign:
            return _("firmato il %(day)s") % {"day": day}
        return _("firmato il %(day)s, impronta %(sign)s") % {"day": day, "sign": self.sign}


@dataclass(frozen=True, slots=True)
class Differs:
    """What somebody does not agree on; of a minor, who was told."""

    who: str
    row: Disagreement
    told_to: str = ""
    is_kept: bool = False  # a minor's, who has not agreed that others read it


def who_does(family: Family, doing: Doing) -> str:
    """Who does it; of who has left, that they have."""
    if doing.person_id:
        return first_name(family, doing.person_id)
    if doing.worker and doing.left:
        return _("%s, non lavora più con loro") % doing.worker
    if doing.service:
        return f"{doing.service}, {doing.body}" if doing.body else doing.service
    return doing.worker or doing.somebody or _("una persona dell'équipe")


def stays_with_us(family: Family, person_id: UUID | None, day: date, *, shared: bool) -> bool:
    """Said by a minor who has not agreed that others read it, or by somebody of whom nobody can tell that they were grown up."""
    return not shared and may_be_minor(family.get(person_id) if person_id else None, day)


def differs(family: Family, row: Disagreement) -> Differs:
    """What somebody does not agree on. Where it was read with who wrote it down, and a minor says it, who was told."""
    member = family.get(row.person_id) if row.person_id else None
    told_to = (getattr(row, "written_by", "") or "") if member and member.is_minor else ""
    is_kept = stays_with_us(family, row.person_id, row.said_on, shared=row.shared)
    return Differs(by_whom(family, row), row, told_to, is_kept)


def keeps_reservation(family: Family, row: Acceptance) -> bool:
    """There is a reservation, and it stays with who works with the family."""
    shared = row.reservation_shared
    return bool(row.reservation and row.person_id) and stays_with_us(
        family, row.person_id, row.day, shared=shared
    )


def by_whom(family: Family, row: Acceptance | Disagreement) -> str:
    """Whose yes it is, or whose words."""
    if row.person_id:
        member = family.get(row.person_id)
        return member.name if member else _("una persona della famiglia")
    if isinstance(row, Disagreement) or row.somebody:
        return row.somebody
    return row.worker.user.name if row.worker else _("una persona dell'équipe")
