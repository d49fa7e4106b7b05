"""For everybody, without an account. The house acts here: it writes, and cannot read back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.families.access.actions.limits import TooMany, address_of, count_asking, count_sending
from intreccio.families.access.actions.receive import PUBLIC_FORM, digest_of, receipt_for
from intreccio.families.access.actions.receive import send_signal as send
from intreccio.families.access.actions.words import add_word_by_receipt
from intreccio.families.access.forms.signals import PublicSignalForm, ReceiptForm, ReceiptWordForm
from intreccio.families.access.queries.signals import months_kept, receipt_of
from intreccio.ground.kernel.acting import act
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once

Form = ReceiptForm | ReceiptWordForm | PublicSignalForm


def too_many(form: Form) -> None:
    """Says it above the form, which keeps what was written."""
    form.add_error(
        None,
        _(
            "Un po' di tempo: da questo collegamento è arrivato molto in un'ora. Riprova più tardi; se è urgente telefona."
        ),
    )


@never_cache
@require_http_methods(["GET", "POST"])
def send_signal(request: HttpRequest) -> HttpResponse:
    """The public form; when it is sent, the receipt."""
    act(PUBLIC_FORM)
    form = PublicSignalForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _form(request, form, status=422 if form.is_bound else 200)
    key: UUID = form.cleaned_data["once"]
    try:
        once(key, lambda: _send(request, form, key), leads_to=reverse("signal_receipt"))
    except TooMany:
        too_many(form)
        return _form(request, form, status=429)
    # Not a redirect: the code is shown here and stands in no address. A second tap shows it again and writes nothing.
    said = {"code": receipt_for(key), "danger": form.cleaned_data["danger_now"]}
    return render(request, "families/access/pages/signal_sent.html", said)


def _form(request: HttpRequest, form: PublicSignalForm, *, status: int) -> HttpResponse:
    context = {"form": form, "months": months_kept(today())}
    return render(request, "families/access/pages/send_signal.html", context, status=status)


def _send(request: HttpRequest, form: PublicSignalForm, key: UUID) -> str:
    count_sending(address_of(request), today())
    send(form.worry_said(), form.sender(), receipt=receipt_for(key), today=today())
    return reverse("signal_receipt")


@never_cache
@require_http_methods(["GET", "POST"])
def signal_receipt(request: HttpRequest) -> HttpResponse:
    """What a receipt code tells: received, read. A POST may bring a further word."""
    act(PUBLIC_FORM)
    form = ReceiptWordForm(request.POST) if "words" in request.POST else ReceiptForm(request.POST or None)
    page = "families/access/pages/signal_receipt.html"
    if request.method == "GET":
        return render(request, page, {"form": form})
    try:
        count_asking(address_of(request), today())
    except TooMany:
        too_many(form)
        return render(request, page, {"form": form}, status=429)
    found = receipt_of(digest_of(request.POST.get("code", "")) or "")
    if found is None:
        form = ReceiptForm(request.POST)
        form.add_error("code", _("Questo codice non porta a nessuna segnalazione. Controlla ogni lettera."))
        return render(request, page, {"form": form}, status=422)
    return _add_word(request, form, {"found": found})


def _add_word(request: HttpRequest, form: Form, context: dict[str, Any]) -> HttpResponse:
    page, code = "families/access/pages/signal_receipt.html", request.POST["code"]
    if "words" in request.POST:
        if not form.is_valid():
            return render(request, page, {**context, "form": form, "word": form}, status=422)
        words = form.cleaned_data["words"]
        once(form.cleaned_data["once"], lambda: _keep(code, words), leads_to=reverse("signal_receipt"))
        context["added"] = True
    return render(request, page, {**context, "form": form, "word": ReceiptWordForm(initial={"code": code})})


def _keep(code: str, words: str) -> str:
    add_word_by_receipt(digest_of(code) or "", words)
    return reverse("signal_receipt")


@require_safe
def signal_privacy(request: HttpRequest) -> HttpResponse:
    """What happens with what is written, in plain words."""
    act(PUBLIC_FORM)
    return render(request, "families/access/pages/signal_privacy.html", {"months": months_kept(today())})
