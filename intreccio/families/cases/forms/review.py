"""Looking together at how it goes: before, and after."""

from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.rules.review import why_not_review_on
from intreccio.ground.design.forms import DayInput, OnceForm
from intreccio.ground.kernel.clock import today


class BeginReviewForm(OnceForm):
    """What will be looked at, who will be there, when."""

    review_on = forms.DateField(label=_("Quando ci vediamo"), widget=DayInput, initial=today)
    what = forms.CharField(
        label=_("Che cosa guarderemo insieme"),
        help_text=_("Per esempio: come va a scuola, che cosa è cambiato a casa, che cosa manca ancora."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    people = forms.CharField(
        label=_("Chi ci sarà"),
        help_text=_("Prima la famiglia: genitori e figli che vogliono esserci, poi chi lavora con loro."),
        max_length=300,
    )

    def clean_review_on(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["review_on"]
        if reason := why_not_review_on(review_on=day, today=today()):
            raise forms.ValidationError(str(reason))
        return day

    @property
    def words(self) -> str:
        """As it is kept in the log."""
        said = self.cleaned_data
        return gettext("%(what)s\nCi saranno: %(people)s") % said


class EndReviewForm(OnceForm):
    """What was read together."""

    words = forms.CharField(
        label=_("Che cosa abbiamo letto insieme"),
        help_text=_(
            "Che cosa è cambiato, per chi, che cosa resta: con le parole della famiglia, dove si può."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
    )
