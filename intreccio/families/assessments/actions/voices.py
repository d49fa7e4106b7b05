"""Points of view: whose, what they answer, and the ones that were a mistake."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.steps import lock_open
from intreccio.families.assessments.models import Assessment, PointOfView
from intreccio.families.assessments.queries.look import look_of, who_could_speak
from intreccio.families.assessments.rules.hearing import why_not_hear
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.workshop.instruments.actions import Told, answer, begin_response


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a voice, and the person where it has a name."""

    voice: str
    person_id: UUID | None = None

    @property
    def code(self) -> str:
        """As `who_could_speak` names it."""
        return f"{self.voice}:{self.person_id or ''}"


@transaction.atomic
def add_point_of_view(
    assessment: Assessment, *, speaker: Speaker, heard_on: date, by: Viewer, today: date
) -> PointOfView:
    """Somebody begins to be heard; what they answer is written next. Raises Refused."""
    policies.add_point_of_view.require(by)
    held = lock_open(assessment, by=by)
    if speaker.code not in dict(who_could_speak(look_of(by, held))):
        raise Refused(_("Questo punto di vista c'è già, o non è di questa famiglia."), code="not_to_hear")
    refuse_if(why_not_hear(heard_on=heard_on, begun_on=held.begun_on, today=today), code="day")
    point = PointOfView(
        household=held.household, team_id=held.team_id, assessment=held, voice=speaker.voice,
        person_id=speaker.person_id, response=begin_response(held.instrument), heard_on=heard_on,
        heard_by_id=by.membership_id,
    )  # fmt: skip
    point.save(force_insert=True)
    record_family_deed(
        "assessment.point_of_view_added",
        point,
        held.household,
        by=by,
        voice=speaker.voice,
        moment=held.moment,
    )
    return point


@transaction.atomic
def answer_point_of_view(point: PointOfView, told: Told, *, version: int, by: Viewer) -> bool:
    """Writes what a voice answers, as far as it goes; True where nothing is missing any more. Raises Refused, Changed."""
    policies.answer_point_of_view.require(by)
    held = lock_open(point.assessment, by=by)
    finished = answer(_standing(held, point).response, told, version=version)
    record_family_deed(
        "assessment.point_of_view_answered",
        point,
        held.household,
        by=by,
        voice=point.voice,
        finished=finished,
    )
    return finished


@transaction.atomic
def void_point_of_view(point: PointOfView, *, reason: str, by: Viewer) -> None:
    """A voice written by mistake no longer counts, and stays readable. Raises Refused."""
    policies.void_point_of_view.require(by)
    held = lock_open(point.assessment, by=by)
    now = _standing(held, point)
    void(now, by=by, reason=reason.strip())
    record_family_deed("assessment.point_of_view_voided", now, held.household, by=by, voice=now.voice)


def _standing(assessment: Assessment, point: PointOfView) -> PointOfView:
    rows = assessment.points_of_view.select_related("response__instrument")
    now = rows.filter(pk=point.pk, voided_at__isnull=True).first()
    if now is None:
        raise Refused(_("Nel frattempo questo punto di vista è stato annullato."), code="voided")
    return now
