"""Paths of who works: one's own, and those of who has named one."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.ground.design.forms import OnceForm
from intreccio.ground.design.sheets import Sheet, answer
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.network.staff import actions, queries
from intreccio.network.staff.actions import Lost
from intreccio.network.staff.forms import BeginWorkerPathForm, EndWorkerPathForm, NameReadersForm, TakeOffForm
from intreccio.network.staff.models import WorkerPath
from intreccio.workshop.protocols.forms.running import MarkForm
from intreccio.workshop.protocols.forms.versions import VoidForm
from intreccio.workshop.protocols.rules.definition import title_of
from intreccio.workshop.protocols.vocabulary import PartKind

LIST = _("Percorsi per chi lavora")


@require_safe
def worker_path_list(request: HttpRequest) -> HttpResponse:
    """One's own paths, those that one reads because somebody wanted one near, and what can be begun."""
    viewer = viewer_of(request)
    paths = list(queries.worker_paths_in_sight())
    if not paths:
        actions.require_may_begin(viewer)
    record_reading(viewer, "worker_path_list", shown=[path.pk for path in paths])
    context = {
        "own": [path for path in paths if path.user_id == viewer.user_id],
        "near": [path for path in paths if path.user_id != viewer.user_id],
        "startable": queries.startable_by(viewer) if queries.may_begin(viewer) else [],
    }
    return render(request, "network/staff/pages/worker_path_list.html", context)


@require_safe
def worker_path_page(request: HttpRequest, worker_path_id: UUID) -> HttpResponse:
    """One path: what may do good now, what comes, what was done, the words of the guide; to whose it is, who reads it."""
    viewer, path = _find(request, worker_path_id)
    record_reading(viewer, "worker_path_page", shown=[path.pk])
    walk, own = queries.walk_of(path, today()), path.user_id == viewer.user_id
    context = {
        "path": path, "walk": walk, "reading": walk.reading, "own": own, "readers": queries.readers_of(path) if own else [],
        "may_mark": path.ended_on is None, "mark_name": "mark_worker_step", "void_name": "void_worker_mark",
        "cards": queries.where_to_turn(viewer, path, today()), "no_longer": queries.mistakes_of(path, walk),
    }  # fmt: skip
    return render(request, "network/staff/pages/worker_path_page.html", context)


@second_tap_first
def begin_worker_path(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """For oneself, with a version in use."""
    viewer = viewer_of(request)
    actions.require_may_begin(viewer)
    version = next(
        (each.row for each in queries.startable_by(viewer) if each.row.pk == protocol_version_id), None
    )
    if version is None:
        raise Http404
    people = queries.who_could_read(viewer, today())
    form = BeginWorkerPathForm(request.POST or None, definition=version.said, people=people)
    sheet = Sheet(version.title, _("Comincia"), LIST, reverse("worker_path_list"), lead=version.said["lead"])

    def write() -> str:
        return _page_of(
            actions.begin_worker_path(version, _lost(form.cleaned_data), by=viewer, today=today())
        )

    return answer(request, sheet, form, write, said=_("Fatto: il percorso è cominciato."))


@second_tap_first
def mark_worker_step(request: HttpRequest, worker_path_id: UUID, step: str) -> HttpResponse:
    """What was done of a step, or why it is not needed."""
    viewer, path = _find(request, worker_path_id)
    told = next((each.told for each in queries.walk_of(path, today()).steps if each.code == step), None)
    if told is None:
        raise Http404
    form = MarkForm(request.POST or None)

    def write() -> None:
        said = form.cleaned_data
        actions.mark_worker_step(
            path, step, said["state"], day=said["day"], words=said["words"], by=viewer, today=today()
        )

    return _answer(request, path, (told.part["title"], _("Scrivi")), form, write, lead=told.part["text"])


@second_tap_first
def void_worker_mark(request: HttpRequest, worker_path_id: UUID, worker_mark_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, path = _find(request, worker_path_id)
    mark = get_object_or_404(queries.mark_in_sight(path), pk=worker_mark_id)
    form = VoidForm(request.POST or None)

    def write() -> None:
        actions.void_worker_mark(path, mark, reason=form.cleaned_data["reason"], by=viewer)

    step = title_of(path.protocol_version.said, PartKind.STEPS, mark.step)
    words = (_("Non è andata così"), _("Annulla, era un errore"))
    return _answer(request, path, words, form, write, lead=step)


@second_tap_first
def name_path_readers(request: HttpRequest, worker_path_id: UUID) -> HttpResponse:
    """Whom one wants near."""
    viewer, path = _find(request, worker_path_id, own=True)
    form = NameReadersForm(request.POST or None, people=queries.who_could_read(viewer, today(), path=path))

    def write() -> None:
        readers = [UUID(key) for key in form.cleaned_data["readers"]]
        actions.name_readers(path, readers, by=viewer, today=today())

    return _answer(request, path, (_("Chi vuoi vicino"), _("Scegli")), form, write)


@second_tap_first
def remove_path_reader(request: HttpRequest, worker_path_id: UUID, reader_id: UUID) -> HttpResponse:
    """From now on they read nothing of it."""
    viewer, path = _find(request, worker_path_id, own=True)
    reader = get_object_or_404(queries.readers_of(path), pk=reader_id)
    form = TakeOffForm(request.POST or None)

    def write() -> None:
        actions.remove_reader(path, reader, by=viewer, today=today())

    lead = _("Da adesso non lo legge più. Non riceve nessun avviso.")
    return _answer(
        request, path, (reader.user.name, _("Non lo legge più")), form, write, lead=lead, over=True
    )


@second_tap_first
def end_worker_path(request: HttpRequest, worker_path_id: UUID) -> HttpResponse:
    """It ends, and nobody asks why."""
    viewer, path = _find(request, worker_path_id, own=True)
    form = EndWorkerPathForm(request.POST or None, path=path)

    def write() -> None:
        actions.end_worker_path(
            path, day=form.cleaned_data["day"], version=form.read_at, by=viewer, today=today()
        )

    lead = _("Nessuno chiede perché. Resta da leggere a te e a chi hai scelto, finché li tieni.")
    return _answer(request, path, (_("Il percorso finisce"), _("Chiudi il percorso")), form, write, lead=lead)


def _find(request: HttpRequest, key: UUID, *, own: bool = False) -> tuple[Viewer, WorkerPath]:
    """404 for whoever is not on its list; where only whose it is may, for the others too."""
    viewer = viewer_of(request)
    path = get_object_or_404(queries.own_paths(viewer) if own else queries.worker_paths_in_sight(), pk=key)
    return viewer, path


def _answer(
    request: HttpRequest,
    path: WorkerPath,
    words: tuple[Words, Words],
    form: OnceForm,
    write: Callable[[], None],
    lead: Words = "",
    *,
    over: bool = False,
) -> HttpResponse:
    """A small page of a path, that leads back to it. words: its title, its button; over: also where it has ended."""
    _opening(request, path, over=over)
    back = _page_of(path)

    def written() -> str:
        write()
        return back

    return answer(request, Sheet(*words, path.protocol_version.title, back, lead=lead), form, written)


def _opening(request: HttpRequest, path: WorkerPath, *, over: bool) -> None:
    """A form is opened on what goes on (over: also on what has ended), and the opening is recorded."""
    if request.method != "POST" and request.resolver_match:
        if not over:
            actions.require_going_on(path)
        record_reading(viewer_of(request), request.resolver_match.view_name, shown=[path.pk])


def _lost(said: Mapping[str, Any]) -> Lost:
    return Lost(said["zero"], said.get("loss", ""), frozenset(map(UUID, said.get("readers", []))))


def _page_of(path: WorkerPath) -> str:
    return reverse("worker_path_page", args=[path.pk])
