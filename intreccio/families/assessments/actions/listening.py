"""Each time that a child is listened to: who, where, with whom, and what the child answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.steps import lock_open
from intreccio.families.assessments.models import Assessment, Listening
from intreccio.families.assessments.queries.listening import listeners_of
from intreccio.families.assessments.queries.look import is_child_of_ours, members_at_home
from intreccio.families.assessments.queries.questions import Question, questions_of
from intreccio.families.assessments.rules.hearing import why_not_write_words
from intreccio.families.assessments.rules.listening import why_not_answers, why_not_go_on, why_not_listener
from intreccio.families.cases.actions.steps import gone, lock_household
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who listened (of the team, or `listener` by name), when, where, with whom else; the band whose questions were asked,
    the answers by code, and what was seen."""

    heard_on: date
    heard_by: UUID | None
    place: str
    others: str = ""
    band: str = ""
    face: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    listener: str = ""
    seen: str = ""


@transaction.atomic
def listen_to_child(
    household: Household,
    person_id: UUID,
    told: Occasion,
    *,
    assessment: Assessment | None = None,
    by: Viewer,
) -> Listening:
    """Writes that a child of this home was listened to, as part of a look at the family or outside of any. Raises Refused."""
    policies.listen_to_child.require(by)
    home = lock_open(assessment, by=by).household if assessment else lock_household(household, by=by)
    here = (each for each in members_at_home(by, home.pk) if is_child_of_ours(each))
    child = next((each for each in here if person_id in each.rows), None)
    if child is None:
        raise Refused(
            _("In questa casa non vive nessuna bambina o bambino con questa scheda."), code="not_here"
        )
    row = Listening(
        household=home, team_id=home.team_id, person_id=child.person.pk, assessment=assessment,
        **_values(told, home, known=None),
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed("listening.written", row, home, by=by, place=row.place)
    return row


@transaction.atomic
def edit_listening(row: Listening, told: Occasion, *, version: int, by: Viewer) -> None:
    """Corrects one, as it was read at `version`. Raises Refused, Changed."""
    policies.edit_listening.require(by)
    held = lock_listening(row, by=by)
    changed = write_over(held, version=version, **_values(told, held.household, known=held.heard_by_id))
    if changed:
        record_family_deed("listening.edited", held, held.household, by=by, fields=changed)


@transaction.atomic
def void_listening(row: Listening, *, reason: str, by: Viewer) -> None:
    """Annuls one written by mistake; it stays readable, and nothing in it counts. Raises Refused."""
    policies.void_listening.require(by)
    held = lock_listening(row, by=by)
    void(held, by=by, reason=reason.strip())
    record_family_deed("listening.voided", held, held.household, by=by)


def lock_listening(row: Listening, *, by: Viewer) -> Listening:
    """Holds the family, the look that it is part of, then the listening as it stands now; it can still be written."""
    home = (
        lock_open(row.assessment, by=by).household if row.assessment else lock_household(row.household, by=by)
    )
    held = Listening.objects.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if held is None:
        raise gone()
    refuse_if(why_not_go_on(is_voided=held.voided_at is not None), code="voided")
    held.household = home
    return held


def _values(told: Occasion, home: Household, *, known: UUID | None) -> dict[str, Any]:
    """Columns. `known`: who was said to have listened before, who may have left the team since."""
    refuse_if(why_not_write_words(heard_on=told.heard_on, today=today()), code="day")
    team = {key for key, _name in listeners_of(home.team_id, today())}
    is_of_the_team = told.heard_by is not None and told.heard_by in {*team, known}
    refuse_if(why_not_listener(is_of_the_team=is_of_the_team, by_name=told.listener), code="listener")
    asked = {each.code: each for each in _asked(told.band)}
    refuse_if(why_not_answers(told.answers, asked), code="answers")
    return {
        "heard_on": told.heard_on, "heard_by_id": told.heard_by, "listener": told.listener.strip(),
        "seen": told.seen.strip(), "place": told.place, "band": told.band,
        "alone": not told.others.strip(), "others": told.others.strip(), "face": told.face,
        "answers": [
            {"code": code, "asked": question.text, "words": words}
            for code, question in asked.items()
            if (words := told.answers.get(code, "").strip())
        ],
    }  # fmt: skip


def _asked(band: str) -> tuple[Question, ...]:
    found = questions_of(band)
    return found.questions if found else ()
