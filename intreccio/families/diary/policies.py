"""Who may do what with a line of support; the database says which (`migrations/0002_guard.py`).

Only the psychologist of a line plans, records, writes notes and ends it, also from a team or body to whom the record is open.
"""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.diary.models import SupportLine, VisitNote
from intreccio.families.diary.vocabulary import LineState
from intreccio.ground.accounts.roles import (
    Coordinator,
    Educator,
    OrganisationLead,
    Psychologist,
    SocialWorker,
    may,
)
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer

ASKERS = (Coordinator, SocialWorker, Educator)
DECIDERS = (Coordinator, SocialWorker)
ask_line = may("ask_line", _("chiedere una linea di sostegno a chi fa la psicologa"), *ASKERS)
void_line = may("void_line", _("annullare una richiesta di sostegno scritta per errore"), *ASKERS)
accept_line = may("accept_line", _("accettare una linea di sostegno"), Psychologist)
decline_line = may("decline_line", _("dire di no a una linea di sostegno, con il motivo"), Psychologist)
plan_meetings = may("plan_meetings", _("programmare gli incontri di una linea di sostegno"), Psychologist)
record_meeting = may("record_meeting", _("scrivere se un incontro c'è stato, e chi c'era"), Psychologist)
move_meeting = may("move_meeting", _("spostare un incontro"), Psychologist)
write_note = may("write_note", _("scrivere una nota riservata"), Psychologist)
edit_note = may("edit_note", _("correggere una propria nota riservata, finché è fresca"), Psychologist)
correct_note = may("correct_note", _("rettificare una propria nota riservata"), Psychologist)
renew_line = may("renew_line", _("cominciare un altro ciclo di incontri"), Psychologist)
end_line = may("end_line", _("concludere una linea di sostegno"), Psychologist, *DECIDERS)
hand_over_line = may("hand_over_line", _("affidare una linea di sostegno a un'altra psicologa"), Psychologist, *DECIDERS)  # fmt: skip
my_notes = may(
    "my_notes", _("leggere le proprie note riservate, anche di famiglie passate ad altri"), Psychologist
)

ABILITIES = {
    each.code: each
    for each in (
        ask_line, void_line, accept_line, decline_line, plan_meetings, record_meeting, move_meeting, write_note, edit_note,
        correct_note, renew_line, end_line, hand_over_line,
    )
}  # fmt: skip
# What can be done in each state, and by whom: who asked and their team, any psychologist, the psychologist of the line.
OF_THE_TEAM = {"void_line"}
OF_ANY_PSYCHOLOGIST = {"accept_line", "decline_line"}
OF_WHO_DECIDES = {"end_line", "hand_over_line"}
POSSIBLE: dict[str, set[str]] = {
    LineState.ASKED: OF_THE_TEAM | OF_ANY_PSYCHOLOGIST,
    LineState.ACCEPTED: {
        "plan_meetings", "record_meeting", "move_meeting", "write_note", "edit_note", "correct_note", "end_line", "hand_over_line",
    },
    LineState.DECLINED: set(),
    LineState.ENDED: {"write_note", "edit_note", "correct_note", "renew_line"},
}  # fmt: skip


def is_theirs(viewer: Viewer, line: SupportLine) -> bool:
    """The viewer is the psychologist of this line."""
    return line.psychologist_id == viewer.membership_id


def stands_to(viewer: Viewer, line: SupportLine, verb: str) -> bool:
    """Who stands near enough to this line for a verb: its psychologist, any, the team in charge."""
    if verb in OF_ANY_PSYCHOLOGIST:
        return True
    ours = is_in_charge(viewer, line.team_id)
    if verb in OF_THE_TEAM:
        return ours
    return is_theirs(viewer, line) or (
        ours and verb in OF_WHO_DECIDES and (_decides(viewer) or verb == "hand_over_line")
    )


def _decides(viewer: Viewer) -> bool:
    return viewer.role in {each.code for each in DECIDERS}


def only_if_nobody_follows(viewer: Viewer, line: SupportLine) -> set[str]:
    """What others do with a line only where its psychologist has left: end it; and, among psychologists, hand it over."""
    if is_theirs(viewer, line):
        return set()
    return {"end_line"} if _decides(viewer) else OF_WHO_DECIDES


def what_may(viewer: Viewer, line: SupportLine) -> set[str]:
    """The verbs that role, place and state allow: buttons and forms ask the same."""
    if line.voided_at is not None:
        return set()
    return {
        verb for verb in POSSIBLE[line.state] if ABILITIES[verb](viewer) and stands_to(viewer, line, verb)
    }


WORKERS = (Coordinator, SocialWorker, Educator, Psychologist)
plan_visit = may("plan_visit", _("fissare una visita con una famiglia"), *WORKERS)
move_visit = may("move_visit", _("spostare una visita"), *WORKERS)
call_off_visit = may("call_off_visit", _("annullare una visita che non serve più"), *WORKERS)
miss_visit = may("miss_visit", _("scrivere che a una visita non ci si è visti"), *WORKERS)
write_visit_note = may("write_visit_note", _("scrivere una nota di visita"), *WORKERS)
edit_visit_note = may("edit_visit_note", _("cambiare una propria nota di visita, finché è fresca"), *WORKERS)
correct_visit_note = may("correct_visit_note", _("rettificare una propria nota di visita"), *WORKERS)
void_visit_note = may("void_visit_note", _("annullare una nota di visita scritta per errore"), *WORKERS)
signal_from_note = may("signal_from_note", _("fare di una nota una segnalazione"), *WORKERS)
diary_page = may("diary_page", _("leggere il diario di una famiglia"), *WORKERS)
hours_page = may("hours_page", _("leggere le ore di un'équipe"), *DECIDERS, OrganisationLead)
my_hours = may("my_hours", _("leggere le proprie ore con le famiglie"), *WORKERS)

VISITS = {
    each.code: each
    for each in (
        plan_visit, move_visit, call_off_visit, miss_visit, write_visit_note, edit_visit_note, correct_visit_note,
        void_visit_note, signal_from_note,
    )
}  # fmt: skip


def voids_note(viewer: Viewer, note: VisitNote) -> bool:
    """Its author, and who decides in the team in charge."""
    return note.author_id == viewer.membership_id or (is_in_charge(viewer, note.team_id) and _decides(viewer))


def require_voids_note(viewer: Viewer, note: VisitNote) -> None:
    """Raises NotAllowed: the form and the act ask the same."""
    if not voids_note(viewer, note):
        raise NotAllowed(_("Una nota la annulla chi l'ha scritta, o chi coordina."), code="not_theirs")
