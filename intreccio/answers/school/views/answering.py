"""The one page of this area that is opened without an access: a teacher's sheet, once, on whatever telephone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from intreccio.answers.school.actions import sheets as actions
from intreccio.answers.school.forms.sheets import TeacherForm
from intreccio.answers.school.queries.sheets import Closed, opened_by
from intreccio.answers.school.views.asking import sent
from intreccio.families.access.actions.limits import address_of
from intreccio.families.access.rules.addresses import connection_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.refused import Refused

ANSWERED = "answered"  # not the address: a token stands in no row
SHEET = "answers/school/pages/answer_school_sheet.html"
CLOSED = "answers/school/pages/closed_school_sheet.html"
STATUS = {"unknown": 404, "used": 200, "expired": 410}


@require_http_methods(["GET", "HEAD", "POST"])
def answer_school_sheet(request: HttpRequest, token: str) -> HttpResponse:
    """Of one child, by first name and class: what goes well, what costs effort, what would help."""
    try:
        return _opened(request, token)
    except Closed as closed:
        return _closed(request, closed.why)


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    sheet = actions.open_school_sheet(token, today())
    form = TeacherForm(sent(request), instrument=sheet.instrument)
    if form.is_valid():
        return _written(request, token, form)
    context = {
        "sheet": sheet,
        "form": form,
        "title": sheet.instrument.said["title"],
        "intro": sheet.instrument.said["lead"],
    }
    return _drawn(request, SHEET, context, 422 if form.is_bound else 200)


def _written(request: HttpRequest, token: str, form: TeacherForm) -> HttpResponse:
    """Writes it once. Whoever was a moment later is told kindly, with what they had written."""

    def write() -> str:
        actions.answer_school_sheet(token, form.told, signed=form.cleaned_data["signed"], today=today())
        return ANSWERED

    try:
        once(form.cleaned_data["once"], write)
    except Refused as no:
        opened_by(token)  # it may have been answered, or taken back, a moment ago: it says so itself
        raise Closed("expired") from no
    return redirect(request.path)


def _closed(request: HttpRequest, why: str) -> HttpResponse:
    if why == "unknown" and actions.count_wrong(connection_of(address_of(request))):
        return _drawn(request, CLOSED, {"why": "too_many"}, 429)
    left = _left(request) if request.method == "POST" and why != "unknown" else []
    status = 409 if left and why == "used" else STATUS[why]
    return _drawn(request, CLOSED, {"why": why, "left": left}, status)


def _left(request: HttpRequest) -> list[str]:
    """What was written and found no place any more: it is given back."""
    told = ((name, str(words).strip()) for name, words in request.POST.items())
    return [words for name, words in told if name.startswith("facts-") and words]


def _drawn(request: HttpRequest, page: str, context: dict[str, object], status: int) -> HttpResponse:
    """Neither kept on the way nor found by whoever searches."""
    answered = render(request, page, context, status=status)
    answered["Cache-Control"], answered["X-Robots-Tag"] = "no-store", "noindex, nofollow"
    return answered
