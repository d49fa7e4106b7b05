"""Who may do what with a referral, and who reads it; the database says the same (`migrations/0002_guard.py`)."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from intreccio.families.referrals.rules.states import verbs_from
from intreccio.families.referrals.vocabulary import Side
from intreccio.ground.accounts.roles import (
    PROFESSIONALS,
    Coordinator,
    OrganisationLead,
    Partner,
    SocialWorker,
    may,
)
from intreccio.ground.kernel.viewer import Viewer

RECEIVERS = (Partner, Coordinator, SocialWorker)
ANSWERS = tuple(role.code for role in RECEIVERS)
RECEIVES = (*ANSWERS, OrganisationLead.code)

create_referral = may(
    "create_referral", _("chiedere a un servizio per una famiglia dell'équipe"), *PROFESSIONALS
)
retry_referral = may("retry_referral", _("chiedere a un altro servizio dopo un no"), *PROFESSIONALS)
withdraw_referral = may(
    "withdraw_referral", _("ritirare una richiesta mandata a un servizio"), *PROFESSIONALS
)
record_answer = may(
    "record_answer", _("scrivere se un servizio ha aiutato, come lo dice la famiglia"), *PROFESSIONALS
)
accept_referral = may("accept_referral", _("accogliere chi viene mandato al proprio ente"), *RECEIVERS)
put_on_waiting_list = may(
    "put_on_waiting_list", _("mettere in lista d'attesa chi viene mandato al proprio ente"), *RECEIVERS
)
decline_referral = may(
    "decline_referral", _("dire di no, con il motivo, a una richiesta al proprio ente"), *RECEIVERS
)
start_referral = may("start_referral", _("dire che il servizio comincia"), *RECEIVERS)
end_referral = may("end_referral", _("dire che il servizio ha concluso"), *RECEIVERS)
write_word = may(
    "write_word", _("scrivere una domanda o una risposta su una richiesta"), *PROFESSIONALS, Partner
)

ABILITIES = {
    each.code: each
    for each in (
        create_referral, retry_referral, withdraw_referral, record_answer, accept_referral, put_on_waiting_list,
        decline_referral, start_referral, end_referral, write_word,
    )
}  # fmt: skip


def receives(viewer: Viewer) -> bool:
    """Whose pages have a list of what arrives."""
    return viewer.role in RECEIVES


def answers(viewer: Viewer, receiver_id: UUID) -> bool:
    """Somebody of the body that was asked, with a role that may answer."""
    return viewer.role in ANSWERS and receiver_id == viewer.organisation_id


def is_in_charge(viewer: Viewer, team_id: object) -> bool:
    """Only the team in charge acts for the family."""
    return team_id in viewer.team_ids


def what_may(viewer: Viewer, *, state: str, receiver_id: UUID, team_id: object) -> set[str]:
    """The verbs that role, side and state allow: buttons and forms ask the same. `team_id`: None out of sight."""
    sides = [Side.RECEIVER] if answers(viewer, receiver_id) else []
    sides += [Side.SENDER] if is_in_charge(viewer, team_id) else []
    return {verb for side in sides for verb in verbs_from(state, side) if ABILITIES[verb](viewer)}
