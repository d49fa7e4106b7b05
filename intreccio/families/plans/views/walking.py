"""Along a path: a step done or not needed, the silence that a family asks for, the end."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.forms import ReasonForm
from intreccio.families.plans.forms.paths import EndPathForm, SilenceForm
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.paths import mark_in_sight, paths_in_sight, walk_of
from intreccio.families.plans.views.asking import Asked, answer, find, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols.forms.running import MarkForm
from intreccio.workshop.protocols.rules.definition import title_of
from intreccio.workshop.protocols.vocabulary import PartKind


@second_tap_first
def mark_path_step(request: HttpRequest, path_id: UUID, step: str) -> HttpResponse:
    """What was done of a step, or why it is not needed."""
    viewer, path = find_path(request, path_id, "mark_path_step")
    told = next((each.told for each in walk_of(path, today()).steps if each.code == step), None)
    if told is None:
        raise Http404
    form = MarkForm(sent(request))
    asked = asked_of(path, told.part["title"], _("Scrivi"), _("Fatto: è scritto."), lead=told.part["text"])

    def write() -> str:
        said = form.cleaned_data
        actions.mark_step(
            path, step, said["state"], day=said["day"], words=said["words"], by=viewer, today=today()
        )
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def void_path_mark(request: HttpRequest, path_id: UUID, mark_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, path = find_path(request, path_id, "mark_path_step", page="void_path_mark")
    mark = get_object_or_404(mark_in_sight(path, mark_id))
    form = ReasonForm(sent(request))
    said, step = (
        _("Fatto: il passo aspetta di nuovo."),
        title_of(path.protocol_version.said, PartKind.STEPS, mark.step),
    )
    asked = asked_of(path, _("Non è andata così"), _("Annulla, era un errore"), said, lead=step)

    def write() -> str:
        actions.void_mark(path, mark, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def set_path_silence(request: HttpRequest, path_id: UUID) -> HttpResponse:
    """The family asks to be left in peace, or to be written to again."""
    viewer, path = find_path(request, path_id, "set_path_silence", over=True)
    form = SilenceForm(sent(request), path=path)
    silent = form["silent"].value() != "no"
    asked = (
        asked_of(path, _("Ha chiesto silenzio"), _("Da oggi silenzio"), _("Fatto: non parte più niente."),
               lead=_("Da oggi non parte nessuna lettera e nessun promemoria, finché non lo dicono loro."))
        if silent
        else asked_of(path, _("Si può scrivere di nuovo"), _("Togli il silenzio"), _("Fatto: si può scrivere di nuovo."),
                    lead=_("Lo dice la famiglia, non il calendario."))
    )  # fmt: skip

    def write() -> str:
        actions.set_silence(path, silent=silent, version=form.read_at, by=viewer, today=today())
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def end_path(request: HttpRequest, path_id: UUID) -> HttpResponse:
    """Why and when it ended."""
    viewer, path = find_path(request, path_id, "end_path")
    form = EndPathForm(sent(request), path=path)
    also = ((_("È un errore: annulla"), reverse("void_path", args=[path.pk])),)
    asked = asked_of(
        path, _("Il percorso finisce"), _("Chiudi il percorso"), _("Fatto: il percorso è finito."), also=also
    )

    def write() -> str:
        said = form.cleaned_data
        actions.end_path(path, said["why"], day=said["day"], version=form.read_at, by=viewer, today=today())
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def void_path(request: HttpRequest, path_id: UUID) -> HttpResponse:
    """One that was begun by mistake."""
    viewer, path = find_path(request, path_id, "end_path", page="void_path")
    form = ReasonForm(sent(request))
    asked = asked_of(
        path,
        _("Annulla il percorso"),
        _("Annulla, era un errore"),
        _("Fatto: è annullato, e resta leggibile."),
        lead=_with_its_silence(path),
    )

    def write() -> str:
        actions.void_path(path, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(path)

    return answer(request, form, asked, write)


def _with_its_silence(path: FamilyPath) -> Words:
    """What is annulled was never asked; what was asked stays where a path ends."""
    if path.silent_since is None:
        return ""
    return _(
        "Qui la famiglia ha chiesto silenzio: con l'annullamento torna a poter ricevere lettere. Se l'ha chiesto davvero il percorso si"
        " chiude, e il silenzio resta."
    )


def find_path(
    request: HttpRequest, path_id: UUID, verb: str, *, page: str = "", over: bool = False
) -> tuple[Viewer, FamilyPath]:
    """A path that goes on, for who may; the reading is recorded under the name of the page. 404 for strangers."""
    viewer, path = find(request, paths_in_sight, path_id, verb)
    if request.method != "POST":
        record_reading(viewer, page or verb, household_id=path.household_id, shown=[path.household_id])
        actions.require_going_on(path, over=over and path.silent_since is not None)
    return viewer, path


def asked_of(
    path: FamilyPath, title: Words, button: Words, said: Words, *, back: str = "", **more: Any
) -> Asked:
    """A page of a path, that leads back to it (or to `back`). more: as `Asked` takes it."""
    within = path.protocol_version.title
    return Asked(path.case, title, button, said, back=back or page_of(path), within=within, **more)


def page_of(path: FamilyPath) -> str:
    """Its address."""
    return reverse("path_page", args=[path.pk])
