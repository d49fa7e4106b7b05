"""Who may do what with a plan; the database says which (`migrations/0002_guard.py`)."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.plans.models import FamilyPath, Plan
from intreccio.families.plans.rules.stages import verbs_in, why_not_after_a_yes
from intreccio.ground.accounts.roles import (
    PROFESSIONALS,
    Coordinator,
    Educator,
    Psychologist,
    SocialWorker,
    may,
)
from intreccio.ground.kernel.viewer import Viewer

draft_plan = may("draft_plan", _("cominciare il progetto di una famiglia"), *PROFESSIONALS)
revise_plan = may("revise_plan", _("preparare una versione nuova di un progetto"), *PROFESSIONALS)
put_in_force = may("put_in_force", _("far valere un progetto"), Coordinator, SocialWorker)
accept_plan = may("accept_plan", _("scrivere chi ha detto sì a un progetto"), Coordinator, SocialWorker)
sign_plan = may("sign_plan", _("dire il proprio sì a un progetto, dal proprio accesso"), *PROFESSIONALS)
hand_plan = may(
    "hand_plan",
    _("dare alla famiglia l'indirizzo con cui legge e firma il progetto sul suo telefono"),
    Coordinator,
    SocialWorker,
)
void_acceptance = may(
    "void_acceptance", _("annullare un sì scritto per errore, o ritirato"), Coordinator, SocialWorker
)
add_goal = may("add_goal", _("aggiungere un obiettivo"), *PROFESSIONALS)
edit_goal = may("edit_goal", _("correggere un obiettivo"), *PROFESSIONALS)
void_goal = may("void_goal", _("annullare un obiettivo scritto per errore"), *PROFESSIONALS)
link_goals = may("link_goals", _("dire che due obiettivi si tengono"), *PROFESSIONALS)
unlink_goals = may("unlink_goals", _("sciogliere due obiettivi che si tenevano"), *PROFESSIONALS)
add_action = may("add_action", _("scrivere chi fa che cosa in un progetto"), *PROFESSIONALS)
edit_action = may("edit_action", _("correggere un'azione di un progetto"), *PROFESSIONALS)
finish_action = may("finish_action", _("dire che un'azione è fatta, o non serve più"), *PROFESSIONALS)
score_goal = may("score_goal", _("scrivere a che punto è un obiettivo"), *PROFESSIONALS)
void_score = may("void_score", _("annullare un punto scritto per errore"), *PROFESSIONALS)
take_up_proposal = may(
    "take_up_proposal", _("mettere nel progetto ciò che una riunione ha deciso"), *PROFESSIONALS
)
leave_proposal = may(
    "leave_proposal", _("lasciare da parte ciò che una riunione ha proposto"), *PROFESSIONALS
)
add_resource = may("add_resource", _("scrivere che cosa porta la famiglia"), *PROFESSIONALS)
edit_resource = may("edit_resource", _("aggiornare che cosa porta la famiglia"), *PROFESSIONALS)
void_resource = may(
    "void_resource", _("annullare ciò che porta la famiglia, scritto per errore"), *PROFESSIONALS
)
write_disagreement = may("write_disagreement", _("scrivere su che cosa non si è d'accordo"), *PROFESSIONALS)
edit_disagreement = may("edit_disagreement", _("correggere ciò su cui non si è d'accordo"), *PROFESSIONALS)
settle_disagreement = may(
    "settle_disagreement", _("scrivere come si è risolto un disaccordo"), *PROFESSIONALS
)
void_disagreement = may("void_disagreement", _("annullare un disaccordo scritto per errore"), *PROFESSIONALS)
check_plan_principles = may(
    "check_plan_principles", _("guardare come un progetto tiene i sei principi"), *PROFESSIONALS
)

ABILITIES = {
    each.code: each
    for each in (
        draft_plan, revise_plan, put_in_force, accept_plan, sign_plan, hand_plan, void_acceptance, add_goal, edit_goal, void_goal,
        link_goals, unlink_goals, add_action, edit_action, finish_action, score_goal, void_score, write_disagreement,
        take_up_proposal, leave_proposal, add_resource, edit_resource, void_resource, check_plan_principles,
        edit_disagreement, settle_disagreement, void_disagreement,
    )
}  # fmt: skip


begin_path = may("begin_path", _("cominciare un percorso con una famiglia"), *PROFESSIONALS)
edit_path = may(
    "edit_path", _("correggere da quando si conta un percorso, e chi tiene i contatti"), *PROFESSIONALS
)
mark_path_step = may(
    "mark_path_step", _("dire che un passo di un percorso è fatto, o non serve"), *PROFESSIONALS
)
set_path_silence = may(
    "set_path_silence", _("scrivere che una famiglia chiede silenzio in un percorso"), *PROFESSIONALS
)
end_path = may("end_path", _("chiudere un percorso, o annullarne uno cominciato per errore"), *PROFESSIONALS)
look_along_path = may(
    "look_along_path",
    _("scrivere come stanno le cose da guardare in un percorso"),
    *PROFESSIONALS,
)
send_path_letter = may(
    "send_path_letter", _("portare le lettere di un percorso, e scrivere com'è andata"), *PROFESSIONALS
)
PATHS = {
    each.code: each
    for each in (
        begin_path,
        edit_path,
        mark_path_step,
        look_along_path,
        send_path_letter,
        set_path_silence,
        end_path,
    )
}


# Whoever answers for the family sits at its table: what is said there they write too (decision 95).
collect_yes = may(
    "collect_yes",
    _(
        "scrivere i sì, dare l'indirizzo per firmare e far valere il progetto delle famiglie di cui si è il riferimento"
    ),
    Educator,
    Psychologist,
)
COLLECTED = ("accept_plan", "hand_plan", "void_acceptance", "put_in_force")


def may_with(verb: str, viewer: Viewer, responsible_id: object) -> bool:
    """What the role allows; and to who answers for this family, what is collected from it."""
    refers = responsible_id is not None and responsible_id == viewer.membership_id
    return {**ABILITIES, **PATHS}[verb](viewer) or (verb in COLLECTED and refers and collect_yes(viewer))


def require_with(verb: str, viewer: Viewer, responsible_id: object) -> None:
    """Raises NotAllowed where neither does."""
    if not may_with(verb, viewer, responsible_id):
        {**ABILITIES, **PATHS}[verb].require(viewer)


def what_may(viewer: Viewer, plan: Plan, *, is_agreed: bool = False) -> set[str]:
    """The verbs that role, team in charge and the state of a version allow: buttons and forms ask the same.

    is_agreed: somebody has said yes to it, and its goals stay as they were read.
    """
    is_over = (plan.voided_at or plan.case.voided_at or plan.case.ended_on) is not None
    if is_over or not is_in_charge(viewer, plan.team_id):
        return set()
    open_to = (verb for verb in verbs_in(plan.state) if why_not_after_a_yes(verb, accepted=is_agreed) is None)
    return {verb for verb in open_to if may_with(verb, viewer, plan.case.responsible_id)}


def path_may(viewer: Viewer, path: FamilyPath) -> set[str]:
    """The verbs that role, team in charge and the state of a path allow. Silence is lifted also once the path is over."""
    if (path.voided_at or path.case.voided_at) is not None or not is_in_charge(viewer, path.team_id):
        return set()
    open_to = PATHS if path.ended_on is None else {"set_path_silence"} if path.silent_since else ()
    return {verb for verb in open_to if PATHS[verb](viewer)}
