"""Sheets of the library: the team chooses which, somebody answers, and the ones that were a mistake."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.steps import lock_open
from intreccio.families.assessments.models import Assessment, Sheet
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.queries.sheets import edition_for, home_of
from intreccio.families.assessments.rules.hearing import why_not_hear
from intreccio.families.assessments.rules.sheets import why_not_sheet
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import Refused, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.workshop.instruments.actions import Told, answer, begin_response
from intreccio.workshop.instruments.models import Instrument


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which instrument, about whom (None: the family), who answers, on which day."""

    code: str
    about: UUID | None
    voice: str
    heard_on: date


@transaction.atomic
def add_sheet(assessment: Assessment, chosen: Chosen, *, by: Viewer, today: date) -> Sheet:
    """An instrument is taken from the library; what is answered is written next. Raises Refused.

    A later moment takes the edition that an earlier one took: only that can be compared.
    """
    policies.add_sheet.require(by)
    held = lock_open(assessment, by=by)
    edition = _edition(held, chosen.code, today)
    refuse_if(_why_not(held, edition, chosen, by=by), code="not_for")
    refuse_if(why_not_hear(heard_on=chosen.heard_on, begun_on=held.begun_on, today=today), code="day")
    sheet = Sheet(
        household=held.household, team_id=held.team_id, assessment=held, instrument=edition, about_id=chosen.about,
        voice=chosen.voice, response=begin_response(edition), heard_on=chosen.heard_on, heard_by_id=by.membership_id,
    )  # fmt: skip
    sheet.save(force_insert=True)
    _record("assessment.sheet_added", sheet, held, by=by)
    return sheet


def _edition(held: Assessment, code: str, day: date) -> Instrument:
    try:
        return edition_for(held.case_id, code, day)
    except Instrument.DoesNotExist:
        raise Refused(_("Questa scheda non è nella libreria."), code="no_instrument") from None


def _why_not(held: Assessment, edition: Instrument, chosen: Chosen, *, by: Viewer) -> Words | None:
    standing = held.sheets.filter(instrument=edition, voided_at__isnull=True)
    return why_not_sheet(
        edition.definition, about=chosen.about, voice=chosen.voice, home=home_of(look_of(by, held)),
        taken=standing.filter(about=chosen.about, voice=chosen.voice).exists(),
    )  # fmt: skip


@transaction.atomic
def answer_sheet(sheet: Sheet, told: Told, *, version: int, by: Viewer) -> bool:
    """Writes what is answered, as far as it goes; True where nothing is missing any more. Raises Refused, Changed."""
    policies.answer_sheet.require(by)
    held = lock_open(sheet.assessment, by=by)
    now = _standing(held, sheet)
    finished = answer(now.response, told, version=version)
    _record("assessment.sheet_answered", now, held, by=by, finished=finished)
    return finished


@transaction.atomic
def void_sheet(sheet: Sheet, *, reason: str, by: Viewer) -> None:
    """A sheet written by mistake no longer counts, and stays readable. Raises Refused."""
    policies.void_sheet.require(by)
    held = lock_open(sheet.assessment, by=by)
    now = _standing(held, sheet)
    void(now, by=by, reason=reason.strip())
    _record("assessment.sheet_voided", now, held, by=by)


def _standing(held: Assessment, sheet: Sheet) -> Sheet:
    rows = held.sheets.select_related("response__instrument")
    now = rows.filter(pk=sheet.pk, voided_at__isnull=True).first()
    if now is None:
        raise Refused(_("Nel frattempo questa scheda è stata annullata."), code="voided")
    return now


def _record(kind: str, sheet: Sheet, held: Assessment, *, by: Viewer, **codes: Any) -> None:
    record_family_deed(
        kind, sheet, held.household, by=by, instrument=sheet.instrument_id, voice=sheet.voice, moment=held.moment, **codes
    )  # fmt: skip
