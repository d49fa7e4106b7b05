"""Who works with a family."""

from typing import Any, Self

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import candidates_not_at_work, members_of
from intreccio.families.cases.vocabulary import CHOSEN_ENDS
from intreccio.ground.design.forms import EditForm, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today


class AddWorkerForm(OnceForm):
    """Who, and for what."""

    who = forms.ChoiceField(label=_("Chi comincia a lavorare con loro"))
    why = forms.CharField(
        label=_("Per fare che cosa"),
        help_text=_("Per esempio: i compiti con Nadia, il lunedì."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = candidates_not_at_work(case, today())
        field_of(self, "who", forms.ChoiceField).choices = [
            ("", _("scegli")),
            *((str(one.membership.pk), one.label) for one in free),
        ]


class EndWorkerForm(OnceForm):
    """Who no longer works with the family."""

    reason = forms.ChoiceField(
        label=_("Perché"),
        choices=[(one.value, capfirst(one.label)) for one in CHOSEN_ENDS],
        widget=TouchRadio(layout="pairs"),
    )


class ResponsibleForm(EditForm):
    """Who answers for the family."""

    who = forms.ChoiceField(label=_("Chi ne è il riferimento"), widget=TouchRadio)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        now = str(case.responsible_id) if case.responsible_id else None
        super().__init__(*args, initial={"version": case.version, "who": now}, **kwargs)
        self.fields["version"].required = True
        field_of(self, "who", forms.ChoiceField).choices = [
            (str(place.membership_id), f"{place.membership.user.name}, {place.get_profession_display()}")
            for place in members_of([case.team_id], today())
        ]

    def over(self, now: Case) -> Self:
        """The same answer, read over the case as it stands now."""
        return type(self)(self.sent_over(now.version), case=now)
