"""What is asked at each step: a reason where the table wants one, and words."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.referrals.rules.states import ends_from
from intreccio.families.referrals.vocabulary import DeclineReason, EndReason, Helped, WithdrawReason
from intreccio.ground.design.forms import OnceForm, TouchRadio, field_of


def _words(label: Any, hint: Any = "", *, required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, widget=area, max_length=1000, required=required)


def _one_of(label: Any, kinds: type[TextChoices]) -> forms.ChoiceField:
    choices = [(code, capfirst(text)) for code, text in kinds.choices]
    return forms.ChoiceField(label=label, widget=TouchRadio(layout="pairs"), choices=choices)


class AcceptForm(OnceForm):
    """Yes."""

    words = _words(
        _("Quando si comincia, e con chi parlano"), _("Per esempio: sabato alle 10, chiedano di Teresa.")
    )


class WaitForm(OnceForm):
    """Yes, and not at once."""

    words = _words(_("Quanto c'è da aspettare, più o meno"), required=True)


class DeclineForm(OnceForm):
    """This time no."""

    reason = _one_of(_("Perché"), DeclineReason)
    words = _words(_("Qualche parola per chi ha chiesto"))


class StartForm(OnceForm):
    """It begins."""

    words = _words(_("Come è andata la prima volta"))


class EndForm(OnceForm):
    """The service's own part has ended."""

    reason = _one_of(_("Come si è concluso"), EndReason)
    words = _words(_("Che cosa si è fatto"))

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        """`state`: where the referral is, which says how it can end."""
        super().__init__(*args, **kwargs)
        kinds = ends_from(state)
        self.has_met = EndReason.NEVER_MET not in kinds
        field = field_of(self, "reason", forms.ChoiceField)
        field.choices = [(kind.value, capfirst(kind.label)) for kind in kinds]
        if not self.has_met:
            field.widget, self.initial["reason"] = forms.HiddenInput(), EndReason.NEVER_MET.value
            self.fields["words"].label = _("Qualche parola per chi ha chiesto")
            self.fields["words"].help_text = _("Il posto torna libero. Quando vogliono, si chiede di nuovo.")


class WithdrawForm(OnceForm):
    """Taken back."""

    reason = _one_of(_("Perché"), WithdrawReason)
    words = _words(
        _("Qualche parola per chi l'ha ricevuta"), _("La leggono anche loro: niente della famiglia.")
    )


class WordForm(OnceForm):
    """A question or an answer."""

    words = _words(_("Che cosa volete dire"), _("La leggono tutte e due le parti."), required=True)


class AnswerForm(OnceForm):
    """The family's own answer."""

    helped = forms.ChoiceField(
        label=_("Ha aiutato?"), widget=TouchRadio, choices=[(code, capfirst(label)) for code, label in Helped.choices]
    )  # fmt: skip
    words = _words(_("Con le loro parole"), _("Restano con noi: il servizio legge solo la risposta."))
