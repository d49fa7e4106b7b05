"""Looks at the six principles as pages show them, whatever was looked at; and who could look again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intreccio.ground.design.sheets import Sheet
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership, PrinciplesCheck
from intreccio.parties.organisations.queries.teams import on
from intreccio.workshop.instruments.rules.checklist import Asked, Principle, petals, read, sorted_out

TEMPLATE = "workshop/instruments/pages/check_principles.html"
Check = TypeVar("Check", bound=PrinciplesCheck)


@dataclass(frozen=True, slots=True)
class Look:
    """One look: when, by whom, what was answered, who looks again."""

    day: date
    by: str
    again_on: date | None
    again_by: str
    principles: list[Principle]
    of: str = ""  # where looks at several things stand together, at which

    @property
    def summary(self) -> list[tuple[str, list[str]]]:
        """«manca»: which ones. No sum."""
        return [(str(cover.label), names) for cover, names in sorted_out(self.principles).items() if names]

    @property
    def gaps(self) -> list[tuple[Principle, Asked]]:
        """What is not there yet, principle by principle."""
        return [(principle, asked) for principle in self.principles for asked in principle.gaps]

    @property
    def petals(self) -> list[tuple[Principle, int, int]]:
        """Where each is drawn."""
        return petals(self.principles)


def looks_of(rows: QuerySet[Check], of: Callable[[Check], str] = lambda _row: "") -> list[Look]:
    """Every look, the last first. One query."""
    found = rows.select_related("instrument", "by__user", "again_by__user").order_by("-day", "-id")
    return [
        Look(
            row.day,
            _name(row.by),
            row.again_on,
            _name(row.again_by),
            read(row.instrument.said, row.answers, row.words),
            of(row),
        )
        for row in found
    ]


def _name(hat: Membership | None) -> str:
    return hat.user.name if hat else ""


def again_sql(looks: type[PrinciplesCheck], of: str) -> str:
    """The last look at each, where the day has come to look again: of whoever said they would remember, or else answered.

    of: the key that says at what. A SELECT of (key, name, day) for %(me)s, %(day)s, %(most)s.
    """
    things: Any = looks._meta.get_field(of).related_model
    table = looks._meta.db_table
    return f"""
        SELECT p.{of}_id, o.name, p.again_on FROM {table} p JOIN {things._meta.db_table} o ON o.id = p.{of}_id
        WHERE coalesce(p.again_by_id, p.by_id) = %(me)s AND p.again_on <= %(day)s
          AND NOT EXISTS (SELECT FROM {table} x WHERE x.{of}_id = p.{of}_id AND (x.day, x.id) > (p.day, p.id))
        ORDER BY p.again_on, p.id LIMIT %(most)s"""  # noqa: S608  # names of our own tables


def look_again(name: str, day: date, address: str) -> Waiting:
    """One of them, in Oggi."""
    return Waiting(
        title=name, why=_("I sei principi: da riguardare %s.") % spoken(day), url=address, action=_("Guardali di nuovo"),
        days=days_since(day), group=_("I sei principi"),
    )  # fmt: skip


def sheet_of(looks: list[Look], *, subject: str, back: str, may: bool) -> Sheet:
    """The page: what stands, and the form for who may answer anew."""
    return Sheet(
        _("I sei principi"),
        _("Salva le risposte"),
        subject,
        back,
        lead=_(
            "Insieme, integrazione, protagonismo, vulnerabilità, misurazione, comunicazione: che cosa c'è, che cosa manca."
        ),
        template=TEMPLATE,
        more={"looks": looks, "may": may},
    )


def colleagues(viewer: Viewer, day: date) -> list[tuple[str, str]]:
    """Who works today in the viewer's body."""
    rows = Membership.objects.filter(on(day), organisation_id=viewer.organisation_id).exclude(
        role="participant"
    )
    return [(str(row.pk), row.user.name) for row in rows.select_related("user").order_by("user__name", "pk")]
