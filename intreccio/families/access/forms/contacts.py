"""The counter's form: three blocks, two minutes."""

from collections.abc import Sequence
from typing import Any, ClassVar, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.actions.contacts import Heard
from intreccio.families.access.queries.desks import district_choices
from intreccio.families.access.rules.contacts import why_not_anonymous
from intreccio.families.access.vocabulary import Answer, Channel, ChildAge
from intreccio.ground.design.forms import DayInput, EditForm, Explained, OnceForm, TouchBoxes, TouchRadio
from intreccio.ground.needs.forms import NeedsField
from intreccio.ground.needs.queries import Tree
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.vocabulary import HomeRole

OFF = {"autocomplete": "off"}
ANSWERS = [
    (Answer.INFORMATION.value, Explained(Answer.INFORMATION.label, _("Le spieghi e basta"))),
    (Answer.ORIENTATION.value, Explained(Answer.ORIENTATION.label, _("Sa dove andare e con che cosa"))),
    (
        Answer.REFERRAL.value,
        Explained(Answer.REFERRAL.label, _("La affiderai a un servizio e seguirai la risposta")),
    ),
    (Answer.INTAKE.value, Explained(Answer.INTAKE.label, _("Si fissa un primo colloquio"))),
]


class ServicesField(forms.TypedMultipleChoiceField):
    """Services ticked among the cards; which cards are drawn is the directory's affair."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=UUID, required=False, widget=forms.MultipleHiddenInput, **kwargs)

    def valid_value(self, value: Any) -> bool:
        """Anything that reads as an id."""
        try:
            UUID(str(value))
        except ValueError:
            return False
        return True


class ContactForm(OnceForm):
    """Who, what is needed, what was answered."""

    channel = forms.ChoiceField(
        label=_("Come vi siete parlati"),
        choices=Channel.choices,
        widget=TouchRadio(layout="line"),
        initial=Channel.IN_PERSON,
    )
    is_anonymous = forms.BooleanField(label=_("Preferisce non dire il nome"), required=False)
    given = forms.CharField(label=_("Nome"), max_length=80, required=False, widget=forms.TextInput(attrs=OFF))
    surname = forms.CharField(
        label=_("Cognome"), max_length=80, required=False, widget=forms.TextInput(attrs=OFF)
    )
    phone = forms.CharField(
        label=_("Telefono"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={**OFF, "inputmode": "tel"}),
    )
    municipality = forms.ChoiceField(label=_("Comune"), required=False)
    birth_date = forms.DateField(label=_("Data di nascita"), widget=DayInput, required=False)
    fiscal_code = forms.CharField(
        label=_("Codice fiscale"),
        help_text=_("Serve solo a riconoscerla adesso: non resta scritto nel contatto."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs=OFF),
    )
    ages = forms.MultipleChoiceField(
        label=_("Figli minorenni"), choices=ChildAge.choices, widget=TouchBoxes(layout="line"), required=False
    )
    needs = NeedsField(
        help_text=_("Tocca una o più voci. In piccolo c'è la linea di intervento corrispondente.")
    )
    words = forms.CharField(
        label=_("Con le sue parole"),
        help_text=_("Una frase, come l'ha detta."),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs=OFF),
    )
    answers = forms.MultipleChoiceField(
        label=_("Risposta"), choices=ANSWERS, widget=TouchBoxes(layout="pairs")
    )
    minutes = forms.IntegerField(label=_("Minuti"), min_value=1, max_value=480, initial=10)
    desk = forms.ChoiceField(label=_("Sportello"))
    services = ServicesField()

    def __init__(self, *args: Any, desks: Sequence[Team], needs: Tree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("municipality", [("", _("Non detto")), *district_choices()])
        self.offer("desk", [(str(desk.pk), desk.name) for desk in desks])
        if len(desks) == 1:
            self.fields["desk"].widget = forms.HiddenInput()
        if desks:
            self.fields["desk"].initial = str(desks[0].pk)
        cast(NeedsField, self.fields["needs"]).plant(needs)

    def offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        """Puts the choices of a field that depend on who looks."""
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        """An anonymous contact is nameless."""
        data: dict[str, Any] = self.cleaned_data
        said = [data.get(name) for name in ("given", "surname", "phone", "birth_date", "fiscal_code")]
        if why := why_not_anonymous(is_anonymous=data.get("is_anonymous", False), said=said):
            self.add_error("is_anonymous", str(why))
        return data

    def heard(self) -> Heard:
        """What was written down."""
        data = self.cleaned_data
        plain = ("channel", "minutes", "needs", "answers", "is_anonymous", "birth_date", "ages")
        trimmed = {name: data[name].strip() for name in ("given", "surname", "phone", "words")}
        return Heard(
            **{name: data[name] for name in plain},
            **trimmed,
            municipality_code=data["municipality"],
            service_ids=data["services"],
        )


class BeginForm(EditForm):
    """A new family out of a conversation. `who`: the name of who spoke, where it was said."""

    marks: ClassVar = {"role": ""}
    name = forms.CharField(
        label=_("Come la chiamiamo"), help_text=_("Per esempio «Famiglia Rossi»."), max_length=160
    )
    team = forms.ChoiceField(
        label=_("Chi la accompagna"), help_text=_("Lo sportello, finché un'équipe non la prende in carico.")
    )

    role = forms.ChoiceField(choices=HomeRole.choices, initial=HomeRole.PARENT, required=False)

    def __init__(self, *args: Any, teams: Sequence[Team], who: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["team"]).choices = [(str(each.pk), each.name) for each in teams]
        self.fields["role"].label = _("In casa %(who)s è") % {"who": who}
        if not who:
            self.fields["role"].widget = forms.HiddenInput()
