"""What of lines of support waits for somebody in Oggi."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.diary.queries.waiting import Line, waiting_for
from intreccio.families.diary.vocabulary import LineState, SupportKind, VisitPlace
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer

GROUP = gettext_lazy("Linee di sostegno")


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """For a psychologist: to answer, meetings of today and gone by, cycles to plan and to end. For who asked: what is new.
    For who may choose: the lines that nobody follows."""
    if viewer.team_ids:
        for line in waiting_for(viewer, most, today=today()):
            yield DRAWN[line.kind](line)


def _line(line: Line, why: str, page: str, action: Words, *args: object, **more: Any) -> Waiting:
    return Waiting(
        title=line.family,
        why=why,
        url=reverse(page, args=[line.line_id, *args]),
        action=action,
        days=days_since(line.day),
        group=GROUP,
        about=line.household_id,
        **more,
    )


def _support(line: Line) -> str:
    return str(SupportKind(line.support).label)


def _to_answer(line: Line) -> Waiting:
    why = _("L'équipe chiede: %(line)s. Aspetta una risposta.") % {"line": _support(line)}
    return _line(line, why, "line_page", gettext_lazy("Leggi e rispondi"))


def _meeting(line: Line) -> Waiting:
    said = {
        "line": _support(line),
        "day": spoken(line.day),
        "hour": f"{line.hour:%H:%M}" if line.hour else "",
    }
    if line.day == today():
        why = _("Vi vedete oggi alle %(hour)s: %(line)s.") if line.hour else _("Vi vedete oggi: %(line)s.")
    else:
        why = _("Com'è andata %(day)s? Manca di scriverlo: %(line)s.")
    return _line(
        line,
        why % said,
        "record_meeting",
        gettext_lazy("Scrivi se c'è stato"),
        line.row_id,
        urgent=line.day == today(),
    )


def _to_plan(line: Line) -> Waiting:
    why = _("Hai detto di sì, mancano le date: %(line)s.") % {"line": _support(line)}
    return _line(line, why, "plan_meetings", gettext_lazy("Programma gli incontri"))


def _to_end(line: Line) -> Waiting:
    why = _("Gli incontri sono finiti, si può concludere: %(line)s.") % {"line": _support(line)}
    return _line(line, why, "end_line", gettext_lazy("Concludi la linea"))


def _news(line: Line) -> Waiting:
    said = {"line": _support(line), "state": LineState(line.state).label}
    return _line(line, _("C'è una novità, %(line)s: %(state)s.") % said, "line_page", gettext_lazy("Leggi"))


def _passed(line: Line) -> Waiting:
    why = _("La linea che seguivi la segue un'altra persona: %(line)s.") % {"line": _support(line)}
    return _line(line, why, "line_page", gettext_lazy("Leggi"))


def _gone(line: Line) -> Waiting:
    """Of a family that is out of sight by now: nothing says which."""
    why = _("Con la sua famiglia è passata a un'altra équipe: %(line)s. I tuoi appunti restano tuoi.")
    return Waiting(
        title=_("Una linea che seguivi"), why=why % {"line": _support(line)}, url=reverse("my_notes"),
        action=gettext_lazy("Rileggi i tuoi appunti"), days=days_since(line.day), group=GROUP,
    )  # fmt: skip


def _unfollowed(line: Line) -> Waiting:
    why = _(
        "Una linea senza chi la segue: %(line)s. Serve una psicologa o uno psicologo che vede la famiglia."
    )
    return _line(line, why % {"line": _support(line)}, "hand_over_line", gettext_lazy("Scegli chi la segue"))


def _visit(line: Line) -> Waiting:
    when = f"{line.hour:%H:%M}" if line.hour else ""
    where = VisitPlace(line.state).label
    return Waiting(
        title=line.family, why=f"{line.support} · {where}", url=f"{reverse('write_visit_note', args=[line.line_id])}?visit={line.row_id}",
        action=gettext_lazy("Scrivi la nota"), days=days_since(line.day), group=gettext_lazy("Visite"),
        when=when if line.day == today() else "", urgent=line.day == today(), about=line.household_id,
    )  # fmt: skip


DRAWN: Mapping[str, Callable[[Line], Waiting]] = {
    "visit": _visit,
    "to_answer": _to_answer,
    "meeting": _meeting,
    "to_plan": _to_plan,
    "to_end": _to_end,
    "news": _news,
    "unfollowed": _unfollowed,
    "passed": _passed,
    "gone": _gone,
}
