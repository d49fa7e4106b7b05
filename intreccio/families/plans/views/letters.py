"""The letters of a path: one takes them, says how they went, and that they were answered."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.families.plans.actions import letters as actions
from intreccio.families.plans.actions.letters import Sent
from intreccio.families.plans.actions.paths import require_going_on
from intreccio.families.plans.forms import ReasonForm
from intreccio.families.plans.forms.looking import AnsweredForm, LetterForm
from intreccio.families.plans.models import FamilyPath, PathLetter
from intreccio.families.plans.queries.letters import Letter, how_it_went, is_unborn, letters_told
from intreccio.families.plans.queries.paper_letter import as_it_went, words_of
from intreccio.families.plans.queries.paths import paths_in_sight, walk_of
from intreccio.families.plans.rules.letters import why_not_answer, why_not_take
from intreccio.families.plans.rules.stilled import why_not_speak
from intreccio.families.plans.views.asking import Asked, answer, find, sent
from intreccio.families.plans.views.walking import asked_of, find_path, page_of
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words, refuse_if
from intreccio.workshop.documents.files import download, pdf

PAPER = "families/plans/pages/print_path_letter.typ"
LONGEST = 4000  # as many as a letter keeps


@second_tap_first
def send_path_letter(request: HttpRequest, path_id: UUID, letter: str) -> HttpResponse:
    """The words of a letter, to take or to print; and how it went."""
    viewer, path = find_path(request, path_id, "send_path_letter")
    found = _of_the_version(path, letter)
    if request.method != "POST":
        refuse_if(_why_not_print(path), code="silence")
        refuse_if(_why_not_open(path, found), code="letter")
    form = LetterForm(sent(request), initial=_as_approved(found))

    def write() -> str:
        said = form.cleaned_data
        went = Sent(said["way"], said["day"], said["words"], said["turn"])
        actions.send_letter(path, letter, went, by=viewer, today=today())
        return page_of(path)

    return answer(request, form, _asked(path, found), write)


def _asked(path: FamilyPath, found: Letter) -> Asked:
    """Its words can be printed as they stand, before one says how it went."""
    more = {"print_url": reverse("print_path_letter", args=[path.pk, found.code])}
    return asked_of(
        path, found.told.part["title"], _("Scrivi com'è andata"), _("Fatto: è scritto."), lead=_lead(found),
        template="families/plans/pages/path_letter.html", more=more,
    )  # fmt: skip


def _as_approved(found: Letter) -> dict[str, str | int]:
    """What the form is opened with: the words of the version, and which time it is."""
    return {"words": found.told.part["text"], "turn": found.next.turn if found.next else 0}


@require_http_methods(["GET", "HEAD", "POST"])
def print_path_letter(request: HttpRequest, path_id: UUID, letter: str) -> HttpResponse:
    """On paper: the words that stand in the form; opened by itself, as it went, or as it was approved. It writes nothing."""
    viewer, path = find(request, paths_in_sight, path_id, "send_path_letter")
    found = _of_the_version(path, letter)
    require_going_on(path)
    refuse_if(_why_not_print(path), code="silence")
    record_reading(viewer, "print_path_letter", household_id=path.household_id, shown=[path.household_id])
    words = request.POST.get("words", "").strip()[:LONGEST] or as_it_went(found)
    drawn = pdf(PAPER, words_of(viewer, path, words, today()), title=found.told.part["title"])
    return download(drawn, now_("lettera") + ".pdf")


def _why_not_print(path: FamilyPath) -> Words | None:
    """What is not sent is not printed either."""
    stilled = why_not_speak(stilled=path.stilled_on is not None)
    return stilled or next(iter(objections("why_not_send", path.household_id)), None)


@second_tap_first
def answer_path_letter(request: HttpRequest, path_id: UUID, letter_id: UUID) -> HttpResponse:
    """They answered: it is not recalled any more."""
    viewer, path = find_path(request, path_id, "send_path_letter", page="answer_path_letter")
    row = get_object_or_404(path.letters, pk=letter_id)
    refuse_if(why_not_answer(voided=row.void_reason, answered=spoken(row.answered_on)), code="letter")
    form = AnsweredForm(sent(request), went=row.day)
    asked = asked_of(
        path, _("Hanno risposto"), _("Scrivi"), _("Fatto: non si ricorda più."), lead=_title(path, row)
    )

    def write() -> str:
        actions.answer_letter(path, row, day=form.cleaned_data["day"], by=viewer, today=today())
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def undo_path_answer(request: HttpRequest, path_id: UUID, letter_id: UUID) -> HttpResponse:
    """Nobody had answered: it was written by mistake."""
    viewer, path = find_path(request, path_id, "send_path_letter", page="undo_path_answer")
    rows = path.letters.filter(voided_at__isnull=True, answered_on__isnull=False)
    row = get_object_or_404(rows, pk=letter_id)
    form = ReasonForm(sent(request))
    asked = asked_of(
        path, _("Non hanno risposto"), _("Annulla, era un errore"), _("Fatto: si ricorda di nuovo, a suo tempo."),
        lead=_title(path, row),
    )  # fmt: skip

    def write() -> str:
        actions.undo_answer(path, row, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def void_path_letter(request: HttpRequest, path_id: UUID, letter_id: UUID) -> HttpResponse:
    """It never went."""
    viewer, path = find_path(request, path_id, "send_path_letter", page="void_path_letter")
    row = get_object_or_404(path.letters, pk=letter_id)
    refuse_if(why_not_answer(voided=row.void_reason, answered=""), code="letter")
    form = ReasonForm(sent(request))
    asked = asked_of(
        path,
        _("Non è mai andata"),
        _("Annulla, era un errore"),
        _("Fatto: la lettera aspetta di nuovo."),
        lead=_title(path, row),
    )

    def write() -> str:
        actions.void_letter(path, row, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(path)

    return answer(request, form, asked, write)


def _of_the_version(path: FamilyPath, code: str) -> Letter:
    """A letter that concerns this family; 404 for another."""
    told = [each for each in walk_of(path, today()).reading.letters if each.part["code"] == code]
    if not told:
        raise Http404
    return letters_told(path, told)[0]


def _why_not_open(path: FamilyPath, found: Letter) -> Words | None:
    """Somebody has taken it meanwhile, and it is not recalled: who, and when; or its day is far, or has no birth yet."""
    expected = found.next.turn if found.next else None
    return why_not_take(
        turn=expected or 0, expected=expected, quiet=False, remembers=False, went=how_it_went(found.gone),
        early=found.next is not None and not found.is_near, unborn=is_unborn(path, found.next),
    )  # fmt: skip


def _title(path: FamilyPath, row: PathLetter) -> str:
    told = walk_of(path, today()).reading.letters
    return next((str(each.part["title"]) for each in told if each.part["code"] == row.letter), "")


def _lead(found: Letter) -> Words:
    """From when on it goes; who took it the time before."""
    if found.next is None:
        return ""
    said = {"day": spoken(found.next.day), "went": how_it_went(found.gone)}
    if found.next.turn:
        return now_("%(went)s Si ricorda %(day)s a chi non ha risposto, con il tuo nome.") % said
    return now_("Da portare %(day)s, con il tuo nome: niente parte da solo.") % said
