"""Sheets of the library in an assessment: which there are, which could be, and the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from intreccio.families.assessments.models import Assessment, Sheet
from intreccio.families.assessments.queries.look import Look
from intreccio.families.assessments.rules.sheets import UNBORN, Somebody, whom
from intreccio.families.assessments.vocabulary import Voice
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.ages import months_on
from intreccio.parties.people.vocabulary import BirthPrecision, HomeRole
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.queries import edition_on

PARENTS = (HomeRole.PARENT, HomeRole.PARTNER)


@dataclass(frozen=True)
class Filled:
    """A sheet as pages call it: «Diciassette sguardi, Nadia (11)», in whose voice."""

    row: Sheet
    name: str

    @property
    def title(self) -> str:
        """The instrument, in the reader's language."""
        return str(self.row.instrument)

    @property
    def who(self) -> str:
        """About whom."""
        return self.name or _("la famiglia")

    @property
    def voice(self) -> str:
        """Who answers."""
        return str(Voice(self.row.voice).label)

    @property
    def called(self) -> str:
        """Title and person, for a line of text."""
        return _("%(title)s (%(who)s)") % {"title": self.title, "who": self.who}

    @property
    def is_finished(self) -> bool:
        """Every part has an answer, or a reason why not."""
        return self.row.response.finished_at is not None

    @cached_property
    def definition(self) -> dict[str, Any]:
        """In the reader's language."""
        return self.row.instrument.said


@dataclass(frozen=True, slots=True)
class Offered:
    """An instrument of the library, and about whom it can be filled in here."""

    code: str
    title: str
    lead: str
    licence: str
    licence_said: str
    source: str
    about: list[str]
    was_used: bool


def sheets_on(assessment: Assessment) -> QuerySet[Sheet]:
    """The sheets of an assessment, mistakes too."""
    rows = assessment.sheets.select_related("response", "instrument", "heard_by__user")
    return rows.order_by("instrument_id", "heard_on", "id")


def filled_in(look: Look) -> list[Filled]:
    """Every sheet of this moment, those that were a mistake last."""
    found = [Filled(row, look.name_of(row.about_id)) for row in sheets_on(look.assessment)]
    return sorted(found, key=lambda each: each.row.voided_at is not None)


def home_of(look: Look) -> list[Somebody]:
    """Of whom a sheet can be, as `rules.sheets` asks."""
    return [_somebody(member) for member in look.members if member.is_ours]


def _somebody(member: Member) -> Somebody:
    return Somebody(
        member.person.pk, member.short, member.is_minor, member.home.role in PARENTS, _months(member)
    )


def _months(member: Member) -> int | None:
    birth = member.person.birth_date
    if member.person.birth_precision == BirthPrecision.EXPECTED or (birth and birth > today()):
        return UNBORN
    return None if birth is None else months_on(birth, today())


def offered(look: Look, day: date) -> Iterator[Offered]:
    """The instruments that suit somebody here, each in the edition of this family."""
    rows = Instrument.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day, definition__has_key="about"
    )
    newest = {row.code: row for row in rows.order_by("code", "edition")}
    home, used = home_of(look), _used_before(look.assessment)
    for row in sorted(
        newest.values(), key=lambda each: ORDER.index(each.code) if each.code in ORDER else len(ORDER)
    ):
        if about := whom(row.definition, home):
            names = [_called(home, person) for person in about]
            said = row.said
            yield Offered(
                row.code, said["title"], said.get("lead", ""), row.licence, row.get_licence_display(), said["source"], names,
                row.code in used,
            )  # fmt: skip


def _used_before(assessment: Assessment) -> set[str]:
    """What an earlier moment took: filled in again, it says what changed."""
    rows = Sheet.objects.filter(
        assessment__case_id=assessment.case_id,
        assessment__moment__lt=assessment.moment,
        assessment__voided_at=None,
        voided_at=None,
    )
    return set(rows.values_list("instrument__code", flat=True))


# As one would look through them: the child and the family first, totals from paper last.
ORDER = [
    "diciassette-sguardi", "tre-pesi", "quattro-saluti", "genitori-0-3", "genitori-3-6", "genitori-6-11",
    "genitori-11-14", "genitori-14-18", "bilancio-competenze", "primi-passi-0-12", "primi-passi-12-24", "primi-passi-24-36", "isolamento",
    "come-ci-siamo-trovati", "sdq-totali", "who5-totale", "epds-totale",
]  # fmt: skip


def _called(home: list[Somebody], person: UUID | None) -> str:
    return next((each.name for each in home if each.id == person), _("la famiglia"))


def edition_for(case_id: UUID, code: str, day: date) -> Instrument:
    """The edition that this family answers already, or the one on offer. Raises DoesNotExist."""
    taken = Sheet.objects.filter(
        assessment__case_id=case_id, assessment__voided_at=None, voided_at=None, instrument__code=code
    )
    first = taken.select_related("instrument").order_by("assessment__moment", "heard_on").first()
    return first.instrument if first else edition_on(code, day)


def about_whom(look: Look, definition: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Choices of a form: «» for the family."""
    home = home_of(look)
    return [(str(person or ""), _called(home, person)) for person in whom(definition, home)]


def before(sheet: Sheet) -> Sheet | None:
    """The same sheet, about the same person in the same voice, at the latest earlier moment."""
    rows = Sheet.objects.filter(
        assessment__case_id=sheet.assessment.case_id, assessment__moment__lt=sheet.assessment.moment,
        assessment__voided_at=None, voided_at=None, instrument_id=sheet.instrument_id, about_id=sheet.about_id,
        voice=sheet.voice, response__finished_at__isnull=False,
    )  # fmt: skip
    return rows.select_related("response", "assessment").order_by("-assessment__moment").first()
