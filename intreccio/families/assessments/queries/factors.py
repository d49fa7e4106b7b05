"""What protects and what weighs, in time: rows in words, and where each is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intreccio.families.assessments.models import Factor
from intreccio.families.assessments.vocabulary import FactorSide
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.instruments.queries import edition_on
from intreccio.workshop.instruments.rules.definition import items_of

CODE = "fattori"
LEFT, RIGHT, LINE, TOP = 4, 316, 40, 14


@dataclass(frozen=True, slots=True)
class Kind:
    """One that the library knows."""

    code: str
    side: str
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row: in words, and where it stands on the drawing."""

    row: Factor
    text: str
    who: str
    x: int
    width: int
    y: int

    @property
    def protects(self) -> bool:
        """Or weighs."""
        return self.row.side == FactorSide.PROTECTS

    @property
    def end(self) -> int:
        """Where it ends on the drawing."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Trajectory:
    """All of a case between two days, protective ones first, in the order in which they began."""

    lines: list[Drawn]
    mistakes: list[Drawn]
    first: date
    last: date

    @property
    def height(self) -> int:
        """Of the drawing, with its two days below."""
        return TOP + len(self.lines) * LINE + 14

    @property
    def foot(self) -> int:
        """Where the two days stand."""
        return self.height - 4


def kinds_of(day: date) -> list[Kind]:
    """All that the library knows, protective ones first."""
    definition = edition_on(CODE, day).said
    return [Kind(item["code"], item["side"], item["text"]) for item in items_of(definition)]


def factors_in_sight(viewer: Viewer) -> QuerySet[Factor]:
    """Every one the viewer may read, mistakes too."""
    rows = Factor.objects.select_related("household", "case", "team", "noted_by__user")
    return rows if sees_families(viewer) else rows.none()


def trajectory(rows: Iterable[Factor], names: dict[UUID, str], *, today: date) -> Trajectory:
    """Drawn from the first day that is known to today; one that goes on reaches today."""
    text = {kind.code: kind.text for kind in kinds_of(today)}
    told = sorted(rows, key=lambda row: (row.side, row.since, row.code))
    first = min([row.since for row in told if row.voided_at is None], default=today - timedelta(days=1))
    first = min(first, today - timedelta(days=1))

    def draw(row: Factor, place: int) -> Drawn:
        x = _along(row.since, first, today)
        width = max(_along(row.until or today, first, today) - x, 4)
        who = names.get(row.about_id, "") if row.about_id else _("la famiglia")
        return Drawn(row, text.get(row.code, row.code), who, x, width, TOP + place * LINE)

    standing = [row for row in told if row.voided_at is None]
    mistakes = [row for row in told if row.voided_at is not None]
    return Trajectory(
        [draw(row, place) for place, row in enumerate(standing)], [draw(row, 0) for row in mistakes], first, today
    )  # fmt: skip


def _along(day: date, first: date, last: date) -> int:
    share = (day - first).days / max((last - first).days, 1)
    return LEFT + round(min(max(share, 0), 1) * (RIGHT - LEFT))
