"""Who says yes, what is not agreed on, and when it is looked at again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid5

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.actions.agreeing import Disagreed
from intreccio.families.plans.queries.choices import Choice
from intreccio.families.plans.rules.differing import why_not_said
from intreccio.families.plans.rules.force import why_not_review
from intreccio.families.plans.rules.signing import ONES_OWN, why_not_mark
from intreccio.families.plans.vocabulary import HowAccepted
from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.forms import DocumentField, SignatureField

# What one says by oneself, from one's own access or telephone, is chosen by nobody for somebody else.
HOW = [(one.value, capfirst(one.label)) for one in HowAccepted if one not in ONES_OWN]


CHOOSE_AGAIN = _("Scegli di nuovo il file: il resto è rimasto, un file il browser non lo ridà.")
Reasons = Callable[[str, str, date], Mapping[str, Words | None]]
ASK = _(
    "Chiediglielo. Senza il suo sì resta a chi lavora con la famiglia: non va sui fogli per la famiglia, nelle relazioni e dove si firma."
)
AGREED = ("review_on", "review_where", "one_side_reason", "without_reason", "unheard_reason")


class AcceptForm(OnceForm):
    """Who said yes, when and how; where it was signed, the signature."""

    helpers = frozenset({"signature", "scan"})
    marks: ClassVar = {
        "signature": _("se firma qui"),
        "scan": _("se ha firmato su carta"),
        "shared": "",
        "listener": _("se è minorenne"),
    }
    who = forms.ChoiceField(label=_("Chi ha detto sì"))
    how = forms.ChoiceField(label=_("Come"), choices=HOW, widget=TouchRadio)
    signature = SignatureField(label=_("La firma"), required=False, photo=False)
    scan = DocumentField(
        label=_("Il foglio firmato"), help_text=_("Una fotografia o una scansione, se c'è."), required=False
    )
    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
    reservation = forms.CharField(
        label=_("Con quale riserva"),
        help_text=_("Se dice sì, ma non a tutto: con le sue parole."),
        max_length=300,
        required=False,
    )
    shared = forms.BooleanField(
        label=_("Se è minorenne: è d'accordo che la riserva la leggano la famiglia e altri"),
        help_text=ASK,
        required=False,
    )
    listener = forms.ChoiceField(
        label=_("Chi l'ha ascoltato"), help_text=_("Chi ne ha parlato con lei o con lui."), required=False
    )

    def __init__(
        self,
        *args: Any,
        signers: list[tuple[str, list[Choice]]],
        listeners: list[Choice],
        reasons: Reasons,
        **kwargs: Any,
    ) -> None:
        """`reasons`: what the rule says of who, how and which day, by field."""
        super().__init__(*args, **kwargs)
        self.reasons = reasons
        field_of(self, "who", forms.ChoiceField).choices = [("", _("scegli")), *signers]
        field_of(self, "listener", forms.ChoiceField).choices = [("", _("chi scrive")), *listeners]

    def clean(self) -> dict[str, Any]:
        """What was signed is there to be seen, once. The key of this writing knows the file too."""
        said = super().clean() or {}
        if {"who", "how", "day"} <= said.keys():
            add_reasons(self, **self.reasons(said["who"], said["how"], said["day"]))
        if not {"signature", "scan"} & self.errors.keys() and "how" in said:
            self._look_at_mark(said)
        if said.get("scan") and self.errors:
            self.add_error("scan", CHOOSE_AGAIN)
        return said

    def _look_at_mark(self, said: dict[str, Any]) -> None:
        where = "scan" if said.get("scan") else "signature"
        if said.get("scan") and said.get("signature"):
            self.add_error("scan", _("Una firma alla volta: disegnata qui, o sul foglio."))
        elif reason := why_not_mark(said["how"], has_mark=bool(self.mark), is_picture=_is_picture(self.mark)):
            self.add_error(where, str(reason))
        if self.mark and "once" in said:
            said["once"] = uuid5(said["once"], self.mark.sha256)

    @property
    def mark(self) -> Content | None:
        """The picture of the signature, drawn here or on paper."""
        return self.cleaned_data.get("scan") or self.cleaned_data.get("signature") or None

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, as the action takes it; who it is, the view finds."""
        told, listener = self.cleaned_data, self.cleaned_data["listener"]
        return {
            "how": told["how"], "day": told["day"], "reservation": told["reservation"], "mark": self.mark,
            "listener_id": UUID(listener) if listener else None, "shared": told["shared"],
        }  # fmt: skip


def _is_picture(mark: Content | None) -> bool:
    return mark is None or mark.media_type.is_picture


class DisagreementForm(OnceForm):
    """What each says, and how one goes on all the same."""

    marks: ClassVar = {
        "who": "",
        "said_on": "",
        "somebody": _("se non è nell'elenco"),
        "shared": "",
    }

    who = forms.ChoiceField(label=_("Chi non è d'accordo"), required=False)
    somebody = forms.CharField(label=_("Oppure qualcun altro"), max_length=120, required=False)
    said_on = forms.DateField(label=_("Quando lo ha detto"), widget=DayInput, initial=today, required=False)
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
    shared = forms.BooleanField(
        label=_("Se è minorenne, o non è nell'elenco: è d'accordo che lo leggano la famiglia e altri"),
        help_text=ASK,
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
        day = cleaned.get("said_on")
        if day and (reason := why_not_said(said_on=day, settled_on=None, today=today())):
            self.add_error("said_on", str(reason))
        return cleaned

    @property
    def disagreed(self) -> Disagreed:
        """What was filled in, as the actions take it; who it is, the view finds."""
        said = self.cleaned_data
        return Disagreed(
            said["words"], said["team_thinks"], said["how_we_go_on"], said["said_on"], said["shared"]
        )


class InForceForm(OnceForm):
    """When and where it is looked at again."""

    review_on = forms.DateField(label=_("Quando lo rivediamo insieme"), widget=DayInput)
    review_where = forms.CharField(
        label=_("Dove, e con chi"),
        help_text=_("«A casa di Elena, con Nadia»."),
        max_length=160,
        required=False,
    )
    one_side_reason = forms.CharField(
        label=_("Perché qui manca"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        required=False,
    )
    without_reason = forms.CharField(
        label=_("Perché si comincia lo stesso"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        required=False,
    )

    unheard_reason = forms.CharField(
        label=_("Perché si comincia prima di ascoltare"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        missing: Words | None = None,
        unheard: Words | None = None,
        one_side: Words | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        hint = _(
            "Un ragazzo o una ragazza senza genitori qui, figli che vivono altrove: resta scritto nel progetto e si stampa."
        )
        self._explain("one_side_reason", one_side, hint)
        self._explain(
            "without_reason", missing, _("Un'assenza, un'urgenza: resta scritto nel progetto e si stampa.")
        )
        hint = _(
            "Preferisce aspettare, adesso le o gli farebbe male: resta scritto nel progetto e si stampa."
        )
        self._explain("unheard_reason", unheard, hint)

    def clean(self) -> dict[str, Any]:
        """A day to come, within the year."""
        said = super().clean() or {}
        if day := said.get("review_on"):
            add_reasons(self, review_on=why_not_review(day, today=today()))
        return said

    def _explain(self, name: str, missing: Words | None, hint: Words) -> None:
        """Asked only where there is something to explain."""
        if missing is None:
            del self.fields[name]
        else:
            self.fields[name].help_text = f"{missing} {hint}"
            self.fields[name].required = True

    @property
    def agreed(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        return {
            name: self.cleaned_data[name]
            for name in self.fields
            if name in AGREED and name in self.cleaned_data
        }
