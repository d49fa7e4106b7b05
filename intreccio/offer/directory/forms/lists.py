"""How the search form is drawn: its lists, and what was asked.

Lists are drawn by the page itself: a widget draws every option with a template of its own, ten times slower.
"""

from typing import Any

from intreccio.offer.directory.forms.wish import WishForm, isee_choices
from intreccio.offer.directory.vocabulary import Scope, Weekday

LISTS = ("need", "scope", "isee", "age")


class Lists:
    """What stands in the search form."""

    def __init__(self, form: WishForm) -> None:
        self.form = form
        said = getattr(form, "cleaned_data", {})
        self.town = form.town
        self.chosen: dict[str, str] = {name: str(form[name].value() or "") for name in LISTS}
        self.chosen["municipality"] = form.town.istat if form.town else ""
        self.words = str(form["words"].value() or "") if form.by_words else ""
        # A place typed by name stands in the list of municipalities from now on.
        self.place = "" if said.get("place") or not form.by_words else str(form["place"].value() or "")
        self.room = bool(form["room"].value())

    @property
    def needs(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Needs by area."""
        branches = (*self.form.tree.branches, *self.form.tree.further)
        return [(branch.label, [(leaf.code, leaf.plain) for leaf in branch.leaves]) for branch in branches]

    @property
    def towns(self) -> list[tuple[str, str]]:
        """Municipalities of the districts, and the one looked for."""
        towns = {one.istat: one.name for one in self.form.district}
        return list((towns | ({self.town.istat: self.town.name} if self.town else {})).items())

    @property
    def days(self) -> list[tuple[str, str, bool]]:
        """Days of the week, ticked or not."""
        ticked = {str(day) for day in self.form["day"].value() or []}
        return [(str(day.value), str(day.label), str(day.value) in ticked) for day in Weekday]

    @property
    def scopes(self) -> list[tuple[str, Any]]:
        """How far."""
        return list(Scope.choices)

    @property
    def isee(self) -> list[tuple[str, Any]]:
        """The bands."""
        return isee_choices()

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What was asked, for a form that asks something else beside it."""
        pairs = [*self.chosen.items(), ("room", "on" if self.room else "")]
        return [
            *(pair for pair in pairs if pair[1]),
            *(("day", code) for code, _label, ticked in self.days if ticked),
        ]

    @property
    def filters(self) -> int:
        """How many filters are on, for the button of the telephone."""
        on = [self.chosen[name] for name in ("need", "age", "isee", "municipality")]
        return sum(map(bool, on)) + self.room + any(ticked for _code, _label, ticked in self.days)
