"""A worry in plain words: the same questions for everybody, and a few more for who has no account."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.actions.receive import From, Said
from intreccio.families.access.queries.desks import district_choices
from intreccio.families.access.rules.sources import source_of
from intreccio.families.access.vocabulary import FamilyKnows, Kin, Source, Voice
from intreccio.ground.design.forms import Form, OnceForm, TouchRadio
from intreccio.ground.kernel.viewer import Viewer

ELSEWHERE = "altro"
OUTSIDE = {"autocomplete": "off"}


class WorryForm(OnceForm):
    """What was seen, in plain words. Nothing here asks for a fiscal code."""

    municipality = forms.ChoiceField(label=_("In quale comune vive la famiglia"))
    facts = forms.CharField(
        label=_("Che cosa hai visto o sentito"),
        help_text=_("I fatti: che cosa, quando, quante volte."),
        widget=forms.Textarea,
        max_length=5000,
    )
    worry = forms.CharField(
        label=_("Che cosa ti preoccupa"),
        widget=forms.Textarea(attrs={"rows": "2"}),
        max_length=3000,
        required=False,
    )
    good = forms.CharField(
        label=_("Che cosa va bene"),
        help_text=_("Anche una cosa piccola: è da lì che si comincia."),
        widget=forms.Textarea(attrs={"rows": "2"}),
        max_length=3000,
        required=False,
    )
    children = forms.CharField(
        label=_("Bambini e ragazzi"),
        help_text=_("Quanti sono e quanti anni hanno, per esempio «due, 7 e 4 anni»."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=OUTSIDE),
    )
    family = forms.CharField(
        label=_("Di quale famiglia si tratta"),
        help_text=_(
            "Quanto basta per riconoscerla: un nome, una classe, un telefono. Il codice fiscale non serve."
        ),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs=OUTSIDE),
    )
    knows = forms.ChoiceField(
        label=_("La famiglia sa che ci scrivi?"),
        help_text=_("Se puoi, diglielo: quasi sempre è un sollievo."),
        choices=FamilyKnows.choices,
        widget=TouchRadio(layout="pairs"),
    )
    danger_now = forms.BooleanField(
        label=_("Qualcuno è in pericolo adesso"),
        help_text=_("Prima di scrivere chiama il 112. Qui si legge in orario d'ufficio."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [("", _("Scegli il comune")), *district_choices(), (ELSEWHERE, _("Un altro comune"))]
        cast(forms.ChoiceField, self.fields["municipality"]).choices = places

    @property
    def municipality_code(self) -> str:
        """Empty for another place."""
        chosen: str = self.cleaned_data["municipality"]
        return "" if chosen == ELSEWHERE else chosen

    def said(self, source: int) -> Said:
        """What was written, coming from `source`."""
        data = self.cleaned_data
        return Said(
            source=source,
            municipality_code=self.municipality_code,
            **{
                name: data[name]
                for name in ("facts", "worry", "good", "children", "family", "knows", "danger_now")
            },
        )


class SenderFields(Form):
    """Who signals: all of it may stay empty."""

    name = forms.CharField(
        label=_("Come ti chiami"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    reach = forms.CharField(
        label=_("Telefono o e-mail"),
        help_text=_("Solo per chiederti altro e dirti che cosa è stato possibile fare."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=OUTSIDE),
    )
    relation = forms.CharField(
        label=_("Come conosci la famiglia"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs=OUTSIDE),
    )

    def sender(self) -> From:
        """Who signals, as far as it was said."""
        return From(**{name: self.cleaned_data[name].strip() for name in ("name", "reach", "relation")})


class PublicSignalForm(WorryForm, SenderFields):
    """For everybody, without an account."""

    field_order = ("voice", "kin", "municipality")
    voice = forms.ChoiceField(label=_("Chi sei"), choices=Voice.choices, widget=TouchRadio())
    kin = forms.ChoiceField(
        label=_("Se è la tua famiglia"),
        choices=Kin.choices,
        widget=TouchRadio(layout="line"),
        required=False,
    )
    website = forms.CharField(
        label=_("Lascia vuota questa casella"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        """Programs fill every box. A person whose browser did so is told, and loses nothing."""
        if self.cleaned_data["website"]:
            raise ValidationError(
                _("Questa casella va lasciata vuota: serve a riconoscere i programmi automatici.")
            )
        return ""

    def worry_said(self) -> Said:
        """What was written, with the source that the plain choices stand for."""
        return self.said(source_of(self.cleaned_data["voice"], self.cleaned_data["kin"]))


class SignalForm(WorryForm, SenderFields):
    """For who has signed in. Where `on_behalf`, at the desk, it asks who telephoned; else the hat says it."""

    source = forms.TypedChoiceField(label=_("Da dove viene"), choices=Source.choices, coerce=int)

    def __init__(self, *args: Any, on_behalf: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on_behalf = on_behalf
        if on_behalf:
            self.fields["name"].label = _("Chi segnala")
            self.fields["relation"].label = _("Come conosce la famiglia")
        else:
            for name in ("name", "reach"):
                del self.fields[name]

    def sender_for(self, viewer: Viewer) -> From:
        """Who telephoned, or the hat itself."""
        if self.on_behalf:
            return self.sender()
        return From(relation=self.cleaned_data["relation"].strip(), membership_id=viewer.membership_id)


class WordForm(OnceForm):
    """A further word."""

    words = forms.CharField(
        label=_("Aggiungi una parola"),
        help_text=_("Se qualcosa è cambiato, o ti sei ricordato di altro."),
        widget=forms.Textarea(attrs={"rows": "3"}),
        max_length=3000,
    )


class ReceiptForm(Form):
    """The code of a receipt."""

    code = forms.CharField(
        label=_("Codice della ricevuta"),
        help_text=_("Comincia con S, per esempio S-7KQ4-M2XD-9T0B."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ReceiptWordForm(ReceiptForm, WordForm):
    """A further word of who holds a receipt."""
