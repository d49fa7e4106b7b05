"""Who says yes, what is not agreed on, and when it is looked at again."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.queries.choices import Choice
from intreccio.families.plans.vocabulary import HowAccepted
from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words

# By their own access families will confirm from their own pages.
HOW = [(one.value, capfirst(one.label)) for one in HowAccepted if one is not HowAccepted.SIGNED_IN]


AGREED = ("review_on", "review_where", "without_reason")


class AcceptForm(OnceForm):
    """Who said yes, when and how."""

    who = forms.ChoiceField(label=_("Chi ha detto sì"))
    how = forms.ChoiceField(label=_("Come"), choices=HOW, widget=TouchRadio)
    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
    reservation = forms.CharField(
        label=_("Con quale riserva"),
        help_text=_("Se dice sì, ma non a tutto: con le sue parole."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, signers: list[tuple[str, list[Choice]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "who", forms.ChoiceField).choices = [("", _("scegli")), *signers]


class DisagreementForm(OnceForm):
    """What each says, and how one goes on all the same."""

    marks: ClassVar = {"who": "", "somebody": _("se non è nell'elenco")}

    who = forms.ChoiceField(label=_("Chi non è d'accordo"), required=False)
    somebody = forms.CharField(label=_("Oppure qualcun altro"), max_length=120, required=False)
    words = forms.CharField(
        label=_("Che cosa dice, con le sue parole"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    team_thinks = forms.CharField(
        label=_("Che cosa pensa l'équipe"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    how_we_go_on = forms.CharField(
        label=_("Come andiamo avanti"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, persons: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "who", forms.ChoiceField).choices = [("", _("scegli")), *persons]

    def clean(self) -> dict[str, Any]:
        """Words are somebody's."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("who")) == bool(cleaned.get("somebody", "").strip()):
            self.add_error("who", _("Scegli chi lo dice, oppure scrivi chi è qui sotto: una delle due"))
        return cleaned


class InForceForm(OnceForm):
    """When and where it is looked at again."""

    review_on = forms.DateField(label=_("Quando lo rivediamo insieme"), widget=DayInput)
    review_where = forms.CharField(
        label=_("Dove, e con chi"),
        help_text=_("«A casa di Elena, con Nadia»."),
        max_length=160,
        required=False,
    )
    without_reason = forms.CharField(
        label=_("Perché si comincia lo stesso"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, missing: Words | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if missing is None:
            del self.fields["without_reason"]
        else:
            hint = _("Un'assenza, un'urgenza: resta scritto nel progetto e si stampa.")
            self.fields["without_reason"].help_text = f"{missing} {hint}"
            self.fields["without_reason"].required = True

    @property
    def agreed(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        return {
            name: self.cleaned_data[name]
            for name in self.fields
            if name in AGREED and name in self.cleaned_data
        }
