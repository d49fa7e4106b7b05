"""A teacher is asked, opens the address, answers once; the family reads what came."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.answers.school.actions.steps import lock_row, told
from intreccio.answers.school.models import Schooling, SchoolSheet
from intreccio.answers.school.queries.pupils import family_in_sight, home_of, pupil_of
from intreccio.answers.school.queries.sheets import PURPOSE, TEACHER, Closed, Opened, needed_for, opened_by
from intreccio.answers.school.rules.sheets import (
    CODE,
    seen_in,
    why_not_ask,
    why_not_observe,
    why_not_show,
)
from intreccio.families.cases.actions.steps import gone
from intreccio.ground.accounts.queries import addresses_of
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.tally import bucket_of, count_up
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.hats import find_viewer
from intreccio.parties.people.queries.codes import codes_of_the_day
from intreccio.parties.people.rules.responsibility import why_not_go_on
from intreccio.workshop.instruments.actions import Told, write_response
from intreccio.workshop.instruments.queries import edition_on
from intreccio.workshop.messages.actions.links import close_links, make_link, use_link
from intreccio.workshop.messages.actions.mail import queue_mail, queue_mails
from intreccio.workshop.messages.models import OneTimeLink

VERB = "ask_teacher"
LETTER, CAME = "school_sheet", "school_sheet_came"
WRONG_TRIES, HOUR = 20, timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of whom it is asked, until when; who of those who decide has said yes, and why one goes on without the others."""

    teacher: str
    email: str
    until: date
    yes: Iterable[str] = ()
    reason: str = ""


@transaction.atomic
def ask_teacher(
    schooling: Schooling, wanted: Wanted, *, by: Viewer, today: date
) -> tuple[SchoolSheet, OneTimeLink]:
    """Writes to a teacher, with a link that opens once. Raises Refused: nobody has agreed, the class is over, a day too far."""
    held = lock_row(schooling, VERB, by=by)
    refuse_if(
        why_not_ask(is_over=held.until is not None, until=wanted.until, today=today, email=wanted.email),
        code="ask",
    )
    yes = _agreed(held, wanted, by=by, today=today)
    sheet = SchoolSheet(
        household=held.household, team_id=held.team_id, schooling=held, instrument=edition_on(CODE, today),
        asked_on=today, asked_by_id=by.membership_id, teacher=wanted.teacher.strip(), email=wanted.email.strip(),
        until=wanted.until, first_name=_called(held, by), class_said=held.class_said, readers=held.team.name,
        agreed=yes, agreed_reason=wanted.reason.strip(),
    )  # fmt: skip
    sheet.save(force_insert=True)
    # Who answers sees nothing of the family: the codes of the day wait with the link.
    codes = codes_of_the_day(held.household, today) | _school_of(held)
    about = {"codes": json.dumps(codes), "user": str(by.user_id), "until": wanted.until.isoformat()}
    link, _token = make_link(PURPOSE, sheet, by, (wanted.until - today).days + 1, about=about)
    queue_mail(LETTER, to=sheet.email, about={"link": link.pk})
    told("school_sheet.asked", sheet, by=by, cycle=held.cycle)
    return sheet, link


def open_school_sheet(token: str, today: date) -> SchoolSheet:
    """What the teacher reads; that it was opened is written once. Raises Closed."""
    found = opened_by(token)
    with acting(TEACHER):
        if SchoolSheet.objects.filter(pk=found.sheet.pk, opened_on__isnull=True).update(opened_on=today):
            _record("school_sheet.opened", found.sheet, found.link)
    return found.sheet


@transaction.atomic
def answer_school_sheet(token: str, said: Told, *, signed: str, today: date) -> None:
    """Writes what a teacher has seen. The second is Refused, and so is an address that opens no more. Raises Closed."""
    found = opened_by(token)
    definition = found.sheet.instrument.definition
    refuse_if(why_not_observe(definition, said.answers, said.words), code="strong")
    use_link(token, PURPOSE)
    with acting(TEACHER):
        response = write_response(found.sheet.instrument, said)
        if not SchoolSheet.objects.filter(pk=found.sheet.pk, answered_on__isnull=True).update(
            response=response, answered_on=today, signed=signed.strip()
        ):
            raise Closed("expired")
        _record("school_sheet.answered", found.sheet, found.link, **seen_in(definition, said.answers))
    _tell_who_asked(found)


@transaction.atomic
def show_school_sheet(sheet: SchoolSheet, words: str, *, day: date, by: Viewer, today: date) -> None:
    """The family has read it, on a day, and says something of it. Raises Refused."""
    held = lock_row(sheet, "show_school_sheet", by=by)
    refuse_if(
        why_not_show(answered_on=held.answered_on, shown_on=held.shown_on, day=day, today=today), code="show"
    )
    SchoolSheet.objects.filter(pk=held.pk).update(shown_on=day, shown_words=words.strip())
    told("school_sheet.shown", held, by=by)


@transaction.atomic
def void_school_sheet(sheet: SchoolSheet, *, reason: str, by: Viewer) -> None:
    """One that should not have been asked, or was of somebody else: its address opens no more. Raises Refused."""
    held = lock_row(sheet, VERB, by=by)
    close_links(PURPOSE, held)
    void(held, by=by, reason=reason.strip())
    told("school_sheet.voided", held, by=by, **_seen_before(held))


def _seen_before(sheet: SchoolSheet) -> dict[str, Any]:
    """What is taken back of one that had come: the same codes."""
    if sheet.response is None:
        return {}
    return {**_school_of(sheet.schooling), **seen_in(sheet.instrument.definition, sheet.response.answers)}


def _school_of(schooling: Schooling) -> dict[str, str]:
    return {"school": str(schooling.organisation_id)} if schooling.organisation_id else {}


def count_wrong(address: str) -> bool:
    """One more address tried from this connection that opens nothing; whether it has tried too many in an hour."""
    return count_up(bucket_of(PURPOSE, address), per=HOUR) > WRONG_TRIES


def _tell_who_asked(found: Opened) -> None:
    """A neutral mail to the colleague, where they still work under that hat: they read it after signing in."""
    user = UUID(found.link.about["user"])
    with acting(user):
        is_there = found.link.made_by is not None and find_viewer(user, found.link.made_by) is not None
    if is_there:
        with acting(TEACHER):
            queue_mails(CAME, to=addresses_of([user]), about={"sheet": found.sheet.pk})


def _agreed(schooling: Schooling, wanted: Wanted, *, by: Viewer, today: date) -> list[str]:
    needed = needed_for(by, schooling, today)
    if needed is None:
        raise gone()
    yes = [key for key, _name in needed.choices if key in set(wanted.yes)]
    refuse_if(
        why_not_go_on([needed.asked], yes, reason=wanted.reason, called=needed.deciding.called), code="agreed"
    )
    return yes


def _called(schooling: Schooling, by: Viewer) -> str:
    seen = family_in_sight(by, home_of(schooling).pk)
    pupil = pupil_of(by, seen, schooling.child_id) if seen else None
    if pupil is None or not pupil.member.given:
        raise Refused(_("Scrivi prima come si chiama: chi insegna deve sapere di chi si parla."), code="name")
    return pupil.member.given


def _record(kind: str, sheet: SchoolSheet, link: OneTimeLink, **codes: list[str]) -> None:
    day = json.loads(link.about["codes"])
    record(kind, sheet, by=TEACHER, household_id=sheet.household_id, codes={**day, **codes})
