"""Meetings about a family: to act on, with who was asked and came, and what was decided."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case, Conference, ConferenceDecision, ConferenceSeat
from intreccio.families.cases.policies import may_answer
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.cases.vocabulary import SeatAnswer
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.vocabulary import Level

Group = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at a meeting. key: `membership:…` or `person:…`, empty for somebody by name."""

    id: UUID
    key: str
    name: str
    is_asked: bool
    came: bool | None
    answer: str = ""
    words: str = ""
    may_answer: bool = False

    @property
    def said(self) -> str:
        """«viene», «quel giorno non può: «turno»»; empty where nothing was said."""
        return said_of(self.answer, self.words)

    @property
    def answered(self) -> str:
        """The same without words, which are for who sees the meeting."""
        return said_of(self.answer)

    @property
    def comes(self) -> bool:
        """Has said so."""
        return self.answer == SeatAnswer.COMES


def said_of(answer: str, words: str = "") -> str:
    """An answer as it is read."""
    label = str(SeatAnswer(answer).label) if answer else ""
    return f"{label}: «{words}»" if label and words else label


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, as pages tell it."""

    row: ConferenceDecision
    doer: str
    need: Any


def conferences_of(viewer: Viewer, case: Case) -> QuerySet[Conference]:
    """Meetings about this family; those that were called off stay readable."""
    rows = Conference.objects.select_related("case__household", "case__team").filter(case=case)
    return rows if sees_families(viewer) else rows.none()


def people_of(viewer: Viewer, case: Case) -> dict[UUID, str]:
    """Everybody who is or was in the home, by the key of the person."""
    return {member.person.pk: member.name for member in _members(viewer, case)}


def _members(viewer: Viewer, case: Case) -> list[Member]:
    seen = Seen(case.household, Level.RECORD, in_charge=case.team_id in viewer.team_ids)
    return [member for member in members_of(viewer, seen) if not member.mistake]


def who_lives(viewer: Viewer, case: Case) -> dict[UUID, str]:
    """The same, without who has died and who is still to be born: whom one can ask for something."""
    there = (member for member in _members(viewer, case) if not (member.has_died or member.is_awaited))
    return {member.person.pk: member.name for member in there}


def who_could_come(viewer: Viewer, case: Case, day: date, untold: Collection[str] = ()) -> list[Group]:
    """The family, and colleagues who see it, each with its kind before the key; beside a name, that it is not to be told."""
    family = [
        (f"person:{key}", _("%s: non informare") % name if str(key) in untold else name)
        for key, name in who_lives(viewer, case).items()
    ]
    colleagues = [(f"membership:{one.membership.pk}", one.label) for one in candidates(case, day)]
    groups = ((_("La famiglia"), family), (_("Chi lavora nella rete"), colleagues))
    return [(label, choices) for label, choices in groups if choices]


def seats_of(viewer: Viewer, conference: Conference) -> list[Seat]:
    """Who was asked or came, in the order in which they were written."""
    family = people_of(viewer, conference.case)
    rows = (
        ConferenceSeat.objects.filter(conference=conference).select_related("membership__user").order_by("pk")
    )
    return [
        Seat(
            row.pk, _key(row), _name(row, family), row.is_asked, row.came, row.answer, row.answer_words,
            may_answer(viewer, membership_id=row.membership_id, team_id=row.team_id),
        )
        for row in rows
        if row.is_asked or row.came
    ]  # fmt: skip


def coming(conference: Conference, seats: Iterable[Seat]) -> str:
    """«Vengono in 2 di 4; 1 non ha ancora risposto», while it is to come."""
    asked = [seat for seat in seats if seat.is_asked]
    if conference.held_on or not asked:
        return ""
    said = {
        "n": sum(seat.comes for seat in asked),
        "all": len(asked),
        "silent": sum(not seat.answer for seat in asked),
    }
    if said["silent"]:
        return _("Hanno detto che vengono: %(n)d di %(all)d. Senza risposta: %(silent)d.") % said
    return _("Hanno detto che vengono: %(n)d di %(all)d.") % said


def seat_in(conference: Conference, seat_id: UUID) -> ConferenceSeat | None:
    """One of this meeting, to answer."""
    rows = ConferenceSeat.objects.filter(conference=conference, pk=seat_id)
    return rows.select_related("conference__case__household", "membership__user").first()


def seat_name(viewer: Viewer, case: Case, seat: ConferenceSeat) -> str:
    """Whose it is."""
    return _name(seat, people_of(viewer, case))


def decisions_of(viewer: Viewer, conference: Conference) -> list[Decided]:
    """What was decided, in order; mistakes with their reason."""
    family = people_of(viewer, conference.case)
    rows = list(
        ConferenceDecision.objects.filter(conference=conference)
        .select_related("membership__user")
        .order_by("pk")
    )
    needs = words_of_needs([row.need_code for row in rows if row.need_code])
    return [
        Decided(row, _name(row, family), str(needs[row.need_code]) if row.need_code in needs else "")
        for row in rows
    ]


def decision_in(conference: Conference) -> QuerySet[ConferenceDecision]:
    """Decisions of this meeting, to act on."""
    return ConferenceDecision.objects.filter(conference=conference).select_related(
        "conference__case__household"
    )


def open_decisions(case: Case, day: date) -> QuerySet[ConferenceDecision]:
    """What was decided together and has no day, or one still to come, the first day first."""
    stands = {"voided_at__isnull": True, "conference__voided_at__isnull": True}
    rows = ConferenceDecision.objects.filter(conference__case=case, **stands).select_related("conference")
    return rows.filter(Q(by_when__isnull=True) | Q(by_when__gte=day)).order_by("by_when", "pk")


def needs_of(case: Case) -> list[tuple[str, Any]]:
    """The needs that the family's way began from, with their words."""
    return [(code, str(leaf)) for code, leaf in words_of_needs(case.needs).items()]


def _key(row: ConferenceSeat) -> str:
    if row.membership_id:
        return f"membership:{row.membership_id}"
    return f"person:{row.person_id}" if row.person_id else ""


def _name(row: ConferenceSeat | ConferenceDecision, family: dict[UUID, str]) -> str:
    """Of whom the viewer cannot see by name, that they are of the family, or of the network."""
    if row.person_id:
        return family.get(row.person_id) or _("una persona della famiglia")
    if row.membership_id:
        return row.membership.user.name if row.membership else _("una persona della rete")
    return row.somebody
