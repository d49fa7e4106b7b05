"""Who may do what with an assessment; the database says which (`migrations/0002_guard.py`), and of what is kept near, whose it is."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.policies import is_in_charge
from intreccio.ground.accounts.roles import PROFESSIONALS, Coordinator, SocialWorker, may
from intreccio.ground.kernel.security import Sql
from intreccio.ground.kernel.viewer import Viewer

ME = "(SELECT my_membership())"


def near(row: str) -> str:
    """SQL: who listened, and who the family referred to when the child was asked for whom it is."""
    return f"({row}.heard_by_id = {ME} OR {row}.reference_id = {ME})"


def only_the_reference(table: str) -> Sql:
    """Nobody names somebody else, or a former one, as the reference that a child was asked about."""
    moments = {"INSERT": "", "UPDATE": " AND NEW.reference_id IS DISTINCT FROM OLD.reference_id"}
    return Sql(
        ";".join(
            f"CREATE TRIGGER is_the_reference_{moment.lower()} BEFORE {moment} ON {table} FOR EACH ROW"
            f" WHEN (current_user = '{{app}}' AND NEW.reference_id IS NOT NULL{moved}) EXECUTE FUNCTION is_the_reference()"
            for moment, moved in moments.items()
        )
    )


begin_assessment = may(
    "begin_assessment", _("cominciare una valutazione con una famiglia"), Coordinator, SocialWorker
)
close_assessment = may("close_assessment", _("chiudere una valutazione"), Coordinator, SocialWorker)
void_assessment = may(
    "void_assessment", _("annullare una valutazione scritta per errore"), Coordinator, SocialWorker
)
add_point_of_view = may(
    "add_point_of_view", _("ascoltare un punto di vista in una valutazione"), *PROFESSIONALS
)
answer_point_of_view = may(
    "answer_point_of_view", _("scrivere le risposte di un punto di vista"), *PROFESSIONALS
)
void_point_of_view = may(
    "void_point_of_view", _("annullare un punto di vista scritto per errore"), *PROFESSIONALS
)
write_child_words = may(
    "write_child_words",
    _("scrivere che cosa dicono le bambine e i bambini, con le loro parole"),
    *PROFESSIONALS,
)
listen_to_child = may(
    "listen_to_child", _("scrivere come una bambina o un bambino è stato ascoltato"), *PROFESSIONALS
)
edit_listening = may("edit_listening", _("correggere un ascolto"), *PROFESSIONALS)
void_listening = may("void_listening", _("annullare un ascolto scritto per errore"), *PROFESSIONALS)
add_child_drawing = may(
    "add_child_drawing", _("tenere il disegno di una bambina o di un bambino"), *PROFESSIONALS
)
share_child_drawing = may(
    "share_child_drawing", _("scrivere se chi ha disegnato vuole che altri vedano"), *PROFESSIONALS
)
share_child_words = may(
    "share_child_words",
    _("scrivere chi può leggere le parole di una bambina o di un bambino"),
    *PROFESSIONALS,
)
void_child_drawing = may("void_child_drawing", _("annullare un disegno tenuto per errore"), *PROFESSIONALS)
read_together = may(
    "read_together", _("scrivere che cosa famiglia ed équipe leggono in una valutazione"), *PROFESSIONALS
)
add_sheet = may("add_sheet", _("aggiungere una scheda della libreria a una valutazione"), *PROFESSIONALS)
answer_sheet = may("answer_sheet", _("scrivere le risposte di una scheda"), *PROFESSIONALS)
void_sheet = may("void_sheet", _("annullare una scheda scritta per errore"), *PROFESSIONALS)
add_factor = may("add_factor", _("scrivere che cosa protegge una famiglia e che cosa pesa"), *PROFESSIONALS)
edit_factor = may(
    "edit_factor", _("correggere che cosa protegge e che cosa pesa, o dire quando è finito"), *PROFESSIONALS
)
void_factor = may("void_factor", _("annullare ciò che protegge o pesa, scritto per errore"), *PROFESSIONALS)

ABILITIES = {
    each.code: each
    for each in (
        begin_assessment, add_point_of_view, answer_point_of_view, void_point_of_view, write_child_words,
        add_sheet, answer_sheet, void_sheet, read_together, close_assessment, void_assessment,
    )
}  # fmt: skip
OF_CHILDREN = {
    each.code: each
    for each in (
        listen_to_child, edit_listening, void_listening, add_child_drawing, share_child_drawing, void_child_drawing,
        share_child_words,
    )
}  # fmt: skip
OF_FACTORS = {each.code: each for each in (add_factor, edit_factor, void_factor)}


def what_may(viewer: Viewer, *, team_id: object, is_open: bool, is_voided: bool = False) -> set[str]:
    """The verbs that role, team in charge and state allow: buttons and forms ask the same."""
    if is_voided or not is_in_charge(viewer, team_id):
        return set()
    possible = set(ABILITIES) - {"begin_assessment"} if is_open else {"void_assessment"}
    return {verb for verb in possible if ABILITIES[verb](viewer)}


def may_with_factors(viewer: Viewer, *, team_id: object, has_ended: bool) -> set[str]:
    """The verbs that role, team in charge and the way of the family allow."""
    if has_ended or not is_in_charge(viewer, team_id):
        return set()
    return {verb for verb, ability in OF_FACTORS.items() if ability(viewer)}


def may_with_children(viewer: Viewer, *, team_id: object, is_open: bool = True) -> set[str]:
    """The verbs that role, team in charge and state allow: what was said in a closed look stays, whom it is shown to may change."""
    if not is_in_charge(viewer, team_id):
        return set()
    possible = OF_CHILDREN if is_open else {"share_child_drawing", "share_child_words"}
    return {verb for verb in possible if OF_CHILDREN[verb](viewer)}
