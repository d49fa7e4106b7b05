"""What children say themselves; where there are no words, why."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.steps import lock_open
from intreccio.families.assessments.models import Assessment, ChildWords
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.rules.hearing import why_not_write_words
from intreccio.families.assessments.vocabulary import Heard, NotHeard
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Changed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class ChildSaid:
    """Own words and how they were heard; or the reason why there are none."""

    heard: str
    words: str
    not_heard: str
    heard_on: date
    not_heard_words: str = ""


@transaction.atomic
def write_child_words(
    assessment: Assessment, person_id: UUID, said: ChildSaid, *, version: int | None, by: Viewer
) -> ChildWords:
    """Writes what a child of this home says, over what was read at `version` (None: nothing yet). Raises Refused, Changed."""
    policies.write_child_words.require(by)
    refuse_if(why_not_write_words(heard_on=said.heard_on, today=today()), code="day")
    held = lock_open(assessment, by=by)
    child = next((each for each in look_of(by, held).children if each.person_id == person_id), None)
    if child is None:
        raise Refused(
            _("In questa casa non vive nessuna bambina o bambino con questa scheda."), code="not_here"
        )
    values = _values(said, by)
    row = child.said
    if row is None:
        row = ChildWords(
            household=held.household, team_id=held.team_id, assessment=held, person_id=person_id, **values
        )
        row.save(force_insert=True)
    elif version is None:
        raise Changed(row)
    else:
        write_over(row, version=version, **values)
    record_family_deed("assessment.child_words_written", row, held.household, by=by, heard=said.heard)
    return row


def _values(said: ChildSaid, by: Viewer) -> dict[str, object]:
    """Words or a reason, never both: the database says so too."""
    not_yet = said.heard == Heard.NOT_YET
    return {
        "heard": said.heard,
        "words": "" if not_yet else said.words.strip(),
        "not_heard": said.not_heard if not_yet else "",
        "not_heard_words": said.not_heard_words.strip()
        if not_yet and said.not_heard == NotHeard.OTHER
        else "",
        "heard_on": said.heard_on,
        "heard_by_id": by.membership_id,
    }
