"""The ways in which hours are put together, as pages and tables name them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from intreccio.families.diary.queries.hours import Hours
from intreccio.families.diary.rules.hours import Named, Total
from intreccio.ground.design.templatetags.design import spoken


@dataclass(frozen=True, slots=True)
class Part:
    """One of them: its code, the words above it, what its lines are, and the sums."""

    code: str
    title: str
    head: str
    sums: list[Total]

    @property
    def agreed(self) -> bool:
        """Beside stands what was agreed."""
        return any(total.agreed is not None for total in self.sums)

    @property
    def drawn(self) -> bool:
        """With bars; never of persons or families, which are not laid side by side."""
        return self.code not in ("person", "case")

    @property
    def opens(self) -> bool:
        """Each line has a page of its own."""
        return self.code == "case"

    @property
    def most(self) -> float:
        """What the longest bar stands for."""
        return max((total.in_hours for total in self.sums), default=0)

    @property
    def lines(self) -> list[tuple[str, Total]]:
        """Each with its words."""
        return [(self.said(total.named), total) for total in self.sums]

    def said(self, named: Named) -> str:
        """«Chiara Fontana»; of a week «Settimana 48, da lunedì 23 novembre»."""
        if self.code != "week":
            return named.name
        year, week = named.name.split("-W")
        day = spoken(date.fromisocalendar(int(year), int(week), 1))
        return _("Settimana %(week)s, da %(day)s") % {"week": int(week), "day": day}


def parts_of(hours: Hours) -> list[Part]:
    """All of them; none where nothing was written."""
    every = [
        Part("person", _("Per persona"), _("Chi"), hours.people),
        Part("case", _("Per famiglia"), _("Famiglia"), hours.cases),
        Part("line", _("Per linea di finanziamento"), _("Linea"), hours.lines),
        Part("employer", _("Per ente"), _("Ente"), hours.employers),
        Part("week", _("Per settimana"), _("Settimana"), hours.weeks),
    ]
    return every if hours.rows else []


def parts_shown(hours: Hours, *, mine: bool) -> list[Part]:
    """Those that say more than the sum: of one's own hours not whose they are, of one week not which."""
    idle = {"person", "employer"} if mine else set()
    return [
        part
        for part in parts_of(hours)
        if part.code not in idle and (part.code != "week" or len(part.sums) > 1)
    ]
