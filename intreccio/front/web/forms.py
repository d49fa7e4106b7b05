"""The search box."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import Form


class SearchForm(Form):
    """Words. They travel in the body of the request, never in its address (law 13)."""

    words = forms.CharField(
        label=_("Che cosa cerchi"),
        help_text=_("Un nome, un telefono, il codice di una famiglia; un ente o un servizio."),
        min_length=2,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )
