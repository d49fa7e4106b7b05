"""The numbers agreed in the network, as they hold on a day."""

from dataclasses import dataclass
from datetime import date

from intreccio.ground.parameters.queries import value_at


@dataclass(frozen=True, slots=True)
class Limits:
    """Ages of the line for the young, how long a cycle can be, for how many hours a note can be changed."""

    young_from: int
    young_to: int
    most_meetings: int
    note_hours: int

    @property
    def young(self) -> tuple[int, int]:
        """From and to, both included."""
        return self.young_from, self.young_to


@dataclass(frozen=True, slots=True)
class VisitLimits:
    """For how many hours a note of a visit can be changed, how far back and ahead one writes, the longest day in minutes."""

    fresh_hours: int
    days_back: int
    days_ahead: int
    most_minutes: int


def limits_on(day: date) -> Limits:
    """As agreed. Raises NoValue."""
    return Limits(**value_at("support_lines", day))


def visit_limits_on(day: date) -> VisitLimits:
    """As agreed. Raises NoValue."""
    return VisitLimits(**value_at("visit_notes", day))
