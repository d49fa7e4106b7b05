"""Preparing a draft: begun from a version, written part by part, annulled."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.ground.design.forms import EditForm, OnceForm
from intreccio.ground.design.sheets import Sheet, answer, page
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import data_in_language
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.actions import drafting as actions
from intreccio.workshop.protocols.forms.parts import FORMS, PartForm
from intreccio.workshop.protocols.forms.versions import HeadingForm, VoidForm
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries.reading import previewed
from intreccio.workshop.protocols.rules.calendar import Part
from intreccio.workshop.protocols.rules.definition import SPOKEN
from intreccio.workshop.protocols.rules.parts import part_of
from intreccio.workshop.protocols.rules.starting import why_not_edit
from intreccio.workshop.protocols.views.reading import find_version
from intreccio.workshop.protocols.vocabulary import PartKind

PART = "workshop/protocols/pages/protocol_part.html"


def page_of(version: ProtocolVersion) -> str:
    """Its address."""
    return reverse("protocol_version", args=[version.pk])


def sheet_of(version: ProtocolVersion, title: str, button: str, **more: Any) -> Sheet:
    """A form of a version, with the way back to it."""
    label = _("%(title)s, versione %(number)s") % {"title": version.title, "number": version.number}
    return Sheet(title, button, label, page_of(version), **more)


@second_tap_first
def begin_protocol_draft(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """A draft that begins with the words of this version."""
    viewer, base = viewer_of(request), find_version(protocol_version_id)[1].row
    policies.require_writes(viewer, base.protocol.organisation_id)
    lead = _("Comincia con le parole di questa versione, che resta com'è. Chi la segue già non cambia.")
    return _begun(
        request, base, _("Prepara una bozza"), lead, lambda: actions.begin_protocol_draft(base, by=viewer)
    )


@second_tap_first
def adapt_protocol(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """The own body's protocol, beginning with the network's words."""
    viewer, base = viewer_of(request), find_version(protocol_version_id)[1].row
    policies.write_protocols.require(viewer)
    lead = _("Il tuo ente avrà il suo, che comincia con queste parole. Quello della rete resta com'è.")
    return _begun(
        request, base, _("Uno per il tuo ente"), lead, lambda: actions.adapt_protocol(base, by=viewer)
    )


def _begun(
    request: HttpRequest, base: ProtocolVersion, title: str, lead: str, begin: Callable[[], ProtocolVersion]
) -> HttpResponse:
    sheet = sheet_of(base, title, _("Comincia la bozza"), lead=lead)
    return answer(request, sheet, OnceForm(request.POST or None), lambda: page_of(begin()))


@second_tap_first
def edit_protocol_version(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """Its title and what it is for."""
    viewer, draft = _draft(request, protocol_version_id)
    form = HeadingForm(request.POST or None, initial=_heading(draft))

    def write() -> str:
        said = {name: form.cleaned_data[name] for name in ("title", "lead", "zero")}
        actions.edit_protocol_version(draft, **said, version=_version_in(form), by=viewer)
        return page_of(draft)

    sheet = sheet_of(draft, _("Titolo e scopo"), _("Salva"))
    return answer(request, sheet, form, write, now=lambda: _heading(find_version(draft.pk)[1].row))


def _heading(draft: ProtocolVersion) -> dict[str, Any]:
    said = draft.definition
    return {
        "title": said["title"],
        "lead": said["lead"],
        "zero": said["zero"]["label"],
        "version": draft.version,
    }


@second_tap_first
def add_protocol_part(request: HttpRequest, protocol_version_id: UUID, part_kind: str) -> HttpResponse:
    """A step, a page of the guide, a letter more."""
    viewer, draft = _draft(request, protocol_version_id)
    form = _form_for(part_kind)(
        request.POST or None, definition=draft.said, initial={"version": draft.version}
    )

    def write() -> str:
        actions.add_protocol_part(draft, part_kind, form.said(), version=_version_in(form), by=viewer)
        return f"{page_of(draft)}#{part_kind}"

    sheet = sheet_of(draft, _("Aggiungi: %s") % PartKind(part_kind).label, _("Aggiungi"), template=PART)
    return _preview(request, sheet, form, draft) or answer(
        request, sheet, form, write, now=lambda: {"version": find_version(draft.pk)[1].row.version}
    )


@second_tap_first
def edit_protocol_part(
    request: HttpRequest, protocol_version_id: UUID, part_kind: str, part_code: str
) -> HttpResponse:
    """A part written over."""
    viewer, draft = _draft(request, protocol_version_id)
    kind, part = _form_for(part_kind), _part(draft, part_kind, part_code)
    form = kind(request.POST or None, definition=draft.said, part=part, initial={"version": draft.version})

    def write() -> str:
        said = {"code": part_code, **form.said()}
        actions.edit_protocol_part(draft, part_kind, said, version=_version_in(form), by=viewer)
        return f"{page_of(draft)}#{part_kind}-{part_code}"

    sheet = sheet_of(draft, _("Cambia: %s") % PartKind(part_kind).label, _("Salva"), template=PART)
    return _preview(request, sheet, form, draft) or answer(
        request, sheet, form, write, now=lambda: _standing(kind, draft, part_kind, part_code)
    )


def _preview(
    request: HttpRequest, sheet: Sheet, form: PartForm, draft: ProtocolVersion
) -> HttpResponse | None:
    """What was written as it will be read, where that was asked; nothing is saved."""
    if "look" not in request.POST or not form.is_valid():
        return None
    return page(request, sheet, form, status=200, told=previewed(form.said(), draft.said, today()))


def _standing(kind: type[PartForm], draft: ProtocolVersion, part_kind: str, code: str) -> dict[str, Any]:
    row = find_version(draft.pk)[1].row
    return {**kind.read(part_of(row.definition, part_kind, code) or {}), "version": row.version}


@second_tap_first
def remove_protocol_part(
    request: HttpRequest, protocol_version_id: UUID, part_kind: str, part_code: str
) -> HttpResponse:
    """A part taken out of the draft."""
    viewer, draft = _draft(request, protocol_version_id)
    part = data_in_language(_part(draft, part_kind, part_code), SPOKEN)
    form = EditForm(request.POST or None, initial={"version": draft.version})

    def write() -> str:
        actions.remove_protocol_part(draft, part_kind, part_code, version=_version_in(form), by=viewer)
        return f"{page_of(draft)}#{part_kind}"

    title = part.get("title") or part.get("label") or part["text"]
    sheet = sheet_of(draft, _("Togli: %s") % PartKind(part_kind).label, _("Togli dalla bozza"), lead=title)
    return answer(request, sheet, form, write, now=lambda: {"version": find_version(draft.pk)[1].row.version})


@second_tap_first
def void_protocol_version(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """A draft that goes no further."""
    viewer, draft = _draft(request, protocol_version_id)
    form = VoidForm(request.POST or None)

    def write() -> str:
        actions.void_protocol_version(draft, reason=form.cleaned_data["reason"], by=viewer)
        return reverse("protocol_page", args=[draft.protocol_id])

    lead = _("Resta da leggere, con il motivo. Poi se ne può cominciare un'altra.")
    return answer(
        request, sheet_of(draft, _("Annulla la bozza"), _("Annulla la bozza"), lead=lead), form, write
    )


def _draft(request: HttpRequest, protocol_version_id: UUID) -> tuple[Viewer, ProtocolVersion]:
    """A draft that is the viewer's to write. Refused where it stays as it is."""
    viewer, shown = viewer_of(request), find_version(protocol_version_id)[1]
    policies.require_writes(viewer, shown.row.protocol.organisation_id)
    refuse_if(why_not_edit(shown.stage, shipped=bool(shown.row.shipped)), code="stays")
    return viewer, shown.row


def _version_in(form: EditForm) -> int:
    return form.cleaned_data["version"] or 0


def _form_for(part_kind: str) -> type[PartForm]:
    if part_kind not in FORMS:
        raise Http404
    return FORMS[part_kind]


def _part(draft: ProtocolVersion, part_kind: str, part_code: str) -> Part:
    part = part_of(draft.definition, part_kind, part_code)
    if part is None:
        raise Http404
    return part
