"""A child's own words, and whom they are for; or why there are none."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.actions import ChildSaid
from intreccio.families.assessments.models import ChildWords
from intreccio.families.assessments.rules.hearing import why_not_reason, why_not_silent, why_not_write_words
from intreccio.families.assessments.vocabulary import Agreed, Heard, NotHeard
from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm

# As they are put to the child: who really reads them.
AGREED = {
    Agreed.NEAR: _("No: solo chi le ha raccolte e chi è il riferimento della famiglia"),
    Agreed.TEAM: _("Sì, chi lavora con la famiglia e chi li guida: stanno accanto alle voci dei grandi"),
    Agreed.PLAN: _(
        "Sì, anche nel progetto e sui fogli: li legge la sua famiglia, e chi riceve una relazione (tribunale, scuola, comune)"
    ),
}
NOT_ASKED = _(
    "Non gliel'abbiamo ancora chiesto: per ora le legge chi lavora con la famiglia, e sui fogli non vanno"
)
AGREED_HELP = _("Si chiede a chi le ha dette. Se non lo sa ancora, per adesso è no.")


def agreed_choices(row: ChildWords | None) -> list[tuple[str, Any]]:
    """What one can answer; that nobody has asked can be left as it is, and not said anew."""
    asked = [(code.value, label) for code, label in AGREED.items()]
    was_asked = row is None or row.heard == Heard.NOT_YET or row.agreed != Agreed.NOT_ASKED
    return asked if was_asked else [*asked, (Agreed.NOT_ASKED.value, NOT_ASKED)]


class ChildWordsForm(RowForm):
    """A child's own words; or why there are none. `may_ask`: the viewer was there, or the family refers to them."""

    mark_optional = False
    heard = forms.ChoiceField(
        label=_("Come lo ha detto"),
        choices=[(each.value, capfirst(each.label)) for each in Heard],
        widget=TouchRadio(layout="pairs"),
    )
    words = forms.CharField(
        label=_("Le sue parole, come le ha dette"),
        help_text=_("Anche poche. Se ha disegnato o giocato, che cosa si vedeva."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    agreed = forms.ChoiceField(
        label=_("Vuole che altri le leggano?"), help_text=AGREED_HELP, widget=TouchRadio, required=False
    )
    listener = forms.CharField(
        label=_("Chi ha ascoltato, se non sei tu"),
        help_text=_("La maestra, il curatore, chi lo ha in affido: per nome."),
        max_length=120,
        required=False,
    )
    not_heard = forms.ChoiceField(
        label=_("Se non ci sono parole, perché"), widget=TouchRadio(layout="pairs"), required=False
    )
    not_heard_words = forms.CharField(
        label=_("Se il motivo è un altro, quale"), max_length=300, required=False
    )
    heard_on = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(
        self,
        *args: Any,
        row: ChildWords | None = None,
        is_owed: bool = False,
        may_ask: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.is_owed, self.agreed_now = is_owed, row.agreed if row else Agreed.NEAR.value
        reasons = [each for each in NotHeard if not why_not_reason(each, is_owed=is_owed)]
        field_of(self, "not_heard", forms.ChoiceField).choices = [
            (each.value, capfirst(each.label)) for each in reasons
        ]
        field_of(self, "agreed", forms.ChoiceField).choices = agreed_choices(row)
        if row is None or row.heard == Heard.NOT_YET:
            self.initial["agreed"] = Agreed.NEAR.value
        if not may_ask:
            del self.fields["agreed"]

    def clean(self) -> dict[str, Any]:
        """Words where somebody was heard, a reason where nobody was; where both are written, one asks."""
        cleaned = super().clean() or {}
        heard, words = cleaned.get("heard"), cleaned.get("words", "")
        if heard == Heard.NOT_YET:
            self._without_words(cleaned, words)
        elif heard and "words" in cleaned and not words.strip():
            self.add_error("words", _("Scrivi che cosa ha detto, anche in due parole"))
        if heard and heard != Heard.NOT_YET and cleaned.get("agreed") == "":
            self.add_error("agreed", _("Scegli chi può leggere le sue parole"))
        day = cleaned.get("heard_on")
        if day and (reason := why_not_write_words(heard_on=day, today=today())):
            self.add_error("heard_on", str(reason))
        return cleaned

    def _without_words(self, cleaned: dict[str, Any], words: str) -> None:
        other, written = (
            cleaned.get("not_heard") == NotHeard.OTHER,
            cleaned.get("not_heard_words", "").strip(),
        )
        if reason := why_not_silent(heard=Heard.NOT_YET, words=words):
            self.add_error("words", str(reason))
        if not cleaned.get("not_heard") and "not_heard" not in self.errors:
            self.add_error("not_heard", _("Scegli perché non ci sono ancora parole"))
        if other and not written:
            self.add_error("not_heard_words", _("Scrivi il motivo, in poche parole"))
        if written and not other:
            self.add_error("not_heard_words", _("Hai scritto un motivo: scegli «altro», o toglilo da qui"))

    @property
    def said(self) -> ChildSaid:
        """As it was told."""
        return ChildSaid(**{"agreed": self.agreed_now, **self.values()})


class ShareWordsForm(EditForm):
    """Whom the child agrees to show its words to, now."""

    agreed = forms.ChoiceField(
        label=_("Vuole che altri le leggano?"),
        help_text=AGREED_HELP,
        choices=[(code.value, label) for code, label in AGREED.items()],
        widget=TouchRadio,
    )
