"""What children say themselves, and whom they agree to show it to; where there are no words, why."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.steps import lock_open
from intreccio.families.assessments.models import Assessment, ChildWords
from intreccio.families.assessments.queries.listening import is_near_to, reference_asked, reference_of
from intreccio.families.assessments.queries.look import Child, look_of
from intreccio.families.assessments.rules.hearing import (
    agreed_after,
    why_not_agreed,
    why_not_reason,
    why_not_share,
    why_not_silent,
    why_not_write_words,
)
from intreccio.families.assessments.rules.listening import why_not_agree, why_not_go_on
from intreccio.families.assessments.vocabulary import Agreed, Heard, NotHeard
from intreccio.families.cases.actions.steps import lock_household
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Changed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class ChildSaid:
    """Own words, how they were heard and whom the child agrees to show them to; or the reason why there are none.

    listener: who listened, where it is not who writes.
    """

    heard: str
    words: str
    not_heard: str
    heard_on: date
    not_heard_words: str = ""
    agreed: str = Agreed.NOT_ASKED
    listener: str = ""


@transaction.atomic
def write_child_words(
    assessment: Assessment, person_id: UUID, said: ChildSaid, *, version: int | None, by: Viewer
) -> ChildWords:
    """Writes what a child of this home says, over what was read at `version` (None: nothing yet). Raises Refused, Changed."""
    policies.write_child_words.require(by)
    refuse_if(why_not_write_words(heard_on=said.heard_on, today=today()), code="day")
    refuse_if(why_not_silent(heard=said.heard, words=said.words), code="words")
    refuse_if(why_not_agreed(heard=said.heard, agreed=said.agreed), code="agreed")
    held = lock_open(assessment, by=by)
    child = _child(held, person_id, by)
    reason = said.not_heard if said.heard == Heard.NOT_YET else ""
    refuse_if(why_not_reason(reason, is_owed=child.is_owed), code="reason")
    row, values = child.said, _values(said)
    whose = row.person_id if row else child.person_id
    if row is not None and version is None:
        raise Changed(row)
    if row is not None and _heard_by_another(row, said, by):
        if row.version != version:
            raise Changed(row)
        void(row, by=by, reason=_("Adesso ci sono le sue parole."))
        row = None
    if row is None:
        row = ChildWords(
            household=held.household, team_id=held.team_id, assessment=held, person_id=whose,
            heard_by_id=by.membership_id, reference_id=None if reason else reference_of(held.household_id), **values,
        )  # fmt: skip
        row.save(force_insert=True)
    else:
        write_over(row, version=version or 0, **{**values, **_for_whom(row, values, by)})
    record_family_deed("assessment.child_words_written", row, held.household, by=by, heard=said.heard)
    return row


@transaction.atomic
def share_child_words(row: ChildWords, *, agreed: str, version: int, by: Viewer) -> None:
    """Writes whom the child now agrees to show its words to; at any time, also of a closed assessment.

    Raises Refused, Changed.
    """
    policies.share_child_words.require(by)
    home = lock_household(row.household, by=by)
    is_gone = row.voided_at is not None or row.assessment.voided_at is not None
    refuse_if(why_not_go_on(is_voided=is_gone), code="voided")
    refuse_if(why_not_agree(is_near=is_near_to(row, by)), code="not_near")
    refuse_if(why_not_share(heard=row.heard, agreed=agreed), code="agreed")
    if write_over(row, version=version, agreed=agreed, reference_id=reference_asked(row, by)):
        record_family_deed("assessment.child_words_shared", row, home, by=by, agreed=agreed)


def _child(held: Assessment, person_id: UUID, by: Viewer) -> Child:
    """Of this home, and with no words that are not for these eyes. Raises Refused."""
    child = look_of(by, held).child(person_id)
    if child is None:
        raise Refused(
            _("In questa casa non vive nessuna bambina o bambino con questa scheda."), code="not_here"
        )
    refuse_if(child.why_not_write, code="kept")
    return child


def _heard_by_another(row: ChildWords, said: ChildSaid, by: Viewer) -> bool:
    """Somebody wrote why there were no words, and somebody else has heard them: who listened is never changed."""
    first_words = row.heard == Heard.NOT_YET and said.heard != Heard.NOT_YET
    return first_words and row.heard_by_id != by.membership_id


def _for_whom(row: ChildWords, values: dict[str, object], by: Viewer) -> dict[str, object]:
    """Of words that are corrected; where the child said it anew, who the family refers to today may hear it."""
    if values["heard"] == Heard.NOT_YET or row.heard == Heard.NOT_YET:
        found = None if values["heard"] == Heard.NOT_YET else reference_of(row.household_id)
        return {"agreed": values["agreed"], "reference_id": found}
    changed = (row.words, row.heard) != (values["words"], values["heard"])
    agreed = agreed_after(
        str(values["agreed"]), then=row.agreed, is_near=is_near_to(row, by), words_changed=changed
    )
    is_asked = agreed not in {row.agreed, Agreed.NOT_ASKED}
    return {"agreed": agreed, "reference_id": reference_asked(row, by) if is_asked else row.reference_id}


def _values(said: ChildSaid) -> dict[str, object]:
    """Words or a reason, never both: the database says so too."""
    not_yet = said.heard == Heard.NOT_YET
    return {
        "heard": said.heard,
        "words": "" if not_yet else said.words.strip(),
        "not_heard": said.not_heard if not_yet else "",
        "not_heard_words": said.not_heard_words.strip()
        if not_yet and said.not_heard == NotHeard.OTHER
        else "",
        "agreed": Agreed.NOT_ASKED if not_yet else said.agreed,
        "listener": "" if not_yet else said.listener.strip(),
        "heard_on": said.heard_on,
    }
