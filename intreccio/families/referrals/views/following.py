"""What the family's side does after asking, and the words of both."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.families.referrals import actions
from intreccio.families.referrals.forms.steps import AnswerForm, WithdrawForm, WordForm
from intreccio.families.referrals.views.finding import find, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def withdraw_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Who asked takes it back."""
    viewer, sight = find(request, referral_id, "withdraw_referral")
    form = WithdrawForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("Ritira la richiesta"))
    said = form.cleaned_data

    def write() -> None:
        actions.withdraw_referral(
            sight.referral, reason=said["reason"], words=said["words"], by=viewer, today=today()
        )

    return lead(request, form, sight, write, _("Fatto: la richiesta è ritirata."))


@second_tap_first
def write_word(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """A question or an answer, from either side."""
    viewer, sight = find(request, referral_id, "write_word")
    form = WordForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("Scrivi"))
    said = form.cleaned_data

    def write() -> None:
        actions.write_word(sight.referral, words=said["words"], by=viewer, today=today())

    return lead(request, form, sight, write, _("Fatto: lo leggono anche loro."))


@second_tap_first
def record_answer(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """What the family says."""
    viewer, sight = find(request, referral_id, "record_answer")
    form = AnswerForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("Chiedi se ha aiutato"), button=_("Registra e chiudi"))
    said = form.cleaned_data

    def write() -> None:
        actions.record_answer(
            sight.referral, helped=said["helped"], words=said["words"], by=viewer, today=today()
        )

    return lead(request, form, sight, write, _("Fatto: il cerchio è chiuso, con la risposta della famiglia."))
