"""Who may do what with a case; the database says which (`migrations/0002_guard.py`)."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.rules.stages import has_ended, verbs_from
from intreccio.ground.accounts.roles import Coordinator, Educator, Psychologist, SocialWorker, may
from intreccio.ground.kernel.viewer import Viewer

open_case = may("open_case", _("aprire l'analisi preliminare di una famiglia"), Coordinator, SocialWorker)
take_charge = may("take_charge", _("prendere in carico una famiglia"), Coordinator, SocialWorker)
end_preliminary = may("end_preliminary", _("concludere un'analisi preliminare"), Coordinator, SocialWorker)
add_worker = may("add_worker", _("decidere chi lavora con una famiglia"), Coordinator, SocialWorker)
end_worker = may("end_worker", _("togliere chi non lavora più con una famiglia"), Coordinator, SocialWorker)
change_responsible = may(
    "change_responsible", _("scegliere il riferimento di una famiglia"), Coordinator, SocialWorker
)
hand_over_case = may(
    "hand_over_case", _("affidare una famiglia a un'altra équipe"), Coordinator, SocialWorker
)
void_case = may("void_case", _("annullare una presa in carico scritta per errore"), Coordinator, SocialWorker)
TEAM = (Coordinator, SocialWorker, Educator, Psychologist)
begin_plan = may("begin_plan", _("far cominciare il progetto di una famiglia"), *TEAM)
begin_review = may("begin_review", _("preparare la verifica con una famiglia"), *TEAM)
end_review = may("end_review", _("scrivere che cosa si è letto nella verifica"), *TEAM)
close_case = may("close_case", _("concludere il percorso di una famiglia"), Coordinator, SocialWorker)
reopen_case = may("reopen_case", _("riaprire un percorso concluso"), Coordinator, SocialWorker)
record_follow_up = may("record_follow_up", _("scrivere come va una famiglia dopo il percorso"), *TEAM)
weigh_case = may("weigh_case", _("dire quanto lavoro chiede un percorso"), *TEAM)
name_deputy = may("name_deputy", _("dire chi sostituisce chi, con una famiglia"), *TEAM)
end_deputy = may("end_deputy", _("dire che chi era via è tornato"), *TEAM)
read_summary = may("read_summary", _("dire che il passaggio di un'altra équipe è stato letto"), *TEAM)
meet_family = may("meet_family", _("scrivere che ci si è sentiti con una famiglia"), *TEAM)
plan_conference = may("plan_conference", _("preparare una riunione su una famiglia"), *TEAM)
edit_conference = may("edit_conference", _("cambiare una riunione che si prepara"), *TEAM)
call_off_conference = may("call_off_conference", _("annullare una riunione che non si fa"), *TEAM)
answer_conference = may("answer_conference", _("scrivere se chi è invitato a una riunione viene"), *TEAM)
write_minutes = may("write_minutes", _("scrivere il verbale di una riunione"), *TEAM)
add_decision = may("add_decision", _("scrivere che cosa si è deciso in una riunione"), *TEAM)
void_decision = may("void_decision", _("annullare una decisione scritta per errore"), *TEAM)
move_follow_up = may("move_follow_up", _("spostare ciò che si è concordato per dopo"), *TEAM)

set_aside_prompt = may("set_aside_prompt", _("mettere da parte un richiamo, dicendo perché"), *TEAM)
take_back_prompt = may("take_back_prompt", _("far tornare un richiamo messo da parte"), *TEAM)

ABILITIES = {
    each.code: each
    for each in (
        open_case, take_charge, end_preliminary, add_worker, end_worker, change_responsible, hand_over_case, void_case,
        begin_plan, begin_review, end_review, close_case, reopen_case, record_follow_up, move_follow_up,
        set_aside_prompt, take_back_prompt,
        weigh_case, name_deputy, end_deputy, read_summary, plan_conference, edit_conference, call_off_conference, write_minutes,
        add_decision, void_decision, meet_family,
    )
}  # fmt: skip
# What was agreed at closing is heard after it; a case that was never closed has nothing of the kind.
AFTERWARDS = {"record_follow_up", "move_follow_up"}
AT_WORK = {
    "add_worker", "end_worker", "change_responsible", "set_aside_prompt", "take_back_prompt",
    "weigh_case", "name_deputy", "end_deputy", "read_summary",
    "plan_conference", "edit_conference", "call_off_conference", "write_minutes", "add_decision", "void_decision",
    "meet_family",
}  # fmt: skip


def is_in_charge(viewer: Viewer, team_id: object) -> bool:
    """Only the team in charge acts; who sees a family because it was opened to them reads."""
    return team_id in viewer.team_ids


def may_answer(viewer: Viewer, *, membership_id: object, team_id: object) -> bool:
    """Whether they come: one says it of oneself, from whatever team; the team in charge of whoever it has asked."""
    own = membership_id is not None and membership_id == viewer.membership_id
    return own or (is_in_charge(viewer, team_id) and answer_conference(viewer))


def what_may(viewer: Viewer, *, team_id: object, stage: str, is_voided: bool = False) -> set[str]:
    """The verbs that the viewer's role, the team in charge and the stage allow: buttons and forms ask the same."""
    if is_voided or not is_in_charge(viewer, team_id):
        return set()
    at_work = AFTERWARDS if has_ended(stage) else AT_WORK
    possible = {*verbs_from(stage), *at_work, "void_case"}
    return {verb for verb in possible if ABILITIES[verb](viewer)}


send_report = may(
    "send_report", _("scrivere e inviare una relazione su una famiglia"), Coordinator, SocialWorker
)


def may_send_report(viewer: Viewer, *, team_id: object, is_voided: bool) -> bool:
    """At any stage: a court asks also after the way has ended."""
    return not is_voided and send_report(viewer) and is_in_charge(viewer, team_id)
