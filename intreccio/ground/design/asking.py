"""One form on a page, however it is drawn: shown; kept, with what is missing, with both answers, with a no; or written once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from intreccio.ground.kernel.attempts import record_attempt
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused, Words

Write = Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """How an area draws its page, and what it says afterwards.

    draw: of a form and a status; both: of a form and the row as it stands, where somebody else wrote first.
    there: where it leads, unless `write` says; empty where only `write` knows.
    keeps_but: a no is said above the form, but for the one of this code; None: a no is a page of its own.
    whole: the same form with everything that can be chosen, where the one that was sent is only read.
    """

    draw: Callable[[Any, int], HttpResponse]
    both: Callable[[Any, Any], HttpResponse]
    said: Words
    there: str = ""
    keeps_but: str | None = None
    whole: Callable[[], Any] | None = None

    def again(self, form: Any) -> Any:
        """The form that is shown again, with what was sent."""
        if self.whole is None:
            return form
        whole = self.whole()
        whole.is_valid()
        return whole


def ask(request: HttpRequest, form: Any, page: Drawn, write: Write) -> HttpResponse:
    """Answers a page with one form. Raises Refused where `page` keeps no no."""
    if request.method != "POST":
        return page.draw(form, 200)
    if not form.is_valid():
        return page.draw(page.again(form), 422)
    try:
        address = once(form.cleaned_data["once"], lambda: write() or page.there, leads_to=page.there)
    except Changed as changed:
        return page.both(page.again(form), changed.current)
    except Refused as no:
        if page.keeps_but is None:
            raise
        kept = page.again(form)
        _keep_no(request, kept, no, but=page.keeps_but)
        return page.draw(kept, no.status)
    messages.success(request, str(page.said))
    return redirect(address)


def _keep_no(request: HttpRequest, form: Any, no: Refused, *, but: str = "") -> None:
    """A no that no field could tell beforehand (somebody was quicker) is said above what was written, which is all there.

    but: the code of a no after which the form is not to be shown again. Raises it, and one that forbids or leads elsewhere.
    """
    if isinstance(no, NotAllowed) or no.leaves is not None or no.code == but:
        raise no
    record_attempt(request, no)
    form.add_error(None, " ".join(str(words) for words in (no.reason, no.way_out) if words))
