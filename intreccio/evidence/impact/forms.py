"""What one looks at: codes in the address, never words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from intreccio.evidence.impact.policies import own_body
from intreccio.evidence.impact.queries import words
from intreccio.evidence.impact.queries.counts import View
from intreccio.evidence.impact.rules.periods import Period, period_of, periods
from intreccio.ground.kernel.viewer import Viewer

Choice = tuple[str, str]
OWN = "own"


@dataclass(frozen=True, slots=True)
class Look:
    """The filters of a page: what is chosen, and what can be. A made-up code is the first choice."""

    view: View
    leads: bool
    today: date

    @property
    def address(self) -> str:
        """As it stands behind the question mark."""
        chosen = {"period": self.view.period.code, "municipality": self.view.municipality}
        body = {"body": OWN} if self.view.body else {}
        return "&".join(f"{name}={code}" for name, code in {**chosen, **body}.items() if code)

    @property
    def periods(self) -> list[Choice]:
        """Years as far as they have gone, and their quarters."""
        return [(each.code, words.period_words(each, short=True)) for each in periods(self.today)]

    @property
    def municipalities(self) -> list[Choice]:
        """All of them, or one."""
        return [("", _("Tutti i comuni")), *words.municipalities().items()]

    @property
    def bodies(self) -> list[Choice]:
        """Only who leads a body can choose; nothing to choose for the others."""
        return [("", _("Tutta la rete")), (OWN, _("Solo il mio ente"))] if self.leads else []

    @property
    def body(self) -> str:
        """The code of what is chosen."""
        return OWN if self.view.body else ""


def look_of(asked: Mapping[str, str], viewer: Viewer, today: date) -> Look:
    """From the address. With a municipality the whole year is looked at: one cut at a time."""
    period = period_of(asked.get("period", ""), today)
    town = asked.get("municipality", "")
    municipality = town if town in words.municipalities() else ""
    own = own_body(viewer)
    if municipality and period.only:
        period = Period(period.year, period.quarters)
    view = View(period, municipality, own if asked.get("body") == OWN else None)
    return Look(view, own is not None, today)
