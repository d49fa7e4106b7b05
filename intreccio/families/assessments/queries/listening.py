"""Each time that a child was listened to: answers, drawings, who was there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BigIntegerField, F, Func, Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intreccio.families.assessments.models import Assessment, ChildDrawing, ChildWords, Listening
from intreccio.families.assessments.queries.questions import IN_GENERAL, themes
from intreccio.families.assessments.vocabulary import Heard
from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.candidates import members_of
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.models import Household

# That a child was listened to, on which day and by whom, to who reads the record; what it said is of the team (decision 100).
LISTENED = """
    SELECT k.person_id, k.heard_on, coalesce(nullif(k.listener, ''), u.name, '') FROM listenings_kept(%s) k
      LEFT JOIN organisations_membership m ON m.id = k.heard_by_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
    ORDER BY k.heard_on DESC, k.id DESC
"""
KEPT = Func(F("id"), function="drawings_kept", output_field=BigIntegerField())


@dataclass(frozen=True, slots=True)
class Unread:
    """That one child was listened to, and these eyes may not read what it said."""

    person_id: UUID
    day: date
    who: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question as it was asked, and what the child said to it."""

    asked: str
    words: str
    theme: str


@dataclass(frozen=True, slots=True)
class Listened:
    """One listening as pages show it. `hidden`: drawings that the child keeps to who listened."""

    row: Listening
    drawings: list[ChildDrawing]
    hidden: int

    @property
    def answers(self) -> list[Answered]:
        """As they were given, in order."""
        return [
            Answered(each["asked"], each["words"], themes().get(each["code"], IN_GENERAL))
            for each in self.row.answers
        ]

    @property
    def counts(self) -> bool:
        """The child was heard: an answer, a face, or a drawing, also one that is not for these eyes."""
        kept = any(drawing.voided_at is None for drawing in self.drawings)
        return self.row.voided_at is None and (self.row.says_something or kept or self.hidden > 0)

    @property
    def summary(self) -> str:
        """«4 risposte, 1 disegno»: how much there is to read."""
        many = len(self.row.answers)
        drawn = self.hidden + sum(drawing.voided_at is None for drawing in self.drawings)
        parts = [
            ngettext("%d risposta", "%d risposte", many) % many if many else "",
            str(_("una faccia")) if self.row.face else "",
            str(_("quello che si è visto")) if self.row.seen else "",
            ngettext("%d disegno", "%d disegni", drawn) % drawn if drawn else "",
        ]
        return ", ".join(filter(None, parts)) or _("ascolto senza parole")

    @property
    def who(self) -> str:
        """«Chiara Fontana, a scuola, da sola o da solo con chi ascoltava»: what one weighs the words with."""
        by = self.row.who_listened or _("qualcuno dell'équipe")
        there = _("c'era anche: %s") % self.row.others if self.row.others else _("senza nessun altro")
        return f"{by}, {self.row.get_place_display()}, {there}"


def listenings_in_sight(viewer: Viewer) -> QuerySet[Listening]:
    """Every listening the viewer may open, mistakes too."""
    rows = Listening.objects.select_related("household", "assessment", "heard_by__user")
    return rows if sees_families(viewer) else rows.none()


def drawings_in_sight(viewer: Viewer) -> QuerySet[ChildDrawing]:
    """Every drawing that is for the viewer's eyes."""
    # Not with its listening: what was answered there is of the team alone.
    rows = ChildDrawing.objects.select_related("document", "household")
    return rows if sees_families(viewer) else rows.none()


def words_in_sight(viewer: Viewer) -> QuerySet[ChildWords]:
    """What children said in their own words and is for the viewer's eyes."""
    rows = ChildWords.objects.exclude(heard=Heard.NOT_YET).select_related("household", "assessment")
    return rows if sees_families(viewer) else rows.none()


def told(rows: QuerySet[Listening]) -> list[Listened]:
    """With what was drawn, the last first. Two queries."""
    drawn = Prefetch("drawings", ChildDrawing.objects.order_by("id"))
    found = rows.annotate(kept=KEPT).prefetch_related(drawn).select_related("heard_by__user", "assessment")
    return [_told(row, list(row.drawings.all())) for row in found.order_by("-heard_on", "-id")]


def _told(row: Any, drawings: list[ChildDrawing]) -> Listened:
    seen = sum(drawing.voided_at is None for drawing in drawings)
    return Listened(row, drawings, row.kept - seen)


def unread_at_home(viewer: Viewer, household: Household) -> list[Unread]:
    """To another body, to which the record is open, each time that a child of the home was listened to, the last first. One query; to
    the team in charge, which reads them, nothing and none."""
    if is_in_charge(viewer, household.team_id):
        return []
    with connection.cursor() as cursor:
        cursor.execute(LISTENED, [household.pk])
        return [Unread(*row) for row in cursor.fetchall()]


def listened_in(assessment: Assessment) -> list[Listened]:
    """All of one look at a family, mistakes left out. Two queries, one where nobody was listened to."""
    return told(assessment.listenings.filter(voided_at__isnull=True))


def open_assessments(household_id: UUID) -> list[Assessment]:
    """Looks at a family that can still be written: a listening can be part of one."""
    rows = Assessment.objects.filter(
        household_id=household_id, closed_on__isnull=True, voided_at__isnull=True
    )
    return list(rows.order_by("-begun_on", "-id"))


def listeners_of(team_id: UUID, day: date) -> list[tuple[UUID, str]]:
    """Who of the team can have listened. One query."""
    people: Iterable[Any] = members_of([team_id], day)
    return [
        (one.membership_id, f"{one.membership.user.name}, {one.get_profession_display()}") for one in people
    ]


def reference_of(household_id: UUID) -> UUID | None:
    """Who a family refers to today; None where it refers to nobody."""
    rows = Case.objects.filter(household_id=household_id, ended_on__isnull=True, voided_at__isnull=True)
    return rows.values_list("responsible_id", flat=True).first()


def answers_for(viewer: Viewer, household_id: UUID) -> bool:
    """The viewer is who a family refers to today."""
    return reference_of(household_id) == viewer.membership_id


def refers_to(viewer: Viewer, case: Case) -> bool:
    """The same, of a way that was read already."""
    is_open = case.ended_on is None and case.voided_at is None
    return is_open and case.responsible_id == viewer.membership_id


def is_near_to(row: ChildWords | ChildDrawing, viewer: Viewer) -> bool:
    """To whom the child says whom it is for: who listened, or who the family refers to today; of what is kept near, who it
    referred to when the child was asked."""
    if row.is_kept_near:
        return viewer.membership_id in (row.heard_by_id, row.reference_id)
    return row.heard_by_id == viewer.membership_id or answers_for(viewer, row.household_id)


def reference_asked(row: ChildWords | ChildDrawing, by: Viewer) -> UUID | None:
    """Who the family refers to when the child is asked: who it refers to today, unless a former one asks, who lets nobody in."""
    found = reference_of(row.household_id)
    return found if by.membership_id in (row.heard_by_id, found) else row.reference_id


def owed_from(day: date) -> int:
    """From which age a child's own words are owed. Raises NoValue."""
    return int(value_at("child_voice_age", day))
