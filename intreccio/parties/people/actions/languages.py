"""Who speaks what and who needs a mediator: written, corrected, ended. A mistake is voided like any other row (`voiding`)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household, Language, Person
from intreccio.parties.people.queries.languages import languages_beside, languages_of, said_by
from intreccio.parties.people.rules.languages import (
    why_not_beside_language,
    why_not_end_language,
    why_not_of_home,
    why_not_write_language,
)
from intreccio.parties.people.vocabulary import LanguageUse


@transaction.atomic
def write_language(
    household: Household,
    *,
    by: Viewer,
    person: Person | None,
    code: str,
    uses: Sequence[str],
    since: date | None = None,
) -> list[Language]:
    """What a language is to somebody, or to the home: a row for each use of it. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    held = as_written(household.pk)
    rows = [
        Language(household=held, team_id=held.team_id, person=person, use=use, code=code, since=since)
        for use in uses
    ]
    for row in rows:
        _judge(row, held)
        _require_unnamed(row)
        row.save(force_insert=True)
        record_family_deed("language.written", row, held, by=by, **_codes(row))
    return rows


@transaction.atomic
def edit_language(row: Language, *, by: Viewer, version: int, person: Person | None, **values: Any) -> None:
    """Corrects one as read at `version`: also of whom it is. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    held = as_written(row.household_id)
    said = Language(pk=row.pk, household=held, person=person, **values)
    _judge(said, held)
    _require_not_over(said, row)
    changed = write_over(row, version=version, person=person, **values)
    if changed:
        record_family_deed("language.edited", row, held, by=by, fields=changed, **_codes(row))


@transaction.atomic
def end_language(row: Language, *, by: Viewer, version: int, until: date) -> None:
    """No longer so from `until`: it stays to be read among what was. Raises Refused."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    held = as_written(row.household_id)
    reason = why_not_end_language(since=row.since, until=until, ended=row.until is not None, today=today())
    refuse_if(reason, code="end")
    write_over(row, version=version, until=until)
    record_family_deed("language.ended", row, held, by=by, **_codes(row))


def said_of_the_home(household: Household, codes: Iterable[str], *, mediator: bool) -> Iterator[Language]:
    """What a family says of itself at the first contact, not written yet: of whom and since when nobody asked."""
    of_home = {"household": household, "team_id": household.team_id}
    for code in dict.fromkeys(codes):
        yield Language(use=LanguageUse.SPEAKS, code=code, **of_home)
    if mediator:
        yield Language(use=LanguageUse.MEDIATOR, **of_home)


def said_elsewhere(person: Person, household: Household) -> Iterator[Language]:
    """What is written of somebody in the other homes that the actor reads, as it stands, where this one does not say it: not
    written yet."""
    known = languages_beside(Language(household=household))
    for said in languages_of(person, today()):
        if why_not_beside_language(said, known) is None:
            known.append(said)
            values = {"use": said.use, "code": said.code, "since": said.since, "until": said.until}
            yield Language(household=household, team_id=household.team_id, person=person, **values)


def _judge(row: Language, household: Household) -> None:
    if row.person is not None:
        require_member(row.person, household)
    said = said_by(row)
    refuse_if(why_not_write_language(said, today=today()), code="language")
    refuse_if(why_not_beside_language(said, languages_beside(row)), code="already")


def _require_unnamed(row: Language) -> None:
    if row.person_id is None:
        reason = why_not_of_home(said_by(row), languages_beside(row), today=today())
        refuse_if(reason, code="said_of_somebody")


def _require_not_over(said: Language, row: Language) -> None:
    """What was so until it was corrected is not over by it; what had given way to somebody already is corrected as it stands."""
    beside, day = languages_beside(row), today()
    if why_not_of_home(said_by(row), beside, today=day) is None and said.person_id is None:
        refuse_if(why_not_of_home(said_by(said), beside, today=day), code="said_of_somebody")


def _codes(row: Language) -> dict[str, Any]:
    return {"kind_of_row": row.use}
