"""What the body that was asked does."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.families.referrals import actions
from intreccio.families.referrals.forms.steps import AcceptForm, DeclineForm, EndForm, StartForm, WaitForm
from intreccio.families.referrals.views.finding import find, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def accept_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The service says yes."""
    viewer, sight = find(request, referral_id, "accept_referral")
    form = AcceptForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("Sì, venite"))
    said = form.cleaned_data

    def write() -> None:
        actions.accept_referral(sight.referral, words=said["words"], by=viewer, today=today())

    return lead(request, form, sight, write, _("Fatto: è accolto, e chi ha chiesto lo sa."))


@second_tap_first
def put_on_waiting_list(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Yes, and not at once."""
    viewer, sight = find(request, referral_id, "put_on_waiting_list")
    form = WaitForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("Sì, ma non subito"))
    said = form.cleaned_data

    def write() -> None:
        actions.put_on_waiting_list(sight.referral, words=said["words"], by=viewer, today=today())

    return lead(request, form, sight, write, _("Fatto: è in lista d'attesa, e chi ha chiesto lo sa."))


@second_tap_first
def decline_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """This time no, with its reason."""
    viewer, sight = find(request, referral_id, "decline_referral")
    form = DeclineForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("Questa volta no"))
    said = form.cleaned_data

    def write() -> None:
        actions.decline_referral(
            sight.referral, reason=said["reason"], words=said["words"], by=viewer, today=today()
        )

    return lead(
        request,
        form,
        sight,
        write,
        _("Fatto: il no resta scritto con il suo motivo, e chi ha chiesto lo sa."),
    )


@second_tap_first
def start_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The first day has come."""
    viewer, sight = find(request, referral_id, "start_referral")
    form = StartForm(request.POST or None)
    if not form.is_valid():
        return show(request, sight, form, _("È cominciato"))
    said = form.cleaned_data

    def write() -> None:
        actions.start_referral(sight.referral, words=said["words"], by=viewer)

    return lead(request, form, sight, write, _("Fatto: è in corso."))


@second_tap_first
def end_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The service has done its part."""
    viewer, sight = find(request, referral_id, "end_referral")
    form = EndForm(request.POST or None, state=sight.referral.state)
    if not form.is_valid():
        step = _("Abbiamo concluso") if form.has_met else _("Non ci siamo incontrati")
        return show(request, sight, form, step)
    said = form.cleaned_data

    def write() -> None:
        actions.end_referral(
            sight.referral, reason=said["reason"], words=said["words"], by=viewer, today=today()
        )

    told = (
        _("Fatto: ora chi ha chiesto sente dalla famiglia se ha aiutato.")
        if form.has_met
        else _("Fatto: il posto è libero, e chi ha chiesto lo sa.")
    )
    return lead(request, form, sight, write, told)
