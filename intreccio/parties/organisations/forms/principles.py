"""The six principles as a form, with the last answers beside."""

from typing import Any

from intreccio.ground.kernel.clock import today
from intreccio.parties.organisations.queries.principles import Look
from intreccio.workshop.instruments.forms import ChecklistForm
from intreccio.workshop.instruments.queries import edition_on


class PrinciplesForm(ChecklistForm):
    """The edition that is offered today; `people`: who could look again."""

    def __init__(
        self, sent: Any, *, checklist: str, looks: list[Look], people: list[tuple[str, str]]
    ) -> None:
        last = looks[0].principles if looks else ()
        super().__init__(sent, instrument=edition_on(checklist, today()), people=people, last=last)
