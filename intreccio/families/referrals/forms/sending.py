"""The request: what, what they must know, and the family's yes."""

from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.referrals.actions import Asked
from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.families.referrals.queries.deciding import who_can_say_yes, why_not_yes
from intreccio.families.referrals.queries.snapshot import Family
from intreccio.families.referrals.queries.starting import Ready
from intreccio.families.referrals.rules.sending import kept_back, more_than_needed, why_not_send
from intreccio.families.referrals.vocabulary import MINIMUM, WHY_SHARED, Consent, SharedField, Urgency
from intreccio.ground.design.forms import DayInput, Explained, OnceForm, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.queries.members import Member

DAYS = 7
WHOLE = ""


def _choice(field: SharedField) -> tuple[str, Explained]:
    return field.value, Explained(capfirst(field.label), WHY_SHARED[field])


class SendForm(OnceForm):
    """Three blocks on one page; the preview is drawn from the same answers."""

    marks: ClassVar = {
        "person": "",
        "consent_also": "",
        "consent_reason": gettext_lazy("solo se manca il sì di chi decide"),
        "more_reason": gettext_lazy("solo se avete aggiunto qualcosa"),
    }
    person = forms.ChoiceField(label=gettext_lazy("Per chi"), required=False)
    request = forms.CharField(
        label=gettext_lazy("La richiesta, in due righe"),
        help_text=gettext_lazy("La leggerà chi risponde, e la può leggere anche la famiglia."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=400,
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("Quando serve"), choices=[(code, capfirst(label)) for code, label in Urgency.choices]
    )  # fmt: skip
    answer_by = forms.DateField(label=gettext_lazy("Ci rispondano entro"), widget=DayInput)
    least = forms.MultipleChoiceField(
        label=gettext_lazy("Il minimo"), required=False, widget=TouchBoxes, choices=[_choice(each) for each in MINIMUM]
    )  # fmt: skip
    more = forms.MultipleChoiceField(
        label=gettext_lazy("Che cosa aggiungere"), required=False, widget=TouchBoxes
    )
    more_reason = forms.CharField(label=gettext_lazy("Perché serve di più"), required=False, max_length=200)
    consent = forms.ChoiceField(
        label=gettext_lazy("Come ha detto di sì"), widget=TouchRadio,
        choices=[(code, Explained(capfirst(label), "")) for code, label in Consent.choices],
    )  # fmt: skip
    consent_of = forms.ChoiceField(label=gettext_lazy("Chi ha detto di sì"))
    consent_also = forms.MultipleChoiceField(
        label=gettext_lazy("Ha detto di sì anche"), required=False, widget=TouchBoxes
    )
    consent_reason = forms.CharField(
        label=gettext_lazy("Perché si va avanti senza un sì"),
        help_text=gettext_lazy("Un'assenza, un'urgenza: resta scritto qui, e non parte con la richiesta."),
        required=False,
        max_length=300,
    )
    consent_on = forms.DateField(label=gettext_lazy("Quando"), widget=DayInput)

    def __init__(
        self, *args: Any, family: Family, need: str = "", initial: dict[str, Any], **kwargs: Any
    ) -> None:
        day = today()
        first = {
            "urgency": Urgency.WEEKS, "answer_by": day + timedelta(days=DAYS), "least": list(MINIMUM), "consent_on": day,
        }  # fmt: skip
        super().__init__(*args, initial={**first, **initial}, **kwargs)
        is_protected = family.seen.household.is_protected
        self.day, self.family, self.need = day, family, need
        yes = who_can_say_yes(family)
        field_of(self, "person", forms.ChoiceField).choices = [
            (WHOLE, _("tutta la famiglia")),
            *_named(family.members),
        ]
        field_of(self, "consent_of", forms.ChoiceField).choices = yes
        field_of(self, "consent_also", forms.MultipleChoiceField).choices = yes
        if len(yes) < 2:
            del self.fields["consent_also"]
        if not family.deciding.of_each:
            del self.fields["consent_reason"]
        field_of(self, "more", forms.MultipleChoiceField).choices = [
            _choice(each) for each in SharedField if each not in MINIMUM and each not in kept_back(is_protected=is_protected)
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The same rule that the action asks, said beside the fields."""
        said = self.cleaned_data
        if {"request", "answer_by", "consent_on"} <= set(said):
            reason = why_not_send(
                shared=self.shared, more_reason=said.get("more_reason", ""), request=said["request"],
                answer_by=said["answer_by"], consent_on=said["consent_on"], today=self.day,
            )  # fmt: skip
            if reason is not None:
                raise forms.ValidationError(str(reason))
        if said.get("consent_of") and "person" in said and (no := self._why_not_yes()):
            self.add_error("consent_reason" if "consent_reason" in self.fields else None, str(no))
        return said

    def _why_not_yes(self) -> Words | None:
        return why_not_yes(
            self.family,
            self._about,
            self.need,
            yes=self._yes,
            reason=self.cleaned_data.get("consent_reason", ""),
        )

    @property
    def _about(self) -> UUID | None:
        return UUID(self.cleaned_data["person"]) if self.cleaned_data["person"] else None

    @property
    def _yes(self) -> set[str]:
        return {self.cleaned_data["consent_of"], *self.cleaned_data.get("consent_also", [])}

    @property
    def shared(self) -> list[str]:
        """Everything that was ticked."""
        return [*self.cleaned_data.get("least", []), *self.cleaned_data.get("more", [])]

    def asked(self, ready: Ready) -> Asked:
        """What was answered, as the action takes it."""
        said = self.cleaned_data
        return Asked(
            service=ready.service,
            need=ready.need.code,
            request=said["request"],
            urgency=said["urgency"],
            answer_by=said["answer_by"],
            shared=self.shared,
            consent=said["consent"],
            consent_on=said["consent_on"],
            **consent_of(said["consent_of"]),
            consent_also=[key for key in said.get("consent_also", []) if key != said["consent_of"]],
            consent_reason=said.get("consent_reason", ""),
            person_id=self._about,
            more_reason=said["more_reason"],
            action_id=ready.action.pk if ready.action else None,
        )


def consent_of(said: str) -> dict[str, Any]:
    """Somebody by their key, or who is not of the family in words."""
    try:
        return {"consent_of": UUID(said)}
    except ValueError:
        return {"consent_of": None, "consent_words": said}


def _named(members: list[Member]) -> list[tuple[str, str]]:
    return [(str(one.person.pk), f"{one.name}, {one.age}" if one.age else one.name) for one in members]


def kept_answers(sent: QueryDict) -> dict[str, Any]:
    """What was filled in so far, for a form that is drawn again before it is sent."""
    lists = {name: sent.getlist(name) for name in ("least", "more", "consent_also") if sent}
    skipped = {"csrfmiddlewaretoken", "once", "preview"}
    return {**{name: value for name, value in sent.items() if name not in skipped}, **lists}


def said_before(referral: Referral, origin: ReferralOrigin) -> dict[str, Any]:
    """The words of a request that was a no, to be asked elsewhere."""
    return {
        "request": referral.request,
        "urgency": referral.urgency,
        "person": str(origin.person_id or WHOLE),
        "least": [each for each in origin.shared if each in MINIMUM],
        "more": more_than_needed(origin.shared),
        "more_reason": origin.shared_reason,
    }
